package dev.pave.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the real script and the real virtual machine, with a small jar in Pave's place and a stub in Maven's. */
class LauncherTest {

    private static final Path SCRIPT = Path.of("../pave");
    private static final int PATIENCE_SECONDS = 60;

    @TempDir
    Path temporary;

    private Path install;
    private Path jar;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void install() throws IOException {
        assumeFalse(
                System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows"),
                "the launcher is for POSIX shells");
        install = Files.createDirectories(temporary.resolve("an install"));
        Files.copy(SCRIPT, install.resolve("pave"), StandardCopyOption.COPY_ATTRIBUTES);
        for (String folder : List.of("templates", "personas", "generator/src/main", "generator/src/build")) {
            Files.createDirectories(install.resolve(folder));
        }
        Files.writeString(install.resolve("pom.xml"), "");
        Files.writeString(install.resolve("generator/pom.xml"), "");
        jar = install.resolve("generator/target/pave.jar");
        makeJar(temporary.resolve("built.jar"));
        Path maven = Files.createDirectories(temporary.resolve("bin")).resolve("mvn");
        Files.writeString(maven, """
                #!/bin/sh
                echo "$@" >>"%1$s/builds"
                sleep 1
                cp "%1$s/built.jar" "%2$s"
                """.formatted(temporary, jar));
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
        environment.put("PATH", maven.getParent() + ":" + System.getenv("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("XDG_CACHE_HOME", temporary.resolve("a cache").toString());
        environment.put("LC_ALL", "C");
        // What runs in the background must not outlive a test: those that are about it wait for it.
        environment.put("PAVE_CACHE", "off");
    }

    @Test
    void theFirstRunBuildsAndTheSecondDoesNot() throws Exception {
        assertThat(run("a b", "$c", "").out()).isEqualTo("[a b][$c][] UTF-8\n");
        assertThat(run("again").out()).isEqualTo("[again] UTF-8\n");

        assertThat(temporary.resolve("builds")).content().hasLineCount(1);
    }

    @Test
    void itSaysThatItBuildsOnStandardError() throws Exception {
        assertThat(run("x").err()).isEqualTo("pave: building, which takes a minute the first time ...\n");
        assertThat(run("x").err()).isEmpty();
    }

    @Test
    void aNewerSourceIsBuilt() throws Exception {
        build();
        Files.setLastModifiedTime(
                Files.writeString(install.resolve("templates/new.ftl"), ""),
                FileTime.from(Instant.now().plusSeconds(5)));

        assertThat(run("x").out()).isEqualTo("[x] UTF-8\n");
        assertThat(temporary.resolve("builds")).exists();
    }

    @Test
    void twoFirstRunsBuildOnce() throws Exception {
        Process one = start(install.resolve("pave"), "one");
        Process two = start(install.resolve("pave"), "two");

        assertThat(finish(one).out()).isEqualTo("[one] UTF-8\n");
        assertThat(finish(two).out()).isEqualTo("[two] UTF-8\n");
        assertThat(temporary.resolve("builds")).content().hasLineCount(1);
    }

    @Test
    void aBuildThatWasKilledIsTakenOver() throws Exception {
        Files.createDirectories(jar.resolveSibling("building"));
        Files.writeString(jar.resolveSibling("building/pid"), "4194999\n");

        assertThat(run("x").out()).isEqualTo("[x] UTF-8\n");
        assertThat(jar.resolveSibling("building")).doesNotExist();
    }

    @Test
    void aFailedBuildShowsItsMessages() throws Exception {
        Files.writeString(temporary.resolve("bin/mvn"), "#!/bin/sh\necho COMPILATION ERROR\nexit 1\n");
        Result result = run("x");

        assertThat(result.code()).isEqualTo(70);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("COMPILATION ERROR", "the build failed");
        assertThat(jar.resolveSibling("building")).doesNotExist();
    }

    @Test
    void theExitCodeIsThatOfPave() throws Exception {
        build();

        assertThat(run("exit").code()).isEqualTo(4);
    }

    @Test
    void itIsFoundThroughLinks() throws Exception {
        build();
        Path link = Files.createSymbolicLink(temporary.resolve("link"), Path.of("an install/pave"));
        Path second = Files.createSymbolicLink(temporary.resolve("second"), link);

        assertThat(finish(start(second, "x")).out()).isEqualTo("[x] UTF-8\n");
    }

    @Test
    void theArchiveIsMadeOnceAndUsed() throws Exception {
        environment.remove("PAVE_CACHE");
        build();
        run("x");
        Path archive = awaitArchive();
        FileTime made = Files.getLastModifiedTime(archive);

        assertThat(run("x")).isEqualTo(new Result(0, "[x] UTF-8\n", ""));
        assertThat(entries(archive.getParent())).containsExactly(archive);
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
        assertThat(run("archive").out()).isEqualTo("[archive] UTF-8 " + archive + "\n");
    }

    @Test
    void anotherJarGetsAnotherArchive() throws Exception {
        environment.remove("PAVE_CACHE");
        build();
        run("x");
        Path first = awaitArchive();
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(3600)));

        assertThat(run("archive").out()).isEqualTo("[archive] UTF-8\n");
        Files.delete(first);
        assertThat(awaitArchive()).isNotEqualTo(first);
    }

