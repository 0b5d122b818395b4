[#import "/lib/code.java.ftl" as code]
[#assign named = ["pagination", "sorting"]?filter(id -> practices[id]??)?map(id -> {"pagination": "cursor", "sorting": "sort"}[id])]
package [=java.package].platform.resource;

[@code.importing [
  "platform.problem.ProblemException",
  "java.net.URLEncoder",
  "java.nio.charset.StandardCharsets",
  "java.time.DateTimeException",
  "java.util.ArrayList",
  "java.util.List",
  "java.util.stream.Collectors",
  "org.jspecify.annotations.Nullable",
  "org.springframework.util.LinkedMultiValueMap",
  "org.springframework.util.MultiValueMap"
]]
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
[@practice id="filtering"]
            if (name.startsWith("filter[") && name.endsWith("]")) {
                filters.add(filter(name, values.get(0), properties));
                return;
            }
[/@practice]
            if (!List.of("limit"[#list named as name], "[=name]"[/#list]).contains(name)) {
                throw unknown(name);
            }
        });
[@practice id="sorting"]
        String sort = parameter(query, "sort", "createdAt");
        boolean descending = sort.startsWith("-");
        Property<T> order = properties.stream()
                .filter(property -> property.read() != null)
                .filter(property -> property.name().equals(descending ? sort.substring(1) : sort))
                .findFirst()
                .orElseThrow(
                        () -> ProblemException.invalidParameter("sort", "not-allowed", "is not a property to sort by"));
[/@practice]
[#if !practices["sorting"]??]
        boolean descending = false;
        Property<T> order = properties.get(0);
[/#if]
        int limit = limit(parameter(query, "limit", DEFAULT_LIMIT));
        return new ListRequest<>(limit, order, descending, filters, query.getFirst("cursor"));
    }

    private static String parameter(MultiValueMap<String, String> query, String name, String otherwise) {
        String value = query.getFirst(name);
        return value == null ? otherwise : value;
    }

[@practice id="filtering"]
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

[/@practice]
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

[@practice id="pagination"]
    /** What must stay the same from page to page. */
    String list() {
        String conditions = filters.stream()
                .map(filter -> filter.property().name() + "=" + filter.value())
                .sorted()
                .collect(Collectors.joining("&"));
        return sort.name() + (descending ? " descending " : " ascending ") + conditions + " ";
    }

[/@practice]
[@practice id="hateoas"]
    static Page.Links links(String path, MultiValueMap<String, String> query[@practice id="pagination"], @Nullable String nextCursor[/@practice]) {
[@practice id="pagination"]
        String next = null;
        if (nextCursor != null) {
            MultiValueMap<String, String> nextQuery = new LinkedMultiValueMap<>(query);
            nextQuery.set("cursor", nextCursor);
            next = link(path, nextQuery);
        }
[/@practice]
        return new Page.Links(link(path, query)[@practice id="pagination"], next[/@practice]);
    }

    private static String link(String path, MultiValueMap<String, String> query) {
        return query.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue().get(0)))
                .collect(Collectors.joining("&", query.isEmpty() ? path : path + "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
[/@practice]
}
[/@code.importing]
