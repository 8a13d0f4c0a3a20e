#!/usr/bin/env bash
# Rewrites the goldens of every package whose tests take -update.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
mapfile -t packages < <(grep -rlE 'flag\.Bool\("update"' --include='*_test.go' . | xargs -r -n1 dirname | sort -u)
[ "${#packages[@]}" -eq 0 ] || "${GO:-go}" test "${packages[@]}" -update
git --no-pager diff --stat 2>/dev/null || true
