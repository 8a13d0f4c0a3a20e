#!/usr/bin/env bash
# The step of action.yml. Reads its inputs from MXLINT_ACTION_*, which action.yml
# fills, so that no input is ever part of a script's text.
#
# mxlint is built from the action's own checkout, which is at the ref that the
# workflow names, where there is a Go; else the release of that ref is downloaded
# and held against its checksums.
set -euo pipefail

bin=$RUNNER_TEMP/mxlint-bin
case "${RUNNER_OS:-Linux}" in
  Windows) mxlint=$bin/mxlint.exe ;;
  *) mxlint=$bin/mxlint ;;
esac
report=$RUNNER_TEMP/mxlint-report.json

main() {
  mkdir -p "$bin"
  echo "::group::get mxlint"
  if command -v go > /dev/null; then build; else download; fi
  "$mxlint" version
  echo "::endgroup::"
  cd "$MXLINT_ACTION_WORKING_DIRECTORY" || fail "the working-directory \"$MXLINT_ACTION_WORKING_DIRECTORY\" cannot be entered"
  local code=0
  rm -f "$report"
  lint || code=$?
  outputs "$code"
  exit "$code"
}

# build builds for this machine, whatever the job builds for.
build() {
  (
    unset GOOS GOARCH GOFLAGS GOWORK # set -e does not hold here
    cd "$GITHUB_ACTION_PATH" && CGO_ENABLED=0 go build -trimpath -ldflags '-s -w' -o "$mxlint" ./cmd/mxlint
  ) || fail "mxlint cannot be built with the go on PATH"
}

# download fetches a release. The checksums come from the same release: they
# show that the archive is whole, not who made it.
download() {
  local version=${MXLINT_ACTION_REF#v} system architecture suffix=tar.gz
  if ! [[ $version =~ ^[0-9]+(\.[0-9]+)*([-+.][0-9A-Za-z.-]+)?$ ]]; then
    fail "there is no go on PATH to build mxlint with, and the ref \"$MXLINT_ACTION_REF\" is no release: use actions/setup-go before it, or name a release"
  fi
  case "$RUNNER_OS" in
    Linux) system=linux ;;
    macOS) system=darwin ;;
    Windows) system=windows suffix=zip ;;
    *) fail "there is no release for the system \"$RUNNER_OS\"" ;;
  esac
  case "$RUNNER_ARCH" in
    X64) architecture=amd64 ;;
    ARM64) architecture=arm64 ;;
    *) fail "there is no release for the architecture \"$RUNNER_ARCH\"" ;;
  esac
  local name=mxlint-$version-$system-$architecture
  local base=${GITHUB_SERVER_URL:-https://github.com}/$MXLINT_ACTION_REPOSITORY/releases/download/$MXLINT_ACTION_REF
  cd "$bin"
  curl --fail --silent --show-error --location --retry 3 --remote-name "$base/checksums.txt" --remote-name "$base/$name.$suffix" ||
    fail "the release \"$MXLINT_ACTION_REF\" has no $name.$suffix, or cannot be reached"
  verify "$name.$suffix"
  if [ "$suffix" = zip ]; then unzip -oq "$name.zip"; else tar -xzf "$name.tar.gz"; fi
  mv "$name/$(basename "$mxlint")" "$mxlint"
  cd - > /dev/null
}

# verify compares a downloaded file with its line of checksums.txt.
verify() {
  local sum=(sha256sum)
  command -v sha256sum > /dev/null || sum=(shasum -a 256)
  local wanted actual
  wanted=$(awk -v name="$1" '$2 == name { print $1 }' checksums.txt)
  actual=$("${sum[@]}" "$1" | awk '{ print $1 }')
  [ -n "$wanted" ] || fail "checksums.txt of the release does not list $1"
  [ "$wanted" = "$actual" ] || fail "the checksum of $1 is $actual, expected $wanted"
}

lint() {
  local arguments=(lint --format "${MXLINT_ACTION_FORMAT:-github}" --report "json=$report") further paths=() path
  [ -z "$MXLINT_ACTION_CONFIG" ] || arguments+=(--config "$MXLINT_ACTION_CONFIG")
  [ -z "$MXLINT_ACTION_FAIL_ON" ] || arguments+=(--fail-on "$MXLINT_ACTION_FAIL_ON")
  [ -z "$MXLINT_ACTION_SARIF_FILE" ] || arguments+=(--report "sarif=$MXLINT_ACTION_SARIF_FILE")
  read -r -d '' -a further <<< "$MXLINT_ACTION_ARGS" || true
  while IFS= read -r path; do
    path=${path%$'\r'}
    [ -z "$path" ] || paths+=("$path")
  done <<< "$MXLINT_ACTION_PATHS"
  # Expanded so, an empty array is no error in the bash 3.2 of macOS.
  "$mxlint" "${arguments[@]}" ${further[@]+"${further[@]}"} -- ${paths[@]+"${paths[@]}"}
}

# outputs reports the counts that the report sums up; none where there is no
# report, because mxlint refused its arguments.
outputs() {
  local errors='' warnings='' infos='' findings='' sarif=''
  if [ -f "$report" ]; then
    errors=$(count errors) warnings=$(count warnings) infos=$(count infos)
    findings=$((errors + warnings + infos))
  fi
  if [ -n "$MXLINT_ACTION_SARIF_FILE" ] && [ -f "$MXLINT_ACTION_SARIF_FILE" ]; then
    sarif=$(from_workspace "$MXLINT_ACTION_SARIF_FILE")
  fi
  {
    echo "findings=$findings"
    echo "errors=$errors"
    echo "warnings=$warnings"
    echo "sarif-file=$sarif"
    echo "exit-code=$1"
  } >> "$GITHUB_OUTPUT"
}

# count reads a number of the summary, which stands at the report's end; its
# keys are at this depth nowhere else.
count() { sed -n "s/^    \"$1\": \([0-9][0-9]*\),\{0,1\}\$/\1/p" "$report" | tail -n 1; }

from_workspace() {
  case "$1" in
    /* | [A-Za-z]:*) echo "$1"; return ;;
  esac
  case "$MXLINT_ACTION_WORKING_DIRECTORY" in
    . | ./ | "") echo "$1" ;;
    *) echo "${MXLINT_ACTION_WORKING_DIRECTORY%/}/$1" ;;
  esac
}

fail() {
  echo "::error title=mxlint::$1" >&2
  rm -f "$report"
  outputs 2
  exit 2
}

main
