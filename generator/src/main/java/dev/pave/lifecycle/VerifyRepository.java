package dev.pave.lifecycle;

import dev.pave.catalogue.Stance;
import dev.pave.git.GitEnvironment;
import dev.pave.git.LastCommit;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.persona.Persona;
import dev.pave.persona.PersonaReader;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Location;
import dev.pave.problem.Problem;
import dev.pave.spec.PersonaSelection;
import dev.pave.spec.ServiceDescription;
import dev.pave.spec.ServiceDescriptionReader;
import dev.pave.verify.Finding;
import dev.pave.verify.Validator;
import dev.pave.verify.Verification;
import dev.pave.verify.build.BuildCommand;
import dev.pave.verify.build.BuildResult;
import dev.pave.verify.build.RepositoryBuild;
import dev.pave.verify.report.Report;
import dev.pave.verify.rule.Queries;
import dev.pave.verify.rule.RuleRunner;
import dev.pave.verify.waiver.Waiver;
import dev.pave.verify.waiver.WaiverReader;
import dev.pave.verify.waiver.Waivers;
import dev.pave.workspace.ScratchCopy;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Looks at a repository on disk, generated or not: which practices it keeps, what is wrong with its files, whether it builds. Changes nothing. */
public final class VerifyRepository {

    private static final String DESCRIPTION = "pave.yaml";
    private static final int MOST_NAMED = 10;

    private final Knowledge knowledge;
    private final Generator generator;
    private final GitEnvironment git;
    private final List<Validator> validators;
    private final Queries queries;

    /**
     * @param validators what looks at files whatever anybody asks for
     * @param queries what answers rules about the database
     */
    public VerifyRepository(
            Knowledge knowledge, String paveVersion, GitEnvironment git, List<Validator> validators, Queries queries) {
        this.knowledge = knowledge;
        this.generator = new Generator(knowledge, paveVersion);
        this.git = git;
        this.validators = List.copyOf(validators);
        this.queries = queries;
    }

    /**
     * What is wanted.
     *
     * @param personas files that the user gave; the knowledge holds what is in them already
     * @param today the day on which waivers must count; empty for that of the last commit
     * @param build builds it for real, where that is wanted
     */
    public record Request(
            Path directory, List<Path> personas, Optional<LocalDate> today, Optional<RepositoryBuild> build) {}

    /**
     * What was found.
     *
     * @param foreign whether the repository was looked at as one that nobody generated
     */
    public record Result(Report report, boolean foreign) {}

    /** @throws InvalidInput with all that is wrong with the description, the waivers, or the directory itself */
    public Result verify(Request request) {
        DiskFiles files = DiskFiles.of(request.directory(), git);
        Judgement judgement = judgement(request, files);
        List<Waiver> waivers = waivers(request.directory(), files);
        RuleRunner.Result judged = new RuleRunner(knowledge.templates().rules(), queries).run(files, judgement.asked());
        List<Finding> found = new ArrayList<>(judged.findings());
        validators.forEach(validator -> found.addAll(validator.validate(files)));
        List<String> notes = new ArrayList<>();
        Waivers applied = Waivers.apply(waivers, found, today(request, waivers, notes));
        Optional<BuildResult> built = request.build().map(build -> build(build, judgement, request, files));
        List<Finding> findings = new ArrayList<>(applied.findings());
        built.flatMap(BuildResult::finding).ifPresent(findings::add);
        noteTooLarge(files, notes);
        if (judgement.notUnderstood() > 0) {
            notes.add(
                    judgement.notUnderstood()
                            + " lines of the personas are not understood, so nothing was judged by them; pave personas lists them");
        }
        TreeMap<String, String> titles = new TreeMap<>();
        knowledge.catalogue().practices().forEach((id, practice) -> titles.put(id.value(), practice.title()));
        return new Result(
                new Report(
                        request.directory().toString(),
                        new Verification(findings.stream().sorted().toList(), applied.waived(), judged.practices()),
                        titles,
                        withoutRule(judgement, judged),
                        notes,
                        built),
                judgement.foreign());
    }

