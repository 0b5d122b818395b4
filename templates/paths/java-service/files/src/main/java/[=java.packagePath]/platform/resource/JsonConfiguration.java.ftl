[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.resource;

[@code.importing [
  "java.time.DateTimeException",
  "java.time.LocalDate",
  "java.time.OffsetDateTime",
  "java.util.UUID",
  "java.util.function.Function",
  "org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer",
  "org.springframework.context.annotation.Bean",
  "org.springframework.context.annotation.Configuration",
  "tools.jackson.core.JsonParser",
  "tools.jackson.core.JsonToken",
  "tools.jackson.databind.DeserializationContext",
  "tools.jackson.databind.cfg.CoercionAction",
  "tools.jackson.databind.cfg.CoercionInputShape",
  "tools.jackson.databind.deser.std.StdDeserializer",
  "tools.jackson.databind.module.SimpleModule",
  "tools.jackson.databind.type.LogicalType"
]]
/** Reads JSON as the API describes it: a value of another type is an error, not something to convert. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictTypes() {
        SimpleModule formats = new SimpleModule();
[#if (uses.uuid?? || uses.reference??)]
        formats.addDeserializer(UUID.class, new FromText<>(UUID.class, Values::uuid));
[/#if]
[#if uses.date??]
        formats.addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, Values::date));
[/#if]
        formats.addDeserializer(OffsetDateTime.class, new FromText<>(OffsetDateTime.class, Values::timestamp));
        return mapper -> {
            mapper.addModule(formats);
            mapper.withCoercionConfigDefaults(
                    all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
            mapper.withCoercionConfig(LogicalType.Textual, text -> {
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
                text.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
            });
        };
    }

    private static final class FromText<T> extends StdDeserializer<T> {

        private final Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (T) context.handleUnexpectedToken(_valueClass, parser);
            }
            try {
                return parse.apply(parser.getString());
            } catch (IllegalArgumentException | DateTimeException exception) {
                return (T) context.handleWeirdStringValue(_valueClass, parser.getString(), "bad format");
            }
        }
    }
}
[/@code.importing]
