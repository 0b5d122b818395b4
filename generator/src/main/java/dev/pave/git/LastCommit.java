package dev.pave.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** The commit that is checked out at or around a directory. */
public final class LastCommit {

    private LastCommit() {}

    /**
     * The day of the commit, where its committer was.
     *
     * @param directory exists
     * @return empty where there is no repository, or none with a commit
     * @throws IOException where the repository cannot be read
     */
    public static Optional<LocalDate> day(Path directory) throws IOException {
        IsolatedJGit.install();
        Path folder = directory.toRealPath();
        Optional<Path> root =
                Files.exists(folder.resolve(Constants.DOT_GIT)) ? Optional.of(folder) : FirstCommit.enclosing(folder);
        if (root.isEmpty()) {
            return Optional.empty();
        }
        FileRepositoryBuilder builder =
                new FileRepositoryBuilder().setWorkTree(root.get().toFile()).setMustExist(true);
        try (Repository repository = builder.build();
                RevWalk walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            if (head == null) {
                return Optional.empty();
            }
            PersonIdent committer = walk.parseCommit(head).getCommitterIdent();
            return Optional.of(LocalDate.ofInstant(committer.getWhenAsInstant(), committer.getZoneId()));
        }
    }
}
