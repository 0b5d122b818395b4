[#import "/lib/workflow.yaml.ftl" as w]
[#-- The quick checks at once, then the rest at once: both together stay within the time. --]
[#assign budget = figure("pipeline-duration", 5)]
[#assign first = [(budget * 2 / 5)?floor, 1]?max]
[#assign contracts = slots["github-actions.lint-steps"]?has_content || slots["github-actions.environments"]?has_content]
[#assign quick = []]
[#if practices["linting"]??][#assign quick += ["lint"]][/#if]
[#if contracts][#assign quick += ["contracts"]][/#if]
[#assign rest = [budget - first, 1]?max]
name: CI

on:
  pull_request:
  push:
    branches: [main]

[@practice id="least-privilege-workflow"]
permissions: {}

[/@practice]
[@practice id="fast-feedback"]
# A new push to a pull request replaces its running checks. Every commit on main keeps its own run.
concurrency:
  group: ci-${{ github.event.pull_request.number || github.sha }}
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}

[/@practice]
[@practice id="pipeline-duration"]
# The quick checks first, then the slow jobs side by side: [=first] + [=rest] minutes is the longest way through.
[/@practice]
jobs:
[@practice id="linting"]
  lint:
    name: Lint
    runs-on: ubuntu-24.04
    [@w.timeout first /]
    permissions:
      contents: read # check out the source
    steps:
[@w.harden /]
[@w.checkout /]
      - name: Check the shell scripts
        run: git ls-files '*.sh' .githooks | xargs --no-run-if-empty shellcheck
[@w.setup /]
      - name: Check formatting and compiler warnings
        run: make lint

[/@practice]
[#if contracts]
  contracts:
    name: Contracts
    runs-on: ubuntu-24.04
    [@w.timeout first /]
    permissions:
      contents: read # check out the source
    steps:
[@w.harden /]
[@w.checkout name="Check out the source and what it changes" with=["fetch-depth: 2"] /]
[#list slots["github-actions.lint-steps"] as step]
      - name: "[=step.name]"
  [#if step.uses??]
        uses: [@w.uses step.uses /]
  [/#if]
  [#if step.run??]
        run: [=step.run?no_esc]
  [/#if]
[/#list]
[#if slots["github-actions.environments"]?has_content]
      - name: Build the manifests of every environment
        run: |
          for overlay in deploy/overlays/*/; do
            kubectl kustomize "$overlay" > /dev/null
          done
[/#if]

[/#if]
[@practice id="automated-testing"]
  test:
    name: Test
[#if quick?has_content]
[@practice id="fail-fast"]
    needs: [[=quick?join(", ")]]
[/@practice]
[/#if]
    runs-on: ubuntu-24.04
    [@w.timeout rest /]
    permissions:
      contents: read # check out the source
    steps:
[@w.harden /]
[@w.checkout /]
[@w.setup /]
      - name: Build, test and check coverage
        run: make test
[#if slots["github-actions.reports"]?has_content]
[@practice id="artifact-management"]
      - name: Keep the reports
        if: ${{ !cancelled() }}
        uses: [@w.uses "actions/upload-artifact" /]
        with:
          name: test-reports
          path: |
[#list slots["github-actions.reports"] as report]
            [=report.path]
[/#list]
          if-no-files-found: warn
          retention-days: 14
[/@practice]
[/#if]

[/@practice]
  image:
    name: Image
[#if quick?has_content]
[@practice id="fail-fast"]
    needs: [[=quick?join(", ")]]
[/@practice]
[/#if]
    runs-on: ubuntu-24.04
    [@w.timeout rest /]
    permissions:
      contents: read # check out the source
    steps:
[@w.harden /]
[@w.checkout /]
      - name: Set up Buildx
        uses: [@w.uses "docker/setup-buildx-action" /]
      - name: Build the image without publishing it
        uses: [@w.uses "docker/build-push-action" /]
        with:
          context: .
          load: true
          tags: [=service.kebab]:ci
[@practice id="build-cache"]
          cache-from: type=gha
          cache-to: type=gha,mode=max
[/@practice]
[@practice id="image-scanning"]
      - name: Scan the image
        uses: [@w.uses "aquasecurity/trivy-action" /]
        with:
          image-ref: [=service.kebab]:ci
          scanners: vuln,secret
          severity: HIGH,CRITICAL
          ignore-unfixed: true
          exit-code: "1"
[/@practice]
[@practice id="dependency-scanning"]

  dependency-review:
    name: Dependency review
    if: ${{ github.event_name == 'pull_request' }}
    runs-on: ubuntu-24.04
    [@w.timeout first /]
    permissions:
      contents: read # compare the dependencies of base and head
    steps:
[@w.harden /]
[@w.checkout /]
      - name: Refuse dependencies with known vulnerabilities
        uses: [@w.uses "actions/dependency-review-action" /]
        with:
          fail-on-severity: high
[/@practice]
