# Release, deploy, roll back

## Release

```sh
git tag --annotate v1.2.3 --message v1.2.3
git push origin v1.2.3
```

The Release workflow takes the tagged commit of `main` and

1. builds the image and pushes it without a tag,
[#if practices["image-scanning"]??]
1. scans it: a serious vulnerability that has a fix ends the release,
[/#if]
[#if practices["image-signing"]??]
1. signs it with the workflow's identity, without a key that could leak,
[/#if]
[#if practices["sbom"]??]
1. attests its SBOM (CycloneDX),
[/#if]
[#if practices["build-attestation"]??]
1. attests its provenance: which workflow built it from which commit,
[/#if]
1. gives it its version, and creates the GitHub release.

A tag `v…` can be neither moved nor deleted: a mistake is the next version.
[#if slots["github-actions.environments"]?has_content]
[#if practices["gitops"]??]

## Deploy

The Deploy workflow opens one pull request for each environment, which sets the image's digest in `deploy/overlays/`.
Merging it deploys, because the cluster pulls what `main` says. In this order, each when the one before is healthy:

[#list slots["github-actions.environments"] as environment]
1. `[=environment.name]`
[/#list]

A workflow opened these pull requests, so their checks wait until somebody approves to run them.

## Roll back

Revert the merged commit of that environment. It names the digest that ran before, and the image is still there.
To deploy an older release again, run the Deploy workflow on its tag.
[/#if]
[/#if]
[#if practices["image-signing"]??]

## Check a release

Take the image with its digest from the release notes:

```sh
IMAGE=ghcr.io/[=(namespace.scope?remove_beginning("@"))?no_esc]/[=service.kebab?no_esc]@sha256:…

cosign verify "$IMAGE" \
  --certificate-oidc-issuer https://token.actions.githubusercontent.com \
  --certificate-identity-regexp '/\.github/workflows/release\.yml@refs/tags/v'
[#if practices["build-attestation"]??]
gh attestation verify "oci://$IMAGE" --repo [=(namespace.scope?remove_beginning("@"))?no_esc]/[=service.kebab?no_esc]
[/#if]
```
[/#if]

## Settings of the repository

Files cannot switch these on. An administrator does it once:

| setting | how |
| --- | --- |
[#if practices["code-review-approvals"]??]
| Rules of `main` and of release tags: [=figure("code-review-approvals", 2)] approvals, owners, green checks, linear history | `scripts/apply-ruleset.sh` |
[/#if]
| Workflows may open pull requests | Settings, Actions, General |
| Environments: `release` (tags `v*` only)[#list slots["github-actions.environments"] as environment], `[=environment.name]`[/#list] (required reviewers) | Settings, Environments |
| Dependency graph, Dependabot, code scanning, secret scanning, private vulnerability reporting | Settings, Advanced Security |

In a private repository, code scanning and dependency review need GitHub Advanced Security, and attestations need GitHub Enterprise Cloud.
Without them, take out what needs them: `codeql.yml`, `scorecard.yml`, `scheduled-scan.yml`, the Dependency review job and its line in `.github/rulesets/main.json`,
and the step that attests the provenance.
