[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.resource;

[@code.sorted]
import [=java.package].platform.problem.ProblemException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
[/@code.sorted]

/**
 * The place after which a page begins.
 *
 * @param value what the last item was ordered by; empty where that is too long for a cursor
 */
record Cursor(UUID id, String value) {

    private static final int MAX_LENGTH = 512;
    private static final int CHECKSUM_BYTES = 8;
    private static final int MAX_VALUE_BYTES = MAX_LENGTH / 4 * 3 - CHECKSUM_BYTES - 16;

    static Cursor after(UUID id, String value) {
        boolean fits = value.getBytes(StandardCharsets.UTF_8).length <= MAX_VALUE_BYTES;
        return new Cursor(id, fits ? value : "");
    }

    /** The checksum ties the cursor to one list: the table with its order and filters. */
    String encode(String list) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(CHECKSUM_BYTES + 16 + text.length);
        bytes.put(Sha256.of((list + id + value).getBytes(StandardCharsets.UTF_8)), 0, CHECKSUM_BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        bytes.put(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static Cursor decode(String text, String list) {
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)).position(CHECKSUM_BYTES);
            UUID id = new UUID(bytes.getLong(), bytes.getLong());
            Cursor cursor = new Cursor(id, StandardCharsets.UTF_8.decode(bytes).toString());
            if (cursor.encode(list).equals(text)) {
                return cursor;
            }
        } catch (IllegalArgumentException | BufferUnderflowException exception) {
            // Not a cursor at all: the same answer as for a cursor of another list.
        }
        throw ProblemException.invalidParameter("cursor", "bad-format", "is not a cursor of this list");
    }
}
