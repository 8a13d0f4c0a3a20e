package render

import (
	"cmp"
	"fmt"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// excess says what makes an entry too much for kustomize to read; it is empty
// where all is well.
func (r *renderer) excess(e *entry) string {
	text := r.textOf(e)
	return cmp.Or(r.overExpanded(text), overRepeated(text))
}

// overExpanded says what is wrong with the text of an entry whose aliases would
// make it larger than any manifest: kustomize expands them whatever it costs. It
// is empty where all is well.
func (r *renderer) overExpanded(text string) string {
	if !strings.Contains(text, "&") || !strings.Contains(text, "*") {
		return ""
	}
	for _, broken := range manifest.Decode("", []byte(text), r.options.Limits, nil).Broken {
		if broken.Expands {
			return "cannot be read: " + broken.Message
		}
	}
	return ""
}

// maxEqualKeys is how many pairs of equal keys an entry may have. The library
// that reads it for kustomize refuses any, and writes a line for each.
const maxEqualKeys = 500_000

// overRepeated says that the text of an entry repeats a key so often that refusing
// it would take all memory there is. It is empty where all is well.
func overRepeated(text string) string {
	marks := strings.Count(text, ":") + strings.Count(text, ",") + strings.Count(text, "?") // one for each key
	if marks*marks/2 < maxEqualKeys {
		return ""
	}
	decoder := yaml.NewDecoder(strings.NewReader(text))
	for pairs := 0; ; {
		var node yaml.Node
		if err := decoder.Decode(&node); err != nil {
			return ""
		}
		if pairs += equalKeys(&node); pairs > maxEqualKeys {
			return "cannot be read: a key stands in one mapping over and over"
		}
	}
}

// equalKeys counts the pairs of equal keys in all mappings below a node.
func equalKeys(node *yaml.Node) int {
	pairs := manifest.EqualKeys(node)
	for _, child := range node.Content {
		pairs += equalKeys(child)
	}
	return pairs
}

// multiplied refuses a kustomization whose parts refer to the same ones over and
// over: kustomize builds a folder anew on each way that leads to it, so that some
// twenty small files would keep it busy for hours. It must be free of cycles.
func (k *kustomization) multiplied() *Problem {
	distinct := make(map[*kustomization]bool)
	k.visit(distinct, func(*kustomization) bool { return true })
	limit := 1000 + 10*len(distinct)
	if k.builds(make(map[*kustomization]int), limit) <= limit {
		return nil
	}
	return &Problem{
		Kind: Unrendered, Span: k.start(), File: k.file,
		Message: fmt.Sprintf("kustomization %q was not checked: kustomize would build more than %d kustomizations for it, of which %d differ", k.folder, limit, len(distinct)),
	}
}

// builds counts what kustomize builds for a kustomization, itself among them, as
// far as one beyond the limit.
func (k *kustomization) builds(known map[*kustomization]int, limit int) int {
	if count, ok := known[k]; ok {
		return count
	}
	count := 1
	for _, e := range k.entries {
		if e.folder != nil {
			count = min(count+e.folder.builds(known, limit), limit+1)
		}
	}
	known[k] = count
	return count
}

// textOf is what an entry that is no folder says, "" where it cannot be read:
// kustomize tells that.
func (r *renderer) textOf(e *entry) string {
	if e.inline {
		return e.text
	}
	data, err := r.disk.ReadFile(e.real)
	if err != nil {
		return ""
	}
	return string(data)
}
