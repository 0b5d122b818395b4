package dev.pave.spec;

import java.util.List;
import java.util.Set;

/** How a name is written where a language keeps some words for itself. A name that no language minds is written as it is. */
public final class Identifiers {

    /** What PostgreSQL keeps of an identifier, in bytes; names here are ASCII. */
    public static final int LONGEST_IN_POSTGRESQL = 63;

    /**
     * The key words of PostgreSQL 17 that cannot be a column or table without quotes: "reserved" and "reserved (can be function or type)" in
     * its appendix C, SQL key words.
     */
    private static final Set<String> SQL = words("""
            all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
            concurrently constraint create cross current_catalog current_date current_role current_schema current_time
            current_timestamp current_user default deferrable desc distinct do else end except false fetch for foreign freeze from
            full grant group having ilike in initially inner intersect into is isnull join lateral leading left like limit
            localtime localtimestamp natural not notnull null offset on only or order outer overlaps placing primary references
            returning right select session_user similar some symmetric system_user table tablesample then to trailing true union
            unique user using variadic verbose when where window with""");

    /** Key words and literals, section 3.9 and 3.10 of the language specification. */
    private static final Set<String> JAVA = words("""
            abstract assert boolean break byte case catch char class const continue default do double else enum extends false
            final finally float for goto if implements import instanceof int interface long native new null package private
            protected public return short static strictfp super switch synchronized this throw throws transient true try void
            volatile while""");

    /** What no component of a record may be (section 8.10.1), and what a method cannot be called by its simple name. */
    private static final Set<String> JAVA_MEMBERS = words("""
            clone finalize getClass hashCode notify notifyAll toString wait yield""");

    /** The public types of java.lang up to JDK 25 and those that the templates import. A package's own type would hide them. */
    private static final Set<String> JAVA_TYPES = words("""
            AbstractMethodError Answers Appendable ArithmeticException ArrayIndexOutOfBoundsException
            ArrayStoreException AssertionError Authentication AutoCloseable BigDecimal Boolean
            BootstrapMethodError Byte CharSequence Character Class ClassCastException
            ClassCircularityError ClassFormatError ClassLoader ClassNotFoundException ClassValue Clock
            CloneNotSupportedException Cloneable Collection Column Comparable Compiler Component
            Configuration Controller Cursor DecimalMax DecimalMin DeleteMapping Deprecated Double Duration
            Email Enum EnumConstantNotPresentException Error Exception ExceptionInInitializerError Filter
            Float Form Function FunctionalInterface GetMapping Header HttpHeaders HttpStatus IO Id
            Idempotency IdempotencyKey IfMatch IllegalAccessError IllegalAccessException
            IllegalArgumentException IllegalCallerException IllegalMonitorStateException
            IllegalStateException IllegalThreadStateException IncompatibleClassChangeError
            IndexOutOfBoundsException InheritableThreadLocal Instant InstantiationError
            InstantiationException Integer InternalError InterruptedException Iterable JdbcClient
            JsonBounds JsonIgnore JsonProperty JsonValue LayerInstantiationException LinkageError List
            LocalDate Locale Long Map MatchException Math Max MaxDecimals MediaType Min Module ModuleLayer
            MultiValueMap NegativeArraySizeException NoClassDefFoundError NoSuchFieldError
            NoSuchFieldException NoSuchMethodError NoSuchMethodException NotNull NullMarked
            NullPointerException Nullable Number NumberFormatException Object ObjectNode Objects
            OffsetDateTime Optional OutOfMemoryError Override Package Page Path PathVariable Pattern
            PostMapping Problem Process ProcessBuilder ProcessHandle PutMapping Query Readable Record
            ReflectiveOperationException Repository Request RequestBody RequestHeader RequestMapping
            RequestParam Resource ResourceRepository Response ResponseEntity ResponseStatus RestController
            ResultSet Runnable Runtime RuntimeException RuntimePermission SafeVarargs Schema ScopedValue
            SecurityException SecurityManager Service Set Short Size Sort StableValue StackOverflowError
            StackTraceElement StackWalker Stream StrictMath String StringBuffer StringBuilder
            StringIndexOutOfBoundsException SuppressWarnings System Table Test Text Thread ThreadDeath
            ThreadGroup ThreadLocal Throwable TypeNotPresentException UnknownError UnsatisfiedLinkError
            UnsupportedClassVersionError UnsupportedOperationException Valid Value Values VerifyError
            Version VirtualMachineError Void WrongThreadException""");

