package manifest

import (
	"fmt"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// amount is the size of a value once its aliases are expanded.
type amount struct {
	values, height int
}

// excess measures a document against the limits.
type excess struct {
	limits  Limits
	known   map[*yaml.Node]amount // of anchored nodes; without values while they are measured
	at      *yaml.Node            // the first value beyond a limit
	message string
	expands bool // because of the aliases
}

// measureExcess measures a document: at is the value that exceeds a limit, nil
// if none does. Aliases that contain themselves exceed any limit.
func measureExcess(node *yaml.Node, limits Limits) *excess {
	e := &excess{limits: limits, known: make(map[*yaml.Node]amount)}
	total := e.measure(node, 0)
	if total.height > limits.Nesting {
		e.failNested(node)
	}
	return e
}

func (e *excess) fail(node *yaml.Node, format string, limit any) amount {
	if e.at == nil {
		e.at, e.message = node, fmt.Sprintf(format, limit)
	}
	return amount{values: 1, height: 1}
}

func (e *excess) failNested(node *yaml.Node) amount {
	return e.fail(node, "the document nests deeper than the limit of %d (--limit nesting)", e.limits.Nesting)
}

func (e *excess) failExpanded(node *yaml.Node, format string, limit any) amount {
	e.expands = e.expands || e.at == nil
	return e.fail(node, format, limit)
}

// measure counts what is below a node. Each anchored node is measured once, so
// that the work is proportional to the text as written.
func (e *excess) measure(node *yaml.Node, depth int) amount {
	switch {
	case e.at != nil:
		return amount{}
	case depth > e.limits.Nesting:
		return e.failNested(node)
	case node.Kind == yaml.ScalarNode && len(node.Value) > e.limits.TextBytes:
		return e.fail(node, "a text is longer than the limit of %s (--limit text-size)", size(e.limits.TextBytes))
	case node.Kind == yaml.AliasNode:
		known := e.known[node.Alias] // an anchor precedes its aliases
		if known.values == 0 {
			return e.failExpanded(node, "alias *%s contains itself: its aliases are expanded without end", node.Value)
		}
		return known
	}
	if node.Anchor != "" {
		e.known[node] = amount{}
	}
	total := amount{values: 1, height: 1}
	for _, child := range node.Content {
		below := e.measure(child, depth+1)
		total.values += below.values
		total.height = max(total.height, 1+below.height)
		if total.values > e.limits.Expansion {
			return e.failExpanded(node, "the document has more than %d values once its aliases are expanded (--limit values)", e.limits.Expansion)
		}
	}
	if node.Anchor != "" {
		e.known[node] = total
	}
	return total
}
