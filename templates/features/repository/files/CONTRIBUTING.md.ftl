# Contributing

## Set up

```sh
[#if practices["conventional-commits"]??]
make setup   # commit messages are checked before they are made
[/#if]
[#if practices["local-development"]??]
make dev     # runs the service with a database and prints a token
[/#if]
make test    # all tests[#if practices["unit-test-coverage"]??], coverage included[/#if]
```

[=path.facts.prerequisites?no_esc] are enough for these[#if practices["developer-experience"]??]; with an editor that knows dev containers, `.devcontainer/` has them, Git and make ready[/#if].
[#assign needs = {}]
[#list slots["repository.tasks"]?filter(task -> task.needs??) as task]
[#assign needs += {task.needs: (needs[task.needs]![]) + ["`make " + task.name + "`"]}]
[/#list]
[#list needs?keys]

Some other targets need more:

[#items as need]
- [=need?no_esc]: [=needs[need]?join(", ")?no_esc]
[/#items]
[/#list]

## A change, from start to end

1. Branch from `main`. Keep it small: one change, one pull request.
1. Write the test that fails without your change, then the change.
1. `make [#if practices["code-formatting"]??]format [/#if]lint test`
1. Commit[#if practices["conventional-commits"]??] (see below)[/#if], push, open a pull request. Fill in its template.
[#if practices["code-review-approvals"]??]
1. Approvals: [=figure("code-review-approvals", 2)], one of them by an owner of the files (`.github/CODEOWNERS`). A new push asks for them again.
[/#if]
1. Merge. The commit on `main` is the whole pull request, under its title.
[#list slots["repository.contributing"] as paragraph]

[=paragraph.says?no_esc]
[/#list]
[#if practices["conventional-commits"]??]

## Commit messages

[Conventional Commits](https://www.conventionalcommits.org/en/v1.0.0/): `type(scope): what it does`. They become the release notes.

| type | for |
| --- | --- |
| `feat`, `fix`, `perf` | what a user of the API notices |
| `refactor`, `style`, `test`, `docs` | what nobody outside notices |
| `build`, `ci`, `chore`, `revert` | the rest |

A change that breaks a client has `!` before the colon and a footer `BREAKING CHANGE: what the client has to do`.
The hook asks for it, with `scripts/check-commit-messages.sh`.
[/#if]

## Changes that need more than code

- **API**: `api/openapi.yaml` comes first. Within `/api/v1` only additions; a breaking change is a new version.
[#if practices["safe-migrations"]?? && path.facts.migrations??]
- **Schema**: a new file in `[=path.facts.migrations?no_esc]`, never an edit of one that has run. Expand, migrate, contract: the release that is running now must work with the new schema.
[/#if]
[#if practices["architecture-decision-records"]??]
- **A decision** that somebody will ask about in a year: a file in `docs/decisions/`.
[/#if]
[#if practices["technical-debt"]??]
- **A shortcut**: a line in `docs/technical-debt.md`, in the same pull request.
[/#if]
