package dev.pave.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pave.spec.ServiceDescriptionReader;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/service-description.md} shows works with what Pave brings. */
class DocumentedExampleTest {

    @Test
    void theCompleteExampleCanBeGenerated() throws IOException {
        String document = Files.readString(Bundled.PROJECT.resolve("docs/service-description.md"));
        Matcher block = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(document);
        assertThat(block.find()).isTrue();

        String text = block.group(1);
        assertThat(Bundled.generator()
                        .generate(new ServiceDescriptionReader().read("docs", text), text)
                        .rendering()
                        .files())
                .isNotEmpty();
    }
}
