package edu.example.studentrecords.platform.resource;

import edu.example.studentrecords.platform.problem.ProblemException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What the query of a list operation asks for, checked against the properties of the resource. */
record ListRequest<T>(
        int limit, Property<T> sort, boolean descending, List<Filter<T>> filters, @Nullable String cursor) {

    private static final String DEFAULT_LIMIT = "20";
    private static final int MAX_LIMIT = 100;

    record Filter<T>(Property<T> property, Object value) {}

    static <T> ListRequest<T> of(MultiValueMap<String, String> query, List<Property<T>> properties) {
        List<Filter<T>> filters = new ArrayList<>();
        query.forEach((name, values) -> {
            if (values.size() > 1) {
                throw ProblemException.invalidParameter(name, "bad-format", "may be given once");
            }
            if (name.startsWith("filter[") && name.endsWith("]")) {
                filters.add(filter(name, values.get(0), properties));
                return;
            }
            if (!List.of("limit", "cursor", "sort").contains(name)) {
                throw unknown(name);
            }
        });
        String sort = parameter(query, "sort", "createdAt");
        boolean descending = sort.startsWith("-");
        Property<T> order = properties.stream()
                .filter(property -> property.read() != null)
                .filter(property -> property.name().equals(descending ? sort.substring(1) : sort))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalidParameter("sort", "not-allowed", "is not a property to sort by"));
        int limit = limit(parameter(query, "limit", DEFAULT_LIMIT));
        return new ListRequest<>(limit, order, descending, filters, query.getFirst("cursor"));
    }

    private static String parameter(MultiValueMap<String, String> query, String name, String otherwise) {
        String value = query.getFirst(name);
        return value == null ? otherwise : value;
    }

    private static <T> Filter<T> filter(String parameter, String text, List<Property<T>> properties) {
        Property<T> property = properties.stream()
                .filter(Property::filterable)
                .filter(candidate -> parameter.equals("filter[" + candidate.name() + "]"))
                .findFirst()
                .orElseThrow(() -> unknown(parameter));
        try {
            return new Filter<>(property, property.parse().apply(text));
        } catch (IllegalArgumentException | DateTimeException exception) {
            throw ProblemException.invalidParameter(parameter, "bad-format", "is not a value of this property");
        }
    }

    private static ProblemException unknown(String parameter) {
        return ProblemException.invalidParameter(parameter, "unknown-parameter", "is not known here");
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException exception) {
            // Answered below, like a number that is out of range.
        }
        throw ProblemException.invalidParameter("limit", "bad-format", "must be a number from 1 to " + MAX_LIMIT);
    }

    /** What must stay the same from page to page. */
    String list() {
        String conditions = filters.stream()
                .map(filter -> filter.property().name() + "=" + filter.value())
                .sorted()
                .collect(Collectors.joining("&"));
        return sort.name() + (descending ? " descending " : " ascending ") + conditions + " ";
    }

    static Page.Links links(String path, MultiValueMap<String, String> query, @Nullable String nextCursor) {
        String next = null;
        if (nextCursor != null) {
            MultiValueMap<String, String> nextQuery = new LinkedMultiValueMap<>(query);
            nextQuery.set("cursor", nextCursor);
            next = link(path, nextQuery);
        }
        return new Page.Links(link(path, query), next);
    }

    private static String link(String path, MultiValueMap<String, String> query) {
        return query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue().get(0)))
                .collect(Collectors.joining("&", query.isEmpty() ? path : path + "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
