package policy

import (
	"reflect"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"example.com/mxlint/internal/link"
)

// inputSchema is the type of the input document for the compiler: a rule that uses a
// field that does not exist does not compile. It is derived from the structs that
// become the document, so the two cannot disagree.
var inputSchema = sync.OnceValue(func() *ast.SchemaSet {
	set := ast.NewSchemaSet()
	var v valuer
	set.Put(ast.SchemaRootRef, v.schema(reflect.TypeFor[link.Subject]()))
	return set
})

func (v *valuer) schema(t reflect.Type) any {
	switch t.Kind() {
	case reflect.String:
		return map[string]any{"type": "string"}
	case reflect.Bool:
		return map[string]any{"type": "boolean"}
	case reflect.Int, reflect.Int64, reflect.Float64:
		return map[string]any{"type": "number"}
	case reflect.Pointer:
		return v.schema(t.Elem())
	case reflect.Slice, reflect.Array:
		return map[string]any{"type": "array", "items": v.schema(t.Elem())}
	case reflect.Map:
		return map[string]any{"type": "object", "additionalProperties": v.schema(t.Elem())}
	case reflect.Struct:
		properties := make(map[string]any)
		for _, field := range v.fields(t) {
			name, _ := field.name.Value.(ast.String)
			properties[string(name)] = v.schema(t.FieldByIndex(field.index).Type)
		}
		return map[string]any{"type": "object", "properties": properties, "additionalProperties": false}
	}
	return map[string]any{} // anything: the content of spec
}
