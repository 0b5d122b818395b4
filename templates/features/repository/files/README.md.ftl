[#--
  A request that a reader can send: of the first resource that can be made without another one, the fields that it has to have.
--]
[#assign candidates = resourcesInInsertOrder?filter(resource -> resource.fields?filter(field -> field.required && field.isReference)?size == 0)]
[#function json value]
  [#if value?is_string][#return '"' + value?json_string + '"'][/#if]
  [#if value?is_hash]
    [#return "{" + value?keys?map(key -> '"' + key?json_string + '": ' + json(value[key]))?join(", ") + "}"]
  [/#if]
  [#if value?is_sequence][#return "[" + value?map(item -> json(item))?join(", ") + "]"][/#if]
  [#return value?c]
[/#function]
[#function body resource]
  [#local members = []]
  [#list resource.fields as field]
    [#if field.required]
      [#local members += ['"' + field.json + '": ' + json(field.samples.valid[0])]]
    [/#if]
  [/#list]
  [#return ("{" + members?join(", ") + "}")?replace("'", r"'\''")]
[/#function]
# [=service.kebab]

[=service.description?trim]

A REST service over PostgreSQL.[#if resources?has_content] It keeps[/#if][#list resources as resource][#if !resource?is_first][#if resource?is_last] and[#else],[/#if][/#if] [=resource.plural.words][#if resource?is_last].[/#if][/#list] Owner: **[=service.owner]**.
[@practice id="golden-path"]

It is on the golden path *[=path.title]*: `pave.yaml` describes it, [PRACTICES.md](PRACTICES.md) says what it follows and where.
[/@practice]
[#if practices["local-development"]??]

## Run it

[=path.facts.prerequisites?no_esc] are enough; no Docker, no database to install.

```sh
[#if practices["conventional-commits"]??]
make setup
[/#if]
make dev
```

`make dev` starts the service on port [=path.facts.ports.http] with a PostgreSQL of its own, with data that is gone when it stops[#if practices["local-token"]??], and prints a token for it.[#if resources?has_content] In another terminal:[/#if][#else].[/#if]

[#if resources?has_content]
[@practice id="local-token"]
```sh
TOKEN=…   # as printed
[#if candidates?has_content]
[#assign shown = candidates[0]]
curl --include http://localhost:[=path.facts.ports.http][=shown.path?no_esc] \
  --header "Authorization: Bearer $TOKEN" \
  --header 'Content-Type: application/json' \
  --data '[=body(shown)?no_esc]'
[/#if]
[#assign shown = candidates[0]!resources[0]]
[#assign conditions = []]
[#if practices["filtering"]??]
  [#list shown.filterable?filter(field -> field.required && ["string", "email", "enum", "integer", "long"]?seq_contains(field.type))[0..*1] as field]
    [#assign conditions += ["filter[" + field.json + "]=" + field.samples.valid[0]?string?url("UTF-8")]]
  [/#list]
[/#if]
[#if practices["sorting"]??][#assign conditions += ["sort=-createdAt"]][/#if]
[#if practices["pagination"]??][#assign conditions += ["limit=5"]][/#if]
curl --globoff 'http://localhost:[=path.facts.ports.http][=shown.path?no_esc][#if conditions?has_content]?[=conditions?join("&")?no_esc][/#if]' \
  --header "Authorization: Bearer $TOKEN"
```

[/@practice]
[/#if]
The reference of the API is at <http://localhost:[=path.facts.ports.http]/docs>, the OpenAPI document at <http://localhost:[=path.facts.ports.http]/openapi.yaml>.
Without make: `[=path.facts.commands.dev?no_esc]`.
[/#if]

## Work on it

| command | to |
| --- | --- |
| `make lint` | check formatting and compiler warnings |
[#if practices["code-formatting"]??]
| `make format` | format the source |
[/#if]
| `make test` | build, run all tests[#if practices["unit-test-coverage"]??], ask for [=figure("unit-test-coverage", 80)] % coverage[/#if] |
[#list slots["repository.tasks"] as task]
| `make [=task.name?no_esc]` | [=task.says?no_esc][#if task.needs??] (needs [=task.needs?no_esc])[/#if] |
[/#list]
[#list slots["repository.readme-commands"] as command]
| `[=command.command?no_esc]` | [=command.says?no_esc] |
[/#list]
[#if practices["contributing-guide"]??]

[CONTRIBUTING.md](CONTRIBUTING.md) tells how a change gets to `main`.
[/#if]

## What is where

| path | holds |
| --- | --- |
[#list slots["repository.readme-tree"] as entry]
| `[=entry.path?no_esc]` | [=entry.says?no_esc] |
[/#list]
| `docs/` | decisions, technical debt, operations |
| `Makefile`, `scripts/`, `.githooks/` | what people, CI and the commit hook call |
[#if practices["internal-developer-platform"]??]
| `catalog-info.yaml` | entry in the developer portal (Backstage) |
[/#if]
| `pave.yaml` | the description that this repository is generated from |
[#if practices["configuration-from-environment"]??]

## Configuration

By environment variable. Passwords are files below `/run/secrets`, never variables.

| variable | default | meaning |
| --- | --- | --- |
[#list slots["repository.readme-configuration"] as variable]
| `[=variable.name?no_esc]` | [#if variable.default??][=variable.default?no_esc][#else]required[/#if] | [=variable.says?no_esc] |
[/#list]
[/#if]
[#if practices["operation-scopes"]?? && resources?has_content]
[#assign shown = candidates[0]!resources[0]]

A token needs a scope for each resource: `[=shown.scope.read?no_esc]` to read, `[=shown.scope.write?no_esc]` to change, and so on.
[/#if]

## Operate it

| what | where |
| --- | --- |
[#if practices["health-checks"]??]
| Alive, ready | port [=path.facts.ports.management]: `[=path.facts.health.live?no_esc]`, `[=path.facts.health.ready?no_esc]` |
[/#if]
[#if practices["metrics"]??]
| Metrics | port [=path.facts.ports.management]: `[=path.facts.health.metrics?no_esc]` (Prometheus) |
[/#if]
[#if practices["structured-logs"]??]
| Logs | standard output, JSON; the `traceId` of an error answer leads to its lines |
[/#if]
[#list slots["repository.readme-links"] as link]
| [=link.title?no_esc] | [[=link.path?no_esc]]([=link.path?no_esc]) |
[/#list]
[#if practices["blameless-postmortems"]??]
| After an incident | [docs/operations/postmortem-template.md](docs/operations/postmortem-template.md) |
[/#if]
[#if practices["architecture-decision-records"]??]
| Why it is as it is | [docs/decisions](docs/decisions/README.md) |
[/#if]
[#if practices["security-policy"]??]
| Vulnerabilities | [SECURITY.md](SECURITY.md) |
[/#if]

## Licence

See [LICENSE](LICENSE).
