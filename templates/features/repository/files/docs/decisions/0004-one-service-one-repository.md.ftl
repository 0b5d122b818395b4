# 0004: One service, one repository

Status: accepted

## Context

What is built, released and deployed together has to be changed together. What is not should not have to wait for anybody.

## Decision

This repository holds one service, [=service.kebab], whole: code, API, schema, manifests, pipeline. It becomes one image, is released under one
version, and is rolled back as one. It shares no library, table or release with another service; what others need of it is in its API.

Inside, it is one program: a package for each resource, which does not reach into another's. A resource leaves for a service of its own
when at least two of these are true, with figures or names in the decision that says so:

- another team owns it, and waits for this one's releases (or makes it wait);
- it needs another size: several times the load of the rest, or another place to run;
- it needs another promise: it must be up when the rest may be down, or hold data that fewer people may see;
- no reference with a foreign key, and no transaction, ties it to what stays.

It leaves in releases that can each be taken back: the new service gets a copy through the API; reads go there; writes go there; the old
paths answer with `Deprecation` and `Sunset`; the table is dropped last.

## Alternatives

- A service for each resource from the start: a reference becomes a network call, a transaction a protocol, and each change several releases.
- One repository for several services: one pipeline and one set of owners, so that the slowest decides for all.

## Consequences

One clone, one build, one review is enough to change anything here. The same small change to many services is many pull requests.
We decide again when the pipeline takes longer than people wait for it, or one release is held up by another's half-done work.
