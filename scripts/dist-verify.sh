#!/usr/bin/env bash
# Makes the archives once more, from a copy of the tree in another folder and
# with an empty build cache, and compares them with dist/ byte by byte.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
tar --exclude=./.git --exclude=./bin --exclude=./dist -cf - . | tar -xf - -C "$copy"
(cd "$copy/scripts" && GOCACHE="$copy/.cache" "${GO:-go}" run ./dist -root .. -out ../dist -version "${1:-}")
diff -r "$root/dist" "$copy/dist"
echo "dist: both runs are equal, byte by byte"
