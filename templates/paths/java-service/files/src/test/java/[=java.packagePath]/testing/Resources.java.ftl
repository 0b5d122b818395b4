[#import "/lib/code.java.ftl" as code]
package [=java.package].testing;

[@code.sorted]
[#list resources?sort_by(["java", "package"]) as resource]
import [=java.package].[=resource.java.package].[=resource.plural.pascal]IT;
[/#list]
import java.util.List;
[/@code.sorted]

/** The resources of the service, for tests of what holds for all of them. */
public final class Resources {

    private Resources() {}

    public static List<Resource> all() {
        return List.of(
[#list resources as resource]
                [=resource.plural.pascal]IT.resource()[=resource?is_last?then(");", ",")]
[/#list]
    }

    /** Any one, for tests to which it does not matter which. */
    public static Resource any() {
        return all().get(0);
    }
}
