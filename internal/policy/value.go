package policy

import (
	"reflect"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"

	"example.com/mxlint/internal/link"
)

// valuer converts facts to Rego values by their JSON names: rules see the document that
// encoding/json would write, without the detour through text. Nil slices and maps
// become empty, so that rules need not check.
type valuer struct {
	types sync.Map // reflect.Type -> []fieldOf
}

type fieldOf struct {
	index     []int
	name      *ast.Term
	omitEmpty bool
}

// conversion is one use of a valuer. Terms that recur are created once: facts are
// mostly places, and those mostly in one document.
type conversion struct {
	*valuer
	empty  *ast.Term
	parts  map[string]*ast.Term // documents and parts of places
	names  [3]*ast.Term         // "doc", "path", "part"
	places map[link.Place]*ast.Term
}

// value converts facts, which must be a struct.
func (v *valuer) value(facts any) ast.Value {
	c := conversion{
		valuer: v, empty: ast.StringTerm(""), parts: make(map[string]*ast.Term, 8), places: make(map[link.Place]*ast.Term, 64),
		names: [3]*ast.Term{ast.StringTerm("doc"), ast.StringTerm("path"), ast.StringTerm("part")},
	}
	return c.term(reflect.ValueOf(facts)).Value
}

var placeType = reflect.TypeFor[link.Place]()

func (c *conversion) term(value reflect.Value) *ast.Term {
	switch value.Kind() {
	case reflect.String:
		if text := value.String(); text != "" {
			return ast.StringTerm(text)
		}
		return c.empty
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
		return c.term(value.Elem())
	case reflect.Slice, reflect.Array:
		terms := make([]*ast.Term, value.Len())
		for i := range terms {
			terms[i] = c.term(value.Index(i))
		}
		return ast.ArrayTerm(terms...)
	case reflect.Map:
		pairs := make([][2]*ast.Term, 0, value.Len())
		for iterator := value.MapRange(); iterator.Next(); {
			pairs = append(pairs, [2]*ast.Term{ast.StringTerm(iterator.Key().String()), c.term(iterator.Value())})
		}
		return ast.ObjectTerm(pairs...)
	case reflect.Struct:
		if value.Type() == placeType {
			if place := value.Interface().(link.Place); place.Line == 0 && place.To == 0 {
				return c.place(place)
			}
		}
		return c.object(value)
	}
	return ast.NullTerm()
}

// place is the shortcut for a plain place.
func (c *conversion) place(place link.Place) *ast.Term {
	term := c.places[place]
	if term == nil {
		term = ast.ObjectTerm(
			[2]*ast.Term{c.names[0], c.shared(place.Doc)},
			[2]*ast.Term{c.names[1], ast.StringTerm(string(place.Path))},
			[2]*ast.Term{c.names[2], c.shared(string(place.Part))},
		)
		c.places[place] = term
	}
	return term
}

func (c *conversion) shared(text string) *ast.Term {
	term := c.parts[text]
	if term == nil {
		term = ast.StringTerm(text)
		c.parts[text] = term
	}
	return term
}

func (c *conversion) object(value reflect.Value) *ast.Term {
	fields := c.fields(value.Type())
	pairs := make([][2]*ast.Term, 0, len(fields))
	for i := range fields {
		field := value.FieldByIndex(fields[i].index)
		if fields[i].omitEmpty && field.IsZero() {
			continue
		}
		pairs = append(pairs, [2]*ast.Term{fields[i].name, c.term(field)})
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
