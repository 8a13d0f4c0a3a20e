package provider

import (
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

const (
	azureMounting = "failed to mount objects, error: "
	azureObjects  = azureMounting + "failed to yaml unmarshal objects, error: "
)

func (r *reading) azure() {
	r.trims = true
	r.readParameters(identityNeeds)
	r.proxyClient()
	field, readable := r.objects()
	if !readable {
		return
	}
	// The provider trims the text before decoding it.
	text := field.Value
	trimmed := r.trimmedLines(field)
	root, fault := parse(text)
	if fault != nil {
		fault.line += trimmed
		r.reportUnparsed(text, field.Pointer, fault, azureObjects+fault.says)
		return
	}
	r.azureWrapper(root, field)
	if !plainTree(root, 0) {
		var wrapper azureWrapper
		r.verdict(decodeNode(root, &wrapper), field.Pointer, azureObjects)
	}
	if r.result.Readable {
		r.secondDocument(text, field.Pointer)
	}
}

// trimmedLines returns the number of lines that trimming removes at the start.
func (r *reading) trimmedLines(field Field) int {
	text := r.written(field.Key)
	return strings.Count(text[:len(text)-len(strings.TrimLeft(text, " \t\r\n"))], "\n")
}

// written returns the text of a parameter before it is trimmed.
func (r *reading) written(key string) string {
	for i := range r.parameters {
		if r.parameters[i].Name == key {
			return r.parameters[i].Value
		}
	}
	return ""
}

// azureWrapper reads the outer mapping with its key array.
func (r *reading) azureWrapper(root *yaml.Node, objects Field) {
	inner := objects.Pointer.Inner()
	if r.result.Templated = flowMark(root, 0); r.result.Templated != nil {
		return
	}
	if manifest.IsNull(root) {
		r.shape(Problem{Fault: FaultNoObject, Pointer: objects.Pointer, Expected: "the key array", Says: missingVersions})
		return
	}
	if root = manifest.Resolve(root); root.Kind != yaml.MappingNode {
		r.azureNoWrapper(root, inner)
		return
	}
	list, refusal := members(root, inner, 0)
	if refusal != nil {
		r.refused(refusal, azureObjects+"yaml: unmarshal errors: ")
		return
	}
	i := indexOf(list, "array")
	if i < 0 {
		r.noArray(list, objects)
		return
	}
	array := list[i]
	switch {
	case manifest.IsNull(array.value):
		r.shape(Problem{Fault: FaultNoObject, Pointer: array.pointer, Part: manifest.Key, Expected: "a list of strings under array", Says: missingVersions})
	case array.value.Kind != yaml.SequenceNode && placeholder(array.value):
		r.result.Templated = &manifest.Pos{Line: array.value.Line, Column: array.value.Column}
	case array.value.Kind != yaml.SequenceNode:
		r.shape(Problem{Fault: FaultShape, Pointer: array.pointer, Expected: "a list of strings under array", Says: azureObjects + cannotUnmarshal(array.value, "[]string")})
	default:
		r.azureArray(array, objects)
	}
}

func (r *reading) azureNoWrapper(root *yaml.Node, inner manifest.Path) {
	if placeholder(root) && wholeMark(root.Value) {
		r.result.Templated = &manifest.Pos{Line: root.Line, Column: root.Column}
		return
	}
	problem := Problem{Fault: FaultShape, Pointer: inner, Expected: "the key array with a list of strings", Says: azureObjects + cannotUnmarshal(root, "types.StringArray")}
	if root.Kind == yaml.SequenceNode {
		if problem.Provider = listForm(root.Content, Azure); problem.Provider != "" {
			problem.Fault = FaultForeign
		} else {
			problem.Mended = asAzureArray(r.written(r.result.Parameters["objects"].Key))
		}
	}
	r.shape(problem)
}

// noArray reports that there is no array: other keys are ignored, which leaves no
// object.
func (r *reading) noArray(list []member, objects Field) {
	problem := Problem{Fault: FaultNoObject, Pointer: objects.Pointer, Expected: "the key array", Says: missingVersions}
	for _, member := range list {
		if meant(member.name, []row{{Name: "array"}}) != nil {
			problem.Pointer, problem.Part, problem.Text, problem.Nearest = member.pointer, manifest.Key, member.name, "array"
		}
	}
	r.shape(problem)
}

func (r *reading) azureArray(array member, objects Field) {
	r.result.Readable = true
	index, reported := 0, false
	for i, entry := range array.value.Content {
		at := array.pointer.Index(i)
		if entry = manifest.Resolve(entry); manifest.IsNull(entry) {
			continue
		}
		if entry.Kind != yaml.ScalarNode {
			r.result.Readable = false
			if !reported {
				r.shape(Problem{Fault: FaultShape, Pointer: at, Expected: "a string that begins with - |", Mended: asAzureArray(r.written(objects.Key)), Says: azureObjects + cannotUnmarshal(entry, "string")})
			}
			reported = true
			continue
		}
		r.azureString(entry, at, index, objects)
		index++
	}
	if r.result.Templated != nil {
		r.result.Readable = false
	}
	switch {
	case !r.result.Readable:
	case index == 0:
		r.result.Readable = false
		r.shape(Problem{Fault: FaultNoObject, Pointer: objects.Pointer, Expected: "a list of strings under array", Says: missingVersions})
	default:
		r.azureFiles()
	}
}
