#!/bin/sh
# Applies the rules of .github/rulesets to this repository on GitHub: creates them, or replaces those of
# the same name. Needs gh, logged in with a token of an administrator of the repository: until somebody
# has run this, GitHub enforces none of them.
set -eu

cd "$(dirname "$0")/.."

if ! gh auth status > /dev/null 2>&1; then
  echo "log in first, as an administrator of this repository: gh auth login" >&2
  exit 1
fi

for file in .github/rulesets/*.json; do
  name=$(basename "$file" .json)
  id=$(gh api 'repos/{owner}/{repo}/rulesets' --jq ".[] | select(.name == \"$name\") | .id")
  if [ -n "$id" ]; then
    gh api --silent --method PUT "repos/{owner}/{repo}/rulesets/$id" --input "$file"
    echo "replaced $name"
  else
    gh api --silent --method POST 'repos/{owner}/{repo}/rulesets' --input "$file"
    echo "created $name"
  fi
done
