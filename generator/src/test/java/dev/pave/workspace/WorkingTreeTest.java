package dev.pave.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.git.GitEnvironment;
import dev.pave.git.IgnoreRules;
import dev.pave.plan.ProjectPath;
import dev.pave.render.Rendering;
import dev.pave.testing.Renderings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingTreeTest {

    private static final Rendering RENDERING = Renderings.with("README.md", "# Records\n")
            .andExecutable("bin/run", "#!/bin/sh\n")
            .and("src/main/App.java", "class App {}\n")
            .and(".gitignore", "target/\n*.log\n!keep.log\n")
            .rendering();

    @TempDir
    Path temporary;

    private Path directory;

    @BeforeEach
    void write() {
        directory = temporary.resolve("outer/records");
        NewDirectory.at(directory).create(RENDERING, made -> made);
    }

    @Test
    void aFreshDirectoryDoesNotDiffer() throws IOException {
        assertThat(differences()).isEmpty();
    }

    @Test
    void everyKindOfDifferenceIsNamed() throws IOException {
        Files.delete(directory.resolve("README.md"));
        Files.setPosixFilePermissions(directory.resolve("bin/run"), PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(directory.resolve("src/main/App.java"), "class Bpp {}\n");
        Files.writeString(directory.resolve("src/extra.txt"), "extra");
        Files.createSymbolicLink(directory.resolve("link"), Path.of("README.md"));

        assertThat(differences())
                .containsExactly(
                        "README.md: is missing",
                        "bin/run: has another mode",
                        "link: is not generated",
                        "src/extra.txt: is not generated",
                        "src/main/App.java: differs");
    }

    @Test
    void whatGitIgnoresIsNotExtra() throws IOException {
        Files.createDirectories(directory.resolve("target/classes"));
        Files.writeString(directory.resolve("target/classes/App.class"), "");
        Files.createDirectories(directory.resolve("src/target"));
        Files.writeString(directory.resolve("src/target/x"), "");
        Files.writeString(directory.resolve("build.log"), "");
        Files.writeString(directory.resolve("keep.log"), "");
        Files.createDirectories(directory.resolve(".git/objects"));
        Files.writeString(directory.resolve(".git/HEAD"), "");

        assertThat(differences()).containsExactly("keep.log: is not generated");
    }

    @Test
    void theRepositoryAroundItAndTheUserIgnoreToo() throws IOException {
        Files.createDirectories(temporary.resolve("outer/.git/info"));
        Files.writeString(temporary.resolve("outer/.git/info/exclude"), "*.excluded\n");
        Files.writeString(temporary.resolve("outer/.gitignore"), "/records/out\n");
        Files.createDirectories(temporary.resolve(".config/git"));
        Files.writeString(temporary.resolve(".config/git/ignore"), ".DS_Store\n");
        for (String name : List.of("a.excluded", "out", ".DS_Store", "kept")) {
            Files.writeString(directory.resolve(name), "");
        }

        assertThat(differences()).containsExactly("kept: is not generated");
    }

    @Test
    void aRenderedFileIsComparedEvenWhereGitIgnoresIt() throws IOException {
        Rendering withLog =
                Renderings.with(".gitignore", "*.log\n").and("a.log", "a\n").rendering();
        Path place = temporary.resolve("logs");
        NewDirectory.at(place).create(withLog, made -> made);
        Files.writeString(place.resolve("a.log"), "b\n");

        assertThat(tree(place).compare(withLog)).hasToString("[a.log: differs]");
    }

    @Test
    void replacingMakesItEqualAndTouchesNothingElse() throws IOException {
        FileTime past = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(directory.resolve("README.md"), past);
        Files.delete(directory.resolve("bin/run"));
        Files.writeString(directory.resolve("src/main/App.java"), "changed");
        Files.createDirectories(directory.resolve("old/deep"));
        Files.writeString(directory.resolve("old/deep/gone.txt"), "");
        Files.createDirectories(directory.resolve("target"));
        Files.writeString(directory.resolve("target/built"), "");

        assertThat(tree(directory).replaceWith(RENDERING)).hasSize(3);

        assertThat(differences()).isEmpty();
        assertThat(directory.resolve("old")).doesNotExist();
        assertThat(directory.resolve("target/built")).exists();
        assertThat(Files.getLastModifiedTime(directory.resolve("README.md"))).isEqualTo(past);
    }

    @Test
    void linksAreReplacedAndNeverFollowed() throws IOException {
        Path outside = Files.createDirectories(temporary.resolve("outside/main"));
        Files.writeString(outside.resolve("App.java"), "precious");
        Files.writeString(outside.resolve("other"), "precious");
        Files.delete(directory.resolve("src/main/App.java"));
        Files.delete(directory.resolve("src/main"));
        Files.delete(directory.resolve("src"));
        Files.createSymbolicLink(directory.resolve("src"), temporary.resolve("outside"));
        Files.delete(directory.resolve("README.md"));
        Files.createSymbolicLink(directory.resolve("README.md"), outside.resolve("other"));

        assertThat(differences()).containsExactly("README.md: is not a file", "src/main/App.java: is not a file");
        assertThat(tree(directory).read(new ProjectPath("src/main/App.java"))).isEmpty();

        tree(directory).replaceWith(RENDERING);

        assertThat(differences()).isEmpty();
        assertThat(directory.resolve("src").toRealPath(LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(directory.toRealPath().resolve("src"));
        assertThat(outside.resolve("App.java")).hasContent("precious");
        assertThat(outside.resolve("other")).hasContent("precious");
    }

    @Test
    void aDirectoryInThePlaceOfAFileAndAFileInThePlaceOfADirectoryAreReplaced() throws IOException {
        Files.delete(directory.resolve("README.md"));
        Files.createDirectories(directory.resolve("README.md/nested"));
        Files.writeString(directory.resolve("README.md/nested/file"), "");
        Files.delete(directory.resolve("bin/run"));
        Files.delete(directory.resolve("bin"));
        Files.writeString(directory.resolve("bin"), "a file");

        tree(directory).replaceWith(RENDERING);

        assertThat(differences()).isEmpty();
    }

    @Test
    void aRepositoryInsideIsLeftAlone() throws IOException {
        Files.createDirectories(directory.resolve("vendor/.git"));
        Files.writeString(directory.resolve("vendor/work.txt"), "mine");

        tree(directory).replaceWith(RENDERING);

        assertThat(directory.resolve("vendor/work.txt")).exists();
        assertThat(differences()).containsExactly("vendor: is not generated");
    }

    private List<String> differences() throws IOException {
        return tree(directory).compare(RENDERING).stream()
                .map(Difference::toString)
                .toList();
    }

    private WorkingTree tree(Path place) throws IOException {
        GitEnvironment environment =
                new GitEnvironment(Map.of("GIT_CONFIG_NOSYSTEM", "1"), temporary, Clock.systemUTC());
        return new WorkingTree(place, new IgnoreRules(place, environment)::ignores);
    }
}
