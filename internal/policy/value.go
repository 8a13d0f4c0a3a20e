package policy

import (
	"reflect"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// valuer turns facts into Rego values by their JSON names: the document that
// rules see is the one that encoding/json writes, without its detour through
// text. Nil slices and maps become empty ones, so that rules need not ask.
type valuer struct {
	types sync.Map // reflect.Type -> []fieldOf
}

type fieldOf struct {
	index     []int
	name      *ast.Term
	omitEmpty bool
}

func (v *valuer) term(value reflect.Value) *ast.Term {
	switch value.Kind() {
	case reflect.String:
		return ast.StringTerm(value.String())
	case reflect.Bool:
		return ast.InternedTerm(value.Bool())
	case reflect.Int, reflect.Int64:
		return ast.InternedTerm(int(value.Int()))
	case reflect.Float64:
		return ast.FloatNumberTerm(value.Float())
	case reflect.Pointer, reflect.Interface:
		if value.IsNil() {
			return ast.NullTerm()
		}
		return v.term(value.Elem())
	case reflect.Slice, reflect.Array:
		terms := make([]*ast.Term, value.Len())
		for i := range terms {
			terms[i] = v.term(value.Index(i))
		}
		return ast.ArrayTerm(terms...)
	case reflect.Map:
		pairs := make([][2]*ast.Term, 0, value.Len())
		for iterator := value.MapRange(); iterator.Next(); {
			pairs = append(pairs, [2]*ast.Term{ast.StringTerm(iterator.Key().String()), v.term(iterator.Value())})
		}
		return ast.ObjectTerm(pairs...)
	case reflect.Struct:
		return v.object(value)
	}
	return ast.NullTerm()
}

func (v *valuer) object(value reflect.Value) *ast.Term {
	fields := v.fields(value.Type())
	pairs := make([][2]*ast.Term, 0, len(fields))
	for i := range fields {
		field := value.FieldByIndex(fields[i].index)
		if fields[i].omitEmpty && field.IsZero() {
			continue
		}
		pairs = append(pairs, [2]*ast.Term{fields[i].name, v.term(field)})
	}
	return ast.ObjectTerm(pairs...)
}

func (v *valuer) fields(t reflect.Type) []fieldOf {
	if known, ok := v.types.Load(t); ok {
		return known.([]fieldOf)
	}
	var fields []fieldOf
	for _, field := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		if field.Anonymous || !field.IsExported() || name == "-" || name == "" {
			continue
		}
		fields = append(fields, fieldOf{index: field.Index, name: ast.StringTerm(name), omitEmpty: strings.Contains(options, "omitempty")})
	}
	v.types.Store(t, fields)
	return fields
}
