[#import "/lib/schema.yaml.ftl" as schema]
[#import "/lib/fields.txt.ftl" as fields]
[#assign identity = "https://identity." + namespace.domain]
[#assign license = (option.license)!"none"]
[#if license == "none"]
[#assign license = "Proprietary"]
[/#if]
[#assign json = resources?filter(resource -> resource.fields?filter(field -> field.type == "json")?size > 0)?size > 0]
[#-- A client is told of what can happen, whichever of the practices behind it is asked for. --]
[#function first ids]
[#list ids as id]
[#if practices[id]??]
[#return id]
[/#if]
[/#list]
[#return ids[0]]
[/#function]
[#assign retryAfter = first(["http-status-codes", "rate-limiting"])]
[#-- Which practice asks for a header, and for an error. --]
[#assign headers = {
  "Access-Control-Allow-Origin": "cors-policy",
  "ETag": "conditional-requests",
  "Idempotent-Replayed": "idempotency-keys",
  "Location": "http-status-codes",
  "RateLimit": "rate-limiting",
  "RateLimit-Policy": "rate-limiting",
  "Retry-After": retryAfter,
  "WWW-Authenticate": "jwt-authentication"
}]
[#assign always = ["Access-Control-Allow-Origin", "RateLimit", "RateLimit-Policy"]]
[#assign problems = [
  {"status": 400, "name": "BadRequest", "says": "The request is malformed, or a parameter is unknown or not valid."},
  {"status": 401, "name": "Unauthenticated", "says": "There is no access token, or it is not valid.", "headers": ["WWW-Authenticate"], "practice": "jwt-authentication"},
  {"status": 403, "name": "Forbidden", "says": "The access token does not grant the scope.", "headers": ["WWW-Authenticate"], "practice": "operation-scopes", "when": practices["jwt-authentication"]??},
  {"status": 404, "name": "NotFound", "says": "There is no such resource.", "practice": "http-status-codes"},
  {"status": 406, "name": "NotAcceptable", "says": "The service cannot answer in a media type that `Accept` allows.", "practice": "http-status-codes"},
  {"status": 409, "name": "Conflict", "says": "A unique value is taken, the resource is in use, or another change came first.", "practice": "http-status-codes"},
  {"status": 412, "name": "PreconditionFailed", "says": "`If-Match` does not name the current version.", "practice": "conditional-requests"},
  {"status": 413, "name": "PayloadTooLarge", "says": "The body is larger than 1 MiB.", "practice": "request-size-limits"},
  {"status": 415, "name": "UnsupportedMediaType", "says": "The body is not `application/json`.", "practice": "http-status-codes"},
  {"status": 422, "name": "UnprocessableContent", "says": "A property is not valid, or the idempotency key was used with another body.", "practice": first(["input-validation", "http-status-codes", "idempotency-keys"])},
  {"status": 428, "name": "PreconditionRequired", "says": "`If-Match` is missing.", "practice": "conditional-requests"},
  {"status": 429, "name": "RateLimited", "says": "There were too many requests in the current window.", "headers": ["Retry-After"], "practice": "rate-limiting"},
  {"status": 500, "name": "InternalError", "says": "The service failed."},
  {"status": 503, "name": "Unavailable", "says": "The service cannot reach what it depends on.", "headers": ["Retry-After"], "practice": "http-status-codes"}
]?filter(problem -> problem.when!true)]
[#macro when id]
[#if id == ""]
[#nested]
[#else]
[@practice id=id]
[#nested]
[/@practice]
[/#if]
[/#macro]
[#macro headerRefs names pad]
[#local present = names?filter(name -> practices[headers[name]]??)?sort]
[#if present?size > 0]
[=pad]headers:
[#list present as name]
[@practice id=headers[name]]
[=pad]  [=name]:
[=pad]    $ref: "#/components/headers/[=name]"
[/@practice]
[/#list]
[/#if]
[/#macro]
[#macro problemRefs statuses]
[#list problems?filter(problem -> [400, 401, 403, 406, 429, 500, 503]?seq_contains(problem.status) || statuses?seq_contains(problem.status)) as problem]
[@when problem.practice!""]
        "[=problem.status]":
          $ref: "#/components/responses/[=problem.name]"
[/@when]
[/#list]
[/#macro]
[#macro content name]
          content:
            application/json:
              schema:
                $ref: "#/components/schemas/[=name]"
[/#macro]
[#macro security scope]
[@practice id="oauth2"]
      security:
        - oauth2: [[@practice id="operation-scopes"]"[=scope]"[/@practice]]
[/@practice]
[/#macro]
[#-- Path of a collection: plural noun and version, each only where it is asked for. --]
[#function path resource]
[#return "/api/" + (practices["api-versioning"]??)?then("v1/", "") + (practices["restful-naming"]??)?then(resource.segment, resource.name.camel)]
[/#function]
[#macro pathKey resource item=""]
[@practice id="restful-naming"]
[@practice id="api-versioning"]
  [=path(resource)][=item]:
[/@practice]
[/@practice]
[#if !(practices["restful-naming"]?? && practices["api-versioning"]??)]
  [=path(resource)][=item]:
[/#if]
[/#macro]
[#-- A default, or none of its own, lets a client leave the property out or say null. --]
[#function optional field]
[#return !field.required || field.default??]
[/#function]
openapi: 3.1.0
info:
  title: [=service.kebab]
  version: 1.0.0
  summary: "[=service.description?trim]"
  description: |-
    Answers and requests are JSON, times are in UTC.
[@practice id="jwt-authentication"]

    Each request carries an OAuth 2.0 access token, a JWT of which issuer, audience, lifetime and algorithm are checked.
[/@practice]
[@practice id="conditional-requests"]

    A change names the version that it replaces in `If-Match`; the `ETag` of the answer is the new version.
[/@practice]
[@practice id="error-responses"]

    Errors are problem details (RFC 9457).
[/@practice]
[@practice id="deprecation-policy"]

    The version is in the path. Within it, properties and operations are only added. One that is to end answers with `Deprecation` (RFC 9745)
    and `Sunset` (RFC 8594) for at least six months before it does.
[/@practice]
  contact:
    name: [=service.owner]
    url: https://[=service.host]/docs
    email: [=service.owner]@[=namespace.domain]
  termsOfService: https://[=service.host]/docs
  license:
    name: [=license]
    url: https://[=service.host]/docs
servers:
  - url: https://[=service.host]
    description: Production environment
    x-internal: false
  - url: https://[=service.kebab].staging.[=namespace.domain]
    description: Staging environment
    x-internal: true
[@practice id="oauth2"]
security:
  - oauth2: []
[/@practice]
[#list resources?sort_by("tag")]
tags:
[#items as resource]
  - name: [@schema.word resource.tag /]
    description: Operations on [=resource.plural.words]
[/#items]
[/#list]
[#if resources?size == 0]
paths: {}
[#else]
paths:
[/#if]
[#list resources as resource]
[#assign Name = resource.name.pascal]
[@pathKey resource /]
    get:
      operationId: [=resource.operations.list]
      summary: List [=resource.plural.words]
      description: Lists [=resource.plural.words], one page at a time.
      tags: [[@schema.word resource.tag /]]
[@security resource.scope.read /]
      parameters:
        - $ref: "#/components/parameters/Limit"
[@practice id="pagination"]
        - $ref: "#/components/parameters/Cursor"
[/@practice]
[@practice id="sorting"]
        - $ref: "#/components/parameters/[=Name]Sort"
[/@practice]
[#if resource.filterable?size > 0]
[@practice id="filtering"]
        - $ref: "#/components/parameters/[=Name]Filter"
[/@practice]
[/#if]
      responses:
        "200":
          description: A page of [=resource.plural.words].
[@headerRefs always "          " /]
[@content Name + "Page" /]
[@problemRefs [] /]
    post:
      operationId: [=resource.operations.create]
      summary: Create a new [=resource.name.words]
[@practice id="idempotency-keys"]
      description: Creates a new [=resource.name.words]. With an `Idempotency-Key`, the same request again gets the first answer again.
[/@practice]
[#if !practices["idempotency-keys"]??]
      description: Creates a new [=resource.name.words].
[/#if]
      tags: [[@schema.word resource.tag /]]
[@security resource.scope.write /]
[@practice id="idempotency-keys"]
      parameters:
        - $ref: "#/components/parameters/IdempotencyKey"
[/@practice]
      requestBody:
        $ref: "#/components/requestBodies/[=Name]"
      responses:
        "201":
          description: The new [=resource.name.words].
[@headerRefs always + ["ETag", "Location", "Idempotent-Replayed"] "          " /]
[@content Name /]
[@problemRefs [409, 413, 415, 422] /]
[@pathKey resource "/{id}" /]
    parameters:
      - $ref: "#/components/parameters/Id"
    get:
      operationId: [=resource.operations.get]
      summary: Read one [=resource.name.words]
[@practice id="conditional-requests"]
      description: Reads one [=resource.name.words]. Answers 304 when `If-None-Match` names the current version.
[/@practice]
[#if !practices["conditional-requests"]??]
      description: Reads one [=resource.name.words].
[/#if]
      tags: [[@schema.word resource.tag /]]
[@security resource.scope.read /]
[@practice id="conditional-requests"]
      parameters:
        - $ref: "#/components/parameters/IfNoneMatch"
[/@practice]
      responses:
        "200":
          description: The [=resource.name.words].
[@headerRefs always + ["ETag"] "          " /]
[@content Name /]
[@practice id="conditional-requests"]
        "304":
          $ref: "#/components/responses/NotModified"
[/@practice]
[@problemRefs [404] /]
[@practice id="http-methods"]
    put:
      operationId: [=resource.operations.replace]
      summary: Replace one [=resource.name.words]
[@practice id="conditional-requests"]
      description: Replaces all properties of one [=resource.name.words], if it still has the version that `If-Match` names.
[/@practice]
[#if !practices["conditional-requests"]??]
      description: Replaces all properties of one [=resource.name.words].
[/#if]
      tags: [[@schema.word resource.tag /]]
[@security resource.scope.write /]
[@practice id="conditional-requests"]
      parameters:
        - $ref: "#/components/parameters/IfMatch"
[/@practice]
      requestBody:
        $ref: "#/components/requestBodies/[=Name]"
      responses:
        "200":
          description: The [=resource.name.words] as it is now.
[@headerRefs always + ["ETag"] "          " /]
[@content Name /]
[@problemRefs [404, 409, 412, 413, 415, 422, 428] /]
    delete:
      operationId: [=resource.operations.delete]
      summary: Delete one [=resource.name.words]
[@practice id="conditional-requests"]
      description: Deletes one [=resource.name.words], if it still has the version that `If-Match` names and nothing refers to it.
[/@practice]
[#if !practices["conditional-requests"]??]
      description: Deletes one [=resource.name.words] that nothing refers to.
[/#if]
      tags: [[@schema.word resource.tag /]]
[@security resource.scope.write /]
[@practice id="conditional-requests"]
      parameters:
        - $ref: "#/components/parameters/IfMatch"
[/@practice]
      responses:
        "204":
          description: It was deleted.
[@headerRefs always "          " /]
[@problemRefs [404, 409, 412, 428] /]
[/@practice]
[/#list]
[#if resources?size > 0]
components:
[@practice id="oauth2"]
  securitySchemes:
    oauth2:
      type: oauth2
      description: Access tokens are JWTs, issued and checked as RFC8725 asks.
      flows:
        authorizationCode:
          authorizationUrl: [=identity]/oauth2/authorize
          tokenUrl: [=identity]/oauth2/token
          refreshUrl: [=identity]/oauth2/token
[@practice id="operation-scopes"]
          scopes:
[#list resources as resource]
            "[=resource.scope.read]": Read [=resource.plural.words]
            "[=resource.scope.write]": Create, replace and delete [=resource.plural.words]
[/#list]
[/@practice]
[#if !practices["operation-scopes"]??]
          scopes: {}
[/#if]
[/@practice]
[#if headers?values?filter(id -> practices[id]??)?size > 0]
  headers:
[/#if]
[@practice id="cors-policy"]
    Access-Control-Allow-Origin:
      description: The origin of the request, when the service's configuration allows it.
      schema:
        type: string
        format: uri
        maxLength: 2048
[/@practice]
[@practice id="conditional-requests"]
    ETag:
      description: The current version, to be sent in `If-Match` with a change.
      required: true
      schema:
        type: string
        maxLength: 21
        pattern: '^"[0-9]{1,19}"$'
[/@practice]
[@practice id="idempotency-keys"]
    Idempotent-Replayed:
      description: Present when this is the first answer again.
      schema:
        type: string
        enum: ["true"]
[/@practice]
[@practice id="http-status-codes"]
    Location:
      description: Path of the new resource.
      required: true
      schema:
        type: string
        format: uri-reference
        maxLength: 2048
[/@practice]
[@practice id="rate-limiting"]
    RateLimit:
      description: Requests left in the current window, and seconds until it is full again.
      required: true
      schema:
        type: string
        maxLength: 64
        pattern: '^"[a-z]+";r=[0-9]{1,9};t=[0-9]{1,9}$'
    RateLimit-Policy:
      description: Requests that a window allows, and its length in seconds.
      required: true
      schema:
        type: string
        maxLength: 64
        pattern: '^"[a-z]+";q=[0-9]{1,9};w=[0-9]{1,9}$'
[/@practice]
[@practice id=headers["Retry-After"]]
    Retry-After:
      description: Seconds to wait before the next attempt.
      required: true
      schema:
        type: integer
        format: int32
        minimum: 1
        maximum: 86400
[/@practice]
[@practice id="jwt-authentication"]
    WWW-Authenticate:
      description: How to authenticate (RFC 6750).
      required: true
      schema:
        type: string
        maxLength: 512
        pattern: '^Bearer( .*)?$'
[/@practice]
  parameters:
    Id:
      name: id
      in: path
      required: true
      description: Identifier of the resource.
      schema:
        type: string
        format: uuid
        minLength: 36
        maxLength: 36
    Limit:
      name: limit
      in: query
      description: How many items a page holds at most.
      schema:
        type: integer
        format: int32
        minimum: 1
        maximum: 100
        default: 20
[@practice id="pagination"]
    Cursor:
      name: cursor
      in: query
      description: Where the page begins, taken from `links.next` of the page before. Opaque, and bound to its `sort` and `filter`.
      schema:
        type: string
        minLength: 1
        maxLength: 512
        pattern: '^[A-Za-z0-9_-]+$'
[/@practice]
[@practice id="idempotency-keys"]
    IdempotencyKey:
      name: Idempotency-Key
      in: header
      description: Chosen by the client, one for each intended change. Kept for 24 hours.
      schema:
        type: string
        minLength: 1
        maxLength: 128
        pattern: '^[A-Za-z0-9._~-]+$'
[/@practice]
[@practice id="conditional-requests"]
    IfMatch:
      name: If-Match
      in: header
      required: true
      description: The `ETag` that the change is based on, or `*` for any.
      schema:
        type: string
        minLength: 1
        maxLength: 512
        pattern: '^(\*|(W/)?"[!-~]*"(, *(W/)?"[!-~]*")*)$'
    IfNoneMatch:
      name: If-None-Match
      in: header
      description: The `ETag` that the client has already.
      schema:
        type: string
        minLength: 1
        maxLength: 512
        pattern: '^(\*|(W/)?"[!-~]*"(, *(W/)?"[!-~]*")*)$'
[/@practice]
[#list resources as resource]
[#assign Name = resource.name.pascal]
[@practice id="sorting"]
    [=Name]Sort:
      name: sort
      in: query
      description: Property to sort by; `-` in front for descending. Equal values are sorted by identifier.
      schema:
        type: string
        enum: [createdAt, -createdAt[#list fields.sortable(resource) as field], [@schema.word field.json /], [@schema.word "-" + field.json /][/#list]]
        default: createdAt
[/@practice]
[#if resource.filterable?size > 0]
[@practice id="filtering"]
    [=Name]Filter:
      name: filter
      in: query
      description: Only what has these values, as in `filter[[=resource.filterable[0].json]]=…`. Several conditions must all hold.
      style: deepObject
      explode: true
      schema:
        type: object
        additionalProperties: false
        properties:
[#list resource.filterable as field]
          [@schema.word field.json /]:
[@schema.value field "            " /]
[/#list]
[/@practice]
[/#if]
[/#list]
  requestBodies:
[#list resources as resource]
    [@schema.word resource.name.pascal /]:
      description: The properties of one [=resource.name.words]. At most 1 MiB.
      required: true
      content:
        application/json:
          schema:
            $ref: "#/components/schemas/[=resource.name.pascal]Input"
[/#list]
  responses:
[@practice id="conditional-requests"]
    NotModified:
      description: The client has the current version already.
[@headerRefs always + ["ETag"] "      " /]
[/@practice]
[#list problems as problem]
[@when problem.practice!""]
    [=problem.name]:
      description: "[=problem.says]"
[@headerRefs always + problem.headers![] "      " /]
[@practice id="error-responses"]
      content:
        application/problem+json:
          schema:
            $ref: "#/components/schemas/Problem"
[/@practice]
[/@when]
[/#list]
  schemas:
[#list resources as resource]
[#assign Name = resource.name.pascal]
    [=Name]Input:
      type: object
      description: One new or changed [=resource.name.words], as a client describes it.
[@practice id="input-validation"]
      additionalProperties: false
[/@practice]
[#list resource.fields?filter(field -> !optional(field))]
      required: [[#items as field][@schema.word field.json /][#sep], [/#items]]
[/#list]
      properties:
[#list resource.fields as field]
[@schema.property resource field "        " optional(field) /]
[/#list]
    [@schema.word Name /]:
      type: object
[#if resource.description?has_content]
      description: "[=resource.description?trim]"
[#else]
      description: One [=resource.name.words].
[/#if]
      additionalProperties: false
      required: [id, [#list resource.fields?filter(field -> field.required) as field][@schema.word field.json /], [/#list]createdAt, updatedAt]
      properties:
        id:
          type: string
          description: Identifier, chosen by the service.
          format: uuid
          minLength: 36
          maxLength: 36
          examples: ["0190b5a2-6f3c-7c1e-9d2a-4b8e5f60a713"]
[#list resource.fields as field]
[@schema.property resource field "        " /]
[/#list]
[#list {"createdAt": "When it was created.", "updatedAt": "When it was last changed."} as name, says]
        [=name]:
          type: string
          description: [=says]
          format: date-time
          minLength: 20
          maxLength: 27
          pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?Z$'
          examples: ["2024-02-29T09:30:00Z"]
[/#list]
    [=Name]Page:
      type: object
      description: Some [=resource.plural.words], and where to find more.
      additionalProperties: false
      required: [items[@practice id="hateoas"], links[/@practice]]
      properties:
        items:
          type: array
          description: The [=resource.plural.words] of this page.
          maxItems: 100
          items:
            $ref: "#/components/schemas/[=Name]"
[@practice id="hateoas"]
        links:
          $ref: "#/components/schemas/Links"
[/@practice]
[/#list]
[@practice id="hateoas"]
    Links:
      type: object
      description: Addresses of pages, relative to the server.
      additionalProperties: false
      required: [self]
      properties:
        self:
          type: string
          description: This page.
          format: uri-reference
          maxLength: 8192
[@practice id="pagination"]
        next:
          type: string
          description: The next page. Absent on the last one.
          format: uri-reference
          maxLength: 8192
[/@practice]
[/@practice]
[#if json]
    JsonObject:
      type: object
      description: Any JSON object of at most 12 KiB, nested at most eight deep.
      maxProperties: 100
      propertyNames:
        minLength: 1
        maxLength: 64
        pattern: '^[^\x00-\x1f\x7f-\x9f]*$'
      additionalProperties:
        $ref: "#/components/schemas/JsonValue"
      examples: [{"key": "value"}]
    JsonValue:
      description: A value inside a JSON object.
      anyOf:
        - type: string
          maxLength: 4000
          pattern: [@schema.pattern schema.patterns.text /]
        - type: number
          minimum: -9007199254740991
          maximum: 9007199254740991
        - type: boolean
        - type: "null"
        - type: array
          maxItems: 100
          items:
            $ref: "#/components/schemas/JsonValue"
        - $ref: "#/components/schemas/JsonObject"
[/#if]
[@practice id="error-responses"]
    Problem:
      type: object
      description: What went wrong (RFC 9457).
      additionalProperties: false
      required: [type, title, status]
      properties:
        type:
          type: string
          description: Kind of problem.
          format: uri
          maxLength: 256
          examples: ["[=service.problems]/validation-failed"]
        title:
          type: string
          description: The kind of problem in words.
          maxLength: 200
          pattern: [@schema.pattern schema.patterns.string /]
        status:
          type: integer
          description: Status of the answer.
          format: int32
          minimum: 400
          maximum: 599
        detail:
          type: string
          description: What is wrong with this request.
          maxLength: 1000
          pattern: [@schema.pattern schema.patterns.string /]
        instance:
          type: string
          description: Path of the request.
          format: uri-reference
          maxLength: 2048
        traceId:
          type: string
          description: Names the request in logs and traces.
          maxLength: 32
          pattern: '^[0-9a-f]{32}$'
        errors:
          type: array
          description: What is wrong with each property or parameter.
          maxItems: 100
          items:
            $ref: "#/components/schemas/FieldError"
    FieldError:
      type: object
      description: What is wrong with one property or parameter.
      additionalProperties: false
      required: [property, code, message]
      properties:
        property:
          type: string
          description: Name of the property or parameter.
          maxLength: 200
          pattern: [@schema.pattern schema.patterns.string /]
        code:
          type: string
          description: Kind of error, for programs.
          maxLength: 64
          pattern: '^[a-z]+(-[a-z]+)*$'
        message:
          type: string
          description: The error in words.
          maxLength: 500
          pattern: [@schema.pattern schema.patterns.string /]
[/@practice]
[/#if]
