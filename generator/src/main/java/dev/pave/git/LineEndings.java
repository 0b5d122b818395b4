package dev.pave.git;

import java.io.ByteArrayOutputStream;

/** Text files that were checked out, or are kept, with CRLF: the same text to a merge, and CRLF again when it is written. */
public final class LineEndings {

    private LineEndings() {}

    /** Whether it is text in which every line ends with CRLF, and there is such a line. */
    public static boolean isCrlf(byte[] bytes) {
        boolean found = false;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return false;
            }
            if (bytes[i] == '\n') {
                if (i == 0 || bytes[i - 1] != '\r') {
                    return false;
                }
                found = true;
            }
        }
        return found;
    }

    /** With LF where every line ends with CRLF; other bytes as they are. */
    public static byte[] toLf(byte[] bytes) {
        if (!isCrlf(bytes)) {
            return bytes;
        }
        ByteArrayOutputStream lf = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
                lf.write(bytes[i]);
            }
        }
        return lf.toByteArray();
    }

    /** With CRLF instead of each LF that has no CR before it. */
    public static byte[] toCrlf(byte[] bytes) {
        ByteArrayOutputStream crlf = new ByteArrayOutputStream(bytes.length + bytes.length / 16);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
                crlf.write('\r');
            }
            crlf.write(bytes[i]);
        }
        return crlf.toByteArray();
    }
}
