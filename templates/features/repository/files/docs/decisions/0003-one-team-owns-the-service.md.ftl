# 0003: One team owns the service

Status: accepted

## Context

Conway's law: a system takes the shape of the organisation that builds it. A service shared by teams gets the seams of
those teams, wherever the data would have wanted them.

## Decision

[=service.owner] owns all of it: code, API, schema, manifests, on-call. The same name stands in `pave.yaml`, `.github/CODEOWNERS` and
`catalog-info.yaml`. Nobody else reads or writes the schema `[=service.snake?no_esc]`; others use the API.

## Alternatives

- Shared ownership of the schema: every change needs every team, and nobody can promise a constraint.
- A service for each resource: references would cross the network, and their consistency with it.

## Consequences

One team decides and one team is called at night. If a part gets an owner of its own, it becomes a service of its own: split the
organisation and the repository together.