    @Test
    void withoutACacheItStartsSilently() throws Exception {
        build();
        assertThat(run("x")).isEqualTo(new Result(0, "[x] UTF-8\n", ""));
        assertThat(temporary.resolve("a cache")).doesNotExist();

        environment.remove("PAVE_CACHE");
        environment.put("XDG_CACHE_HOME", "/proc/nowhere");
        assertThat(run("x")).isEqualTo(new Result(0, "[x] UTF-8\n", ""));
    }

    @Test
    void aMissingJdkIsSaid() throws Exception {
        environment.put("JAVA_HOME", "/nowhere");
        Result result = run("x");

        assertThat(result.code()).isEqualTo(127);
        assertThat(result.err()).startsWith("pave: JAVA_HOME is /nowhere").contains("JDK 17 or newer");
    }

    @Test
    void anOldJdkIsSaid() throws Exception {
        Path old = Files.createDirectories(temporary.resolve("old/bin")).resolve("java");
        Files.writeString(old, "#!/bin/sh\n");
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(temporary.resolve("old/release"), "JAVA_VERSION=\"11.0.2\"\n");
        environment.put("JAVA_HOME", temporary.resolve("old").toString());

        assertThat(run("x").err()).contains("needs Java 17 or newer", "is Java 11");
    }

    private record Result(int code, String out, String err) {}

    private Result run(String... arguments) throws Exception {
        return finish(start(install.resolve("pave"), arguments));
    }

    private Process start(Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temporary.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Result finish(Process process) throws Exception {
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, err);
    }

    private void build() throws IOException {
        Files.createDirectories(jar.getParent());
        Files.copy(temporary.resolve("built.jar"), jar);
    }

    private Path awaitArchive() throws Exception {
        Path cache = temporary.resolve("a cache/pave");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < end) {
            List<Path> entries = entries(cache);
            if (entries.size() == 1 && !entries.get(0).toString().endsWith(".making")) {
                return entries.get(0);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("no archive after " + PATIENCE_SECONDS + " s: " + entries(cache));
    }

    private static List<Path> entries(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    private static void makeJar(Path file) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Echo.class.getName());
        String entry = Echo.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jarOut = new JarOutputStream(out, manifest)) {
            jarOut.putNextEntry(new ZipEntry(entry));
            jarOut.write(Files.readAllBytes(Path.of("target/test-classes").resolve(entry)));
        }
    }

    /** Stands in for Pave: prints what reached it. */
    static final class Echo {

        public static void main(String[] arguments) {
            StringBuilder line = new StringBuilder();
            for (String argument : arguments) {
                line.append('[').append(argument).append(']');
            }
            line.append(' ').append(System.getProperty("sun.jnu.encoding"));
            if (arguments.length == 1 && arguments[0].equals("archive")) {
                java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(option ->
                                option.startsWith("-XX:SharedArchiveFile=") || option.startsWith("-XX:AOTCache="))
                        .forEach(option -> line.append(' ').append(option.substring(option.indexOf('=') + 1)));
            }
            System.out.println(line);
            System.exit(arguments.length == 1 && arguments[0].equals("exit") ? 4 : 0);
        }
    }
}
