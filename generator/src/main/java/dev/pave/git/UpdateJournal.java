package dev.pave.git;

import dev.pave.plan.FileMode;
import dev.pave.workspace.FileChange;
import dev.pave.workspace.FileChange.Image;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that is needed to finish an update or to take it back, kept in the git directory from before the first change until the last.
 *
 * @param head the commit that the update starts from
 * @param directory of the service
 * @param message of the commit
 * @param commits whether a commit was asked for
 * @param conflicts paths that a person must look at
 * @param files the changes in the work tree
 * @param index what the index is to hold for the paths of {@code touched}, and nothing else
 * @param touched paths, relative to the service
 * @param indexBefore the whole index as it was
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UpdateJournal(
        String head,
        String directory,
        String message,
        boolean commits,
        List<String> conflicts,
        List<FileChange> files,
        List<IndexEntry> index,
        List<String> touched,
        byte[] indexBefore) {

    private static final int MAGIC = 0x70617665;
    private static final int FORMAT = 1;
    private static final int CHECK_BYTES = 20;

    /** Writes it all at once; when this returns, it outlives a power failure. */
    void write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(MAGIC);
            out.writeInt(FORMAT);
            text(out, head);
            text(out, directory);
            text(out, message);
            out.writeBoolean(commits);
            texts(out, conflicts);
            out.writeInt(files.size());
            for (FileChange change : files) {
                text(out, change.path());
                image(out, change.before());
                image(out, change.after());
            }
            out.writeInt(index.size());
            for (IndexEntry entry : index) {
                text(out, entry.path());
                out.writeInt(entry.stage());
                text(out, entry.blob().hex());
                text(out, entry.kind().name());
            }
            texts(out, touched);
            bytes(out, indexBefore);
        }
        bytes.write(BlobId.sha1().digest(bytes.toByteArray()));
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                temporary, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer content = ByteBuffer.wrap(bytes.toByteArray());
            while (content.hasRemaining()) {
                channel.write(content);
            }
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The journal in a file; empty where there is none. */
    static Optional<UpdateJournal> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < CHECK_BYTES) {
            throw new IOException(file + " is cut off");
        }
        byte[] content = Arrays.copyOf(bytes, bytes.length - CHECK_BYTES);
        byte[] check = Arrays.copyOfRange(bytes, bytes.length - CHECK_BYTES, bytes.length);
        if (!Arrays.equals(BlobId.sha1().digest(content), check)) {
            throw new IOException(file + " is damaged");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            if (in.readInt() != MAGIC || in.readInt() != FORMAT) {
                throw new IOException(file + " was written by another version of Pave");
            }
            return Optional.of(read(in));
        } catch (EOFException e) {
            throw new IOException(file + " is cut off", e);
        }
    }

    private static UpdateJournal read(DataInputStream in) throws IOException {
        String head = text(in);
        String directory = text(in);
        String message = text(in);
        boolean commits = in.readBoolean();
        List<String> conflicts = texts(in);
        List<FileChange> files = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            files.add(new FileChange(text(in), image(in), image(in)));
        }
        List<IndexEntry> index = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            index.add(new IndexEntry(text(in), in.readInt(), new BlobId(text(in)), IndexEntry.Kind.valueOf(text(in))));
        }
        return new UpdateJournal(head, directory, message, commits, conflicts, files, index, texts(in), bytes(in));
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length != length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static void texts(DataOutputStream out, List<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            text(out, text);
        }
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = in.readInt(); i > 0; i--) {
            texts.add(text(in));
        }
        return texts;
    }

    private static void image(DataOutputStream out, Optional<Image> image) throws IOException {
        out.writeBoolean(image.isPresent());
        if (image.isPresent()) {
            out.writeBoolean(image.get().mode() == FileMode.EXECUTABLE);
            bytes(out, image.get().bytes());
        }
    }

    private static Optional<Image> image(DataInputStream in) throws IOException {
        if (!in.readBoolean()) {
            return Optional.empty();
        }
        FileMode mode = in.readBoolean() ? FileMode.EXECUTABLE : FileMode.REGULAR;
        return Optional.of(new Image(bytes(in), mode));
    }
}
