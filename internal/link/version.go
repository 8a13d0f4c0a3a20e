package link

import (
	"strings"

	"github.com/hashicorp/go-version"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
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

// operator is a mendix-operator Deployment.
type operator struct {
	version     Version // without Numbers where a digest alone, or a template, tells nothing
	namespace   string
	set         string
	destination string
	folder      string
}

// operatorName is the Deployment of the Mendix Operator.
const operatorName = "mendix-operator"

// operatorOf reads the version from the image tag of a Deployment of the
// Operator, whatever the registry; nil for any other document, also for a patch
// without an image. The images of its side-cars count differently and are never
// used.
func operatorOf(doc *manifest.Doc) *operator {
	v := view{doc: doc, id: docID(doc)}
	if doc.Kind != "Deployment" || v.at("metadata", "name").text != operatorName {
		return nil
	}
	o := &operator{namespace: v.at("metadata", "namespace").text, folder: folderOf(doc.File.Path)}
	if doc.Origin != nil {
		o.set = doc.Origin.Deployment()
		o.folder = o.set
	}
	containers := v.at("spec", "template", "spec", "containers")
	if containers.node == nil || containers.node.Kind != yaml.SequenceNode {
		return nil
	}
	shown := false
	for i, container := range containers.node.Content {
		_, image := manifest.Field(container, "image")
		repository, tag := splitImage(text(image))
		name := repository[strings.LastIndexByte(repository, '/')+1:]
		if name == "" || name != operatorName && len(containers.node.Content) > 1 || strings.Contains(name, "sidecar") {
			continue
		}
		shown = true
		tagged := OperatorVersion(strings.TrimPrefix(tag, "v"), "")
		if tagged.Numbers == nil {
			continue
		}
		at := v.value(containers.path.Index(i).Key("image"))
		span, _ := doc.Locate(at.Path, manifest.Value)
		tagged.At, tagged.Source = at, "the image of Deployment mendix-operator in "+span.Path
		o.version = tagged
		return o
	}
	if !shown {
		return nil
	}
	return o
}

// splitImage cuts an image reference into repository and tag; a digest is dropped.
func splitImage(image string) (repository, tag string) {
	image, _, _ = strings.Cut(image, "@")
	if at := strings.LastIndexByte(image, ':'); at > strings.LastIndexByte(image, '/') {
		return image[:at], image[at+1:]
	}
	return image, ""
}
