package provider

import (
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

const vaultNoSecrets = "no secrets configured - the provider will not read any secret material"

func (r *reading) vault() {
	r.readParameters(func(map[string]Field) []string { return nil })
	field, readable := r.objects()
	if !readable {
		return
	}
	text := field.Value
	root, fault := parse(text)
	if fault != nil {
		r.reportUnparsed(text, field.Pointer, fault, fault.says)
		return
	}
	r.vaultList(root, field)
	if !plainTree(root, 0) {
		var secrets []vaultDescriptor
		r.verdict(decodeNode(root, &secrets), field.Pointer, "")
	}
	if r.result.Readable {
		r.secondDocument(text, field.Pointer)
	}
}

func (r *reading) vaultList(root *yaml.Node, objects Field) {
	if r.result.Templated = flowMark(root, 0); r.result.Templated != nil {
		return
	}
	if manifest.IsNull(root) {
		r.shape(Problem{Fault: FaultNoObject, Pointer: objects.Pointer, Says: vaultNoSecrets})
		return
	}
	inner := objects.Pointer.Inner()
	root = manifest.Resolve(root)
	if root.Kind != yaml.SequenceNode {
		problem := Problem{Fault: FaultShape, Pointer: inner, Expected: "a list of mappings", Says: cannotUnmarshal(root, "[]config.Secret")}
		if arrayForm(root) {
			problem.Fault, problem.Provider = FaultForeign, Azure
			problem.Mended = asList(objects.Value, vaultNeeds)
		}
		if placeholder(root) {
			r.result.Templated = &manifest.Pos{Line: root.Line, Column: root.Column}
			return
		}
		r.shape(problem)
		return
	}
	if form := foreignList(root, Vault, "secretPath"); form != "" {
		r.shape(Problem{Fault: FaultForeign, Pointer: inner, Provider: form, Expected: "entries with objectName, secretPath and secretKey", Says: `invalid path: must not be empty: ""`})
		return
	}
	if r.vaultEntries(root, inner) {
		r.vaultObjects()
	}
	if r.result.Readable && len(r.result.Objects) == 0 {
		r.result.Readable = false
		r.shape(Problem{Fault: FaultNoObject, Pointer: objects.Pointer, Says: vaultNoSecrets})
	}
}

// vaultEntries reads the list. It returns false if the shape is rejected.
func (r *reading) vaultEntries(root *yaml.Node, inner manifest.Path) bool {
	r.result.Readable = true
	reported := false
	for i, entry := range root.Content {
		at := inner.Index(i)
		entry = manifest.Resolve(entry)
		if manifest.IsNull(entry) {
			continue
		}
		if entry.Kind != yaml.MappingNode {
			if !reported {
				r.entryKind(entry, at, cannotUnmarshal(entry, "config.Secret"))
			}
			reported, r.result.Readable = true, false
			continue
		}
		list, fault := members(entry, at, 0)
		if fault != nil {
			r.refused(fault, "yaml: unmarshal errors: ")
			r.result.Readable = false
			continue
		}
		r.vaultEntry(list, at)
	}
	return r.result.Readable
}