    /** By its own description; by the personas that were given, or all that are bundled, where it has none, or one that does not choose any of them. */
    private Judgement judgement(Request request, DiskFiles files) {
        List<Persona> given = request.personas().isEmpty() ? List.of() : PersonaReader.read(request.personas());
        if (files.paths().contains(DESCRIPTION)) {
            DescriptionText text = DescriptionText.of(request.directory().resolve(DESCRIPTION));
            ServiceDescription description = new ServiceDescriptionReader().read(text.source(), text.text());
            if (given.isEmpty() || chooses(description.personas(), given)) {
                return Judgement.of(generate(description, text.text()));
            }
        }
        return Judgement.of(knowledge, given.isEmpty() ? knowledge.personas() : given, files.paths());
    }

    private static boolean chooses(PersonaSelection selection, List<Persona> given) {
        Set<String> ids = given.stream().map(persona -> persona.id().value()).collect(Collectors.toSet());
        return selection.all() || selection.listed().stream().anyMatch(chosen -> ids.contains(chosen.id()));
    }

    private Generated generate(ServiceDescription description, String text) {
        try {
            return generator.generate(description, text);
        } catch (InvalidInput e) {
            throw new InvalidInput(
                    e.problems().stream().map(VerifyRepository::withHint).toList());
        }
    }

    private static Problem withHint(Problem problem) {
        return problem.code().equals("unknown-persona")
                ? new Problem(
                        problem.code(),
                        problem.location(),
                        problem.message(),
                        problem.remedy() + "\na persona of your own has to be given here too: --personas FILE")
                : problem;
    }

    private static List<Waiver> waivers(Path directory, DiskFiles files) {
        if (!files.paths().contains(WaiverReader.FILE)) {
            return List.of();
        }
        String shown = directory.resolve(WaiverReader.FILE).toString();
        String text = files.text(WaiverReader.FILE)
                .orElseThrow(() -> new InvalidInput(
                        new Problem("waiver", Location.of(shown), "is not UTF-8 text", "save it as UTF-8")));
        try {
            return WaiverReader.read(WaiverReader.FILE, text);
        } catch (InvalidInput e) {
            throw new InvalidInput(e.problems().stream()
                    .map(problem -> new Problem(
                            problem.code(),
                            new Location(
                                    shown,
                                    problem.location().line(),
                                    problem.location().column()),
                            problem.message(),
                            problem.remedy()))
                    .toList());
        }
    }

    private static Optional<LocalDate> today(Request request, List<Waiver> waivers, List<String> notes) {
        if (request.today().isPresent() || waivers.stream().noneMatch(Waiver::isOurs)) {
            return request.today();
        }
        try {
            Optional<LocalDate> day = LastCommit.day(request.directory());
            if (day.isEmpty()) {
                notes.add("there is no commit whose day would tell which waivers have ended; --today gives one");
            }
            return day;
        } catch (IOException e) {
            throw DiskFiles.unreadable(request.directory(), e);
        }
    }

    private static BuildResult build(RepositoryBuild build, Judgement judgement, Request request, DiskFiles files) {
        BuildCommand command = BuildCommand.of(judgement.asked().path(), files.paths())
                .orElseThrow(() -> new InvalidInput(new Problem(
                        "unknown-build",
                        Location.of(request.directory().toString()),
                        "nothing says how to build it",
                        "--build knows generated repositories, and those with a pom.xml")));
        try (ScratchCopy copy = files.copy()) {
            return build.run(copy.directory(), command);
        } catch (IOException e) {
            throw new InvalidInput(new Problem(
                    "build",
                    Location.of(request.directory().toString()),
                    "cannot be built: " + e.getMessage(),
                    "is there room in the directory for temporary files?"));
        }
    }

    private static void noteTooLarge(DiskFiles files, List<String> notes) {
        if (!files.tooLarge().isEmpty()) {
            notes.add("too large to be looked at: " + named(List.copyOf(files.tooLarge())));
        }
    }

    /** Those that templates would have to implement; for the others no rule is expected. */
    private SortedSet<String> withoutRule(Judgement judgement, RuleRunner.Result judged) {
        return judgement.asked().practices().keySet().stream()
                .filter(id -> !judged.practices().containsKey(id))
                .filter(id -> knowledge
                        .catalogue()
                        .practice(id)
                        .filter(practice -> practice.stance() == Stance.GENERATED)
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(List<String> names) {
        int more = names.size() - MOST_NAMED;
        return String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMED)))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
