package dev.pave.lifecycle.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.pave.catalogue.Templates;
import dev.pave.git.GitEnvironment;
import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Knowledge;
import dev.pave.lifecycle.NewRepository;
import dev.pave.problem.InvalidInput;
import dev.pave.spec.ServiceDescriptionReader;
import dev.pave.testing.Generation;
import dev.pave.testing.Git;
import dev.pave.testing.MemoryTemplates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A repository that was generated from templates in memory, edited, and is updated, all of it for real:
 *
 * <pre>{@code
 * given(place).template("a.txt", "1\n2\n").generated().edit("a.txt", "1\n2\nmine\n").committed().template("a.txt", "0\n1\n2\n").update()
 * }</pre>
 */
final class Updating {

    private static final String FILES = "paths/service/files/";

    private final Path place;
    private Path directory;
    private final MemoryTemplates templates = new MemoryTemplates();
    private final List<String> rules = new ArrayList<>();
    private String more = "";
    private List<String> only = List.of();
    private List<String> restore = List.of();
    private boolean commits = true;
    private String version = "1.0.0";
    private List<Outcome> outcomes = List.of();
    private Optional<Update.Done> done = Optional.empty();

    private Updating(Path place) {
        this.place = place;
        this.directory = place.resolve("repository");
    }

    /** @param place an empty folder */
    static Updating given(Path place) {
        return new Updating(place);
    }

    /** In another directory than the usual one. */
    Updating in(Path other) {
        directory = other;
        return this;
    }

    Path directory() {
        return directory;
    }

