package provider

import (
	"fmt"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/spelling"
)

// shape reports that objects, or a string inside it, is not what the provider decodes.
func (r *reading) shape(p Problem) {
	p.Kind, p.Name = KindObjectsShape, "objects"
	r.report(p)
}

// reportUnparsed reports a text that is not YAML, unless a template mark explains it.
func (r *reading) reportUnparsed(text string, at manifest.Path, fault *syntaxFault, says string) {
	if mark := structureMark(text, 1); mark != nil {
		r.result.Templated = mark
		return
	}
	r.shape(Problem{Fault: FaultSyntax, Pointer: at, Line: fault.line, Says: says})
}

// secondDocument reports a document that the provider never reads.
func (r *reading) secondDocument(text string, at manifest.Path) {
	if line := secondDocument(text); line > 0 {
		r.shape(Problem{Fault: FaultDocument, Pointer: at, Line: line, Column: 1, Tolerated: true, Says: "the provider reads the first YAML document only"})
	}
}

// listForm returns the provider whose form a list of these entries has.
func listForm(entries []*yaml.Node, own Name) Name {
	if len(entries) == 0 {
		return ""
	}
	entry := manifest.Resolve(entries[0])
	if entry.Kind != yaml.MappingNode {
		return ""
	}
	for i := 0; i < len(entry.Content); i += 2 {
		form := Name("")
		switch entry.Content[i].Value {
		case "secretPath", "secretKey":
			form = Vault
		case "jmesPath":
			form = AWS
		case "objectType":
			form = AWS
			switch manifest.Resolve(entry.Content[i+1]).Value {
			case "secret", "key", "cert":
				form = Azure
			}
		case "resourceName", "fileName":
			form = gcp
		}
		if form != "" && form != own {
			return form
		}
	}
	return ""
}

// foreignList returns the provider for which all entries of a list are written, if none
// has the field that the own one requires: the decoder accepts the list, but each entry
// would fail by itself.
func foreignList(root *yaml.Node, own Name, needed string) (form Name) {
	if len(root.Content) < 2 {
		return ""
	}
	for i := range root.Content {
		entry := manifest.Resolve(root.Content[i])
		its := listForm(root.Content[i:i+1], own)
		if its == "" || form != "" && its != form || slices.ContainsFunc(manifest.Entries(entry), func(e manifest.Entry) bool {
			return strings.EqualFold(manifest.Resolve(e.Key).Value, needed)
		}) {
			return ""
		}
		form = its
	}
	return form
}

// arrayForm reports whether the mapping is azure's wrapper.
func arrayForm(node *yaml.Node) bool {
	return node.Kind == yaml.MappingNode && len(node.Content) > 0 && spelling.Letters(node.Content[0].Value) == "array"
}

// entryKind reports an entry that is not a mapping, in the provider's words.
func (r *reading) entryKind(node *yaml.Node, at manifest.Path, says string) {
	if placeholder(node) {
		if r.result.Templated == nil {
			r.result.Templated = &manifest.Pos{Line: node.Line, Column: node.Column}
		}
		return
	}
	problem := Problem{Fault: FaultShape, Pointer: at, Expected: "a mapping", Says: says}
	if node.Kind == yaml.ScalarNode && (node.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0) {
		problem.Fault, problem.Provider, problem.Expected = FaultForeign, Azure, "a list of mappings"
	}
	r.shape(problem)
}

// refused reports a mapping that the decoder rejects.
func (r *reading) refused(fault *mapFault, prefix string) {
	r.report(fault.problem(prefix))
}

func cannotUnmarshal(node *yaml.Node, into string) string {
	value := ""
	if node.Kind == yaml.ScalarNode {
		value = node.Value
		if len(value) > 10 {
			value = value[:7] + "..."
		}
		value = " `" + value + "`"
	}
	return fmt.Sprintf("yaml: unmarshal errors: line %d: cannot unmarshal %s%s into %s", node.Line, node.ShortTag(), value, into)
}
