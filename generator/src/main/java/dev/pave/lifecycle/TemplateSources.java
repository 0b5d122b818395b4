package dev.pave.lifecycle;

import dev.pave.git.GitEnvironment;
import dev.pave.git.GitTemplates;
import dev.pave.git.GitUrl;
import dev.pave.git.TemplateRequest;
import dev.pave.git.TemplateVersion;
import dev.pave.lock.GitSource;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.spec.TemplateReference;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds the templates that a description or a command line names: in a directory, or in a Git repository. */
public final class TemplateSources {

    /** Which state of a repository is wanted where a lock names one. */
    public enum Wish {
        /** That of the lock, as long as the description still asks for it: the same today as tomorrow, and without a network. */
        AS_LOCKED,
        /** What the description means today. */
        NEWEST
    }

    private final GitTemplates git;
    private final Map<GitSource, TemplateRoot> fetched = new HashMap<>();

    public TemplateSources(GitEnvironment environment) {
        this.git = GitTemplates.of(environment);
    }

    /**
     * The template root that is meant.
     *
     * @param base the folder to which a directory is relative
     * @param locked what the repository's lock tells; asked for only where it matters
     * @throws InvalidInput where there is none, it cannot be reached, or it is not what may be used
     */
    public TemplateRoot resolve(
            TemplateReference reference, Path base, Supplier<Optional<GitSource>> locked, Wish wish) {
        if (!GitUrl.isMeant(reference.source())) {
            return directory(reference, base);
        }
        TemplateRequest request = request(reference);
        Optional<TemplateVersion> known = locked.get().map(GitSource::version);
        TemplateVersion version = known.filter(before -> wish == Wish.AS_LOCKED && request.isMetBy(before))
                .orElseGet(() -> git.resolve(request, known, reference.location()));
        return fetched.computeIfAbsent(
                new GitSource(version, reference.folder()),
                source -> TemplateRoot.git(source, git.files(version, source.folder(), reference.location())));
    }

    /**
     * The template root that a lock tells of, as it was then.
     *
     * @param place where a problem is located
     * @throws InvalidInput where it cannot be reached any more, or has moved
     */
    public TemplateRoot recorded(GitSource source, Location place) {
        return fetched.computeIfAbsent(
                source, wanted -> TemplateRoot.git(wanted, git.files(wanted.version(), wanted.folder(), place)));
    }

    private static TemplateRoot directory(TemplateReference reference, Path base) {
        if (reference.ref().isPresent()
                || reference.prerelease()
                || !reference.tagPrefix().isEmpty()) {
            throw refused(
                    reference.location(),
                    "'" + reference.source() + "' is a directory, which has no tags, branches or commits",
                    "give the address of a Git repository, or leave out what follows the directory");
        }
        Path directory = base.resolve(reference.source()).normalize();
        return TemplateRoot.directory(reference.folder().isEmpty() ? directory : directory.resolve(reference.folder()));
    }

    private static TemplateRequest request(TemplateReference reference) {
        GitUrl.refusal(reference.source()).ifPresent(refusal -> {
            throw refused(reference.location(), "the address of the templates " + refusal.message(), refusal.remedy());
        });
        reference.ref().flatMap(TemplateRequest::refusal).ifPresent(reason -> {
            throw refused(
                    reference.location(),
                    "'" + reference.ref().orElseThrow() + "' " + reason,
                    "name a tag, a branch or a whole commit id");
        });
        if (!reference.tagPrefix().isEmpty()) {
            TemplateRequest.refusal(reference.tagPrefix() + "1.0.0").ifPresent(reason -> {
                throw refused(
                        reference.location(),
                        "tag-prefix '" + reference.tagPrefix() + "' " + reason.replace("cannot be", "cannot begin"),
                        "as 'web-'");
            });
        }
        return new TemplateRequest(
                new GitUrl(reference.source()), reference.ref(), reference.prerelease(), reference.tagPrefix());
    }

    private static InvalidInput refused(Location place, String message, String remedy) {
        return new InvalidInput(new Problem("template-source", place, message, remedy));
    }
}
