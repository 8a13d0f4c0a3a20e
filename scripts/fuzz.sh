#!/usr/bin/env bash
# Runs every fuzz target, one after the other, each for FUZZTIME.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
go=${GO:-go}
grep -rl '^func Fuzz' --include='*_test.go' . | xargs -r -n1 dirname | sort -u | while read -r package; do
  for target in $("$go" test -list '^Fuzz' "$package" | grep '^Fuzz'); do
    echo "== $package $target"
    "$go" test -run '^$' -fuzz "^$target\$" -fuzztime "${FUZZTIME:-60s}" -fuzzminimizetime 1s "$package"
  done
done
