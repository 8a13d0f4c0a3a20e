package link_test

import (
	"cmp"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// schemaWriter turns the types into definitions.
type schemaWriter struct {
	t        *testing.T
	known    map[string]def
	comments map[string]string // "Type" and "Type.Field"
	defs     map[string]int
	out      ordered
}

func (w *schemaWriter) define(t reflect.Type) {
	if _, done := w.defs[t.Name()]; done {
		return
	}
	at := len(w.out)
	w.defs[t.Name()] = at
	w.out = append(w.out, member{key: t.Name()})
	required, properties := []string{}, ordered{}
	for _, field := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Anonymous || name == "" || name == "-" {
			continue
		}
		if !strings.Contains(options, "omitempty") {
			required = append(required, name)
		}
		properties = append(properties, member{name, w.property(t, field, name)})
	}
	about := cmp.Or(w.known[t.Name()].Description, w.comments[t.Name()])
	assert.NotEmpty(w.t, about, "%s lacks a comment", t.Name())
	w.out[at].value = ordered{
		{"description", about}, {"type", "object"}, {"additionalProperties", false}, {"required", required}, {"properties", properties},
	}
}

func (w *schemaWriter) property(t reflect.Type, field reflect.StructField, name string) ordered {
	owner := t
	for _, i := range field.Index[:len(field.Index)-1] {
		owner = owner.Field(i).Type
	}
	known := w.known[t.Name()].Properties[name]
	about := cmp.Or(known.Description, w.comments[owner.Name()+"."+field.Name])
	assert.NotEmpty(w.t, about, "%s.%s lacks a comment", owner.Name(), field.Name)
	schema := append(ordered{{"description", about}}, w.schema(field.Type)...)
	if known.Enum != nil {
		schema = append(schema, member{"enum", known.Enum})
	}
	return schema
}

func (w *schemaWriter) schema(t reflect.Type) ordered {
	switch t.Kind() {
	case reflect.Pointer:
		return w.schema(t.Elem())
	case reflect.Slice:
		return ordered{{"type", "array"}, {"items", w.schema(t.Elem())}}
	case reflect.Map:
		return ordered{{"type", "object"}, {"additionalProperties", w.schema(t.Elem())}}
	case reflect.Struct:
		w.define(t)
		return ordered{{"$ref", "#/$defs/" + t.Name()}}
	case reflect.Interface:
		return nil
	}
	names := map[reflect.Kind]string{reflect.String: "string", reflect.Bool: "boolean", reflect.Int: "integer"}
	require.Contains(w.t, names, t.Kind())
	return ordered{{"type", names[t.Kind()]}}
}

// readComments reads the comments of all types of the package.
func readComments(t *testing.T) map[string]string {
	t.Helper()
	comments := map[string]string{}
	files, err := filepath.Glob("*.go")
	require.NoError(t, err)
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		require.NoError(t, err)
		ast.Inspect(file, func(node ast.Node) bool {
			declaration, ok := node.(*ast.GenDecl)
			if !ok || declaration.Tok != token.TYPE {
				return true
			}
			spec := declaration.Specs[0].(*ast.TypeSpec)
			comments[spec.Name.Name] = flat(declaration.Doc)
			if structure, ok := spec.Type.(*ast.StructType); ok {
				for _, field := range structure.Fields.List {
					for _, name := range field.Names {
						comments[spec.Name.Name+"."+name.Name] = cmp.Or(flat(field.Doc), flat(field.Comment))
					}
				}
			}
			return true
		})
	}
	return comments
}

func flat(group *ast.CommentGroup) string { return strings.Join(strings.Fields(group.Text()), " ") }
