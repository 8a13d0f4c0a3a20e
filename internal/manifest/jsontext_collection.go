package manifest

import "sigs.k8s.io/kustomize/kyaml/yaml"

// collection reads an object or array from its opening bracket to closing; read
// adds one entry to the node.
func (r *jsonReader) collection(kind yaml.Kind, tag string, closing byte, read func(*yaml.Node) *jsonError) (*yaml.Node, *jsonError) {
	if r.depth++; r.depth > jsonDepth {
		return nil, r.fail("exceeded max depth")
	}
	defer func() { r.depth-- }()
	node := r.node(kind, r.at, tag)
	node.Style = yaml.FlowStyle
	r.at++
	if c, ok := r.next(); ok && c == closing {
		r.at++
		return node, nil
	}
	for {
		if err := read(node); err != nil {
			return nil, err
		}
		c, ok := r.next()
		switch {
		case !ok:
			return nil, r.cutOff()
		case c == closing:
			r.at++
			return node, nil
		case c != ',':
			return nil, r.invalid(afterEntry(kind))
		}
		r.at++
	}
}

func afterEntry(kind yaml.Kind) string {
	if kind == yaml.MappingNode {
		return "after object key:value pair"
	}
	return "after array element"
}

// element reads one entry of an array.
func (r *jsonReader) element(array *yaml.Node) *jsonError {
	value, err := r.value()
	if err != nil {
		return err
	}
	array.Content = append(array.Content, value)
	return nil
}

// member reads one key and its value.
func (r *jsonReader) member(object *yaml.Node) *jsonError {
	c, ok := r.next()
	if !ok {
		return r.cutOff()
	}
	if c != '"' {
		return r.invalid("looking for beginning of object key string")
	}
	key, err := r.str()
	if err != nil {
		return err
	}
	c, ok = r.next()
	if !ok {
		return r.cutOff()
	}
	if c != ':' {
		return r.invalid("after object key")
	}
	r.at++
	value, err := r.value()
	if err != nil {
		return err
	}
	object.Content = append(object.Content, key, value)
	return nil
}
