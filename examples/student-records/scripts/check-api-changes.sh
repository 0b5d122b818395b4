#!/usr/bin/env bash
# Fails when api/openapi.yaml breaks a client of the version in the given commit: check-api-changes.sh [commit], by default that of main.
set -euo pipefail
cd "$(dirname "$0")/.."

commit=${1:-origin/main}
old=$(mktemp -d)
trap 'rm -rf "$old"' EXIT
if ! git show "$commit:api/openapi.yaml" >"$old/openapi.yaml" 2>"$old/error"; then
  echo "Nothing to compare with: $(cat "$old/error")"
  exit 0
fi

redocly() {
  npx --yes --package=@redocly/cli@2.77.0 -- redocly "$@"
}
redocly bundle "$old/openapi.yaml" --output "$old/old.json" 2>"$old/log" || { cat "$old/log"; exit 1; }
redocly bundle api/openapi.yaml --output "$old/new.json" 2>"$old/log" || { cat "$old/log"; exit 1; }
node scripts/api-changes.mjs "$old/old.json" "$old/new.json"