    /** Reserved and contextually reserved words, and the two names that strict mode protects. */
    private static final Set<String> TYPESCRIPT = words("""
            arguments async await break case catch class const continue debugger default delete do else enum eval export extends
            false finally for function if implements import in instanceof interface let new null package private protected public
            return static super switch this throw true try typeof undefined var void while with yield""");

    private static final Set<String> TYPESCRIPT_TYPES = words("""
            Array Awaited Blob Boolean Buffer Date Document Element Error Event Exclude Extract File Function Headers Lowercase
            Map Math Node Number Object Omit Parameters Partial Pick Promise Proxy Readonly Record Reflect Request Required
            Response Set String Symbol Uppercase""");

    /** Key words, the names of the receiver, and the built-in types that an annotation would then no longer find. */
    private static final Set<String> PYTHON = words("""
            and as assert async await bool break bytes class cls continue date datetime def del dict elif else except finally
            float for from global if import in int is lambda list nonlocal not object or pass raise return self set str try tuple
            type while with yield""");

    private static final Set<String> PYTHON_TYPES = words("""
            Annotated Any BaseModel Callable Date Decimal Depends Dict Enum Exception False Field Iterable Iterator List Literal
            Mapping None Optional Path Protocol Query Request Response Sequence Set True Tuple Union""");

    /** What YAML 1.1 or 1.2 reads without quotes as a truth value or as nothing. */
    static final List<String> YAML = List.of("false", "n", "no", "null", "off", "on", "true", "y", "yes");

    private Identifiers() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    /** The name of a table, column or schema, in double quotes where PostgreSQL reserves it: {@code "order"}. */
    public static String sql(Name name) {
        String snake = name.snake();
        return SQL.contains(snake) ? '"' + snake + '"' : snake;
    }

    /**
     * The name of an index or constraint: the parts joined by underscores. Where that is longer than {@value #LONGEST_IN_POSTGRESQL} bytes,
     * which PostgreSQL would cut off with two of them perhaps becoming one, it keeps the start and ends with a hash of the whole.
     */
    public static String sqlConstraint(String... parts) {
        String whole = String.join("_", parts);
        if (whole.length() <= LONGEST_IN_POSTGRESQL) {
            return whole;
        }
        String hash = Integer.toHexString(whole.hashCode());
        return whole.substring(0, LONGEST_IN_POSTGRESQL - 9) + "_" + "0".repeat(8 - hash.length()) + hash;
    }

    /** A variable, parameter or record component: {@code classValue} for {@code class}. */
    public static String java(Name name) {
        String camel = name.camel();
        return JAVA.contains(camel) || JAVA_MEMBERS.contains(camel) ? camel + "Value" : camel;
    }

    /** A class: {@code ClassResource} for {@code class}, because {@link Class} is there already. */
    public static String javaType(Name name) {
        return type(name, JAVA_TYPES);
    }

    /** One part of a package: {@code academicyears}; {@code class_} for {@code class}, as section 6.1 of the language specification has it. */
    public static String javaPackage(Name name) {
        String flat = name.flat();
        return isReservedInJava(flat) ? flat + "_" : flat;
    }

    /** A variable or parameter: {@code classValue} for {@code class}. A property needs no care, every word may be one. */
    public static String typeScript(Name name) {
        String camel = name.camel();
        return TYPESCRIPT.contains(camel) ? camel + "Value" : camel;
    }

    /** A class, interface or type: {@code MapResource} for {@code map}. */
    public static String typeScriptType(Name name) {
        return type(name, TYPESCRIPT_TYPES);
    }

    /** A variable, parameter, attribute or module: {@code class_} for {@code class}, as PEP 8 has it. */
    public static String python(Name name) {
        String snake = name.snake();
        return PYTHON.contains(snake) ? snake + "_" : snake;
    }

    /** A class: {@code EnumResource} for {@code enum}. */
    public static String pythonType(Name name) {
        return type(name, PYTHON_TYPES);
    }

    /** Whether YAML would read the name, where nobody puts it between quotes, as something else than a text. */
    static boolean isWordOfYaml(Name name) {
        return YAML.contains(name.kebab());
    }

    /** A key word or literal, which no part of a package may be. */
    static boolean isReservedInJava(String word) {
        return JAVA.contains(word);
    }

    private static String type(Name name, Set<String> taken) {
        String pascal = name.pascal();
        return taken.contains(pascal) ? pascal + "Resource" : pascal;
    }
}
