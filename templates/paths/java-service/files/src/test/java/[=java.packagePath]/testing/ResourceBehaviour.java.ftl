package [=java.package].testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What every resource does. A subclass says which one, and adds what only that one does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ResourceBehaviour {

    private static final UUID NOBODY = UUID.fromString("00000000-0000-4000-8000-000000000000");

    protected final Api api = RunningService.shared().api();
    protected final Resource resource;
    protected World world;

    protected ResourceBehaviour(Resource resource) {
        this.resource = resource;
    }

    @BeforeEach
    void startWithAnEmptyDatabase() {
        world = new World(api);
    }

    // Create

    @Test
    void createsWithEveryField() {
        ObjectNode body = world.body(resource, 1);

        Response created = api.post(resource.path(), body).expect(201);

        assertHolds(created, body);
        assertThat(created.json().path("updatedAt")).isEqualTo(created.json().path("createdAt"));
        assertThat(created.header("Location")).isEqualTo(resource.path() + "/" + created.id());
        Response read = api.get(created.header("Location")).expect(200);
        assertThat(read.json()).isEqualTo(created.json());
        assertThat(read.etag()).isEqualTo(created.etag());
    }

    @Test
    void createsWithRequiredFieldsOnly() {
        ObjectNode body = world.smallestBody(resource, 1);

        Response created = api.post(resource.path(), body).expect(201);

        assertHolds(created, body);
    }

    @Test
    void takesNullAsAbsent() {
        ObjectNode body = world.smallestBody(resource, 1);
        ObjectNode nulls = body.deepCopy();
        resource.fields().stream().filter(it -> !it.mustBeSent()).forEach(it -> nulls.putNull(it.name()));

        Response created = api.post(resource.path(), nulls).expect(201);

        assertHolds(created, body);
    }

[@practice id="input-validation"]
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("fieldsThatMustBeSent")
    void refusesToLeaveOut(Field field) {
        ObjectNode body = world.body(resource, 1);

        body.remove(field.name());
        api.post(resource.path(), body).expectProblem(422, "validation-failed").expectError(field.name(), "required");

        body.putNull(field.name());
        api.post(resource.path(), body).expectProblem(422, "validation-failed").expectError(field.name(), "required");
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("refusedValues")
    void refusesAnInvalid(Field field, String code, JsonNode value) {
        ObjectNode body = world.body(resource, 1);
        body.set(field.name(), value);

        api.post(resource.path(), body).expectProblem(422, "validation-failed").expectError(field.name(), code);
        Response existing = world.existing(resource, 2);
        api.put(at(existing), existing.etag(), body)
                .expectProblem(422, "validation-failed")
                .expectError(field.name(), code);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void refusesAnotherTypeOf(Field field) {
        ObjectNode body = world.body(resource, 1);
        body.putArray(field.name());

        api.post(resource.path(), body).expectProblem(422, "validation-failed").expectError(field.name(), "wrong-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"isAdmin", "id", "version", "createdAt", "deletedAt"})
    void refusesAnUnknownProperty(String property) {
        ObjectNode body = world.body(resource, 1).put(property, "1");

        api.post(resource.path(), body)
                .expectProblem(422, "validation-failed")
                .expectError(property, "unknown-property");
    }

[/@practice]
    // Create once

[@practice id="idempotency-keys"]
    @Test
    void answersARepeatedRequestAsTheFirstTime() {
        ObjectNode body = world.body(resource, 1);
        Api once = api.with("Idempotency-Key", "key-1");

        Response first = once.post(resource.path(), body).expect(201);
        Response second = once.post(resource.path(), body).expect(201);

        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotent-Replayed")).isEmpty();
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(list("").ids()).containsOnlyOnce(first.id());
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherBody() {
        Api once = api.with("Idempotency-Key", "key-1");
        ObjectNode first = world.body(resource, 1);
        ObjectNode second = world.body(resource, 2);

        once.post(resource.path(), first).expect(201);

        once.post(resource.path(), second).expectProblem(422, "idempotency-key-reused");
    }

    @Test
    void createsOneWhenTheSameRequestComesTwiceAtOnce() {
        ObjectNode body = world.body(resource, 1);
        Api once = api.with("Idempotency-Key", "key-1");

        List<Response> both = atOnce(() -> once.post(resource.path(), body));

        assertThat(both).allSatisfy(it -> it.expect(201));
        assertThat(both.get(0).id()).isEqualTo(both.get(1).id());
        assertThat(both.stream().map(it -> it.header("Idempotent-Replayed"))).containsExactlyInAnyOrder("", "true");
    }

[/@practice]
    // Read

[@practice id="conditional-requests"]
    @Test
    void saysNotModifiedToWhomHasTheCurrentVersion() {
        Response existing = world.existing(resource, 1);

        api.with("If-None-Match", existing.etag()).get(at(existing)).expect(304);
        api.with("If-None-Match", "\"another\"").get(at(existing)).expect(200);
    }

[/@practice]
    @Test
    void doesNotFindWhatDoesNotExist() {
        ObjectNode body = world.body(resource, 1);

        api.get(at(NOBODY)).expectProblem(404, "not-found");
        api.put(at(NOBODY), "*", body).expectProblem(404, "not-found");
        api.delete(at(NOBODY), "*").expectProblem(404, "not-found");
    }

    @Test
    void refusesAnIdentifierThatIsNone() {
        api.get(resource.path() + "/1%27%20or%20%271").expectProblem(400, "invalid-parameter");
    }

    // Replace

    @Test
    void replacesEveryField() {
        Response created = world.existing(resource, 1);
        ObjectNode body = world.body(resource, 2);

        Response replaced = api.put(at(created), created.etag(), body).expect(200);

        assertHolds(replaced, body);
        assertThat(replaced.id()).isEqualTo(created.id());
        assertThat(replaced.json().path("createdAt")).isEqualTo(created.json().path("createdAt"));
[@practice id="conditional-requests"]
[@practice id="optimistic-locking"]
        assertThat(replaced.etag()).isNotEqualTo(created.etag());
[/@practice]
[/@practice]
        Response read = api.get(at(created)).expect(200);
        assertThat(read.json()).isEqualTo(replaced.json());
        assertThat(read.etag()).isEqualTo(replaced.etag());
    }

    @Test
    void removesOptionalFieldsThatAReplacementLeavesOut() {
        Response created = world.existing(resource, 1);
        ObjectNode body = world.smallestBody(resource, 1);

        Response replaced = api.put(at(created), "*", body).expect(200);

        assertHolds(replaced, body);
    }

[@practice id="conditional-requests"]
[@practice id="optimistic-locking"]
    @Test
    void replacesOnlyTheVersionThatTheClientKnows() {
        Response created = world.existing(resource, 1);
        ObjectNode body = world.body(resource, 1);
        Response changed = api.put(at(created), created.etag(), body).expect(200);

        api.put(at(created), created.etag(), body).expectProblem(412, "precondition-failed");
        api.sendJson("PUT", at(created), body).expectProblem(428, "precondition-required");
        assertThat(api.get(at(created)).etag()).isEqualTo(changed.etag());
    }

[/@practice]
[/@practice]
[@practice id="conditional-requests"]
[@practice id="optimistic-locking"]
    @Test
    void letsOneOfTwoReplacementsAtOnceWin() {
        Response created = world.existing(resource, 1);
        ObjectNode body = world.body(resource, 1);

        List<Response> both = atOnce(() -> api.put(at(created), created.etag(), body));

        assertThat(both.stream().map(Response::status)).containsExactlyInAnyOrder(200, 412);
    }

[/@practice]
[/@practice]
    // Delete

    @Test
    void deletes() {
        Response created = world.existing(resource, 1);

        api.delete(at(created), created.etag()).expect(204);

        api.get(at(created)).expectProblem(404, "not-found");
        api.delete(at(created), "*").expectProblem(404, "not-found");
        assertThat(list("").ids()).doesNotContain(created.id());
    }

[@practice id="conditional-requests"]
[@practice id="optimistic-locking"]
    @Test
    void deletesOnlyTheVersionThatTheClientKnows() {
        Response created = world.existing(resource, 1);

        api.delete(at(created), "\"99\"").expectProblem(412, "precondition-failed");
        api.send("DELETE", at(created), BodyPublishers.noBody()).expectProblem(428, "precondition-required");
        api.get(at(created)).expect(200);
        api.delete(at(created), "*").expect(204);
    }

[/@practice]
[/@practice]
[@practice id="soft-delete"]
    @Test
    void keepsTheRowOfADeletedOne() {
        Response created = world.existing(resource, 1);
        api.delete(at(created), "*").expect(204);

        api.post(resource.path(), world.body(resource, 1)).expect(201);
    }

[/@practice]
    // Unique

[@practice id="constraints"]
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("uniqueKeys")
    void refusesASecondOneWithTheSame(List<String> properties) {
        Response first = world.existing(resource, 1);
        Response second = world.existing(resource, 2);
        ObjectNode same = world.body(resource, 2);
        ObjectNode taken = world.body(resource, 1);
        for (String property : properties) {
            if (!taken.has(property)) {
                taken.put(
                        property,
                        world.existing(resource.field(property).target(), 1).id());
            }
            same.set(property, taken.get(property));
        }
        api.put(at(first), "*", taken).expect(200);

        Response replaced = api.put(at(second), "*", same).expectProblem(409, "already-exists");
        api.delete(at(second), "*").expect(204);
        Response created = api.post(resource.path(), same).expectProblem(409, "already-exists");

        assertThat(created.errors()).isNotEmpty().allSatisfy(it -> assertThat(properties).contains(it.path("property").asString()));
        assertThat(replaced.errors()).isEqualTo(created.errors());
    }

[/@practice]
    // References

[@practice id="foreign-keys"]
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("references")
    void refersToAnother(Field field) {
        Response first = world.existing(resource, 1);
        ObjectNode body = world.body(resource, 1);
        body.put(field.name(), world.existing(field.target(), 1).id());

        Response replaced = api.put(at(first), first.etag(), body).expect(200);

        assertHolds(replaced, body);
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("references")
    void refusesAReferenceToNothing(Field field) {
        ObjectNode body = world.body(resource, 2);
        Response deleted = world.existing(field.target(), 1);
        api.delete(field.target().path() + "/" + deleted.id(), "*").expect(204);

        for (String nothing : List.of(NOBODY.toString(), deleted.id())) {
            body.put(field.name(), nothing);
            api.post(resource.path(), body)
                    .expectProblem(422, "validation-failed")
                    .expectError(field.name(), "unknown-reference");
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("references")
    void protectsWhatItRefersTo(Field field) {
        Response referring = world.existing(resource, 2);
        ObjectNode body = world.body(resource, 2);
        if (!body.has(field.name())) {
            body.put(field.name(), world.existing(field.target(), 1).id());
            api.put(at(referring), "*", body).expect(200);
        }
        String target = field.target().path() + "/" + body.path(field.name()).asString();

        api.delete(target, "*").expectProblem(409, "resource-in-use");

        api.get(target).expect(200);
    }

[/@practice]
    // List

    @Test
    void listsInTheOrderOfCreation() {
        List<String> made = makeTwo();

        Response page = list("");

        assertThat(page.ids()).containsExactlyElementsOf(made);
        assertThat(page.json().path("links").has("next")).isFalse();
        assertThat(page.json().path("links").path("self").asString()).startsWith(resource.path());
        assertThat(page.items().get(0)).isEqualTo(world.existing(resource, 1).json());
    }

[@practice id="sorting"]
[@practice id="pagination"]
    @ParameterizedTest
    @MethodSource("sortOrders")
    void sortsAndPagesBy(String order) {
        makeTwo();

        Response whole = list("?sort=" + order);

        boolean descending = order.startsWith("-");
        Comparator<JsonNode> ascending = Comparator.comparing(
                it -> it.path(descending ? order.substring(1) : order), ResourceBehaviour::compareValues);
        assertThat(whole.items()).hasSize(2).isSortedAccordingTo(descending ? ascending.reversed() : ascending);
        assertThat(walk("?limit=1&sort=" + order)).isEqualTo(whole.ids());
    }

[/@practice]
[/@practice]
[@practice id="filtering"]
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("filterableProperties")
    void filtersBy(String property) {
        makeTwo();
        JsonNode wanted = world.existing(resource, 1).json().path(property);
        String value = wanted.isMissingNode() ? NOBODY.toString() : wanted.asString();

        Response found = list("?filter[" + property + "]=" + Api.encode(value));

        assertThat(found.ids())
                .containsExactlyElementsOf(list("").items().stream()
                        .filter(it -> it.has(property) && Json.same(it.path(property), wanted))
                        .map(it -> it.path("id").asString())
                        .toList());
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("typedFilters")
    void refusesToFilterByWhatCannotBe(String property) {
        Response refused = list("?filter[" + property + "]=nothing%20of%20the%20kind");

        refused.expectProblem(400, "invalid-parameter").expectError("filter[" + property + "]", "bad-format");
    }

[/@practice]
[@practice id="pagination"]
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("freeTexts")
    void pagesByTextsOfAnyLength(String property) {
        String longest = "😀".repeat(Contract.shared().maxLength(resource, property) - 1);
        List<String> made = new ArrayList<>();
        for (int variant : List.of(1, 2)) {
            ObjectNode body = world.body(resource, variant).put(property, longest + variant);
            made.add(api.post(resource.path(), body).expect(201).id());
        }

        String sort = sortOrders().filter(property::equals).map("&sort="::concat).findFirst().orElse("");

        assertThat(walk("?limit=1" + sort)).isEqualTo(made);
    }

[/@practice]
[@practice id="sorting"]
[@practice id="pagination"]
    @Test
    void keepsFilterAndSortOnTheNextPage() {
        makeTwo();

        Response first = list("?limit=1&sort=-createdAt");

        String next = first.json().path("links").path("next").asString();
        assertThat(next).contains("sort=-createdAt").contains("limit=1").contains("cursor=");
    }

[/@practice]
[/@practice]
    @ParameterizedTest
    @ValueSource(
            strings = {
                    "limit=0",
                    "limit=101",
                    "limit=x",
                    "limit=1&limit=2",
                    "sort=nothing",
                    "sort=id;drop",
                    "cursor=!",
                    "cursor=AAAA",
                    "filter[nothing]=x",
                    "filter=x",
                    "unknown=1"
            })
    void refusesAnInvalidParameter(String query) {
        Response refused = list("?" + query);

        refused.expectProblem(400, "invalid-parameter");
        assertThat(refused.errors()).isNotEmpty();
    }

[@practice id="sorting"]
[@practice id="pagination"]
    @Test
    void refusesACursorOfAnotherOrder() {
        makeTwo();
        String next = list("?limit=1").json().path("links").path("next").asString();

        api.get(next + "&sort=-createdAt").expectProblem(400, "invalid-parameter");
    }

[/@practice]
[/@practice]
    // Text

[@practice id="parameterized-queries"]
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("freeTexts")
    void keepsTextAsItIs(String property) {
        Response existing = world.existing(resource, 1);
        ObjectNode body = world.body(resource, 1);
        for (String text : List.of(
                "'; drop table x; --",
                "<script>alert(1)</script>",
                "${jndi:ldap://x} #{7*7} {{7*7}}",
                "  spaces around  ",
                "%00 \\u0000 \\\" \\",
                "한국어 – naïve 😀")) {
            body.put(property, text);

            api.put(at(existing), "*", body).expect(200);

            assertThat(api.get(at(existing)).json().path(property).asString()).isEqualTo(text);
        }
    }

[/@practice]
[@practice id="input-validation"]
    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("freeTexts")
    void refusesControlCharactersIn(String property) {
        ObjectNode body = world.body(resource, 1);
        for (String text : List.of("before \u0000 and after", "before \u0007 and after", "before \u009f and after")) {
            body.put(property, text);

            api.post(resource.path(), body)
                    .expectProblem(422, "validation-failed")
                    .expectError(property, "control-character");
        }
    }

[/@practice]
    // Access

[@practice id="jwt-authentication"]
    @Test
    void asksForAToken() {
        Response existing = world.existing(resource, 1);

        for (Response refused : everyOperation(api.anonymous(), existing)) {
            refused.expectProblem(401, "unauthenticated");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }

[/@practice]
[#if practices["jwt-authentication"]??]
[@practice id="operation-scopes"]
    @Test
    void asksForTheScopeOfTheOperation() {
        Response existing = world.existing(resource, 1);
        String readOnly = TestIssuer.shared().token("reader", resource.readScope());
        String writeOnly = TestIssuer.shared().token("writer", resource.writeScope());

        api.as(readOnly).get(resource.path()).expect(200);
        api.as(readOnly).get(at(existing)).expect(200);
        api.as(readOnly).post(resource.path(), "{}").expectProblem(403, "forbidden");
        api.as(readOnly).put(at(existing), "*", "{}").expectProblem(403, "forbidden");
        api.as(readOnly).delete(at(existing), "*").expectProblem(403, "forbidden");
        api.as(writeOnly).get(resource.path()).expectProblem(403, "forbidden");
        api.as(writeOnly).get(at(existing)).expectProblem(403, "forbidden");
        api.as(writeOnly).delete(at(existing), "*").expect(204);
    }

[/@practice]
[/#if]
    // Protocol

[@practice id="http-status-codes"]
    @Test
    void refusesAnotherMethod() {
        Response refused = api.sendJson("PATCH", at(NOBODY), "{}").expectProblem(405, "method-not-allowed");

        assertThat(refused.header("Allow")).contains("GET", "PUT", "DELETE");
    }

    @Test
    void refusesAnotherMediaType() {
        api.with("Content-Type", "text/plain").post(resource.path(), "{}").expectProblem(415, "unsupported-media-type");
        api.with("Accept", "text/html").get(resource.path()).expectProblem(406, "not-acceptable");
    }

[/@practice]
    private Stream<Field> fields() {
        return resource.fields().stream();
    }

    private Stream<Field> fieldsThatMustBeSent() {
        return fields().filter(Field::mustBeSent);
    }

    private Stream<Field> references() {
        return fields().filter(Field::isReference);
    }

    private Stream<Arguments> refusedValues() {
        return fields().flatMap(
                field -> field.refused().stream().map(it -> Arguments.of(field, it.getKey(), it.getValue())));
    }

    private Stream<List<String>> uniqueKeys() {
        return resource.uniqueKeys().stream();
    }

    private Stream<String> sortOrders() {
        return Contract.shared().sortOrders(resource).stream();
    }

    private Stream<String> filterableProperties() {
        return Contract.shared().filterableProperties(resource).stream();
    }

    private Stream<String> typedFilters() {
        return Contract.shared().typedFilters(resource).stream();
    }

    private Stream<String> freeTexts() {
        return Contract.shared().freeTexts(resource).stream();
    }

    private String at(Response existing) {
        return resource.path() + "/" + existing.id();
    }

    private String at(UUID id) {
        return resource.path() + "/" + id;
    }

    private Response list(String query) {
        return api.get(resource.path() + query.replace("[", "%5B").replace("]", "%5D"));
    }

    private List<String> makeTwo() {
        return List.of(
                world.existing(resource, 1).id(), world.existing(resource, 2).id());
    }

    private List<String> walk(String query) {
        List<String> ids = new ArrayList<>();
        Response page = list(query).expect(200);
        ids.addAll(page.ids());
        while (page.json().path("links").has("next")) {
            page = api.get(page.json().path("links").path("next").asString()).expect(200);
            ids.addAll(page.ids());
        }
        return ids;
    }

    private List<Response> everyOperation(Api client, Response existing) {
        return List.of(
                client.get(resource.path()),
                client.post(resource.path(), "{}"),
                client.get(at(existing)),
                client.put(at(existing), "*", "{}"),
                client.delete(at(existing), "*"));
    }

    /** Every field is as it was sent; one that was not sent has its default, or is absent. */
    private void assertHolds(Response response, ObjectNode body) {
        JsonNode actual = response.json();
        for (Field field : resource.fields()) {
            JsonNode sent = body.path(field.name());
            JsonNode expected = sent.isMissingNode() ? field.byDefault().orElse(sent) : sent;
            assertThat(Json.same(actual.path(field.name()), expected))
                    .as("%s is %s in %s", field.name(), expected, response)
                    .isTrue();
        }
    }

    private static List<Response> atOnce(Supplier<Response> request) {
        var first = CompletableFuture.supplyAsync(request);
        var second = CompletableFuture.supplyAsync(request);
        return List.of(first.join(), second.join());
    }

    private static int compareValues(JsonNode left, JsonNode right) {
        if (left.isNumber()) {
            return left.decimalValue().compareTo(right.decimalValue());
        }
        // Without its Z, a time that has no fraction stands before one that has.
        return left.asString().replaceAll("Z$", "").compareTo(right.asString().replaceAll("Z$", ""));
    }
}
