package dev.pave.git;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name that git gives to a file's bytes: SHA-1 over {@code blob <length>\0} and the bytes.
 *
 * @param hex 40 lower-case hexadecimal digits
 */
public record BlobId(String hex) {

    /** @throws IllegalArgumentException where the text is not an object id */
    public BlobId {
        Hex.check(hex);
    }

    /** The id of a blob with these bytes, wherever it is stored. */
    public static BlobId of(byte[] bytes) {
        MessageDigest sha1 = sha1();
        sha1.update(("blob " + bytes.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return new BlobId(HexFormat.of().formatHex(sha1.digest(bytes)));
    }

    static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public String toString() {
        return hex;
    }
}
