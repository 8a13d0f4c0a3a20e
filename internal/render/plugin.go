package render

import (
	"fmt"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// pluginRefusal says why a generator, transformer or validator is not run; it
// returns "" if it is one that is built into kustomize and reads only local
// files. seen contains the folders already examined: many paths may lead to
// one, and a cycle of them is reported as such later.
func (r *renderer) pluginRefusal(e *entry, seen map[*kustomization]bool) string {
	if e.folder != nil {
		return r.pluginsRefusal(e, seen)
	}
	for _, doc := range manifest.Decode("", []byte(r.textOf(e)), r.options.Limits, nil).Docs {
		if doc.APIVersion != "builtin" {
			return fmt.Sprintf("%q is a plugin", oneLine(doc.Kind))
		}
		if strings.HasPrefix(doc.Kind, "HelmChartInflation") {
			return fmt.Sprintf("%q runs helm", oneLine(doc.Kind))
		}
		if name := remoteFile(doc.Root, 0); name != "" {
			return fmt.Sprintf("%q reads the remote file %q", oneLine(doc.Kind), oneLine(redactURL(name)))
		}
	}
	return ""
}

// pluginsRefusal is like pluginRefusal for a folder of configurations.
func (r *renderer) pluginsRefusal(e *entry, seen map[*kustomization]bool) string {
	if seen[e.folder] {
		return ""
	}
	seen[e.folder] = true
	if len(e.folder.entries) != len(e.folder.raw.Resources)+len(e.folder.raw.Bases) {
		return fmt.Sprintf("plugin configuration %q is made by another kustomization", e.text)
	}
	for _, inner := range e.folder.entries {
		if why := r.pluginRefusal(inner, seen); why != "" {
			return why
		}
	}
	return ""
}

// remoteFile returns a file that a plugin's configuration names by URL, "" if
// there is none.
func remoteFile(node *yaml.Node, depth int) string {
	node = manifest.Resolve(node)
	if node == nil || depth > 16 {
		return ""
	}
	if node.Kind == yaml.ScalarNode {
		name := node.Value
		if _, behind, found := strings.Cut(name, "="); found && isURL(behind) {
			name = behind
		}
		if isURL(name) {
			return name
		}
		return ""
	}
	for i, child := range node.Content {
		if node.Kind == yaml.MappingNode && (i%2 == 0 || !namesFile(manifest.Resolve(node.Content[i-1]).Value, child)) {
			continue
		}
		if name := remoteFile(child, depth+1); name != "" {
			return name
		}
	}
	return ""
}

// namesFile reports whether a value of a plugin's configuration may name files:
// by its key, or because something below it may.
func namesFile(key string, value *yaml.Node) bool {
	if manifest.Resolve(value).Kind != yaml.ScalarNode {
		key := strings.ToLower(key)
		return key != "labels" && key != "annotations" && key != "literals"
	}
	key = strings.ToLower(key)
	return strings.Contains(key, "path") || strings.Contains(key, "file") || strings.Contains(key, "env") || strings.Contains(key, "patch")
}
