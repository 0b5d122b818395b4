#!/usr/bin/env bash
# Lints api/openapi.yaml with Redocly and with Spectral's own and OWASP rules. A warning is an error too.
set -euo pipefail
cd "$(dirname "$0")/.."

npx --yes --package=@redocly/cli@2.77.0 -- redocly lint main

# Spectral looks for a rule set beside the file that names it, so both go to a place of their own.
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
npm install --prefix "$tools" --no-audit --no-fund --ignore-scripts --silent \
  @stoplight/spectral-cli@6.16.3 \
  @stoplight/spectral-owasp-ruleset@2.0.1
cp .spectral.yaml "$tools"
"$tools/node_modules/.bin/spectral" lint --ruleset "$tools/.spectral.yaml" --fail-severity=warn api/openapi.yaml
