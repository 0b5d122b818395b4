# 0002: Prefer consistency to availability

Status: accepted

## Context

The CAP theorem: while parts of a system cannot reach each other, each request is either answered with data that may be
stale or contradictory, or refused. The service keeps records with references and unique values
([#list resources as resource][=resource.name.words][#sep], [/#sep][/#list]).
A duplicate or a reference to nothing costs people's work to repair; a refused request can be sent again.

## Decision

Consistency. One PostgreSQL primary takes all writes, with constraints in the schema. An instance that cannot reach it reports not
ready and answers 503 with `Retry-After`. Writes are conditional (`If-Match`), and creating is safe to repeat (`Idempotency-Key`).

## Alternatives

- Availability, with several primaries and a merge afterwards: unique values and references cannot be promised at the time of the answer.
- Reads from replicas: cheaper, but a client may not see its own write. Possible later for lists that may lag, as a decision of its own.

## Consequences

The database is the limit of availability: its failover time counts against the error budget. Clients have to handle 503 and 412.
We decide again if reads must go on while the primary's region is lost.
