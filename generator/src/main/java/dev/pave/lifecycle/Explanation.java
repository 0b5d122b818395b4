package dev.pave.lifecycle;

import dev.pave.catalogue.Feature;
import dev.pave.catalogue.Proofs;
import dev.pave.git.LineEdits;
import dev.pave.lifecycle.ExplainedFile.Block;
import dev.pave.lifecycle.ExplainedFile.Line;
import dev.pave.lifecycle.ExplainedFile.State;
import dev.pave.lifecycle.ExplainedPractice.Change;
import dev.pave.lifecycle.ExplainedPractice.Place;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.plan.Plan;
import dev.pave.plan.PracticeStatus;
import dev.pave.plan.ProjectPath;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.problem.Suggestion;
import dev.pave.render.Coverage;
import dev.pave.render.Region;
import dev.pave.render.RenderedFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Why each line of a repository is there, and where each practice is: a fresh render, followed to the files as they are on disk. */
public final class Explanation {

    private static final int MOST_LINES = 20_000;

    private final Plan plan;
    private final Coverage coverage;
    private final Map<ProjectPath, RenderedFile> files = new HashMap<>();
    private final Repository repository;
    private final BiPredicate<ProjectPath, byte[]> leftByPave;

    /** Explains what differs from the render as changed by the user, since nothing tells what Pave left there. */
    public Explanation(Generated generated, Repository repository) {
        this(generated, repository, (path, bytes) -> false);
    }

    /** @param leftByPave whether Pave wrote exactly these bytes to this path when it last wrote the repository, as its lock tells */
    public Explanation(Generated generated, Repository repository, BiPredicate<ProjectPath, byte[]> leftByPave) {
        this.plan = generated.plan();
        this.coverage = Coverage.of(plan, generated.rendering().files());
        generated.rendering().files().forEach(file -> files.put(file.path(), file));
        this.repository = repository;
        this.leftByPave = leftByPave;
    }

    public Plan plan() {
        return plan;
    }

    public Coverage coverage() {
        return coverage;
    }

    /**
     * A file of the repository.
     *
     * @param path relative to the repository's folder
     * @return empty where the file is there, and not of Pave's making
     * @throws InvalidInput where there is no such file, or one that is too large to follow its lines
     */
    public Optional<ExplainedFile> file(String path) {
        Optional<ProjectPath> valid =
                ProjectPath.whyRefused(path).isEmpty() ? Optional.of(new ProjectPath(path)) : Optional.empty();
        Optional<RenderedFile> rendered = valid.map(files::get);
        if (rendered.isPresent()) {
            return rendered.map(this::explain);
        }
        if (valid.filter(repository::has).isEmpty()) {
            boolean isFolder =
                    files.keySet().stream().anyMatch(file -> file.value().startsWith(path + "/"));
            throw new InvalidInput(new Problem(
                    "no-such-file",
                    Location.of(path),
                    isFolder ? "is a folder" : "there is no such file, and Pave makes none",
                    nearest(path).map(near -> "did you mean '" + near + "'?").orElse("")));
        }
        return Optional.empty();
    }

    /** The generated file that was probably meant: in the folder, of the same name, or of one that reads alike. */
    public Optional<String> nearest(String path) {
        List<String> known =
                files.keySet().stream().map(ProjectPath::value).sorted().toList();
        String folder = path.endsWith("/") ? path : path + "/";
        String name = path.substring(path.lastIndexOf('/') + 1);
        return known.stream()
                .filter(other -> other.startsWith(folder))
                .findFirst()
                .or(() -> known.stream()
                        .filter(other -> other.equals(name) || other.endsWith("/" + name))
                        .findFirst())
                .or(() -> Suggestion.nearest(path, known));
    }

