package render

import (
	"cmp"
	"fmt"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// excess says why an entry is too much for kustomize to read; it returns "" if
// it is not.
func (r *renderer) excess(e *entry) string {
	text := r.textOf(e)
	return cmp.Or(r.overExpanded(text), overRepeated(text))
}

// overExpanded says what is wrong with an entry's text if its aliases expand it
// beyond any manifest: kustomize expands them whatever it costs. It returns ""
// if nothing is wrong.
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
// that reads it for kustomize rejects any, and writes a line for each.
const maxEqualKeys = 500_000

// overRepeated says that an entry's text repeats a key so often that rejecting
// it would use up all memory. It returns "" if it does not.
func overRepeated(text string) string {
	marks := strings.Count(text, ":") + strings.Count(text, ",") + strings.Count(text, "?") // one per key
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
			return "cannot be read: a mapping repeats a key too often"
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

// tooManyBuilds rejects a kustomization whose parts refer to the same ones over
// and over: kustomize builds a folder anew for each path of references to it,
// so that some twenty small files would keep it busy for hours. The
// kustomization must be free of cycles.
func (k *kustomization) tooManyBuilds() *Problem {
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

// builds counts the kustomizations that kustomize builds for a kustomization,
// including itself, up to one beyond the limit.
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

// textOf returns the text of an entry that is not a folder, "" if it cannot be
// read: kustomize reports that.
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
