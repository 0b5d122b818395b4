package dev.pave.git;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;

/**
 * Writes git's index, version 2, with everything that git compares to tell that a file is unchanged. JGit writes neither inode, device, owner
 * nor change time, so that {@code git diff-files} would call every file of a fresh repository modified.
 *
 * @see <a href="https://git-scm.com/docs/index-format">index-format</a>
 */
final class IndexFile {

    private static final byte[] SIGNATURE = {'D', 'I', 'R', 'C'};
    private static final int VERSION = 2;
    private static final int FIXED_LENGTH = 62;
    private static final int LONGEST_NAME = 0xFFF;

    private IndexFile() {}

    static void write(DirCache entries, Path workTree, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(SIGNATURE);
            out.writeInt(VERSION);
            out.writeInt(entries.getEntryCount());
            for (int i = 0; i < entries.getEntryCount(); i++) {
                write(entries.getEntry(i), workTree, out);
            }
        }
        MessageDigest sha1 = BlobId.sha1();
        bytes.write(sha1.digest(bytes.toByteArray()));
        Files.write(file, bytes.toByteArray());
    }

    private static void write(DirCacheEntry entry, Path workTree, DataOutputStream out) throws IOException {
        Path file = workTree.resolve(entry.getPathString());
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        if (unix) {
            Map<String, Object> stat = Files.readAttributes(
                    file, "unix:ctime,lastModifiedTime,dev,ino,uid,gid,size", LinkOption.NOFOLLOW_LINKS);
            write((FileTime) stat.get("ctime"), out);
            write((FileTime) stat.get("lastModifiedTime"), out);
            out.writeInt(number(stat, "dev"));
            out.writeInt(number(stat, "ino"));
            out.writeInt(entry.getRawMode());
            out.writeInt(number(stat, "uid"));
            out.writeInt(number(stat, "gid"));
            out.writeInt(number(stat, "size"));
        } else {
            BasicFileAttributes stat = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            write(stat.creationTime(), out);
            write(stat.lastModifiedTime(), out);
            out.writeInt(0);
            out.writeInt(0);
            out.writeInt(entry.getRawMode());
            out.writeInt(0);
            out.writeInt(0);
            out.writeInt((int) stat.size());
        }
        byte[] id = new byte[20];
        entry.getObjectId().copyRawTo(id, 0);
        out.write(id);
        byte[] name = entry.getRawPath();
        out.writeShort(Math.min(name.length, LONGEST_NAME));
        out.write(name);
        out.write(new byte[8 - (FIXED_LENGTH + name.length) % 8]);
    }

    private static void write(FileTime time, DataOutputStream out) throws IOException {
        Instant instant = time.toInstant();
        out.writeInt((int) instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    /** Git, too, keeps the low 32 bits. */
    private static int number(Map<String, Object> stat, String name) {
        return ((Number) stat.get(name)).intValue();
    }
}