    /** A file as the templates make it, from now on. */
    Updating template(String path, String text) {
        return template(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Updating template(String path, byte[] bytes) {
        templates.with(FILES + path, bytes);
        return this;
    }

    Updating without(String path) {
        templates.without(FILES + path);
        return this;
    }

    /** An entry of the manifest's file rules. */
    Updating rule(String rule) {
        rules.add(rule);
        return manifest();
    }

    Updating withoutRules() {
        rules.clear();
        return manifest();
    }

    /** Lines of the manifest besides its file rules. */
    Updating manifest(String lines) {
        more = lines;
        return manifest();
    }

    private Updating manifest() {
        templates.with(
                "paths/service/path.yaml",
                "id: service\ntitle: Service\nsummary: A service\nfiles: [" + String.join(", ", rules) + "]\n" + more
                        + "\n");
        return this;
    }

    /** A feature with one file, which contributes a line to the slot {@code path.notes}. */
    Updating feature(String id, String path, String text) {
        templates.with(
                "features/" + id + "/feature.yaml",
                "id: " + id + "\ntitle: F\nsummary: F\ncontributes: {path.notes: [{line: from " + id + "}]}\n");
        templates.with("features/" + id + "/files/" + path, text);
        return this;
    }

    Updating version(String other) {
        version = other;
        return this;
    }

    /** Generates it and commits. */
    Updating generated() {
        generated(true);
        return this;
    }

    private void generated(boolean commit) {
        String text = Generation.MINIMAL;
        NewRepository.at(directory, commit ? Optional.of(environment()) : Optional.empty())
                .write(generator().generate(new ServiceDescriptionReader().read("pave.yaml", text), text));
    }

    /** Generates it in a folder of a repository that has other things too. */
    Updating generatedInFolder(String folder) {
        directory = place.resolve("mono").resolve(folder);
        try {
            Files.createDirectories(directory.getParent());
            generated(false);
            Files.writeString(place.resolve("mono/other.txt"), "other\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Git git = Git.in(place.resolve("mono"));
        git.run("init", "-q", "-b", "main");
        git.run("add", "-A");
        return committed();
    }

    Updating edit(String path, String text) {
        return edit(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Updating edit(String path, byte[] bytes) {
        try {
            Path file = directory.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Updating mode(String path, String permissions) {
        try {
            Files.setPosixFilePermissions(directory.resolve(path), PosixFilePermissions.fromString(permissions));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Updating delete(String path) {
        try {
            Files.delete(directory.resolve(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Updating move(String from, String to) {
        byte[] bytes = bytes(from);
        return delete(from).edit(to, bytes);
    }

    Updating link(String path, String target) {
        try {
            Files.createSymbolicLink(directory.resolve(path), Path.of(target));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Commits everything, as the user. */
    Updating committed() {
        git("add", "-A", ".");
        git(
                "-c",
                "user.name=U",
                "-c",
                "user.email=u@example.org",
                "commit",
                "-qm",
                "mine",
                "--allow-empty",
                "--no-verify");
        return this;
    }

    Updating only(String... paths) {
        only = List.of(paths);
        return this;
    }

    Updating restore(String... paths) {
        restore = List.of(paths);
        return this;
    }

    Updating withoutCommit() {
        commits = false;
        return this;
    }

    /** Updates, and requires that nothing of it needs a person. */
    Updating update() {
        updateWithConflicts();
        assertThat(done.orElseThrow().conflicts()).as("conflicts").isEmpty();
        return this;
    }

    Updating updateWithConflicts() {
        try (Update update = Update.of(directory, environment())) {
            Optional<Update.Done> recovered = update.recover();
            if (recovered.isPresent()) {
                done = recovered;
                outcomes = List.of();
                return this;
            }
            Update.Prepared prepared = update.prepare(generator(), wish());
            outcomes = prepared.outcomes();
            done = Optional.of(prepared.apply());
        }
        return this;
    }

    Updating preview() {
        try (Update update = Update.of(directory, environment())) {
            outcomes = update.prepare(generator(), wish()).outcomes();
        }
        return this;
    }

    Updating abort() {
        try (Update update = Update.of(directory, environment())) {
            update.abort();
        }
        return this;
    }

    Updating resume() {
        try (Update update = Update.of(directory, environment())) {
            done = Optional.of(update.resume());
        }
        return this;
    }

    /** What is wrong, as the user reads it. */
    String refusal() {
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, this::updateWithConflicts);
        assertThat(refused).as("refusal").isNotNull();
        return refused.getMessage();
    }

    private Update.Wish wish() {
        return new Update.Wish(only, restore, Optional.empty(), commits);
    }

    Generator generator() {
        return new Generator(
                new Knowledge(Templates.read(templates), Knowledge.catalogue(templates), List.of()), version);
    }

    private GitEnvironment environment() {
        return new GitEnvironment(
                Map.of(
                        "GIT_CONFIG_NOSYSTEM", "1",
                        "GIT_AUTHOR_NAME", "A. Uthor",
                        "GIT_AUTHOR_EMAIL", "author@example.org",
                        "GIT_COMMITTER_NAME", "A. Uthor",
                        "GIT_COMMITTER_EMAIL", "author@example.org"),
                place,
                Clock.fixed(Instant.parse("2026-03-02T09:30:00Z"), ZoneOffset.UTC));
    }

    Update.Done done() {
        return done.orElseThrow();
    }

    /** What the user was told, line by line, the lock aside. */
    List<String> told() {
        return outcomes.stream()
                .map(outcome -> outcome.toString().replaceAll(" +", " "))
                .toList();
    }

    String git(String... arguments) {
        return Git.in(directory).run(arguments);
    }

    /** What is not committed, without what is ignored. */
    String status() {
        return git("status", "--porcelain");
    }

    /** What the index has of a conflict: {@code 1 base, 2 yours, 3 theirs}. */
    List<String> stages(String path) {
        return git("ls-files", "-s", "--", path)
                .lines()
                .map(line -> line.split("[ \t]", 4)[2])
                .toList();
    }

    String staged(int stage, String path) {
        return git("show", ":" + stage + ":./" + path);
    }

    String file(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    byte[] bytes(String path) {
        try {
            return Files.readAllBytes(directory.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String path) {
        return Files.exists(directory.resolve(path), java.nio.file.LinkOption.NOFOLLOW_LINKS);
    }
}
