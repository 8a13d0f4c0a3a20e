package schema

import (
	"fmt"
	"io/fs"
	"sync"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// The kinds that have a schema.
const (
	mendixApp           = "MendixApp"
	serviceAccount      = "ServiceAccount"
	secretProviderClass = "SecretProviderClass"
)

// Shapes checks documents against the schemas of their kinds. It is safe for
// concurrent use.
type Shapes struct {
	kinds map[string]func() (*compiled, error)
}

// New returns the Shapes of the schema files in fsys ("mendixapp.json", ...). A
// file is read and compiled when its kind is first checked.
func New(fsys fs.FS) *Shapes {
	schemas := &library{fsys: fsys}
	s := &Shapes{kinds: map[string]func() (*compiled, error){}}
	for _, kind := range []string{mendixApp, serviceAccount, secretProviderClass} {
		s.kinds[kind] = sync.OnceValues(func() (*compiled, error) { return schemas.compile(kind) })
	}
	return s
}

// Preload compiles the schemas in the background. Whatever fails then fails
// again when its kind is checked.
func (s *Shapes) Preload() {
	go func() {
		for _, load := range s.kinds {
			preload(load)
		}
	}()
}

func preload(load func() (*compiled, error)) {
	defer func() { _ = recover() }() // sync.OnceValues panics again for the next caller
	_, _ = load()
}

// Check returns what is wrong with the shape of a document. The root is its
// mapping; for anything else there is nothing to report. The node is not
// changed.
//
// An error means that the document cannot be checked, since its aliases expand
// beyond a limit or contain themselves, or that kind has no usable schema.
func (s *Shapes) Check(kind string, root *yaml.Node) (Facts, error) {
	load, known := s.kinds[kind]
	if !known {
		return Facts{}, fmt.Errorf("checking the shape of kind %q: it has no schema", kind)
	}
	schema, err := load()
	if err != nil {
		return Facts{}, err
	}
	if root == nil || root.Kind != yaml.MappingNode {
		return Facts{}, nil
	}
	return check(schema, root)
}

func check(schema *compiled, root *yaml.Node) (Facts, error) {
	keys := repeats{}
	keys.walk(root, nil)
	if keys.aliased {
		if err := checkExpansion(root); err != nil {
			return Facts{}, err
		}
	}
	d := document{schema: schema, moved: map[string]bool{}}
	if joined := keys.twoObjects(root); joined != nil {
		return Facts{Duplicates: []Duplicate{*joined}}, nil
	}
	facts, err := d.judge(root)
	facts.Duplicates = keys.found
	facts.UnknownFields = groupMoved(facts.UnknownFields, root)
	return facts, err
}
