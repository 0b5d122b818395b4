package dev.pave.lifecycle.update;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of two versions of Pave is newer. What is no version, such as a development build, is never newer. */
final class VersionOrder {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");

    private VersionOrder() {}

    static boolean isNewer(String version, String than) {
        Matcher one = FORM.matcher(version);
        Matcher other = FORM.matcher(than);
        if (!one.matches() || !other.matches()) {
            return false;
        }
        for (int i = 1; i <= one.groupCount(); i++) {
            int order = Integer.compare(Integer.parseInt(one.group(i)), Integer.parseInt(other.group(i)));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }
}
