package provider

import (
	"fmt"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// azureString reads one string of the array, which is YAML again.
func (r *reading) azureString(entry *yaml.Node, at manifest.Path, index int, objects Field) {
	prefix := fmt.Sprintf(azureMounting+"unmarshal failed for keyVaultObjects at index %d, error: ", index)
	root, fault := parseEntry(entry.Value)
	if fault != nil {
		r.result.Readable = false
		if mark := structureMark(entry.Value, 1); mark != nil {
			r.templatedString(entry, objects)
			return
		}
		r.shape(Problem{Fault: FaultSyntax, Pointer: at, Line: fault.line, Says: prefix + fault.says})
		return
	}
	root = manifest.Resolve(root)
	switch {
	case manifest.IsNull(root):
		r.azureEntry(nil, at)
		return
	case flowMark(root, 0) != nil || placeholder(root) && wholeMark(root.Value):
		r.templatedString(entry, objects)
		return
	case root.Kind != yaml.MappingNode:
		r.result.Readable = false
		r.shape(Problem{Fault: FaultShape, Pointer: at.Inner(), Expected: "a mapping", Says: prefix + cannotUnmarshal(root, "types.KeyVaultObject")})
		return
	}
	if !plainTree(root, 0) {
		var object azureDescriptor
		defer func() { r.verdict(decodeNode(root, &object), at, prefix) }()
	}
	list, refusal := members(root, at.Inner(), 0)
	if refusal != nil {
		r.refused(refusal, prefix+"yaml: unmarshal errors: ")
		r.result.Readable = false
		return
	}
	r.secondDocument(entry.Value, at)
	r.azureEntry(list, at.Inner())
}

// templatedString records the mark by its position in the text of objects.
func (r *reading) templatedString(entry *yaml.Node, objects Field) {
	r.result.Readable = false
	if r.result.Templated != nil {
		return
	}
	if r.result.Templated = structureMark(objects.Value, entry.Line); r.result.Templated == nil {
		r.result.Templated = &manifest.Pos{Line: entry.Line, Column: entry.Column}
	}
}
