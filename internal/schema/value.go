package schema

import (
	"net/url"
	"strconv"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// value is a node at its place in the document, with aliases and merges
// resolved.
type value struct {
	parent *value
	name   string // the key as written; empty in a list
	known  string // the field that it counts as: name, except for a near miss
	index  int    // in a list
	order  int    // in the document
	node   *yaml.Node
	shape  *shape // nil if the schema says nothing
	read   Reading
	// undecided reports whether the value is unknown: a placeholder, or a
	// repeated key.
	undecided bool
	children  []*value
	byName    map[string]*value // of children, created on first use
}

func (v *value) inList() bool { return v.parent != nil && v.parent.read.Type == typeList }

func (v *value) path() manifest.Path {
	switch {
	case v.parent == nil:
		return ""
	case v.inList():
		return v.parent.path().Index(v.index)
	}
	return v.parent.path().Key(v.name)
}

// place returns the dotted path in the schema, where list entries are part of
// their list.
func (v *value) place() string {
	switch {
	case v.parent == nil:
		return ""
	case v.inList():
		return v.parent.place()
	}
	return dotted(v.parent.place(), v.known)
}

// label returns how messages refer to the value.
func (v *value) label() string {
	switch {
	case v.parent == nil:
		return "the document"
	case v.inList():
		return v.parent.label() + "[" + strconv.Itoa(v.index) + "]"
	}
	return oneLine(v.name)
}

// find follows a JSON pointer of the validator; nil if it leads nowhere.
func (v *value) find(pointer string) *value {
	for segment := range strings.SplitSeq(strings.TrimPrefix(pointer, "/"), "/") {
		if v == nil || segment == "" && v.parent == nil && pointer == "" {
			return v
		}
		v = v.child(segment)
	}
	return v
}

func (v *value) child(segment string) *value {
	name, err := url.PathUnescape(segment)
	if err != nil {
		return nil
	}
	name = strings.ReplaceAll(strings.ReplaceAll(name, "~1", "/"), "~0", "~")
	if v.byName == nil {
		v.nameChildren()
	}
	return v.byName[name]
}

// nameChildren indexes the children by the names that pointers use; of equal
// names the first counts.
func (v *value) nameChildren() {
	v.byName = make(map[string]*value, len(v.children))
	for _, child := range v.children {
		name := child.known
		if v.read.Type == typeList {
			name = strconv.Itoa(child.index)
		}
		if _, known := v.byName[name]; !known {
			v.byName[name] = child
		}
	}
}

// oneLine keeps control characters and excessive length out of a message.
func oneLine(text string) string {
	const longest = 80
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "..."
	}
	return text
}
