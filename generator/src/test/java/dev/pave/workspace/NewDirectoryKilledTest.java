package dev.pave.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.render.Rendering;
import dev.pave.testing.Renderings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ends real processes while they prepare a directory. */
class NewDirectoryKilledTest {

    private static final int KILLS = 12;
    private static final int LONGEST_LIFE_MILLISECONDS = 60;

    @TempDir
    Path parent;

    @Test
    void aKillAtAnyMomentLeavesTheTargetAbsentOrWhole() throws Exception {
        Random random = new Random(20261122);
        for (int i = 0; i < KILLS; i++) {
            Path place = Files.createDirectory(parent.resolve("kill-" + i));
            Process process = start("makeManyUntilKilled", place);
            TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLISECONDS));
            process.destroyForcibly().waitFor();

            for (Path target : visible(place)) {
                assertThat(new WorkingTree(target, (path, isFolder) -> false).compare(rendering()))
                        .as("%s, killed the %d. time", target, i)
                        .isEmpty();
            }
        }
    }

    @Test
    void theNextRunForTheSameTargetClearsAwayWhatAKilledOneLeft() throws Exception {
        start("waitInsideTheStep", parent).destroyForcibly().waitFor();
        assertThat(hidden(parent)).hasSize(1);

        NewDirectory.at(parent.resolve("records")).create(rendering(), directory -> directory);

        assertThat(hidden(parent)).isEmpty();
        assertThat(visible(parent)).hasSize(1);
    }

    @Test
    void whatALivingRunPreparesIsLeftAlone() throws Exception {
        Process living = start("waitInsideTheStep", parent);
        try {
            NewDirectory.at(parent.resolve("records")).create(rendering(), directory -> directory);

            assertThat(hidden(parent)).hasSize(1);
        } finally {
            living.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatWasLeftForAnotherTargetIsLeftAlone() throws Exception {
        start("waitInsideTheStep", parent).destroyForcibly().waitFor();

        NewDirectory.at(parent.resolve("other")).create(rendering(), directory -> directory);

        assertThat(hidden(parent)).hasSize(1);
    }

    @Test
    void aSignalThatAsksToEndClearsAwayWhatWasPrepared() throws Exception {
        Process process = start("writeInsideTheStep", parent);
        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(visible(parent)).isEmpty();
        assertThat(hidden(parent)).isEmpty();
    }

    private Process start(String what, Path place) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        what,
                        place.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // The victim says when it has warmed up, or is where it should be.
        assertThat(process.getInputStream().read()).isEqualTo('!');
        return process;
    }

    private static List<Path> visible(Path place) throws IOException {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static List<Path> hidden(Path place) throws IOException {
        try (Stream<Path> entries = Files.list(place)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static Rendering rendering() {
        Renderings files = Renderings.with("README.md", "# Records\n");
        for (int i = 0; i < 40; i++) {
            files.and("src/p" + i % 7 + "/File" + i + ".txt", ("line " + i + "\n").repeat(200));
        }
        return files.rendering();
    }

    /** What is killed. */
    static final class Victim {

        public static void main(String[] arguments) throws Exception {
            Path place = Path.of(arguments[1]);
            switch (arguments[0]) {
                case "makeManyUntilKilled" -> {
                    for (int i = 0; i < 20; i++) {
                        make(place.resolve("warm-" + i));
                    }
                    say();
                    for (int i = 0; i < 100_000; i++) {
                        make(place.resolve("records-" + i));
                    }
                }
                case "waitInsideTheStep" ->
                    NewDirectory.at(place.resolve("records")).create(rendering(), directory -> {
                        say();
                        return System.in.read();
                    });
                case "writeInsideTheStep" ->
                    NewDirectory.at(place.resolve("records")).create(rendering(), directory -> {
                        say();
                        // Long enough for the signal to come in between, short enough to be waited for.
                        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
                        for (int i = 0; System.nanoTime() < end; i++) {
                            Files.writeString(directory.resolve("more-" + i % 1000), "more");
                        }
                        return 0;
                    });
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }

        private static void make(Path target) {
            NewDirectory.at(target).create(rendering(), directory -> directory);
        }

        private static void say() {
            System.out.write('!');
            System.out.flush();
        }
    }
}
