[#import "/lib/code.java.ftl" as code]
[#import "/lib/fields.txt.ftl" as fields]
[#assign defaults = resource.fields?filter(field -> field.default??)]
[#-- What the value has to be, beside its type. --]
[#macro constraints field]
[@practice id="input-validation"]
[#if field.required && !field.default??]@NotNull [/#if][#t]
[#switch field.type]
[#on "string", "text", "email", "uri"]
@Text([#if field.type != "string"]form = Form.[=field.type?upper_case], [/#if][#if fields.shortest(field) != 1]min = [=fields.shortest(field)], [/#if]max = [=field.maxLength][#if field.pattern??], pattern = "[=field.pattern]"[/#if]) [#t]
[#on "integer", "long"]
@Min([=fields.least(field)][#if field.type == "long"]L[/#if]) @Max([=fields.greatest(field)][#if field.type == "long"]L[/#if]) [#t]
[#on "decimal"]
@DecimalMin("[=fields.least(field)]") @DecimalMax("[=fields.greatest(field)]") @MaxDecimals([=field.scale]) [#t]
[#on "json"]
@JsonBounds [#t]
[/#switch]
[/@practice]
[/#macro]
[#-- Of the name of an enum only the last part is what can be null. --]
[#macro type field]
[#local nullable = !field.required || field.default??]
[#if field.type == "enum"][=resource.java.className].[#if nullable]@Nullable [/#if][=code.type(field)][#else][#if nullable]@Nullable [/#if][=code.type(field)][/#if][#t]
[/#macro]
[#macro default field]
[#switch field.type]
[#on "integer", "long"][=field.default]L[#t]
[#on "decimal"]new BigDecimal("[=field.default]")[#t]
[#on "boolean"][=field.default?c][#t]
[#on "date"]LocalDate.parse("[=field.default]")[#t]
[#on "timestamp"]OffsetDateTime.parse("[=field.default]")[#t]
[#on "enum"][=code.outerType(resource, field)].[=field.values?filter(value -> value.wire == field.default)?first.constant][#t]
[#on "uuid", "reference"]UUID.fromString("[=field.default]")[#t]
[#default]"[=field.default]"[#t]
[/#switch]
[/#macro]
package [=java.package].[=resource.java.package];

[@code.importing [
  "platform.validation.Form",
  "platform.validation.JsonBounds",
  "platform.validation.MaxDecimals",
  "platform.validation.Text",
  "com.fasterxml.jackson.annotation.JsonProperty",
  "jakarta.validation.constraints.DecimalMax",
  "jakarta.validation.constraints.DecimalMin",
  "jakarta.validation.constraints.Max",
  "jakarta.validation.constraints.Min",
  "jakarta.validation.constraints.NotNull",
  "java.math.BigDecimal",
  "java.time.LocalDate",
  "java.time.OffsetDateTime",
  "java.util.Objects",
  "java.util.UUID",
  "org.jspecify.annotations.Nullable",
  "tools.jackson.databind.node.ObjectNode"
]]
record [=resource.java.className]Request(
[#list resource.fields as field]
        [#if code.renamed(field)]@JsonProperty("[=field.json]") [/#if][@constraints field /][@type field /] [=field.java.name][#if field?has_next],[#else]) {[#if defaults?size == 0]}[/#if][/#if]
[/#list]
[#list defaults]

    [=resource.java.className]Request {
[#items as field]
        [=field.java.name] = Objects.requireNonNullElse([=field.java.name], [@default field /]);
[/#items]
    }
}
[/#list]
[/@code.importing]
