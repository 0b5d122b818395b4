#!/bin/sh
# Reads or sets the image that an environment runs: the digest in its overlay.
set -eu

image=ghcr.io/example/student-records

usage() {
  cat >&2 <<'USAGE'
usage: deployed-image.sh get ENVIRONMENT           prints NAME@DIGEST, or nothing before the first release
       deployed-image.sh set ENVIRONMENT NAME@DIGEST
USAGE
  exit 2
}

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

overlay_of() {
  overlay=$(dirname "$0")/../deploy/overlays/$1/kustomization.yaml
  [ -f "$overlay" ] || fail "no environment '$1' in deploy/overlays"
}

# The digest in this service's entry under 'images:'.
deployed() {
  awk -v image="$image" '
    /^[^ #-]/ { images = ($1 == "images:") }
    images && /^ *- / { ours = ($2 == "name:" && $3 == image) }
    images && ours && $1 == "digest:" { print $2 }
  ' "$overlay"
}

get() {
  overlay_of "$1"
  digest=$(deployed)
  case $digest in
    '' | sha256:0000000000000000*) ;;
    *) printf '%s@%s\n' "$image" "$digest" ;;
  esac
}

set_digest() {
  overlay_of "$1"
  digest=${2#*@}
  [ "${2%@*}" = "$image" ] || fail "not the image of this service: $2"
  printf '%s\n' "$digest" | grep -Eq '^sha256:[0-9a-f]{64}$' || fail "not a digest: $digest"
  [ -n "$(deployed)" ] || fail "$overlay: no digest of $image under 'images:'"
  changed=$(mktemp)
  awk -v image="$image" -v digest="$digest" '
    /^[^ #-]/ { images = ($1 == "images:") }
    images && /^ *- / { ours = ($2 == "name:" && $3 == image) }
    images && ours && $1 == "digest:" { sub(/digest:.*/, "digest: " digest) }
    { print }
  ' "$overlay" > "$changed"
  # Written through the old file, so that its mode stays.
  cat "$changed" > "$overlay"
  rm "$changed"
}

case ${1:-} in
  get)
    [ $# -eq 2 ] || usage
    get "$2"
    ;;
  set)
    [ $# -eq 3 ] || usage
    set_digest "$2" "$3"
    ;;
  *) usage ;;
esac
