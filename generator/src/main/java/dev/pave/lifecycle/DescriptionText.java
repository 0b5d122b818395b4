package dev.pave.lifecycle;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a service description, from a file or a stream.
 *
 * @param source how problems name it
 */
public record DescriptionText(String source, String text) {

    private static final int MOST_BYTES = 1 << 20;

    /** @throws InvalidInput where there is no file, or none that is UTF-8 text of at most a mebibyte */
    public static DescriptionText of(Path file) {
        if (Files.isDirectory(file)) {
            throw refused(file.toString(), "is a directory", "give the file: " + file.resolve("pave.yaml"));
        }
        if (!Files.exists(file)) {
            throw refused(file.toString(), "there is no such file", "");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return of(file.toString(), in);
        } catch (IOException e) {
            throw refused(file.toString(), "cannot be read: " + e.getMessage(), "");
        }
    }

    /** @throws InvalidInput where the stream is not UTF-8 text of at most a mebibyte */
    public static DescriptionText of(String source, InputStream in) {
        try {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw refused(source, "is larger than a mebibyte", "is it the right file?");
            }
            return new DescriptionText(
                    source,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            throw refused(source, "is not UTF-8 text", "save it as UTF-8");
        } catch (IOException e) {
            throw refused(source, "cannot be read: " + e.getMessage(), "");
        }
    }

    private static InvalidInput refused(String source, String message, String remedy) {
        return new InvalidInput(new Problem("description-file", Location.of(source), message, remedy));
    }
}
