#!/bin/sh
# Checks commit messages against Conventional Commits 1.0.0.
set -eu

usage() {
  cat >&2 <<'USAGE'
usage: check-commit-messages.sh --message TEXT
       check-commit-messages.sh --file FILE       as git's commit-msg hook calls it
       check-commit-messages.sh --range BASE..HEAD
USAGE
  exit 2
}

types='build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test'
header="^($types)(\\([a-z0-9][a-z0-9./_-]*\\))?!?: ([^ ].*)?[^ .]\$"

failed=0

complain() {
  printf '%s\n  %s\n' "$1" "$2" >&2
  failed=1
}

# check NAME MESSAGE
check() {
  first=$(printf '%s\n' "$2" | sed -n 1p)
  second=$(printf '%s\n' "$2" | sed -n 2p)
  if ! printf '%s\n' "$first" | LC_ALL=C grep -Eq "$header"; then
    complain "$1: $first" "write 'type(scope): what it does' without a full stop; types: $types"
  fi
  if [ -n "$second" ]; then
    complain "$1: $first" "leave the second line empty"
  fi
  if printf '%s\n' "$2" | grep -Ei '^breaking[ -]change:' | grep -Evq '^BREAKING[ -]CHANGE: .'; then
    complain "$1: $first" "write 'BREAKING CHANGE: what a client has to do' in capitals"
  fi
}

# What git would commit: no comments, and nothing below the scissors of 'git commit --verbose'.
written() {
  sed '/^# -* >8 -*$/,$d' "$1" | git stripspace --strip-comments
}

[ $# -eq 2 ] || usage
case $1 in
  --message)
    check "message" "$2"
    ;;
  --file)
    message=$(written "$2")
    case $message in
      # A merge never reaches main, and these two are squashed before they do.
      'Merge '* | 'fixup! '* | 'squash! '*) ;;
      *) check "message" "$message" ;;
    esac
    ;;
  --range)
    commits=$(git rev-list --no-merges --reverse "$2" --)
    for commit in $commits; do
      check "$(git rev-parse --short "$commit")" "$(git show --no-patch --format=%B "$commit")"
    done
    ;;
  *) usage ;;
esac
exit "$failed"
