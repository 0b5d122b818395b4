package dev.pave.spec;

import java.util.Set;

/** How a name is written where a language keeps some words for itself. */
public final class Identifiers {

    private Identifiers() {}

    /** The name of a table, column or schema, in double quotes where PostgreSQL reserves it: {@code "order"}. */
    public static String sql(Name name) {
        return name.snake();
    }

    /** The name of an index or constraint: the parts joined by underscores, shortened with a hash where PostgreSQL would cut it off. */
    public static String sql(String... parts) {
        return String.join("_", parts);
    }

    /** A variable, parameter, method or record component: {@code classValue} for {@code class}. */
    public static String java(Name name) {
        return name.camel();
    }

    /** A class: {@code ClassResource} for {@code class}. */
    public static String javaType(Name name) {
        return name.pascal();
    }

    /** One part of a package: {@code academicyears}. */
    public static String javaPackage(Name name) {
        return name.flat();
    }

    /** A variable or parameter. A property needs no care: every word may be one. */
    public static String typeScript(Name name) {
        return name.camel();
    }

    /** A class, interface or type. */
    public static String typeScriptType(Name name) {
        return name.pascal();
    }

    /** A variable, parameter, attribute or module: {@code class_} for {@code class}. */
    public static String python(Name name) {
        return name.snake();
    }

    /** A class. */
    public static String pythonType(Name name) {
        return name.pascal();
    }

    /** A keyword, literal or other word that no part of a Java package may be. */
    static boolean isReservedInJava(String word) {
        return Set.of("class").contains(word);
    }
}
