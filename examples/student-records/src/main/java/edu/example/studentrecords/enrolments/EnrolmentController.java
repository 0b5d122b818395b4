package edu.example.studentrecords.enrolments;

import edu.example.studentrecords.platform.resource.Answers;
import edu.example.studentrecords.platform.resource.Idempotency;
import edu.example.studentrecords.platform.resource.IdempotencyKey;
import edu.example.studentrecords.platform.resource.IfMatch;
import edu.example.studentrecords.platform.resource.Page;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = EnrolmentController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class EnrolmentController {

    static final String PATH = "/api/v1/enrolments";

    private final EnrolmentRepository repository;
    private final Idempotency idempotency;

    EnrolmentController(EnrolmentRepository repository, Idempotency idempotency) {
        this.repository = repository;
        this.idempotency = idempotency;
    }

    @GetMapping
    Page<Enrolment> list(@RequestParam MultiValueMap<String, String> query) {
        return repository.list(PATH, query);
    }

    @PostMapping
    ResponseEntity<?> create(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable IdempotencyKey key,
            @Valid @RequestBody EnrolmentRequest request,
            Authentication client) {
        return idempotency.create(PATH, key, client, request, () -> repository.create(request));
    }

    @GetMapping("/{id}")
    ResponseEntity<Enrolment> get(@PathVariable UUID id) {
        return Answers.read(repository.get(id));
    }

    @PutMapping("/{id}")
    ResponseEntity<Enrolment> replace(
            @PathVariable UUID id,
            @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch,
            @Valid @RequestBody EnrolmentRequest request) {
        return Answers.replaced(repository.replace(id, ifMatch, request));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable UUID id, @RequestHeader(HttpHeaders.IF_MATCH) IfMatch ifMatch) {
        repository.delete(id, ifMatch);
    }
}
