package dev.pave.render;

import freemarker.template.TemplateException;

/** FreeMarker's messages, cut down to the sentence that says what is wrong. */
final class TemplateFault {

    private TemplateFault() {}

    static String message(TemplateException e) {
        String whole = String.valueOf(e.getMessageWithoutStackTop());
        int tips = whole.indexOf("\n----");
        String message = (tips < 0 ? whole : whole.substring(0, tips)).strip();
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }
}
