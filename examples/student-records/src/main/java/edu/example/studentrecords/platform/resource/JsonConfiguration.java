package edu.example.studentrecords.platform.resource;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Reads JSON as the API describes it: a value of another type is an error, not something to convert. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonMapperBuilderCustomizer strictTypes() {
        SimpleModule formats = new SimpleModule();
        formats.addDeserializer(UUID.class, new FromText<>(UUID.class, Values::uuid));
        formats.addDeserializer(LocalDate.class, new FromText<>(LocalDate.class, Values::date));
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
