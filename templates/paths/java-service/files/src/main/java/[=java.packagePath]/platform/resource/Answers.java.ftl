[#import "/lib/code.java.ftl" as code]
package [=java.package].platform.resource;

[@code.importing [
  "java.net.URI",
  "org.springframework.http.CacheControl",
  "org.springframework.http.ResponseEntity"
]]
/** Answers that carry one resource. */
public final class Answers {

    private Answers() {}

    public static <T extends Resource> ResponseEntity<T> created(String path, T resource) {
        return ResponseEntity.created(URI.create(path + "/" + resource.id()))
[@practice id="conditional-requests"]
                .eTag(IfMatch.entityTag(resource.version()))
[/@practice]
                .body(resource);
    }

    public static <T extends Resource> ResponseEntity<T> read(T resource) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
[@practice id="conditional-requests"]
                .eTag(IfMatch.entityTag(resource.version()))
[/@practice]
                .body(resource);
    }

    public static <T extends Resource> ResponseEntity<T> replaced(T resource) {
        return ResponseEntity.ok()[@practice id="conditional-requests"].eTag(IfMatch.entityTag(resource.version()))[/@practice].body(resource);
    }
}
[/@code.importing]
