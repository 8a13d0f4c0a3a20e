package policy

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/link"
)

// fill gives every field in the JSON a value of its own.
func fill(value reflect.Value, count *int, depth int) {
	*count++
	switch value.Kind() {
	case reflect.String:
		value.SetString(fmt.Sprintf("text %d \"ü\"", *count))
	case reflect.Bool:
		value.SetBool(true)
	case reflect.Int:
		value.SetInt(int64(*count))
	case reflect.Pointer:
		if depth < 8 {
			value.Set(reflect.New(value.Type().Elem()))
			fill(value.Elem(), count, depth+1)
		}
	case reflect.Interface:
		value.Set(reflect.ValueOf(map[string]any{"a": []any{"b", int64(1), true, nil}}))
	case reflect.Slice:
		value.Set(reflect.MakeSlice(value.Type(), 2, 2))
		fill(value.Index(0), count, depth+1)
		fill(value.Index(1), count, depth+1)
	case reflect.Map:
		value.Set(reflect.MakeMap(value.Type()))
		key, element := reflect.New(value.Type().Key()).Elem(), reflect.New(value.Type().Elem()).Elem()
		fill(key, count, depth+1)
		fill(element, count, depth+1)
		value.SetMapIndex(key, element)
	case reflect.Struct:
		for i := range value.NumField() {
			if field := value.Type().Field(i); field.IsExported() && field.Tag.Get("json") != "-" {
				fill(value.Field(i), count, depth+1)
			}
		}
	}
}

// Rules see the document that encoding/json writes.
func TestValueIsWhatJSONWrites(t *testing.T) {
	t.Parallel()
	var subject link.Subject
	count := 0
	fill(reflect.ValueOf(&subject).Elem(), &count, 0)
	require.Greater(t, count, 300)
	text, err := json.Marshal(&subject)
	require.NoError(t, err)
	want, err := ast.ValueFromReader(bytes.NewReader(text))
	require.NoError(t, err)
	var v valuer
	got := v.value(subject)
	assert.Zero(t, want.Compare(got), "want %s\ngot  %s", want, got)
	assert.Zero(t, got.Compare(v.value(subject)), "a valuer can be used again")
}

// What is absent is empty, never null: rules iterate without checking.
func TestValueOfNothing(t *testing.T) {
	t.Parallel()
	var v valuer
	object, ok := v.value(link.Subject{}).(ast.Object)
	require.True(t, ok)
	object.Foreach(func(key, value *ast.Term) {
		assert.NotEqual(t, ast.NullTerm().Value, value.Value, "%s", key)
	})
	assert.Equal(t, "[]", object.Get(ast.StringTerm("documents")).String())
	assert.Equal(t, "{}", object.Get(ast.StringTerm("mounted")).String())
}
