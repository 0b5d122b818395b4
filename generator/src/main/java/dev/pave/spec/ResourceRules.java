package dev.pave.spec;

import dev.pave.problem.Suggestion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What resources may not be to each other. */
final class ResourceRules {

    /** What the generated repository has besides the resources: a package, and tables in the same schema. */
    private static final Set<String> TAKEN_PLURALS = Set.of("platform", "idempotencykeys", "flywayschemahistory");

    private final NodeReader nodes;
    private final Map<Name, Resource> resources = new LinkedHashMap<>();

    private ResourceRules(NodeReader nodes, List<Resource> resources) {
        this.nodes = nodes;
        resources.forEach(resource -> this.resources.put(resource.name(), resource));
    }

    /** @param all every name that is written down, also of those that could not be read */
    static void check(NodeReader nodes, List<Resource> resources, Set<String> all) {
        ResourceRules rules = new ResourceRules(nodes, resources);
        rules.refuseSameNames();
        if (rules.refuseUnknownTargets(all)) {
            rules.refuseRequiredCycles();
        }
    }

    private void refuseSameNames() {
        Map<String, Resource> singular = new HashMap<>();
        Map<String, Resource> plural = new HashMap<>();
        for (Resource resource : resources.values()) {
            for (String type : types(resource.name())) {
                same(singular.putIfAbsent(type, resource), resource, "become the same type");
            }
            Resource twin = plural.putIfAbsent(resource.plural().flat(), resource);
            if (twin != null && !twin.name().flat().equals(resource.name().flat())) {
                same(twin, resource, "have the same plural");
            }
            if (TAKEN_PLURALS.contains(resource.plural().flat())) {
                nodes.problem(
                        "reserved-name",
                        resource.location(),
                        "the repository has '" + resource.plural() + "' of its own",
                        "add another 'plural: …'");
            }
        }
        for (Resource resource : resources.values()) {
            Resource other = singular.get(resource.plural().flat());
            if (other != null && !other.equals(resource)) {
                nodes.problem(
                        "same-name",
                        resource.location(),
                        "the plural of '" + resource.name() + "' is the resource '" + other.name() + "'",
                        "add another 'plural: …'");
            }
        }
    }

    private static Set<String> types(Name name) {
        Set<String> result = new HashSet<>();
        for (String type : List.of(
                name.flat(),
                Identifiers.javaType(name),
                Identifiers.typeScriptType(name),
                Identifiers.pythonType(name))) {
            result.add(type.toLowerCase(Locale.ROOT));
        }
        return result;
    }

    private void same(@Nullable Resource first, Resource second, String what) {
        if (first != null && !first.equals(second)) {
            nodes.problem(
                    "same-name",
                    second.location(),
                    "the resources '" + first.name() + "' and '" + second.name() + "' " + what,
                    what.endsWith("plural") ? "add 'plural: …' to one" : "rename one");
        }
    }

    private boolean refuseUnknownTargets(Set<String> all) {
        boolean known = true;
        for (Resource resource : resources.values()) {
            for (Field reference : resource.references()) {
                String to = reference.to().orElseThrow().kebab();
                if (!all.contains(to)) {
                    known = false;
                    nodes.problem(
                            "unknown-resource",
                            reference.location(),
                            "'" + reference.name() + "' refers to an unknown resource '" + to + "'",
                            Suggestion.remedy(to, all));
                }
            }
        }
        return known;
    }

    /** Rows that each need another one to be there first can never be inserted. */
    private void refuseRequiredCycles() {
        Set<Resource> reported = new HashSet<>();
        for (Resource resource : resources.values()) {
            Deque<Field> cycle = reported.contains(resource) ? new ArrayDeque<>() : requiredWayBack(resource);
            if (!cycle.isEmpty()) {
                Set<Resource> members = cycle.stream()
                        .map(reference -> resources.get(reference.to().orElseThrow()))
                        .collect(Collectors.toSet());
                reported.addAll(members);
                String way = cycle.stream()
                        .map(reference -> "'" + reference.name() + "' to '"
                                + reference.to().orElseThrow() + "'")
                        .collect(Collectors.joining(", then "));
                nodes.problem(
                        "required-cycle",
                        cycle.getFirst().location(),
                        "no '" + resource.name() + "' could ever be created: it requires " + way
                                + ", which would have to be there first",
                        "leave out 'required' at one of these references");
            }
        }
    }

    /** The shortest way over required references from a resource back to itself; empty where there is none. */
    private Deque<Field> requiredWayBack(Resource start) {
        Map<Name, Field> cameBy = new HashMap<>();
        Map<Field, Resource> owners = new HashMap<>();
        Deque<Resource> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Resource from = open.removeFirst();
            for (Field reference : from.references()) {
                Name to = reference.to().orElseThrow();
                if (!reference.required() || !resources.containsKey(to) || cameBy.putIfAbsent(to, reference) != null) {
                    continue;
                }
                owners.put(reference, from);
                if (to.equals(start.name())) {
                    Deque<Field> way = new ArrayDeque<>();
                    Name at = to;
                    do {
                        Field last = cameBy.get(at);
                        way.addFirst(last);
                        at = owners.get(last).name();
                    } while (!at.equals(start.name()));
                    return way;
                }
                open.add(resources.get(to));
            }
        }
        return new ArrayDeque<>();
    }
}
