[#import "/lib/samples.java.ftl" as samples]
[#assign types = resource.fields?map(field -> field.type)]
[#assign imports = [java.package + ".testing.Resource", java.package + ".testing.ResourceBehaviour"]]
[#list resource.references?filter(field -> field.to.segment != resource.segment) as field]
[#assign imports += [java.package + "." + field.to.java.package + "." + field.to.plural.pascal + "IT"]]
[/#list]
[#if types?seq_contains("json")]
[#assign imports += [java.package + ".testing.Json", "java.util.Map"]]
[/#if]
[#if types?seq_contains("decimal")]
[#assign imports += ["java.math.BigDecimal"]]
[/#if]
[#if types?seq_contains("integer") || types?seq_contains("long")]
[#assign imports += ["java.math.BigInteger"]]
[/#if]
package [=java.package].[=resource.java.package];

import static [=java.package].testing.Field.field;

[#list imports?sort as import]
[#if import?index == 0 || import != imports?sort[import?index - 1]]
import [=import];
[/#if]
[/#list]

public class [=resource.plural.pascal]IT extends ResourceBehaviour {

    public [=resource.plural.pascal]IT() {
        super(resource());
    }

    public static Resource resource() {
        return new Resource(
[@practice id="restful-naming"]
                "[=resource.segment]",
[/@practice]
[#if !practices["restful-naming"]??]
                "[=resource.name.camel]",
[/#if]
                "[=resource.table?replace('"', "")]",
[#list resource.fields as field]
                field("[=field.json]")
[#list samples.calls(field) as call]
                        .[=call?no_esc][#if call?is_last][=field?is_last?then(")", ",")][=(field?is_last && !resource.uniques?has_content)?then(";", "")][/#if]
[/#list]
[/#list]
[#list resource.uniques as fields]
                .unique([#list fields as field]"[=field.json]"[#sep], [/#list])[=fields?is_last?then(";", "")]
[/#list]
    }
}
