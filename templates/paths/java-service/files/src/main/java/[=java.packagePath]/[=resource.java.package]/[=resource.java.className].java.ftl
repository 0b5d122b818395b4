[#import "/lib/code.java.ftl" as code]
[#assign enums = resource.fields?filter(field -> field.type == "enum")]
package [=java.package].[=resource.java.package];

[@code.importing [
  "platform.resource.Resource",
  "com.fasterxml.jackson.annotation.JsonIgnore",
  "com.fasterxml.jackson.annotation.JsonProperty",
  "com.fasterxml.jackson.annotation.JsonValue",
  "java.math.BigDecimal",
  "java.time.LocalDate",
  "java.time.OffsetDateTime",
  "java.util.UUID",
  "org.jspecify.annotations.Nullable",
  "tools.jackson.databind.node.ObjectNode"
]]
record [=resource.java.className](
        UUID id,
[#list resource.fields as field]
        [#if code.renamed(field)]@JsonProperty("[=field.json]") [/#if][#if !field.required]@Nullable [/#if][=code.type(field)] [=field.java.name],
[/#list]
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt,
        @JsonIgnore long version)
        implements Resource {[#if enums?size == 0]}[/#if]
[#list enums as field]

    enum [=code.enum(field)] {
[#list field.values as value]
        [=value.constant]("[=value.wire]")[=value?has_next?then(",", ";")]
[/#list]

        private final String value;

        [=code.enum(field)](String value) {
            this.value = value;
        }

        @Override
        @JsonValue
        public String toString() {
            return value;
        }
    }
[/#list]
[#if enums?size > 0]
}
[/#if]
[/@code.importing]
