package link

import (
	"strings"

	"github.com/hashicorp/go-version"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// versionParts is how many numbers of a version are compared: Mendix runtimes
// have four (9.4.0.24572).
const versionParts = 4

// OperatorVersion reads a version of the Operator as people write it, the "v" of
// an image tag before it or not. Its Numbers are nil where it is none.
func OperatorVersion(text, source string) Version {
	return Version{Text: text, Numbers: VersionNumbers(strings.TrimPrefix(text, "v")), Source: source}
}

// VersionNumbers returns the numbers of a version, filled up to four; nil
// where the text is no version. A pre-release counts as its release.
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

// numbered tells whether a text is numbers with dots between them, and after two
// or more a pre-release or build behind a hyphen or plus. The library takes
// whatever follows a number for a pre-release: in "1O.24" the letter O.
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

// runtimeVersion reads spec.mendixRuntimeVersion; nil where it is absent or a
// template: then the Operator reads it from the app itself.
func (m *member) runtimeVersion() *Version {
	field := m.at("spec", "mendixRuntimeVersion")
	if field.state != known || field.text == "" || field.node.Kind != yaml.ScalarNode {
		return nil
	}
	v := &Version{Text: field.text, Numbers: VersionNumbers(field.text), Source: "spec.mendixRuntimeVersion", At: m.value(field.path)}
	if field.node.Tag != "!!str" && !strings.Contains(strings.TrimSpace(field.text), ".") {
		return nil // a number such as 10 is manifest/schema's matter, and no version to compare
	}
	return v
}
