package dev.pave.workbench;

import dev.pave.catalogue.Feature;
import dev.pave.catalogue.GoldenPath;
import dev.pave.catalogue.Templates;
import dev.pave.lifecycle.Generator;
import dev.pave.lifecycle.Generator.Generated;
import dev.pave.lifecycle.Knowledge;
import dev.pave.problem.InvalidInput;
import dev.pave.problem.Problem;
import dev.pave.spec.ServiceDescription;
import dev.pave.spec.ServiceDescriptionReader;
import dev.pave.spec.ServiceDescriptionWriter;
import dev.pave.verify.Finding;
import dev.pave.verify.RepositoryFiles;
import dev.pave.verify.Validator;
import dev.pave.verify.rule.Asked;
import dev.pave.verify.rule.Queries;
import dev.pave.verify.rule.RuleRunner;
import dev.pave.verify.waiver.Waiver;
import dev.pave.verify.waiver.WaiverReader;
import dev.pave.verify.waiver.Waivers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Uses a template root in many ways: every golden path with every description, every persona alone, every value of every option, with and without every feature
 * that may be left out, in so few combinations that each pair of choices meets. What comes out is judged by all rules and validators.
 */
public final class Trials {

    private static final String ALL = "all";

    private final Knowledge knowledge;
    private final String paveVersion;
    private final Supplier<List<Validator>> validators;
    private final Queries queries;

    /**
     * @param validators makes those that look at one repository; they remember what they read of it
     * @param queries safe for use by several threads
     */
    public Trials(Knowledge knowledge, String paveVersion, Supplier<List<Validator>> validators, Queries queries) {
        this.knowledge = knowledge;
        this.paveVersion = paveVersion;
        this.validators = validators;
        this.queries = queries;
    }

    /** A way that is still to go. */
    private record Planned(
            String path,
            String description,
            String personas,
            List<String> without,
            SortedMap<String, String> options) {}

