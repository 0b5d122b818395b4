[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.resource;

[@code.importing [
  "platform.problem.FieldError",
  "platform.problem.Problem",
  "platform.problem.ProblemException",
  "java.sql.ResultSet",
  "java.sql.SQLException",
  "java.util.ArrayList",
  "java.util.HashMap",
  "java.util.LinkedHashMap",
  "java.util.List",
  "java.util.Map",
  "java.util.UUID",
  "java.util.function.Function",
  "java.util.function.UnaryOperator",
  "java.util.stream.Collectors",
  "org.jspecify.annotations.Nullable",
  "org.postgresql.util.PSQLException",
  "org.postgresql.util.ServerErrorMessage",
  "org.springframework.dao.DuplicateKeyException",
  "org.springframework.dao.PessimisticLockingFailureException",
  "org.springframework.jdbc.core.namedparam.MapSqlParameterSource",
  "org.springframework.jdbc.core.simple.JdbcClient",
  "org.springframework.resilience.annotation.Retryable",
  "org.springframework.transaction.annotation.Transactional",
  "org.springframework.util.MultiValueMap"
]]
/**
 * Reads and writes the live rows of one table, which a repository describes in its constructor.
 *
 * @param <T> a row
 * @param <R> what a client sends to make or replace a row
 */
public abstract class ResourceRepository<T extends Resource, R> {

[@practice id="soft-delete"]
    /** A deleted row stays, with the time when it was deleted. */
    private static final String LIVE = "deleted_at is null";
[/@practice]
[#if !practices["soft-delete"]??]
    private static final String LIVE = "true";
[/#if]

[@practice id="optimistic-locking"]
    private static final String NEW_VERSION = "version = version + 1, updated_at = now()";
    private static final String VERSION = "version";
[/@practice]
[#if !practices["optimistic-locking"]??]
    private static final String NEW_VERSION = "updated_at = now()";
    private static final String VERSION = "xmin::text::bigint as version";
[/#if]

    private final JdbcClient jdbc;
    private final String table;
    private final Map<String, Function<R, ?>> columns = new LinkedHashMap<>();
    private final List<Property<T>> properties = new ArrayList<>();
    private final Map<String, List<String>> uniqueIndexes = new HashMap<>();
    private final List<Reference<R>> references = new ArrayList<>();
    private final List<String> referrers = new ArrayList<>();

    private record Reference<R>(String property, String table, Function<R, @Nullable UUID> id) {}

    /** A repository for a table, named with its schema. */
    protected ResourceRepository(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
        properties.add(new Property<>("createdAt", "created_at", Values::timestamp, false, Resource::createdAt));
    }

    /** Adds a column and what a request puts into it. */
    protected final void column(String column, Function<R, ?> value) {
        columns.put(column, value);
    }

[@practice id="filtering"]
    /** Lets lists be filtered by a property. */
    protected final void filterable(String property, String column, Function<String, ?> parse) {
        properties.add(new Property<>(property, column, parse, true, null));
    }

[/@practice]
[@practice id="sorting"]
    /** Lets lists be ordered by a property that every row has. */
    protected final void sortable(String property, String column, Function<String, ?> parse, Function<T, ?> read) {
        properties.add(new Property<>(property, column, parse, false, read));
    }

[/@practice]
    /** Names the properties that a unique index covers, for the problem that tells of a conflict. */
    protected final void unique(String index, String... covered) {
        uniqueIndexes.put(index, List.of(covered));
    }

    /** Wants a property, where it is given, to name a live row of another table. */
    protected final void reference(String property, String target, Function<R, @Nullable UUID> id) {
        references.add(new Reference<>(property, target, id));
    }

    /** Keeps a row from being deleted while another live row refers to it. */
    protected final void referrer(String source, String column) {
        referrers.add("select from " + source + " where " + quote(column) + " = :id and id <> :id and " + LIVE);
    }

    /** Reads the columns of the table, and id, created_at, updated_at, version. */
    protected abstract T map(ResultSet row, int index) throws SQLException;

    public Page<T> list(String path, MultiValueMap<String, String> query) {
        ListRequest<T> request = ListRequest.of(query, properties);
        StringBuilder sql = new StringBuilder("select " + row() + " from " + table + " where " + LIVE);
        MapSqlParameterSource parameters = new MapSqlParameterSource("limit", request.limit() + 1);
[@practice id="filtering"]
        request.filters().forEach(filter -> {
            String column = filter.property().column();
            sql.append(" and " + quote(column) + " = :" + column);
            parameters.addValue(column, Values.bindable(filter.value()));
        });
[/@practice]
[@practice id="pagination"]
        String cursor = request.cursor();
        if (cursor != null) {
            seek(request, Cursor.decode(cursor, table + " " + request.list()), sql, parameters);
        }
[/@practice]
        String direction = request.descending() ? " desc" : "";
        sql.append(" order by " + quote(request.sort().column()) + direction + ", id" + direction + " limit :limit");
        List<T> rows = jdbc.sql(sql.toString()).paramSource(parameters).query(this::map).list();
        List<T> items = rows.stream().limit(request.limit()).toList();
[@practice id="hateoas"]
[@practice id="pagination"]
        String next = rows.size() > items.size() ? cursor(request, items.get(items.size() - 1)) : null;
[/@practice]
        return new Page<>(items, ListRequest.links(path, query[@practice id="pagination"], next[/@practice]));
[/@practice]
[#if !practices["hateoas"]??]
        return new Page<>(items);
[/#if]
    }
[@practice id="pagination"]

[@practice id="query-optimization"]
    /** Starts right after the row of the cursor, by the index of the order, however many rows come before it. */
[/@practice]
    private void seek(ListRequest<T> request, Cursor cursor, StringBuilder sql, MapSqlParameterSource parameters) {
        String sort = quote(request.sort().column());
        String value = "(select " + sort + " from " + table + " where id = :cursor_id)";
        if (!cursor.value().isEmpty()) {
            value = ":cursor_value";
            parameters.addValue("cursor_value", request.sort().parse().apply(cursor.value()));
        }
        parameters.addValue("cursor_id", cursor.id());
        String after = request.descending() ? " < " : " > ";
[@practice id="query-optimization"]
        sql.append(" and (" + sort + ", id)" + after + "(" + value + ", :cursor_id)");
[/@practice]
[#if !practices["query-optimization"]??]
        sql.append(" and (" + sort + after + value + " or " + sort + " = " + value + " and id" + after + ":cursor_id)");
[/#if]
    }

    private String cursor(ListRequest<T> request, T last) {
        return Cursor.after(last.id(), request.sort().sortKey(last)).encode(table + " " + request.list());
    }
[/@practice]

    public T get(UUID id) {
        return jdbc.sql("select " + row() + " from " + table + " where id = :id and " + LIVE)
                .param("id", id)
                .query(this::map)
                .optional()
                .orElseThrow(ResourceRepository::notFound);
    }

[#if !practices["idempotency-keys"]??]
[@practice id="retries"]
    @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 2, delay = 50, jitter = 50)
[/@practice]
[/#if]
[@practice id="transactions"]
    @Transactional
[/@practice]
    public T create(R request) {
        requireLiveReferences(request);
        String names = columns(ResourceRepository::quote);
        String values = columns(column -> ":" + column);
        return write("insert into " + table + " (" + names + ") values (" + values + ")", values(request));
    }

[@practice id="http-methods"]
[@practice id="retries"]
    @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 2, delay = 50, jitter = 50)
[/@practice]
[@practice id="transactions"]
    @Transactional
[/@practice]
    public T replace(UUID id, [@practice id="conditional-requests"]IfMatch ifMatch, [/@practice]R request) {
        lock(id[@practice id="conditional-requests"], ifMatch[/@practice]);
        requireLiveReferences(request);
        String values = columns(column -> quote(column) + " = :" + column);
        return write(
                "update " + table + " set " + values + ", " + NEW_VERSION + " where id = :id",
                values(request).addValue("id", id));
    }

[@practice id="retries"]
    @Retryable(includes = PessimisticLockingFailureException.class, maxRetries = 2, delay = 50, jitter = 50)
[/@practice]
[@practice id="transactions"]
    @Transactional
[/@practice]
    public void delete(UUID id[@practice id="conditional-requests"], IfMatch ifMatch[/@practice]) {
        lock(id[@practice id="conditional-requests"], ifMatch[/@practice]);
        if (referrers.stream().anyMatch(referrer -> exists(referrer, id))) {
            throw new ProblemException(Problem.RESOURCE_IN_USE, "Other resources still refer to this one.");
        }
[@practice id="soft-delete"]
        jdbc.sql("update " + table + " set deleted_at = now(), " + NEW_VERSION + " where id = :id")
                .param("id", id)
                .update();
[/@practice]
[#if !practices["soft-delete"]??]
        jdbc.sql("delete from " + table + " where id = :id").param("id", id).update();
[/#if]
    }

    private void lock(UUID id[@practice id="conditional-requests"], IfMatch ifMatch[/@practice]) {
[@practice id="conditional-requests"]
        String sql = "select " + VERSION + " from " + table + " where id = :id and " + LIVE + " for update";
        ifMatch.require(jdbc.sql(sql)
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(ResourceRepository::notFound));
[/@practice]
[#if !practices["conditional-requests"]??]
        if (!exists("select from " + table + " where id = :id and " + LIVE + " for update", id)) {
            throw notFound();
        }
[/#if]
    }

[/@practice]
    /** Locks what the request refers to, so that it cannot be deleted before this transaction ends. */
    private void requireLiveReferences(R request) {
        List<FieldError> errors = new ArrayList<>();
        for (Reference<R> reference : references) {
            String sql = "select from " + reference.table() + " where id = :id and " + LIVE + " for share";
            UUID id = reference.id().apply(request);
            if (id != null && !exists(sql, id)) {
                errors.add(new FieldError(reference.property(), "unknown-reference", "does not exist"));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalidBody(errors);
        }
    }

    private boolean exists(String sql, UUID id) {
        return !jdbc.sql(sql).param("id", id).query().listOfRows().isEmpty();
    }

    private T write(String sql, MapSqlParameterSource values) {
        try {
            return jdbc.sql(sql + " returning " + row())
[@practice id="parameterized-queries"]
                    .paramSource(values)
[/@practice]
                    .query(this::map)
                    .single();
        } catch (DuplicateKeyException exception) {
            List<FieldError> errors = uniqueIndexes.getOrDefault(index(exception), List.of()).stream()
                    .map(property -> new FieldError(property, "already-exists", "is taken"))
                    .toList();
            throw new ProblemException(Problem.ALREADY_EXISTS, "Another resource has these values.", errors);
        }
    }

    private static String index(DuplicateKeyException exception) {
        ServerErrorMessage message =
                exception.getCause() instanceof PSQLException cause ? cause.getServerErrorMessage() : null;
        return message == null ? "" : String.valueOf(message.getConstraint());
    }

    private MapSqlParameterSource values(R request) {
        MapSqlParameterSource values = new MapSqlParameterSource();
        columns.forEach((column, value) -> values.addValue(column, Values.bindable(value.apply(request))));
        return values;
    }

    private String row() {
        return "id, created_at, updated_at, " + VERSION + ", " + columns(ResourceRepository::quote);
    }

    private String columns(UnaryOperator<String> form) {
        return columns.keySet().stream().map(form).collect(Collectors.joining(", "));
    }

    /** A column may have the name of an SQL keyword. */
    private static String quote(String column) {
        return '"' + column + '"';
    }

    private static ProblemException notFound() {
        return new ProblemException(Problem.NOT_FOUND, "There is no such resource.");
    }
}
[/@code.importing]
