package dev.pave.git;

import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.problem.Suggestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Template repositories: which commit a request means today, and the files of a commit, from the cache where they are there. */
public final class GitTemplates {

    private static final String TAGS = "refs/tags/";
    private static final String HEADS = "refs/heads/";

    private final TemplateCache cache;
    private final String sshProgram;

    private GitTemplates(Path cache, GitEnvironment environment, String sshProgram) {
        this.cache = new TemplateCache(cache, environment.clock().instant());
        this.sshProgram = sshProgram;
    }

    /** With the cache of the user: {@code ${XDG_CACHE_HOME:-~/.cache}/pave/templates}. */
    public static GitTemplates of(GitEnvironment environment) {
        Path caches = environment
                .filled("XDG_CACHE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute) // as its specification says
                .orElse(environment.home().resolve(".cache"));
        return new GitTemplates(caches.resolve("pave").resolve("templates"), environment, "ssh");
    }

    /** With another program in the place of ssh. */
    static GitTemplates of(GitEnvironment environment, String sshProgram) {
        return new GitTemplates(
                environment.home().resolve(".cache").resolve("pave").resolve("templates"), environment, sshProgram);
    }

    /**
     * Which commit is meant. Asks the server, unless a commit is asked for.
     *
     * @param known the version of which a lock tells; its tag must still name its commit
     * @param place where a user asked for it
     * @throws InvalidInput where the server cannot be reached, there is no such ref, or a tag has moved
     */
    public TemplateVersion resolve(TemplateRequest request, Optional<TemplateVersion> known, Location place) {
        String ref = request.ref().orElse("");
        if (TemplateVersion.isCommit(ref)) {
            return new TemplateVersion(request.url(), ref, ref);
        }
        SortedMap<String, String> refs = refs(request.url(), place);
        known.filter(version -> version.url().equals(request.url()))
                .ifPresent(version -> refuseMoved(version, refs, place));
        String full = ref.isEmpty() ? newest(request, refs, place) : named(ref, request.url(), refs, place);
        return new TemplateVersion(request.url(), full, refs.get(full));
    }

    /**
     * The files of a version, by path.
     *
     * @param folder in which the template root is, with {@code /} between segments; empty for the whole repository
     * @throws InvalidInput where they cannot be had, or are not what a template root may hold
     */
    public SortedMap<String, byte[]> files(TemplateVersion version, String folder, Location place) {
        String name = name(version, folder);
        try {
            return cache.files(version, folder, name, repository -> {
                TemplateRemote remote = new TemplateRemote(version.url(), sshProgram);
                SortedMap<String, String> refs = remote.refs();
                refuseMoved(version, refs, place);
                remote.fetch(version, refs, repository);
            });
        } catch (IOException e) {
            throw unreachable(version.url() + " at " + version.shortRef(), place, e);
        }
    }

    /** How problems and explanations name such a template root. */
    public static String name(TemplateVersion version, String folder) {
        return version.url() + "@" + version.shortRef() + (folder.isEmpty() ? "" : "/" + folder);
    }

    private SortedMap<String, String> refs(GitUrl url, Location place) {
        try {
            return new TemplateRemote(url, sshProgram).refs();
        } catch (IOException e) {
            throw unreachable(url.text(), place, e);
        }
    }

    private static InvalidInput unreachable(String what, Location place, IOException e) {
        return refused(
                place,
                "templates of " + what + " cannot be fetched: " + e.getMessage(),
                "is the address right, and can 'git ls-remote' read it? a repository that is not public needs an ssh agent, or ~/.netrc");
    }

    private static void refuseMoved(TemplateVersion known, Map<String, String> refs, Location place) {
        String now = refs.get(known.ref());
        if (known.isTag() && now != null && !now.equals(known.commit())) {
            throw new InvalidInput(new Problem(
                    "template-tag-moved",
                    place,
                    "the tag " + known.shortRef() + " of " + known.url() + " was " + known.commit() + ", and is now "
                            + now,
                    "ask whoever owns the templates; to take what is there now, set 'ref: " + now + "'"));
        }
    }

    private static String newest(TemplateRequest request, SortedMap<String, String> refs, Location place) {
        record Tag(String ref, SemanticVersion version) {}
        String prefix = TAGS + request.tagPrefix();
        return refs.keySet().stream()
                .filter(ref -> ref.startsWith(prefix))
                .flatMap(ref -> SemanticVersion.parse(ref.substring(prefix.length())).stream()
                        .map(version -> new Tag(ref, version)))
                .filter(tag -> request.prerelease() || !tag.version().isPrerelease())
                .max(Comparator.comparing(Tag::version).thenComparing(Tag::ref))
                .map(Tag::ref)
                .orElseThrow(() -> refused(
                        place,
                        request.url() + " has no " + (request.prerelease() ? "tag" : "tag of a release")
                                + " that is a semantic version"
                                + (request.tagPrefix().isEmpty() ? "" : " after '" + request.tagPrefix() + "'"),
                        "name a tag, branch or commit with 'ref', or '#' after the address"
                                + (request.prerelease() ? "" : "; or ask for prereleases")));
    }

    private static String named(String ref, GitUrl url, SortedMap<String, String> refs, Location place) {
        if (refs.containsKey(ref)) {
            return ref;
        }
        boolean tag = refs.containsKey(TAGS + ref);
        boolean branch = refs.containsKey(HEADS + ref);
        if (tag && branch) {
            throw refused(
                    place, "'" + ref + "' is a tag and a branch of " + url, "say " + TAGS + ref + " or " + HEADS + ref);
        }
        if (!tag && !branch) {
            throw refused(
                    place,
                    url + " has no tag or branch '" + ref + "'",
                    ref.matches("[0-9a-f]{4,39}")
                            ? "a commit is named by all 40 digits"
                            : Suggestion.remedy(
                                    ref,
                                    refs.keySet().stream()
                                            .map(name -> name.replaceFirst("^refs/[a-z]+/", ""))
                                            .limit(50)
                                            .toList()));
        }
        return (tag ? TAGS : HEADS) + ref;
    }

    private static InvalidInput refused(Location place, String message, String remedy) {
        return new InvalidInput(new Problem("template-source", place, message, remedy));
    }
}
