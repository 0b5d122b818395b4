package edu.example.studentrecords.testing;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The resources that exist in one test, made through the API when they are needed: a first and a second one of each. */
public final class World {

    private final Api api;
    private final Map<String, Response> made = new HashMap<>();

    /** Starts from an empty database. */
    public World(Api api) {
        this.api = api;
        TestDatabase.shared().clear();
    }

    /** The live resource of that variant, with all that it refers to. */
    public Response existing(Resource resource, int variant) {
        String key = resource.name() + variant;
        if (!made.containsKey(key)) {
            made.put(key, api.post(resource.path(), body(resource, variant)).expect(201));
        }
        return made.get(key);
    }

    /** A body with every field that a new resource can have; fields of the two variants differ. */
    public ObjectNode body(Resource resource, int variant) {
        ObjectNode body = Json.object();
        for (Field field : resource.fields()) {
            if (field.isReference() && resource.canStartWith(field)) {
                body.put(field.name(), existing(field.target(), variant).id());
            } else if (!field.isReference()) {
                body.set(field.name(), field.example(variant));
            }
        }
        return body;
    }

    /** The same body without what may be left out. */
    public ObjectNode smallestBody(Resource resource, int variant) {
        ObjectNode body = body(resource, variant);
        resource.fields().stream().filter(it -> !it.mustBeSent()).forEach(it -> body.remove(it.name()));
        return body;
    }
}
