package dev.pave.git;

import dev.pave.workspace.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.FS_POSIX;

/**
 * What was fetched of template repositories, a bare repository for each address and commit. One is made beside its place and moved there as a whole, so
 * several processes need no lock, and a kill leaves nothing half. Each use verifies all that it reads; what is broken is moved away and fetched again.
 */
final class TemplateCache {

    private static final String UNFINISHED = ".fetch-";
    private static final String BROKEN = ".broken-";
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final Path root;
    private final Instant now;

    /** @param now by which it is known what a killed process left behind */
    TemplateCache(Path root, Instant now) {
        this.root = root;
        this.now = now;
    }

    /** Brings a commit into an empty repository. */
    @FunctionalInterface
    interface Fetch {

        void into(Repository repository) throws IOException;
    }

    /**
     * The files of a version, fetched where they are not here or broken.
     *
     * @throws IOException where they are not, and cannot be fetched or kept
     */
    SortedMap<String, byte[]> files(TemplateVersion version, String folder, String name, Fetch fetch)
            throws IOException {
        Path place = place(version);
        Optional<SortedMap<String, byte[]>> kept = kept(place, version, folder, name);
        return kept.isPresent() ? kept.get() : fetched(place, version, folder, name, fetch);
    }

    private Path place(TemplateVersion version) {
        return root.resolve(key(version.url().text())).resolve(version.commit());
    }

    /** Empty where there is nothing, or nothing that is whole. */
    private Optional<SortedMap<String, byte[]>> kept(Path place, TemplateVersion version, String folder, String name)
            throws IOException {
        if (!Files.isDirectory(place)) {
            return Optional.empty();
        }
        try (Repository repository = open(place)) {
            return Optional.of(TemplateObjects.read(repository, version.commit(), folder, name));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            // JGit answers a broken pack index with any of these. Whoever else found it may have moved it away already.
            discard(place);
            return Optional.empty();
        }
    }

    private SortedMap<String, byte[]> fetched(
            Path place, TemplateVersion version, String folder, String name, Fetch fetch) throws IOException {
        Path parent = Files.createDirectories(place.getParent());
        sweep(parent);
        Path beside = Files.createTempDirectory(parent, UNFINISHED);
        try {
            SortedMap<String, byte[]> files;
            try (Repository repository = open(beside)) {
                repository.create(true);
                StoredConfig config = repository.getConfig();
                // nothing may go on in the background
                config.setInt("gc", null, "auto", 0);
                config.setBoolean("gc", null, "autoDetach", false);
                config.save();
                fetch.into(repository);
                files = TemplateObjects.read(repository, version.commit(), folder, name);
            }
            try {
                Files.move(beside, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                throw e;
            } catch (FileSystemException e) {
                if (!Files.isDirectory(place)) {
                    throw e;
                }
                // another process was faster; its copy is as good
            }
            return files;
        } finally {
            if (Files.exists(beside)) {
                Trees.delete(beside);
            }
        }
    }

    private static Repository open(Path directory) throws IOException {
        IsolatedJGit.install();
        FS fs = FS.DETECTED.newInstance();
        if (fs instanceof FS_POSIX posix) {
            posix.setUmask(022); // JGit would start a shell to ask for it
        }
        return new FileRepositoryBuilder()
                .setFS(fs)
                .setGitDir(directory.toFile())
                .setBare()
                .build();
    }

    private static void discard(Path place) throws IOException {
        Path away = Files.createTempDirectory(place.getParent(), BROKEN);
        try {
            Files.move(place, away.resolve(Constants.DOT_GIT), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            Files.delete(away);
            return;
        }
        Trees.delete(away);
    }

    /** Deletes what a process that was killed has left. */
    private void sweep(Path parent) throws IOException {
        List<Path> abandoned;
        try (Stream<Path> entries = Files.list(parent)) {
            abandoned = entries.filter(entry -> {
                        String file = entry.getFileName().toString();
                        return file.startsWith(UNFINISHED) || file.startsWith(BROKEN);
                    })
                    .toList();
        }
        for (Path entry : abandoned) {
            if (isAbandoned(entry)) {
                Trees.delete(entry);
            }
        }
    }

    private boolean isAbandoned(Path entry) throws IOException {
        try {
            return Files.getLastModifiedTime(entry).toInstant().plus(ABANDONED).isBefore(now);
        } catch (NoSuchFileException e) {
            return false; // its owner is alive, and has done with it
        }
    }

    private static String key(String url) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
