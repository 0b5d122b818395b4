package edu.example.studentrecords.platform.resource;

import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** Answers that carry one resource. */
public final class Answers {

    private Answers() {}

    public static <T extends Resource> ResponseEntity<T> created(String path, T resource) {
        return ResponseEntity.created(URI.create(path + "/" + resource.id()))
                .eTag(IfMatch.entityTag(resource.version()))
                .body(resource);
    }

    public static <T extends Resource> ResponseEntity<T> read(T resource) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(IfMatch.entityTag(resource.version()))
                .body(resource);
    }

    public static <T extends Resource> ResponseEntity<T> replaced(T resource) {
        return ResponseEntity.ok().eTag(IfMatch.entityTag(resource.version())).body(resource);
    }
}
