package dev.pave.persona;

import java.text.Normalizer;

/** Unicode normal form C, so that a Korean syllable is one character however it was typed. */
public final class NormalForm {

    private static final int FIRST_COMBINING = 0x300;
    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;

    private NormalForm() {}

    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isNormal(text.charAt(i))) {
                return Normalizer.normalize(text, Normalizer.Form.NFC);
            }
        }
        return text;
    }

    /** Latin letters, whole Korean syllables, dashes, quotes and arrows: nearly every text, and then the tables of the JDK stay unread. */
    private static boolean isNormal(char c) {
        return c < FIRST_COMBINING
                || (c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE)
                || (c >= '\u2010' && c <= '\u2027')
                || (c >= '\u2190' && c <= '\u2193');
    }
}
