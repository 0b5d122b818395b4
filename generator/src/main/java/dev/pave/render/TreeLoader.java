package dev.pave.render;

import dev.pave.catalogue.TemplateTree;
import freemarker.cache.TemplateLoader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gives FreeMarker the files of a template root, and nothing else: an include that leads outside finds no template. */
final class TreeLoader implements TemplateLoader {

    /** What FreeMarker's language allows between any two of its words. */
    private static final String GAP = "(?>\\s++|[\\[<]#--(?s:.*?)--[\\]>])*+";

    /** The one thing in FreeMarker's language that reads the clock; {@code .now(} is a call in some other language. */
    private static final Pattern CLOCK = Pattern.compile("(?<![A-Za-z0-9_)\\]\"'])\\." + GAP + "now\\b(?!\\s*\\()");

    /** What makes a template of a text, which could then say what no template may. */
    private static final Pattern CODE_FROM_TEXT = Pattern.compile("\\?" + GAP + "(eval|interpret)\\b");

    private final TemplateTree tree;

    TreeLoader(TemplateTree tree) {
        this.tree = tree;
    }

    @Override
    public @Nullable Object findTemplateSource(String name) {
        return tree.bytes(name).isPresent() ? name : null;
    }

    @Override
    public long getLastModified(Object templateSource) {
        return 0;
    }

    @Override
    public Reader getReader(Object templateSource, String encoding) throws IOException {
        String name = (String) templateSource;
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(tree.bytes(name).orElseThrow()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("the template is not UTF-8", e);
        }
        refuseForbidden(text);
        return new StringReader(text.replace("\r\n", "\n"));
    }

    /** Looks for the plain words first, which most templates do without: the patterns take longer than to parse the template. */
    private static void refuseForbidden(String text) throws IOException {
        if (text.contains("now") && CLOCK.matcher(text).find()) {
            throw new IOException("a template cannot read the clock (.now): the same inputs give the same bytes");
        }
        if (text.contains("eval") || text.contains("interpret")) {
            Matcher codeFromText = CODE_FROM_TEXT.matcher(text);
            if (codeFromText.find()) {
                throw new IOException("a template cannot make code of a text (?" + codeFromText.group(1) + ")");
            }
        }
    }

    @Override
    public void closeTemplateSource(Object templateSource) {
        // Nothing is open: a source is a name.
    }
}
