package dev.pave.render;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.core.CommonTemplateMarkupOutputModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;

/** Tells FreeMarker how a {@link TargetFormat} escapes, so that every interpolation is escaped without a template asking for it. */
final class EscapingFormat extends CommonMarkupOutputFormat<EscapingFormat.Output> {

    private final TargetFormat format;

    EscapingFormat(TargetFormat format) {
        this.format = format;
    }

    @Override
    public String getName() {
        return format.name();
    }

    @Override
    public String getMimeType() {
        return "text/plain";
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtInName) {
        return false;
    }

    @Override
    public void output(String textToEscape, Writer out) throws IOException, TemplateModelException {
        out.write(escapePlainText(textToEscape));
    }

    @Override
    public String escapePlainText(String text) throws TemplateModelException {
        return format.escape(text)
                .orElseThrow(() -> new TemplateModelException("this text cannot be written in a file of format "
                        + format.name().toLowerCase(Locale.ROOT) + ": " + text));
    }

    @Override
    protected Output newTemplateMarkupOutputModel(String plainText, String markup) {
        return new Output(this, plainText, markup);
    }

    /** Text that is either still to be escaped or already is. */
    static final class Output extends CommonTemplateMarkupOutputModel<Output> {

        private final EscapingFormat format;

        private Output(EscapingFormat format, String plainText, String markup) {
            super(plainText, markup);
            this.format = format;
        }

        @Override
        public EscapingFormat getOutputFormat() {
            return format;
        }
    }
}
