package link_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/link"
)

var update = flag.Bool("update", false, "rewrite the goldens of this package")

const schemaPath = "../../schemas/input.json"

// TestInputSchema checks the schema of what rules see against the Go types: it has
// every field, of the right type, with a description. With -update, new fields are
// added with their comments; existing descriptions and sets of values are kept.
func TestInputSchema(t *testing.T) {
	t.Parallel()
	written, err := os.ReadFile(schemaPath)
	require.NoError(t, err)
	var known schemaFile
	require.NoError(t, json.Unmarshal(written, &known))
	w := schemaWriter{t: t, known: known.Defs, comments: readComments(t), defs: map[string]int{}}
	w.define(reflect.TypeFor[link.Subject]())
	known.Definitions = w.out
	var made bytes.Buffer
	encoder := json.NewEncoder(&made)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	require.NoError(t, encoder.Encode(known.document()))
	if *update {
		require.NoError(t, os.WriteFile(schemaPath, made.Bytes(), 0o644))
		return
	}
	assert.Equal(t, made.String(), string(written), "to accept: go test ./internal/link -update")
}

// schemaFile is the schema as written.
type schemaFile struct {
	Schema      string          `json:"$schema"`
	Title       string          `json:"title"`
	Description string          `json:"description"`
	Type        string          `json:"type"`
	Additional  bool            `json:"additionalProperties"`
	Required    []string        `json:"required"`
	Properties  json.RawMessage `json:"properties"`
	Defs        map[string]def  `json:"$defs"`
	Definitions ordered         `json:"-"`
}

type def struct {
	Description string                `json:"description"`
	Properties  map[string]definition `json:"properties"`
}

type definition struct {
	Description string   `json:"description"`
	Enum        []string `json:"enum"`
}

func (f *schemaFile) document() ordered {
	return ordered{
		{"$schema", f.Schema}, {"title", f.Title}, {"description", f.Description}, {"type", f.Type}, {"additionalProperties", f.Additional},
		{"required", f.Required}, {"properties", f.Properties}, {"$defs", f.Definitions},
	}
}

// ordered is a JSON object that keeps its order.
type ordered []member

type member struct {
	key   string
	value any
}

func (o ordered) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, m := range o {
		b.WriteString(map[bool]string{true: "{", false: ","}[i == 0])
		var value bytes.Buffer
		encoder := json.NewEncoder(&value)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(m.value); err != nil {
			return nil, err
		}
		key, err := json.Marshal(m.key)
		if err != nil {
			return nil, err
		}
		b.Write(key)
		b.WriteByte(':')
		b.WriteString(strings.TrimSpace(value.String()))
	}
	if len(o) == 0 {
		b.WriteByte('{')
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
