[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.validation;

[@code.importing [
  "java.util.regex.Pattern"
]]
/** The forms of text; none may hold half a surrogate pair, which is no character. */
public enum Form {
    LINE(
            "control-character",
            "must be one line without control characters",
            "[^\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff]*+")[#if (uses.text?? || uses.json??)],
    TEXT(
            "control-character",
            "must not contain control characters",
            "[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff]*+")[/#if][#if uses.email??],
    EMAIL(
            "bad-format",
            "must be an e-mail address",
            "[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])")[/#if][#if uses.uri??],
    URI(
            "bad-format",
            "must be an absolute http or https URI",
            "https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?]B)?(#B)?"
                    .replace("B", "C*+(%[0-9A-Fa-f]{2}C*+)*+")
                    .replace("C", "[A-Za-z0-9._~!$&'()*+,;=:@/?-]"))[/#if];

    final String code;
    final String message;
    private final Pattern pattern;

    Form(String code, String message, String pattern) {
        this.code = code;
        this.message = message;
        this.pattern = Pattern.compile(pattern);
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
[/@code.importing]
