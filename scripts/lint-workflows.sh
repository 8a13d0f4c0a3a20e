#!/usr/bin/env bash
# Checks .github/workflows and every workflow printed in README.md with actionlint.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
printed=$(mktemp -d)
trap 'rm -rf "$printed"' EXIT
# A printed workflow is a yaml block whose first line is a comment that names its file.
awk -v out="$printed" '
  /^```/ { if (file) close(file); inside = !inside; file = ""; first = inside; next }
  first { first = 0; if ($0 ~ /^# \.github\/workflows\//) { sub(/.*\//, ""); file = out "/" $0; next } }
  file { print > file }' README.md
actionlint() { "${GO:-go}" run github.com/rhysd/actionlint/cmd/actionlint@v1.7.12 "$@"; }
actionlint .github/workflows/*.yml "$printed"/*.yml
echo "workflows: $(ls .github/workflows/*.yml "$printed"/*.yml | wc -l) checked"
