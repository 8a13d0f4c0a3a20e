package link

import (
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/manifest"
)

// secretObjects finds what keeps the driver from making a Kubernetes Secret
// out of mounted files. files is what the class mounts; where that is not
// known, no name is called unmounted.
func (m *member) secretObjects(files []MountedFile, result *provider.Result) []SecretObject {
	list := m.at("spec", "secretObjects")
	if list.node == nil || list.node.Kind != yaml.SequenceNode {
		return nil
	}
	s := secretObjects{view: m.view, files: files, complete: result.Readable && !nameless(result)}
	for i := range files {
		s.complete = s.complete && files[i].Match != "hidden" && !files[i].Versioned
	}
	for i, item := range list.node.Content {
		s.secret(manifest.Resolve(item), list.path.Index(i))
	}
	return s.found
}

type secretObjects struct {
	view
	files    []MountedFile
	complete bool
	found    []SecretObject
}

func (s *secretObjects) add(field, value, fault string, at Place) {
	s.found = append(s.found, SecretObject{Field: field, Value: value, Fault: fault, At: at})
}

func (s *secretObjects) secret(item *yaml.Node, path manifest.Path) {
	if item.Kind != yaml.MappingNode {
		return
	}
	for _, field := range []string{"secretName", "type"} {
		if _, value := manifest.Field(item, field); nothing(value) {
			s.add(field, "", "missing", s.fieldOr(item, path, field))
		}
	}
	_, kind := manifest.Field(item, "type")
	_, data := manifest.Field(item, "data")
	data = manifest.Resolve(data)
	switch {
	case data == nil || manifest.IsNull(data) || data.Kind == yaml.SequenceNode && len(data.Content) == 0:
		s.add("data", "", "missing", s.fieldOr(item, path, "data"))
		return
	case data.Kind != yaml.SequenceNode:
		return // manifest/schema tells it
	}
	for i, entry := range data.Content {
		if entry = manifest.Resolve(entry); entry.Kind == yaml.MappingNode {
			s.entry(entry, path.Key("data").Index(i), text(kind))
		}
	}
}

// entry checks one file that goes into the Secret.
func (s *secretObjects) entry(entry *yaml.Node, path manifest.Path, kind string) {
	for _, field := range []string{"objectName", "key"} {
		_, value := manifest.Field(entry, field)
		written := text(value)
		switch {
		case nothing(value):
			s.add(field, "", "missing", s.fieldOr(entry, path, field))
		case written == "" || provider.Unknown(written):
		case field == "key" && kind == "kubernetes.io/tls" && written != "tls.crt" && written != "tls.key":
			s.add(field, written, "tls", s.value(path.Key(field)))
		case field == "objectName" && s.complete && !s.mounted(strings.TrimSpace(written)):
			s.add(field, written, "unmounted", s.value(path.Key(field)))
		}
	}
}

// nothing tells whether a string is missing; a value of another kind is not.
func nothing(value *yaml.Node) bool {
	value = manifest.Resolve(value)
	return value == nil || manifest.IsNull(value) || value.Kind == yaml.ScalarNode && value.Value == ""
}

func (s *secretObjects) mounted(name string) bool {
	return slices.ContainsFunc(s.files, func(f MountedFile) bool { return f.Name == name })
}

// fieldOr is the field where it is written, else the mapping that lacks it.
func (s *secretObjects) fieldOr(item *yaml.Node, path manifest.Path, field string) Place {
	if _, value := manifest.Field(item, field); value != nil {
		return s.value(path.Key(field))
	}
	return s.key(path)
}
