[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.resource;

[@code.importing [
  "java.util.List",
  "org.jspecify.annotations.Nullable"
]]
/** A part of a list[@practice id="hateoas"], with the way to the next part[/@practice]. */
public record Page<T>(List<T> items[@practice id="hateoas"], Links links[/@practice]) {[#if !practices["hateoas"]??]}[/#if]
[@practice id="hateoas"]

    public record Links(String self[@practice id="pagination"], @Nullable String next[/@practice]) {}
}
[/@practice]
[/@code.importing]
