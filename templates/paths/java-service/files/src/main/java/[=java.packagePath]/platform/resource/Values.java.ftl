[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.resource;

[@code.importing [
  "java.math.BigDecimal",
  "java.sql.Types",
  "java.time.LocalDate",
  "java.time.OffsetDateTime",
  "java.time.ZoneOffset",
  "java.util.UUID",
  "java.util.function.Function",
  "java.util.regex.Pattern",
  "org.jspecify.annotations.Nullable",
  "org.springframework.jdbc.core.SqlParameterValue",
  "tools.jackson.databind.JsonNode",
  "tools.jackson.databind.json.JsonMapper",
  "tools.jackson.databind.node.ObjectNode"
]]
/** Reads values from text; an IllegalArgumentException or DateTimeException says that the text is not valid. */
public final class Values {

[#if uses.decimal??]
    private static final int MAX_DIGITS = 100;
[/#if]
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIMESTAMP =
            Pattern.compile(DATE + "T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Pattern UUID_FORM = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    private Values() {}

    /** PostgreSQL has no NUL character in its text. */
    public static String text(String text) {
        check(text.indexOf('\0') < 0);
        return text;
    }

[#if uses.decimal??]
    public static BigDecimal decimal(String text) {
        BigDecimal decimal = new BigDecimal(text);
        check(decimal.precision() <= MAX_DIGITS && Math.abs((long) decimal.scale()) <= MAX_DIGITS);
        return decimal;
    }

[/#if]
[#if uses.boolean??]
    public static boolean bool(String text) {
        check(text.equals("true") || text.equals("false"));
        return text.equals("true");
    }

[/#if]
    public static LocalDate date(String text) {
        LocalDate date = LocalDate.parse(matching(DATE, text));
        check(date.getYear() > 0);
        return date;
    }

    public static OffsetDateTime timestamp(String text) {
        OffsetDateTime local = OffsetDateTime.parse(matching(TIMESTAMP, text));
        OffsetDateTime timestamp = local.withOffsetSameInstant(ZoneOffset.UTC);
        check(timestamp.getYear() > 0 && timestamp.getYear() < 10_000);
        return timestamp;
    }

    public static UUID uuid(String text) {
        return UUID.fromString(matching(UUID_FORM, text));
    }

[#if uses.enum??]
    /** Enum constants print themselves as they are written in JSON and in the database. */
    public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> type) {
        return text -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.toString().equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException(text);
        };
    }

[/#if]
[#if uses.json??]
    public static ObjectNode json(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

[/#if]
[#if code.usesOptional("enum", "json")]
    public static <V> @Nullable V optional(@Nullable String text, Function<String, V> parse) {
        return text == null ? null : parse.apply(text);
    }

[/#if]
    /** The value as JDBC takes it. */
    static @Nullable Object bindable(@Nullable Object value) {
[#if uses.json??]
        if (value instanceof JsonNode json) {
            return new SqlParameterValue(Types.OTHER, json.toString());
        }
[/#if]
        return value instanceof Enum<?> constant ? constant.toString() : value;
    }

    /** The text that the function for the same type reads. */
    static String print(Object value) {
        return value instanceof OffsetDateTime timestamp ? timestamp.toInstant().toString() : value.toString();
    }

    private static String matching(Pattern pattern, String text) {
        check(pattern.matcher(text).matches());
        return text;
    }

    private static void check(boolean valid) {
        if (!valid) {
            throw new IllegalArgumentException("not in the expected format");
        }
    }
}
[/@code.importing]
