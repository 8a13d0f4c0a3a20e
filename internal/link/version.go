package link

import (
	"strings"

	"github.com/hashicorp/go-version"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// versionParts is how many numbers of a version are compared: Mendix runtimes have four
// (9.4.0.24572).
const versionParts = 4

// OperatorVersion parses a version of the Operator, with or without the "v" of an image
// tag. Its Numbers are nil if text is not a version.
func OperatorVersion(text, source string) Version {
	return Version{Text: text, Numbers: VersionNumbers(strings.TrimPrefix(text, "v")), Source: source}
}

// VersionNumbers returns the numbers of a version, padded to four; nil if the text is
// not a version. A pre-release counts as its release.
func VersionNumbers(text string) []int {
	text = strings.TrimSpace(text)
	if !numbered(text) {
		return nil
	}
	parsed, err := version.NewVersion(text)
	if err != nil {
		return nil
	}
	numbers := make([]int, versionParts)
	for i, segment := range parsed.Segments() {
		if i < versionParts {
			numbers[i] = segment
		}
	}
	return numbers
}

// numbered reports whether a text consists of numbers separated by dots, and, after two
// or more, of a pre-release or build after a hyphen or plus. The library takes whatever
// follows a number for a pre-release: in "1O.24", that is the letter O.
func numbered(text string) bool {
	release, rest, _ := strings.Cut(text, "+")
	release, pre, isPre := strings.Cut(release, "-")
	for part := range strings.SplitSeq(release, ".") {
		if part == "" || strings.Trim(part, "0123456789") != "" {
			return false
		}
	}
	return (!isPre || pre != "" && strings.Contains(release, ".")) && !strings.ContainsAny(pre+rest, " \t")
}

// runtimeVersion reads spec.mendixRuntimeVersion; nil if it is absent or a template:
// then the Operator reads it from the app itself.
func (m *member) runtimeVersion() *Version {
	field := m.at("spec", "mendixRuntimeVersion")
	if field.state != known || field.text == "" || field.node.Kind != yaml.ScalarNode {
		return nil
	}
	v := &Version{Text: field.text, Numbers: VersionNumbers(field.text), Source: "spec.mendixRuntimeVersion", At: m.value(field.path)}
	if field.node.Tag != "!!str" && !strings.Contains(strings.TrimSpace(field.text), ".") {
		return nil // manifest/schema reports a number such as 10
	}
	return v
}
