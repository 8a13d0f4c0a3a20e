package schema

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/manifest"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// outdented joins the parameters that stand beside spec.parameters, where that
// holds nothing: they were moved together.
func outdented(fields []UnknownField, root *yaml.Node) []UnknownField {
	_, spec := manifest.Field(root, "spec")
	_, parameters := manifest.Field(manifest.Resolve(spec), "parameters")
	misspelt := func(f UnknownField) bool { return f.Nearest == "parameters" && f.NearMiss }
	if len(manifest.Entries(manifest.Resolve(parameters))) > 0 || slices.ContainsFunc(fields, misspelt) {
		return fields
	}
	first := -1
	kept := fields[:0:0]
	for _, field := range fields {
		if !strings.HasPrefix(field.Rightful, "spec.parameters.") {
			kept = append(kept, field)
			continue
		}
		if first >= 0 {
			kept[first].With = append(kept[first].With, field.Name)
			continue
		}
		first, kept = len(kept), append(kept, field)
	}
	return kept
}