    /**
     * Goes all ways, on all processors.
     *
     * @param descriptions texts of descriptions without a golden path, by name
     * @param done is told of each as soon as it and all before it are done
     * @return in the order in which they were planned
     */
    public List<Trial> run(Map<String, String> descriptions, Consumer<Trial> done) {
        List<Planned> planned = new ArrayList<>();
        knowledge.templates().goldenPaths().values().forEach(path -> planned.addAll(plan(path, descriptions)));
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService threads = Executors.newFixedThreadPool(processors);
        try {
            ThreadLocal<RuleRunner> runners = ThreadLocal.withInitial(
                    () -> new RuleRunner(knowledge.templates().rules(), queries));
            Generator generator = new Generator(knowledge, paveVersion);
            List<Future<Trial>> results = planned.stream()
                    .map(one -> threads.submit(
                            () -> trial(one, descriptions.get(one.description()), generator, runners.get())))
                    .toList();
            List<Trial> trials = new ArrayList<>();
            for (Future<Trial> result : results) {
                Trial trial = await(result);
                done.accept(trial);
                trials.add(trial);
            }
            return trials;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Trial await(Future<Trial> result) {
        try {
            return result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private List<Planned> plan(GoldenPath path, Map<String, String> descriptions) {
        List<String> names = List.copyOf(new TreeSet<>(descriptions.keySet()));
        List<String> personas = new ArrayList<>(List.of(ALL));
        knowledge.personas().forEach(persona -> personas.add(persona.id().value()));
        List<String> optional = optional(path);
        List<String> options = List.copyOf(path.options().keySet());
        List<Integer> sizes = new ArrayList<>(List.of(names.size(), personas.size()));
        options.forEach(option -> sizes.add(path.options().get(option).values().size()));
        optional.forEach(feature -> sizes.add(2));
        List<Planned> planned = new ArrayList<>();
        for (int[] row :
                Pairwise.combinations(sizes.stream().mapToInt(Integer::intValue).toArray())) {
            SortedMap<String, String> chosen = new TreeMap<>();
            for (int i = 0; i < options.size(); i++) {
                chosen.put(
                        options.get(i),
                        String.valueOf(
                                path.options().get(options.get(i)).values().get(row[2 + i])));
            }
            SortedSet<String> without = new TreeSet<>();
            for (int i = 0; i < optional.size(); i++) {
                if (row[2 + options.size() + i] == 1) {
                    without.add(optional.get(i));
                }
            }
            withDependents(without);
            planned.add(new Planned(path.id(), names.get(row[0]), personas.get(row[1]), List.copyOf(without), chosen));
        }
        return planned.stream().distinct().toList();
    }

    /** Features that a description may leave out. */
    private List<String> optional(GoldenPath path) {
        SortedSet<String> required = new TreeSet<>(path.requiredFeatures());
        Templates templates = knowledge.templates();
        boolean grown = true;
        while (grown) {
            SortedSet<String> more = new TreeSet<>(required);
            required.forEach(id -> more.addAll(templates.features().get(id).requires()));
            grown = required.addAll(more);
        }
        return templates.features().keySet().stream()
                .filter(id -> !required.contains(id))
                .toList();
    }

    /** A feature that needs one that is left out is left out too. */
    private void withDependents(Set<String> without) {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Feature feature : knowledge.templates().features().values()) {
                if (!without.contains(feature.id())
                        && feature.requires().stream().anyMatch(without::contains)) {
                    grown = without.add(feature.id());
                }
            }
        }
    }

    private Trial trial(Planned planned, String text, Generator generator, RuleRunner rules) {
        try {
            ServiceDescription description = reader(planned).read(planned.description() + ".yaml", text);
            Generated generated = generator.generate(description, ServiceDescriptionWriter.write(description));
            RepositoryFiles files = RepositoryFiles.of(generated.rendering());
            List<Finding> findings = new ArrayList<>(rules.run(files, Asked.of(generated.plan(), generated.rendering()))
                    .findings());
            validators.get().forEach(validator -> findings.addAll(validator.validate(files)));
            return result(planned, generated.rendering().files().size(), List.of(), notWaived(files, findings));
        } catch (InvalidInput e) {
            return result(planned, 0, e.problems(), List.of());
        }
    }

    /** As the repository itself accepts them; the day does not matter, since nothing is committed. */
    private static List<Finding> notWaived(RepositoryFiles files, List<Finding> findings) {
        List<Waiver> waivers = files.text(WaiverReader.FILE)
                .map(text -> WaiverReader.read(WaiverReader.FILE, text))
                .orElse(List.of());
        return Waivers.apply(waivers, findings, Optional.empty()).findings();
    }

    private static Trial result(Planned planned, int files, List<Problem> problems, List<Finding> findings) {
        return new Trial(
                planned.path(),
                planned.description(),
                planned.personas(),
                planned.without(),
                planned.options(),
                files,
                problems,
                findings.stream().sorted().toList());
    }

    private ServiceDescriptionReader reader(Planned planned) {
        GoldenPath path = knowledge.templates().goldenPaths().get(planned.path());
        List<String> added = optional(path).stream()
                .filter(id -> !path.defaultFeatures().contains(id)
                        && !planned.without().contains(id))
                .toList();
        List<String> removed = planned.without().stream()
                .filter(path.defaultFeatures()::contains)
                .toList();
        Map<String, String> set = new LinkedHashMap<>();
        set.put("path", planned.path());
        set.put("features.add", "[" + String.join(", ", added) + "]");
        set.put("features.remove", "[" + String.join(", ", removed) + "]");
        if (!planned.personas().equals(ALL)) {
            set.put("personas", "[" + planned.personas() + "]");
        }
        planned.options().forEach((name, value) -> set.put("options." + name, value));
        return new ServiceDescriptionReader().with("trial", set);
    }
}
