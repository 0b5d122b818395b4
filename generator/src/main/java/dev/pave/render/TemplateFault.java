package dev.pave.render;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;
import java.util.regex.Pattern;

/** FreeMarker's messages, cut down to the sentence that says what is wrong. */
final class TemplateFault {

    /** The problem has the place already. */
    private static final Pattern PLACE =
            Pattern.compile("\\s*\\[in template \"[^\"]*\" at line [0-9]+, column [0-9]+]");

    private TemplateFault() {}

    /** What a template says that FreeMarker cannot read, without the list of all that it could. */
    static String message(ParseException e) {
        String whole = e.getEditorMessage();
        int expected = whole.indexOf("\nWas expecting");
        return oneLine(expected < 0 ? whole : whole.substring(0, expected));
    }

    static String message(TemplateException e) {
        String whole = String.valueOf(e.getMessageWithoutStackTop());
        int tips = whole.indexOf("\n----");
        return oneLine(tips < 0 ? whole : whole.substring(0, tips));
    }

    private static String oneLine(String message) {
        return PLACE.matcher(message)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
