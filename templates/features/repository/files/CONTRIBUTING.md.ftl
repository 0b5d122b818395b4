# Contributing

## Set up

```sh
[#if practices["conventional-commits"]??]
make setup   # commit messages are checked before they are made
[/#if]
[#if practices["local-development"]??]
make dev     # runs the service with a database and prints a token
[/#if]
make test    # all that CI tests, coverage included
```

No Docker is needed.[#if practices["developer-experience"]??] With an editor that knows dev containers, `.devcontainer/` has the tools ready.[/#if]

## A change, from start to end

1. Branch from `main`. Keep it small: one change, one pull request.
1. Write the test that fails without your change, then the change.
1. `make [#if practices["code-formatting"]??]format [/#if]lint test`
1. Commit[#if practices["conventional-commits"]??] (see below)[/#if], push, open a pull request. Fill in its template.
[#if practices["code-review-approvals"]??]
1. Approvals: [=figure("code-review-approvals", 2)], one of them by an owner of the files (`.github/CODEOWNERS`). A new push asks for them again.
[/#if]
1. Merge. The commit on `main` is the whole pull request, under its title.
[#if practices["fail-fast"]??]

CI fails early: first the quick checks, then tests and image side by side.
[/#if]
[#if practices["pipeline-duration"]??]
It takes at most [=figure("pipeline-duration", 5)] minutes.
[/#if]
[#if practices["conventional-commits"]??]

## Commit messages

[Conventional Commits](https://www.conventionalcommits.org/en/v1.0.0/): `type(scope): what it does`. They become the release notes.

| type | for |
| --- | --- |
| `feat`, `fix`, `perf` | what a user of the API notices |
| `refactor`, `style`, `test`, `docs` | what nobody outside notices |
| `build`, `ci`, `chore`, `revert` | the rest |

A change that breaks a client has `!` before the colon and a footer `BREAKING CHANGE: what the client has to do`.
The hook, the pull request's title and CI ask for the same: `scripts/check-commit-messages.sh`.
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
