package edu.example.studentrecords.platform.validation;

import java.util.regex.Pattern;

/** The forms of text; none may hold half a surrogate pair, which is no character. */
public enum Form {
    LINE(
            "control-character",
            "must be one line without control characters",
            "[^\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff]*+"),
    EMAIL(
            "bad-format",
            "must be an e-mail address",
            "[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])");

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
