[#import "/lib/fields.txt.ftl" as fields]
[#-- A word as YAML reads it back: in quotes where a parser, of YAML 1.1 too, would take it for something else. --]
[#macro word text]
[#if ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]?seq_contains(text?lower_case) || !text?matches(r"-?[A-Za-z][A-Za-z0-9-]*")]"[=text]"[#else][=text][/#if][#t]
[/#macro]

[#assign patterns = {
  "string": r"^[^\x00-\x1f\x7f-\x9f]*$",
  "text": r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]*$",
  "timestamp": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-2][0-9]:[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?(Z|[+-][0-2][0-9]:[0-5][0-9])$",
  "email": r"^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])$",
  "uri": r"^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?][A-Za-z0-9._~!$&'()*+,;=:@/?-]*(%[0-9A-Fa-f]{2}[A-Za-z0-9._~!$&'()*+,;=:@/?-]*)*)?(#[A-Za-z0-9._~!$&'()*+,;=:@/?-]*(%[0-9A-Fa-f]{2}[A-Za-z0-9._~!$&'()*+,;=:@/?-]*)*)?$"
}]

[#-- A field's own pattern matches the whole value, as the schema says only with both anchors. --]
[#function whole pattern]
[#if pattern?starts_with("^") && pattern?ends_with("$") && !pattern?contains("|")][#return pattern][/#if]
[#return "^(?:" + pattern + ")$"]
[/#function]

[#-- A regular expression in single quotes, in which YAML has no escapes to get in its way. --]
[#macro pattern text]'[=text?replace("'", "''")?no_esc]'[#t][/#macro]

[#macro type field nullable]
[#if nullable][[=field.types.openapi], "null"][#else][=field.types.openapi][/#if][#t]
[/#macro]

[#-- Type and bounds of a value, each line after `pad`. --]
[#macro value field pad nullable=false]
[=pad]type: [@type field nullable /]
[@bounds field pad nullable /]
[/#macro]

[#macro bounds field pad nullable=false]
[#if field.types.openapiFormat?has_content]
[=pad]format: [=field.types.openapiFormat]
[/#if]
[@practice id="input-validation"]
[#switch field.type]
[#on "string", "text"]
[#if fields.shortest(field) > 0]
[=pad]minLength: [=fields.shortest(field)]
[/#if]
[=pad]maxLength: [=field.maxLength]
[#if field.pattern??]
[=pad]pattern: [@pattern whole(field.pattern) /]
[=pad]allOf:
[=pad]  - pattern: [@pattern patterns[field.type] /]
[#else]
[=pad]pattern: [@pattern patterns[field.type] /]
[/#if]
[#on "email", "uri"]
[=pad]minLength: [=fields.shortest(field)]
[=pad]maxLength: [=field.maxLength]
[=pad]pattern: [@pattern patterns[field.type] /]
[#on "integer", "long", "decimal"]
[=pad]minimum: [=fields.least(field)]
[=pad]maximum: [=fields.greatest(field)]
[#on "date"]
[=pad]minLength: 10
[=pad]maxLength: 10
[#on "timestamp"]
[=pad]minLength: 20
[=pad]maxLength: 32
[=pad]pattern: [@pattern patterns.timestamp /]
[#on "uuid", "reference"]
[=pad]minLength: 36
[=pad]maxLength: 36
[#on "enum"]
[=pad]enum: [[#list field.values as value][@word value.wire /][#sep], [/#list][#if nullable], null[/#if]]
[/#switch]
[/@practice]
[/#macro]

[#-- A value as JSON, which is YAML too. --]
[#macro json value]
[#if value?is_hash]
{[#list value?keys as key]"[=key]": [@json value[key] /][#sep], [/#list]}[#t]
[#elseif value?is_sequence]
[[#list value as item][@json item /][#sep], [/#list]][#t]
[#elseif value?is_boolean || value?is_number]
[=value?c][#t]
[#else]
"[=value]"[#t]
[/#if]
[/#macro]

[#-- A property of an object: what it means, what it accepts, what it may look like. --]
[#macro property resource field pad nullable=false]
[=pad][@word field.json /]:
[#if field.type == "json"]
[=pad]  description: "[=fields.meaning(resource, field)]"
[#if nullable]
[=pad]  anyOf:
[=pad]    - $ref: "#/components/schemas/JsonObject"
[=pad]    - type: "null"
[#else]
[=pad]  $ref: "#/components/schemas/JsonObject"
[/#if]
[#else]
[=pad]  type: [@type field nullable /]
[=pad]  description: "[=fields.meaning(resource, field)]"
[@bounds field pad + "  " nullable /]
[#if nullable && field.default??]
[=pad]  default: [@json field.default /]
[/#if]
[#if field.type != "boolean" && field.type != "enum"]
[=pad]  examples: [[@json field.samples.valid[0] /]]
[/#if]
[/#if]
[/#macro]
