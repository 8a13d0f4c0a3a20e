package link

import (
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/spelling"
)

// mark reads an annotation of a resource: whether it has the required value, or what
// there is instead.
func (v view) mark(row *Annotation) Mark {
	annotations, holder := v.entries("metadata", "annotations")
	m := Mark{State: MarkAbsent, Key: row.Key, At: v.missingAnnotation(holder)}
	if !v.readableAnnotations(holder) || manifest.Repeats(holder.node, row.Key) {
		m.State = MarkUnreadable
		return m
	}
	if entry := exactEntry(annotations, row.Key); entry != nil {
		return v.judgeMark(row, m, entry, holder.path)
	}
	if entry := nearestEntry(row, annotations); entry != nil {
		m.State, m.Key, m.Value = MarkNear, manifest.Resolve(entry.Key).Value, text(entry.Value)
		m.At = v.key(holder.path + entry.Path)
		return m
	}
	if slices.ContainsFunc(annotations, func(e manifest.Entry) bool { return manifest.Resolve(e.Value).Kind != yaml.ScalarNode }) {
		m.State = MarkUnreadable // a nested value is reported as no string, and may be it
		return m
	}
	labels, holder := v.entries("metadata", "labels")
	if entry := nearestEntry(row, labels); entry != nil {
		m.State, m.Key, m.Value = MarkLabel, manifest.Resolve(entry.Key).Value, text(entry.Value)
		m.At = v.key(holder.path + entry.Path)
	}
	return m
}

// readableAnnotations reports whether what the metadata says about annotations can be
// relied on; what prevents that is reported by itself.
func (v view) readableAnnotations(annotations scalar) bool {
	metadata := v.at("metadata")
	switch {
	case manifest.IsNull(metadata.node) || metadata.node.Kind != yaml.MappingNode || len(metadata.node.Content) == 0:
		return false
	case annotations.node == nil:
		return annotations.state != unknown
	case manifest.Repeats(metadata.node, "annotations"):
		return false
	}
	return annotations.node.Kind == yaml.MappingNode || manifest.IsNull(annotations.node)
}

func (v view) judgeMark(row *Annotation, m Mark, entry *manifest.Entry, holder manifest.Path) Mark {
	value := manifest.Resolve(entry.Value)
	m.At = v.value(holder + entry.Path)
	m.Value = text(value)
	switch {
	case value.Kind != yaml.ScalarNode || manifest.Unknown(m.Value) || isNotString(value) && kubernetesString(value) != row.Value:
		m.State = MarkUnknown // only manifest/non-string-value reports non-strings
	case row.Value != "" && kubernetesString(value) != row.Value:
		m.State = MarkWrong
	case manifest.IsNull(value) || m.Value == "":
		m.State = MarkWrong
	default:
		m.State = MarkOK
	}
	return m
}

// missingAnnotation returns where an absent annotation is reported: the key of the
// annotations, or else the resource's name.
func (v view) missingAnnotation(annotations scalar) Place {
	if annotations.node != nil || v.removed("metadata", "annotations") {
		return v.key(annotations.path)
	}
	return v.value(v.at("metadata", "name").path)
}

// removed reports whether a field that a rendered document lacks is in its source,
// which means that a patch has removed it.
func (v view) removed(holder, name string) bool {
	if v.doc.Origin == nil {
		return false
	}
	path := manifest.Path("").Key(holder)
	at, _ := v.doc.Locate(path.Key(name), manifest.Key)
	above, _ := v.doc.Locate(path, manifest.Key)
	byName, _ := v.doc.Locate(path.Key("name"), manifest.Key)
	return at != above && at != byName
}

// exactEntry returns the entry of a key, nil if there is none.
func exactEntry(entries []manifest.Entry, key string) *manifest.Entry {
	for i := range entries {
		if manifest.Resolve(entries[i].Key).Value == key {
			return &entries[i]
		}
	}
	return nil
}

// nearestEntry returns the entry with the key of a row, or the nearest of those that
// were meant to have it, the first of several; nil if there is none.
func nearestEntry(row *Annotation, entries []manifest.Entry) (nearest *manifest.Entry) {
	least := 0
	for i := range entries {
		key := manifest.Resolve(entries[i].Key).Value
		if key != row.Key && !isMeantFor(row, key) {
			continue
		}
		if distance := spelling.Distance(key, row.Key); nearest == nil || distance < least {
			nearest, least = &entries[i], distance
		}
	}
	return nearest
}

// isMeantFor reports whether a key was meant to be the annotation of a row.
func isMeantFor(row *Annotation, key string) bool {
	for _, miss := range row.Misses {
		if strings.EqualFold(miss, key) {
			return true
		}
	}
	if key == row.Key {
		return false
	}
	written, right := spelling.Hyphens(key), spelling.Hyphens(row.Key)
	return written == right || spelling.Distance(written, right) <= spelling.MaxEdits(right)
}

// text returns the text of a scalar, "" for anything else.
func text(node *yaml.Node) string {
	if node = manifest.Resolve(node); node != nil && node.Kind == yaml.ScalarNode {
		return node.Value
	}
	return ""
}
