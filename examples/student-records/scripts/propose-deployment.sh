#!/bin/sh
# Opens the pull request that makes an environment run an image. Needs git, gh and its token.
set -eu

if [ $# -ne 3 ]; then
  echo "usage: propose-deployment.sh ENVIRONMENT VERSION NAME@DIGEST" >&2
  exit 2
fi
environment=$1
version=$2
image=$3
branch=deploy/$environment-$version
title="chore($environment): deploy $version"

cd "$(dirname "$0")/.."
scripts/deployed-image.sh set "$environment" "$image"
if git diff --quiet -- deploy/overlays; then
  echo "$environment already runs $image"
  exit 0
fi

gh auth setup-git
git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git switch --create "$branch"
git commit --quiet --message "$title" -- deploy/overlays
# A second run of the same release replaces its own branch, nobody else's.
git push --force origin "$branch"

if [ -n "$(gh pr list --head "$branch" --state open --json number --jq '.[].number')" ]; then
  echo "the pull request of $branch is already open"
  exit 0
fi
gh pr create --base main --head "$branch" --title "$title" --body "$(
  cat <<BODY
Merging this deploys $version to **$environment**: the cluster follows main.

- Image: \`$image\`. Its provenance was verified before this was opened.
- Staging goes first, then one production region after the other, each when the one before is healthy.
- To roll back, revert the merged commit.
- The checks wait until somebody approves to run them, because a workflow opened this pull request.
BODY
)"
