package dev.pave.verify.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class TemporaryFolderTest {

    @Test
    void itIsGoneWithAllInItWhenItIsClosed() throws IOException {
        Path path;
        try (TemporaryFolder folder = TemporaryFolder.create("pave-test-")) {
            path = folder.path();
            assertThat(folder.write("a/b.txt", new byte[1])).exists();
            assertThatThrownBy(() -> folder.write("../b.txt", new byte[1])).hasMessage("not in the folder: ../b.txt");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void theFolderOfAUserIsTheSameEveryTimeAndNobodyElsesFolder() throws IOException {
        String prefix = "pave-test-" + ProcessHandle.current().pid();
        Path folder = TemporaryFolder.ofThisUser(prefix);
        try {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                    .isEqualTo("rwx------");
            assertThat(TemporaryFolder.ofThisUser(prefix)).isEqualTo(folder);

            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
            Path other = TemporaryFolder.ofThisUser(prefix);
            assertThat(other).isNotEqualTo(folder).isEmptyDirectory();
            Files.delete(other);
        } finally {
            Files.delete(folder);
        }
    }
}
