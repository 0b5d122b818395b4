package dev.pave.verify.validate;

import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shapes of Kubernetes' own objects, read from the models of its Java client, which are made from the published OpenAPI document.
 *
 * <p>Only their fields are read. Nothing is deserialised, so that a finding has the line of the YAML, and there can be more than one.
 */
final class KubernetesTypes {

    private static final String MODELS = "io.kubernetes.client.openapi.models.";
    private static final String CUSTOM = "io.kubernetes.client.custom.";

    private final Map<Class<?>, Shape> shapes = new ConcurrentHashMap<>();

    /** The shape of a kind, as {@code v1} and {@code Service}; the caller knows that Kubernetes has it. */
    Shape of(String apiVersion, String kind) {
        String version = apiVersion.substring(apiVersion.indexOf('/') + 1);
        return of(load(MODELS + version.substring(0, 1).toUpperCase(Locale.ROOT) + version.substring(1) + kind));
    }

    private Shape of(Class<?> model) {
        Shape known = shapes.get(model);
        if (known != null) {
            return known;
        }
        Shape read = fields(model);
        shapes.put(model, read);
        return read;
    }

    private Shape fields(Class<?> model) {
        Collection<?> required = names(model, "openapiRequiredFields");
        SortedMap<String, Shape.Field> fields = new TreeMap<>();
        for (Object name : names(model, "openapiFields")) {
            Field field = field(model, (String) name);
            fields.put((String) name, new Shape.Field(shape(field.getGenericType()), required.contains(name)));
        }
        return new Shape.Fields(fields, Optional.empty());
    }

    /** Fields of Java have names of Java; the constant beside each has the name of the YAML. */
    private static Field field(Class<?> model, String name) {
        for (Field constant : model.getDeclaredFields()) {
            String start = "SERIALIZED_NAME_";
            if (constant.getName().startsWith(start) && name.equals(read(constant))) {
                String wanted = constant.getName().substring(start.length()).replace("_", "");
                for (Field field : model.getDeclaredFields()) {
                    String given = field.getName().replace("_", "");
                    if (given.equalsIgnoreCase(wanted)) {
                        return field;
                    }
                }
            }
        }
        throw new IllegalStateException(model + " has no field for " + name);
    }

    private Shape shape(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? new Shape.ListOf(shape(arguments[0]))
                    : Shape.mapOf(shape(arguments[1]));
        }
        Class<?> simple = (Class<?>) type;
        Shape text = new Shape.Scalar(Shape.Kind.TEXT);
        if (simple == String.class || simple == java.time.OffsetDateTime.class || simple == byte[].class) {
            return text;
        } else if (simple == Boolean.class) {
            return new Shape.Scalar(Shape.Kind.BOOL);
        } else if (simple == Integer.class || simple == Long.class) {
            return new Shape.Scalar(Shape.Kind.INT);
        } else if (simple == Double.class || simple == java.math.BigDecimal.class) {
            return new Shape.Scalar(Shape.Kind.NUMBER);
        } else if (simple.getName().equals(CUSTOM + "IntOrString")) {
            return new Shape.Either(List.of(new Shape.Scalar(Shape.Kind.INT), text));
        } else if (simple.getName().equals(CUSTOM + "Quantity")) {
            return new Shape.Either(List.of(new Shape.Scalar(Shape.Kind.NUMBER), text));
        } else if (simple.getName().startsWith(MODELS)
                && !names(simple, "openapiFields").isEmpty()) {
            return new Shape.Named(simple.getSimpleName(), () -> of(simple));
        }
        return new Shape.Any();
    }

    private static Collection<?> names(Class<?> model, String field) {
        try {
            return (Collection<?>) model.getField(field).get(null);
        } catch (NoSuchFieldException e) {
            return List.of(); // a type without fields of its own
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the models of Kubernetes have no " + name, e);
        }
    }
}
