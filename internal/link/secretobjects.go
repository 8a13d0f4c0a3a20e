package link

import (
	"slices"
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/manifest"
)

// secretObjects finds what prevents the driver from creating a Kubernetes Secret from
// mounted files. files is what the class mounts; if that is unknown, no name is called
// unmounted.
func (m *member) secretObjects(files []MountedFile, result *provider.Result) []SecretObject {
	list := m.at("spec", "secretObjects")
	if list.node == nil || list.node.Kind != yaml.SequenceNode {
		return nil
	}
	s := secretObjects{view: m.view, files: files, complete: result.Readable && !nameless(result)}
	for i := range files {
		s.complete = s.complete && files[i].Match != MatchHidden
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

func (s *secretObjects) add(field, value string, fault SecretObjectFault, at Place) {
	s.found = append(s.found, SecretObject{Field: field, Value: value, Fault: fault, At: at})
}

func (s *secretObjects) secret(item *yaml.Node, path manifest.Path) {
	if item.Kind != yaml.MappingNode {
		return
	}
	unknownField := s.hasUnknownField(item, secretFields[:])
	for _, field := range []string{"secretName", "type"} {
		if value, at, _ := s.child(item, path, field, secretFields[:]); isMissing(value) && !unknownField {
			s.add(field, "", SecretObjectMissing, s.fieldOr(value, path, at))
		}
	}
	kind, _, _ := s.child(item, path, "type", secretFields[:])
	data, dataAt, _ := s.child(item, path, "data", secretFields[:])
	switch {
	case data == nil && unknownField:
		return
	case manifest.IsNull(data) || data.Kind == yaml.SequenceNode && len(data.Content) == 0:
		s.add("data", "", SecretObjectMissing, s.fieldOr(data, path, dataAt))
		return
	case data.Kind != yaml.SequenceNode:
		return // manifest/schema reports it
	}
	for i, entry := range data.Content {
		if entry = manifest.Resolve(entry); entry.Kind == yaml.MappingNode {
			s.entry(entry, dataAt.Index(i), text(kind))
		}
	}
}

// hasUnknownField reports whether a mapping has a field that it may not have, which is
// reported: it may be meant to be one that is missing.
func (s *secretObjects) hasUnknownField(mapping *yaml.Node, fields []string) bool {
	return slices.ContainsFunc(manifest.Entries(mapping), func(e manifest.Entry) bool {
		return !slices.Contains(fields, manifest.Resolve(e.Key).Value)
	})
}

// entry checks one file that goes into the Secret.
func (s *secretObjects) entry(entry *yaml.Node, path manifest.Path, kind string) {
	unknownField := s.hasUnknownField(entry, secretEntryFields[:])
	for _, field := range []string{"objectName", "key"} {
		value, at, _ := s.child(entry, path, field, secretEntryFields[:])
		written := text(value)
		switch {
		case isMissing(value) && unknownField:
		case isMissing(value):
			s.add(field, "", SecretObjectMissing, s.fieldOr(value, path, at))
		case written == "" || manifest.Unknown(written):
		case field == "key" && kind == "kubernetes.io/tls" && written != "tls.crt" && written != "tls.key":
			s.add(field, written, SecretObjectTLS, s.value(at))
		case field == "objectName" && s.complete && !s.mounted(strings.TrimSpace(written)):
			s.add(field, written, SecretObjectUnmounted, s.value(at))
		}
	}
}

// isMissing reports whether a string is missing; a value of another kind is not.
func isMissing(value *yaml.Node) bool {
	value = manifest.Resolve(value)
	return manifest.IsNull(value) || value.Kind == yaml.ScalarNode && value.Value == ""
}

// mounted reports whether a file has the name, or is meant to: a misspelled key counts
// as that key. Of an object with a version history only the numbered files exist.
func (s *secretObjects) mounted(name string) bool {
	return slices.ContainsFunc(s.files, func(f MountedFile) bool {
		if f.Versioned {
			version, is := strings.CutPrefix(name, f.Name+"/")
			_, err := strconv.ParseUint(version, 10, 32)
			return is && err == nil || f.Key == name
		}
		return f.Name == name || f.Key != "" && f.Key == name
	})
}

// The fields of an entry of secretObjects, and of an entry of its data; a near miss
// counts as the field that it misspells.
var (
	secretFields      = [...]string{"secretName", "type", "labels", "annotations", "data"}
	secretEntryFields = [...]string{"objectName", "key"}
)

// fieldOr returns the field if it is written, or else the mapping that lacks it.
func (s *secretObjects) fieldOr(value *yaml.Node, mapping, field manifest.Path) Place {
	if value != nil {
		return s.value(field)
	}
	return s.key(mapping)
}
