[#import "/lib/code.java.ftl" as code]
package [=java.package].[=resource.java.package];

[@code.importing [
  "platform.resource.Answers",
  "platform.resource.Idempotency",
  "platform.resource.IdempotencyKey",
  "platform.resource.IfMatch",
  "platform.resource.Page",
  "jakarta.validation.Valid",
  "java.util.UUID",
  "org.jspecify.annotations.Nullable",
  "org.springframework.http.HttpHeaders",
  "org.springframework.http.HttpStatus",
  "org.springframework.http.MediaType",
  "org.springframework.http.ResponseEntity",
  "org.springframework.security.core.Authentication",
  "org.springframework.util.MultiValueMap",
  "org.springframework.web.bind.annotation.DeleteMapping",
  "org.springframework.web.bind.annotation.GetMapping",
  "org.springframework.web.bind.annotation.PathVariable",
  "org.springframework.web.bind.annotation.PostMapping",
  "org.springframework.web.bind.annotation.PutMapping",
  "org.springframework.web.bind.annotation.RequestBody",
  "org.springframework.web.bind.annotation.RequestHeader",
  "org.springframework.web.bind.annotation.RequestMapping",
  "org.springframework.web.bind.annotation.RequestParam",
  "org.springframework.web.bind.annotation.ResponseStatus",
  "org.springframework.web.bind.annotation.RestController"
]]
@RestController
@RequestMapping(path = [=resource.java.className]Controller.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class [=resource.java.className]Controller {

[@practice id="restful-naming"]
[@practice id="api-versioning"]
    static final String PATH = "[=code.path(resource)]";
[/@practice]
[/@practice]
[#if !(practices["restful-naming"]?? && practices["api-versioning"]??)]
    static final String PATH = "[=code.path(resource)]";
[/#if]

    private final [=resource.java.className]Repository repository;
[@practice id="idempotency-keys"]
    private final Idempotency idempotency;
[/@practice]

    [=resource.java.className]Controller([=resource.java.className]Repository repository[@practice id="idempotency-keys"], Idempotency idempotency[/@practice]) {
        this.repository = repository;
[@practice id="idempotency-keys"]
        this.idempotency = idempotency;
[/@practice]
    }

    @GetMapping
    Page<[=resource.java.className]> list(@RequestParam MultiValueMap<String, String> query) {
        return repository.list(PATH, query);
    }

    @PostMapping
[@practice id="idempotency-keys"]
    ResponseEntity<?> create(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable IdempotencyKey key,
            [@practice id="input-validation"]@Valid [/@practice]@RequestBody [=resource.java.className]Request request,
            Authentication client) {
        return idempotency.create(PATH, key, client, request, () -> repository.create(request));
    }
[/@practice]
[#if !practices["idempotency-keys"]??]
    ResponseEntity<[=resource.java.className]> create([@practice id="input-validation"]@Valid [/@practice]@RequestBody [=resource.java.className]Request request) {
        return Answers.created(PATH, repository.create(request));
    }
[/#if]

    @GetMapping("/{id}")
    ResponseEntity<[=resource.java.className]> get(@PathVariable UUID id) {
        return Answers.read(repository.get(id));
    }
[@practice id="http-methods"]

    @PutMapping("/{id}")
    ResponseEntity<[=resource.java.className]> replace(
            @PathVariable UUID id,
[@practice id="conditional-requests"]
            @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
[/@practice]
            [@practice id="input-validation"]@Valid [/@practice]@RequestBody [=resource.java.className]Request request) {
        return Answers.replaced(repository.replace(id, [@practice id="conditional-requests"]ifMatch, [/@practice]request));
    }

    @DeleteMapping("/{id}")
[@practice id="http-status-codes"]
    @ResponseStatus(HttpStatus.NO_CONTENT)
[/@practice]
    void delete(@PathVariable UUID id[@practice id="conditional-requests"], @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch[/@practice]) {
        repository.delete(id[@practice id="conditional-requests"], ifMatch[/@practice]);
    }
[/@practice]
}
[/@code.importing]
