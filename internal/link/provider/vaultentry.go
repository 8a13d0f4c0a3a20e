package provider

import (
	"encoding/json"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

func (r *reading) vaultEntry(list []member, at manifest.Path) {
	reader := entryReader{reading: r, rows: r.table.Fields, at: at, same: same, decode: decodeField}
	before := len(r.result.Problems)
	fields := reader.read(list)
	if encoding := fields["encoding"]; !fields["secretKey"].Has() && encoding.Set {
		// Without a key, the response is written as it is, without decoding.
		r.withdraw(before, encoding.Pointer, FaultForm)
	}
	object := Object{Pointer: at, Fields: fields}
	if path := fields["secretPath"]; path.Has() && !path.Unknown {
		object.Path = readVaultPath(path.Value)
	}
	for i := range list {
		if list[i].name == "secretArgs" {
			object.Args = r.vaultArgs(&list[i], object)
		}
	}
	r.result.Objects = append(r.result.Objects, object)
}

// vaultArgs returns the JSON that is sent. A value that JSON cannot express fails, but
// only for the object whose request is made: later ones are answered from the cache.
func (r *reading) vaultArgs(value *member, object Object) string {
	var mapping map[string]any
	if value.value.Kind != yaml.MappingNode || decodeNode(value.value, &mapping) != nil {
		return ""
	}
	body, err := json.Marshal(mapping)
	if err == nil {
		return string(body)
	}
	for _, other := range r.result.Objects {
		if other.Fields["secretPath"].Value == object.Fields["secretPath"].Value && other.Fields["method"].Value == object.Fields["method"].Value {
			return ""
		}
	}
	r.report(Problem{Kind: KindObjectField, Fault: FaultForm, Pointer: value.pointer, Name: value.name, Expected: "values that JSON can hold", Says: err.Error()})
	return ""
}

func same(written, name string) bool { return written == name }

func blank(text string) bool { return strings.TrimSpace(text) == "" }

// withdraw removes a problem that was reported since the given count.
func (r *reading) withdraw(since int, pointer manifest.Path, fault Fault) {
	for i := since; i < len(r.result.Problems); i++ {
		if p := &r.result.Problems[i]; p.Pointer == pointer && p.Fault == fault {
			r.result.Problems = append(r.result.Problems[:i], r.result.Problems[i+1:]...)
			return
		}
	}
}