    private ExplainedFile explain(RenderedFile file) {
        Optional<byte[]> onDisk = repository.read(file.path());
        byte[] now = onDisk.orElse(file.bytes());
        boolean same = Arrays.equals(now, file.bytes());
        State state = onDisk.isEmpty()
                ? State.MISSING
                : same ? State.AS_GENERATED : leftByPave.test(file.path(), now) ? State.OLDER : State.CHANGED;
        List<Block> blocks = file.regions().stream().distinct().map(this::block).toList();
        boolean binary = LineEdits.isBinary(file.bytes()) || LineEdits.isBinary(now);
        LineOrigins.Result traced = binary
                ? new LineOrigins.Result(List.of(), List.of())
                : LineOrigins.trace(
                        blocks,
                        file.bytes(),
                        now,
                        same ? new LineEdits(List.of()) : LineEdits.between(file.bytes(), followable(file, now)));
        boolean onGoldenPath = file.owner().equals(plan.path().id());
        return new ExplainedFile(
                file.path().value(),
                owner(file.owner()),
                onGoldenPath,
                file.source().isEmpty()
                        ? Optional.empty()
                        : Optional.of(plan.templates().tree().sourceName(file.source())),
                state,
                binary,
                traced.lines(),
                traced.removed(),
                blocks);
    }

    private Block block(Region region) {
        return new Block(status(region.practice()), region);
    }

    private PracticeStatus status(String id) {
        PracticeStatus status = plan.practices().get(id);
        if (status == null) {
            throw new IllegalStateException("a region of a practice that the catalogue does not have: " + id);
        }
        return status;
    }

    private Feature owner(String id) {
        return plan.features().stream()
                .filter(feature -> feature.id().equals(id))
                .findFirst()
                .orElse(plan.path().part());
    }

    /** Comparing takes time by the square of the lines that differ, and the file is whoever's. */
    private static byte[] followable(RenderedFile file, byte[] now) {
        if (LineOrigins.split(now).size() > MOST_LINES) {
            throw new InvalidInput(new Problem(
                    "too-many-lines",
                    Location.of(file.path().value()),
                    "has more than " + MOST_LINES + " lines and is not as generated",
                    "its lines cannot be followed; 'pave check --names-only .' lists what differs"));
        }
        return now;
    }

    /**
     * A practice of the catalogue.
     *
     * @throws InvalidInput where the catalogue has none with this id
     */
    public ExplainedPractice practice(String id) {
        PracticeStatus practice = plan.practices().get(id);
        if (practice == null) {
            throw new InvalidInput(new Problem(
                    "unknown-practice",
                    Location.of("--practice"),
                    "the catalogue has no practice '" + id + "'",
                    Suggestion.nearest(id, plan.practices().keySet())
                                    .map(near -> "did you mean '" + near + "'? ")
                                    .orElse("")
                            + "'pave list practices' lists all"));
        }
        Optional<Coverage.Entry> entry = coverage.practices().stream()
                .filter(one -> one.practice().id().equals(id))
                .findFirst();
        List<Place> places = new ArrayList<>();
        files.values().stream()
                .filter(file -> file.regions().stream()
                        .anyMatch(region -> region.practice().equals(id)))
                .sorted((a, b) -> a.path().compareTo(b.path()))
                .forEach(file -> places(explain(file), id, places));
        return new ExplainedPractice(
                practice,
                entry.map(Coverage.Entry::status),
                entry.map(Coverage.Entry::rules).orElse(List.of()),
                Proofs.read(plan().templates().tree()).of(plan().path().id(), id),
                List.copyOf(places));
    }

    private static void places(ExplainedFile file, String practice, List<Place> into) {
        for (Block block : file.blocks()) {
            if (block.region().practice().equals(practice)) {
                into.add(place(file, block.region()));
            }
        }
    }

    private static Place place(ExplainedFile file, Region region) {
        if (file.binary() && file.state() != State.MISSING) {
            Change change = file.state() == State.AS_GENERATED ? Change.AS_GENERATED : Change.CHANGED;
            return new Place(file.path(), region.firstLine(), region.lastLine(), change, region);
        }
        List<Line> lines = file.lines().stream()
                .filter(line ->
                        line.blocks().stream().anyMatch(block -> block.region().equals(region)))
                .toList();
        if (lines.isEmpty() || file.state() == State.MISSING) {
            return new Place(file.path(), 0, 0, Change.GONE, region);
        }
        boolean changed =
                lines.stream().anyMatch(Line::changed) || lines.size() != region.lastLine() - region.firstLine() + 1;
        return new Place(
                file.path(),
                lines.get(0).number(),
                lines.get(lines.size() - 1).number(),
                changed ? Change.CHANGED : Change.AS_GENERATED,
                region);
    }
}
