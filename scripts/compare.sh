#!/usr/bin/env bash
# Runs mxlint beside conftest, kube-linter and kubeconform, those of them that
# are on PATH, on one generated tree, and prints how many times longer each
# takes: medians of interleaved runs.
#
#   scripts/compare.sh apps|mono|dense N [RUNS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

kind=${1:-mono} size=${2:-2000} runs=${3:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -trimpath -ldflags '-s -w' -o "$work/mxlint" ./cmd/mxlint
go run internal/corpus/write/main.go "$kind" "$size" "$work/tree"

# A policy of ten rules, so that conftest has something to judge.
mkdir "$work/policy"
for i in 1 2 3 4 5 6 7 8 9 10; do
  printf 'package main\n\nimport rego.v1\n\ndeny_%d contains msg if {\n\tinput.kind == "MendixApp"\n\tnot input.metadata.namespace\n\tmsg := "no namespace"\n}\n' "$i" >"$work/policy/rule$i.rego"
done

names=(mxlint)
declare -A commands=([mxlint]="$work/mxlint -q $work/tree")
for tool in conftest kube-linter kubeconform; do
  command -v "$tool" >/dev/null || continue
  names+=("$tool")
  case $tool in
    conftest) commands[$tool]="conftest test --no-color -p $work/policy $work/tree" ;;
    kube-linter) commands[$tool]="kube-linter lint $work/tree" ;;
    kubeconform) commands[$tool]="kubeconform -ignore-missing-schemas -schema-location $work $work/tree" ;;
  esac
done

# seconds of wall time and of processor time of one run
measure() {
  { TIMEFORMAT='%R %U %S'; time $1 >/dev/null 2>&1 || true; } 2>&1 | awk '{print $1, $2 + $3}'
}

for ((run = 0; run < runs; run++)); do
  for name in "${names[@]}"; do
    measure "${commands[$name]}" >>"$work/$name.times"
  done
done

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
printf '%-12s %8s %8s %10s %10s\n' "$kind $size" wall cpu 'x wall' 'x cpu'
base_wall=$(cut -d' ' -f1 "$work/mxlint.times" | median)
base_cpu=$(cut -d' ' -f2 "$work/mxlint.times" | median)
for name in "${names[@]}"; do
  wall=$(cut -d' ' -f1 "$work/$name.times" | median)
  cpu=$(cut -d' ' -f2 "$work/$name.times" | median)
  awk -v n="$name" -v w="$wall" -v c="$cpu" -v bw="$base_wall" -v bc="$base_cpu" \
    'BEGIN {printf "%-12s %7.2fs %7.2fs %9.1fx %9.1fx\n", n, w, c, w / bw, c / bc}'
done
