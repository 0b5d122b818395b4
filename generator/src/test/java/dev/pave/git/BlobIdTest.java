package dev.pave.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlobIdTest {

    @Test
    void itIsTheIdThatGitDocuments() {
        // git-scm.com/book, "Git Objects": echo 'test content' | git hash-object --stdin
        assertThat(BlobId.of("test content\n".getBytes(StandardCharsets.UTF_8)))
                .hasToString("d670460b4b4aece5915caf5c68d12f560a9fe3e4");
    }

    @Property(tries = 200)
    void itIsTheIdThatJGitGives(@ForAll byte[] bytes) {
        try (ObjectInserter inserter = new ObjectInserter.Formatter()) {
            assertThat(BlobId.of(bytes).hex())
                    .isEqualTo(inserter.idFor(Constants.OBJ_BLOB, bytes).name());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d670",
                "D670460B4B4AECE5915CAF5C68D12F560A9FE3E4",
                "d670460b4b4aece5915caf5c68d12f560a9fe3eg"
            })
    void anythingElseIsNoId(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new BlobId(text));
    }
}
