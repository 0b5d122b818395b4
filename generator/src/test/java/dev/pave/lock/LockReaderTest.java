package dev.pave.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.git.BlobId;
import dev.pave.plan.FileMode;
import dev.pave.plan.ProjectPath;
import dev.pave.problem.InvalidInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LockReaderTest {

    @Test
    void aLockOfFormat1IsReadForEver() throws IOException {
        Lock lock = LockReader.parse("pave.lock", frozen().getBytes(UTF_8));

        assertThat(lock.paveVersion()).isEqualTo("0.1.0");
        assertThat(lock.templates())
                .isEqualTo(new TemplateSource(
                        TemplateSource.Kind.BUNDLED, Optional.of("0.1.0"), new Sha256("1".repeat(64))));
        assertThat(lock.personas())
                .isEqualTo(new TreeMap<>(java.util.Map.of(
                        "api-architect", new Sha256("2".repeat(64)), "devops-engineer", new Sha256("3".repeat(64)))));
        assertThat(lock.selected()).containsExactly("container", "kubernetes");
        assertThat(lock.implied()).isEmpty();
        assertThat(lock.files().values())
                .containsExactly(
                        new LockedFile(
                                new ProjectPath("Dockerfile"),
                                FileMode.REGULAR,
                                LockedFile.Type.TEXT,
                                new Sha256("4".repeat(64)),
                                new BlobId("5".repeat(40)),
                                "container",
                                "features/container/files/Dockerfile.ftl",
                                false),
                        new LockedFile(
                                new ProjectPath("bin/run"),
                                FileMode.EXECUTABLE,
                                LockedFile.Type.BINARY,
                                new Sha256("6".repeat(64)),
                                new BlobId("7".repeat(40)),
                                "java-service",
                                "paths/java-service/files/bin/run",
                                true),
                        new LockedFile(
                                new ProjectPath("docs/학생.md"),
                                FileMode.REGULAR,
                                LockedFile.Type.TEXT,
                                new Sha256("8".repeat(64)),
                                new BlobId("9".repeat(40)),
                                "java-service",
                                "",
                                false));
    }

    @Test
    void whatIsReadIsWrittenInTheSameBytes() throws IOException {
        Lock lock = LockReader.parse("pave.lock", frozen().getBytes(UTF_8));

        assertThat(new String(LockWriter.write(lock), UTF_8)).isEqualTo(frozen());
    }

    @Test
    void anEmptyLockIsReadAndWritten() {
        Lock empty = new Lock(
                "\"odd\\\"",
                new TemplateSource(TemplateSource.Kind.DIRECTORY, Optional.empty(), Sha256.of("")),
                new TreeMap<>(),
                List.of(),
                List.of(),
                new TreeMap<>());

        assertThat(LockReader.parse("pave.lock", LockWriter.write(empty))).isEqualTo(empty);
    }

    @Test
    void aNewerFormatIsRefusedBeforeAnythingElseIsLookedAt() {
        assertThat(refused("{\n  \"lock\": 2,\n  \"files\": [\"of another form\"]}"))
                .isEqualTo("""
                pave.lock:2:11: the lock has format 2, and this Pave reads up to 1
                  use the Pave that wrote it, or a newer one; nothing was changed""");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside",
                "/etc/passwd",
                "C:/windows",
                "a/../../b",
                ".git/hooks/pre-commit",
                ".GIT/config",
                "a/git~1/config",
                "a\\\\b",
                "con",
                "aux.txt",
                "trailing.",
                "trailing ",
                "nul\\u0000byte",
                "new\\nline",
                "-option",
                "",
                "a//b",
                "pave.lock",
                "Pave.Lock",
                ".pave/base/Dockerfile",
                "e\\u0301"
            })
    void aPathThatLeadsElsewhereIsRefused(String path) throws IOException {
        assertThat(refused(frozen().replace("\"Dockerfile\"", "\"" + path + "\"")))
                .startsWith("pave.lock:17:5: '");
    }

    @Test
    void twoPathsThatAreOneOnSomeFileSystemsAreRefused() throws IOException {
        assertThat(refused(frozen().replace("\"bin/run\"", "\"DOCKERFILE\"")))
                .contains("'DOCKERFILE' and 'Dockerfile' are the same path where case does not matter");
        assertThat(refused(frozen().replace("\"bin/run\"", "\"Dockerfile\""))).contains("Duplicate");
        assertThat(refused(frozen().replace("\"bin/run\"", "\"Dockerfile/run\"")))
                .contains("'Dockerfile/run' lies in 'Dockerfile', a file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"lock\": \"1\"}",
                "{\"lock\": 1}",
                "{\"lock\": 0}",
                "{\"lock\": -1}",
                "{\"lock\": 1e9}",
                "{\"lock\": 99999999999999999999}",
                "{\"lock\": 1, \"pave\": 7}",
                "lock: 1",
                "\u0000",
                "{\"lock\": 1, \"pave\": \"1\", \"templates\": {}, \"files\": {}}"
            })
    void whatIsNoLockIsReportedWithoutAStackTrace(String text) {
        assertThat(refused(text)).startsWith("pave.lock");
    }

    @Test
    void depthLengthAndSizeAreBounded() throws IOException {
        assertThat(refused("{\"lock\": 1, \"pave\": " + "[".repeat(100_000))).isNotEmpty();
        assertThat(refused(frozen().replace("\"0.1.0\",\n", "\"" + "9".repeat(10_000) + "\",\n")))
                .contains("exceeds the maximum");
        assertThat(refused(" ".repeat((16 << 20) + 1))).contains("is larger than 16 MiB");
    }

    @Test
    void aFieldThatIsMissingOrUnknownOrOfAnotherFormIsNamed() throws IOException {
        assertThat(refused(frozen().replace("\"mode\": \"100644\", ", ""))).contains("'Dockerfile' has no 'mode'");
        assertThat(refused(frozen().replace("\"type\": \"text\"", "\"type\": \"link\"")))
                .contains("'link' is no type of a generated file");
        assertThat(refused(frozen().replace("100644", "120000"))).contains("'120000' is no mode of a generated file");
        assertThat(refused(frozen().replace("4".repeat(64), "4".repeat(63)))).contains("is not a SHA-256");
        assertThat(refused(frozen().replace("5".repeat(40), "HEAD"))).contains("is not an object id");
        assertThat(refused(frozen().replace("\"write\": \"once\"", "\"write\": \"always\"")))
                .contains("says more than this Pave understands");
        assertThat(refused(frozen() + "{}")).contains("something follows");
    }

    @Test
    void conflictMarkersOfAMergeAreRecognised() throws IOException {
        assertThat(refused(frozen().replace("  \"personas\"", "<<<<<<< HEAD\n  \"personas\"")))
                .startsWith("pave.lock:5: two versions of the lock were merged and conflict here\n  take either");
    }

    @Test
    void aLinkInItsPlaceIsNotFollowed(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), frozen());
        Path repository = Files.createDirectory(directory.resolve("repository"));
        assertThat(LockReader.read(repository)).isEmpty();
        Files.createSymbolicLink(repository.resolve("pave.lock"), secret);

        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> LockReader.read(repository));

        assertThat(refused).hasMessageContaining("is not a file");
    }

    private static String refused(String text) {
        InvalidInput refused =
                catchThrowableOfType(InvalidInput.class, () -> LockReader.parse("pave.lock", text.getBytes(UTF_8)));
        assertThat(refused)
                .as("refusal of %s", text.substring(0, Math.min(200, text.length())))
                .isNotNull();
        return refused.getMessage();
    }

    private static String frozen() throws IOException {
        try (InputStream in = LockReaderTest.class.getResourceAsStream("/locks/format-1.json")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}
