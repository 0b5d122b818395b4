package dev.pave.render;

import freemarker.template.TemplateException;
import java.util.regex.Pattern;

/** FreeMarker's messages, cut down to the sentence that says what is wrong. */
final class TemplateFault {

    /** The problem has the place already. */
    private static final Pattern PLACE =
            Pattern.compile("\\s*\\[in template \"[^\"]*\" at line [0-9]+, column [0-9]+]");

    private TemplateFault() {}

    static String message(TemplateException e) {
        String whole = String.valueOf(e.getMessageWithoutStackTop());
        int tips = whole.indexOf("\n----");
        String message = (tips < 0 ? whole : whole.substring(0, tips)).strip();
        return PLACE.matcher(message)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
