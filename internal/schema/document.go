package schema

import (
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// document is one check in progress.
type document struct {
	schema *compiled
	facts  Facts
	values int
	// moved holds the dotted paths where misplaced fields belong: those fields
	// are not missing.
	moved map[string]bool
}

func (d *document) judge(root *yaml.Node) (Facts, error) {
	top := &value{}
	plain := d.fill(top, root, d.schema.shape)
	faults, err := d.schema.faults(plain)
	if err != nil {
		return d.facts, err
	}
	d.report(top, faults)
	return d.facts, nil
}

// fill completes a value from its node, with everything below it that the
// schema describes, and returns it in the form that the validator takes. Fields
// that the schema does not know are reported on the way.
func (d *document) fill(v *value, node *yaml.Node, s *shape) any {
	v.order, v.node, v.shape = d.values, manifest.Resolve(node), s
	d.values++
	v.read = Read(v.node)
	switch {
	case v.undecided:
		return ""
	case v.read.Type == typeMap:
		if v.undecided = isTemplate(v.node); v.undecided {
			return ""
		}
		return d.fillMap(v)
	case v.read.Type == typeList:
		return d.fillList(v)
	case v.read.Type == typeString && manifest.Unknown(v.read.Text):
		v.undecided = true
	}
	return v.read.value
}

func (d *document) fillMap(v *value) map[string]any {
	if v.shape == nil || v.shape.fields == nil && v.shape.rest == nil {
		return map[string]any{}
	}
	list := entries(v.node)
	plain := make(map[string]any, len(list))
	v.children = make([]*value, 0, len(list))
	for _, e := range list {
		known := d.resolveField(v, e, list, plain)
		if known == "" || !e.repeated && Read(e.value).Type == typeNull {
			continue // null values count as absent
		}
		child := &value{parent: v, name: e.name, known: known, undecided: e.repeated}
		v.children = append(v.children, child)
		plain[known] = d.fill(child, e.value, v.shape.field(known))
	}
	return plain
}

func (d *document) fillList(v *value) []any {
	if v.shape == nil || v.shape.items == nil {
		return []any{}
	}
	plain := make([]any, len(v.node.Content))
	v.children = make([]*value, len(v.node.Content))
	for i, item := range v.node.Content {
		child := &value{parent: v, index: i}
		v.children[i] = child
		plain[i] = d.fill(child, item, v.shape.items)
	}
	return plain
}

// resolveField returns the field that an entry counts as, or "" if it counts as
// none: then it is reported, if that is for us to report.
func (d *document) resolveField(v *value, e entry, list []entry, plain map[string]any) string {
	switch {
	case v.shape.fields[e.name] != nil:
		return e.name
	case manifest.Unknown(e.name):
		return ""
	case v.shape.closed():
		unknown := d.unknown(v, e.name, list, plain)
		d.addUnknown(unknown)
		if unknown.NearMiss {
			return unknown.Nearest
		}
		return ""
	case d.reportMisindented(v, e):
		return ""
	case v.shape.rest == nil:
		return "" // a free field without a schema
	}
	return e.name
}
