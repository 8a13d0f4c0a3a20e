package manifest

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Whatever JSON and YAML share is read as the YAML parser reads it, positions
// included.
func TestReadJSONAsYAML(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text string }{
		{"object", `{"kind": "SecretProviderClass", "spec": {"parameters": {"n": 1, "objects": "- a: b\n"}}}`},
		{"array", "[1, -2, 0.5, 1e3, -0, true, false, null, \"\", [], {}]"},
		{"lines", "{\n  \"a\": [\n    \"b\",\n    {\"c\":\n null}\n  ]\n}\n"},
		{"CR LF", "{\r\n  \"a\": [\r\n \"b\"]}\r\n"},
		{"CR", "{\r  \"a\":\r [ \"b\"]}"},
		{"not ASCII", `{"größe": "日本", "😀": ["é", 1]}`},
		{"escapes", `["a\"b\\c\b\f\n\r\td\u00e9\u0000", "x"]`},
		{"line separator", "[\"a\u2028b\", \"c\"]"},
		{"string", ` "one"`},
		{"number", `12`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			var document yaml.Node
			require.NoError(t, yaml.NewDecoder(strings.NewReader(test.text)).Decode(&document))
			got, end, err := readJSON(test.text)
			require.NoError(t, err)
			assert.Empty(t, cmp.Diff(document.Content[0], got))
			assert.Equal(t, len(strings.TrimRight(test.text, " \r\n")), end)
		})
	}
}

// Whatever only JSON has is read as encoding/json reads it.
func TestReadJSONStrings(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, want string }{
		{`"a\/b"`, "a/b"},
		{`"\ud83d\ude00"`, "😀"},
		{`"\uD83D\uDE00"`, "😀"},
		{`"\ud83d"`, "\uFFFD"},
		{`"\ude00\ud83dx"`, "\uFFFD\uFFFDx"},
		{`"\ud83d\u0041"`, "\uFFFDA"},
		{"\"a\u0085b\"", "a\u0085b"},
		{"\"\x7f\"", "\x7f"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			t.Parallel()
			got, end, err := readJSON(test.text)
			require.NoError(t, err)
			assert.Equal(t, test.want, got.Value)
			assert.Equal(t, len(test.text), end)
		})
	}
}

// A tab is white space in JSON, unlike in YAML; repeated keys are kept.
func TestReadJSONObject(t *testing.T) {
	t.Parallel()
	got, _, err := readJSON("{\n\t\"a\": 1,\n\t\"a\": 2\n}")
	require.NoError(t, err)
	require.Len(t, got.Content, 4)
	assert.Equal(t, "a", got.Content[2].Value)
	assert.Equal(t, []int{3, 2}, []int{got.Content[2].Line, got.Content[2].Column})
	assert.Equal(t, []int{3, 7}, []int{got.Content[3].Line, got.Content[3].Column})
}

func TestReadJSONValuesInOneText(t *testing.T) {
	t.Parallel()
	const text = "é\n{\"a\": 1} {\"b\": 2}\n\n{\"c\":3}"
	r := newJSONReader(text, len("é\n"))
	var places [][]int
	for {
		node, err := r.value()
		if err != nil {
			assert.EqualError(t, err, "line 4, column 8: unexpected end of JSON input")
			break
		}
		places = append(places, []int{node.Line, node.Column})
	}
	assert.Equal(t, [][]int{{2, 1}, {2, 10}, {4, 1}}, places)
}

func TestReadJSONErrors(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, text, want string }{
		{"empty", "", "line 1, column 1: unexpected end of JSON input"},
		{"white space", "\n \n", "line 3, column 1: unexpected end of JSON input"},
		{"bare word", `{"a": yes}`, `line 1, column 7: invalid character 'y' looking for beginning of value`},
		{"comment", "{\n// x\n}", `line 2, column 1: invalid character '/' looking for beginning of object key string`},
		{"trailing comma in an object", "{\"é\": 1,\n}", `line 2, column 1: invalid character '}' looking for beginning of object key string`},
		{"trailing comma in an array", `[1,]`, `line 1, column 4: invalid character ']' looking for beginning of value`},
		{"missing comma", `{"é": "ü" "b": 1}`, `line 1, column 11: invalid character '"' after object key:value pair`},
		{"missing comma in an array", `[1 2]`, `line 1, column 4: invalid character '2' after array element`},
		{"missing colon", `{"a" 1}`, `line 1, column 6: invalid character '1' after object key`},
		{"single quotes", `{'a': 1}`, `line 1, column 2: invalid character '\'' looking for beginning of object key string`},
		{"cut off", `{"a": [1`, "line 1, column 9: unexpected end of JSON input"},
		{"cut off key", `{"a`, "line 1, column 4: unexpected end of JSON input"},
		{"line break in a string", "{\"a\": \"x\ny\"}", `line 1, column 9: invalid character '\n' in string literal`},
		{"tab in a string", "\"\t\"", `line 1, column 2: invalid character '\t' in string literal`},
		{"unknown escape", `"\x41"`, `line 1, column 3: invalid character 'x' in string escape code`},
		{"short code", `"\u00"`, `line 1, column 6: invalid character '"' in \u hexadecimal character escape`},
		{"cut literal", `nul`, "line 1, column 4: unexpected end of JSON input"},
		{"wrong literal", `nulL`, `line 1, column 4: invalid character 'L' in literal null (expecting 'l')`},
		{"minus", `[-]`, `line 1, column 3: invalid character ']' in numeric literal`},
		{"leading zero", `[01]`, `line 1, column 3: invalid character '1' after array element`},
		{"no fraction", `[1.]`, `line 1, column 4: invalid character ']' after decimal point in numeric literal`},
		{"no exponent", `[1e+]`, `line 1, column 5: invalid character ']' in exponent of numeric literal`},
		{"not UTF-8", "\"a\xff\"", "line 1, column 3: invalid UTF-8 in string literal"},
		{"not UTF-8 outside a string", "[\xff]", `line 1, column 2: invalid character '` + "\uFFFD" + `' looking for beginning of value`},
		{"not ASCII outside a string", `[é]`, `line 1, column 2: invalid character 'é' looking for beginning of value`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			node, end, err := readJSON(test.text)
			assert.Nil(t, node)
			require.EqualError(t, err, test.want)
			var stopped *jsonError
			require.True(t, errors.As(err, &stopped))
			assert.Equal(t, byteOffset(test.text, stopped.Line, stopped.Column), end)
		})
	}
}

func TestReadJSONDepth(t *testing.T) {
	t.Parallel()
	nested := func(depth int) string { return strings.Repeat("[", depth) + strings.Repeat("]", depth) }
	_, _, err := readJSON(nested(jsonDepth))
	require.NoError(t, err)
	_, _, err = readJSON(nested(jsonDepth + 1))
	assert.EqualError(t, err, "line 1, column 10001: exceeded max depth")
}

// FuzzReadJSON checks that the reader accepts what encoding/json accepts and
// rejects the rest in the same words; the strings it reads can be located
// character by character.
func FuzzReadJSON(f *testing.F) {
	for _, seed := range []string{
		`{"a": [1, -0.5e+10, true, false, null], "b\/\ud83d\ude00\u00e9": "\"\\\b\f\n\r\t"}`,
		"{\r\n\t\"\u2028\": {}, \"\": [[]]}", "[1,]", `{"a" 1}`, `nul`, `01`, `"\ud83d"`, "\"\x7f\u0085\"", `-`, `[}`, `1.`, `1e`, `[1e999]`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		node, end, err := readJSON(text)
		if end < 0 || end > len(text) {
			t.Fatalf("end %d of %d", end, len(text))
		}
		if !utf8.ValidString(text) {
			return
		}
		var want any
		decoder := json.NewDecoder(strings.NewReader(text[:end]))
		decoder.UseNumber()
		wantErr := decoder.Decode(&want)
		if err == nil {
			require.NoError(t, wantErr, "%q", text)
			requireSameJSON(t, text, want, node)
			return
		}
		wantErr = json.Unmarshal([]byte(text), &want)
		require.Error(t, wantErr, "%q", text)
		// encoding/json names bytes, and a blank at the end of the text.
		if end < len(text) && text[end] < utf8.RuneSelf {
			_, message, _ := strings.Cut(err.Error(), ": ")
			require.Equal(t, wantErr.Error(), message, "%q", text)
		}
	})
}

// requireSameJSON compares values, which have no repeated keys, and locates
// each string in the text.
func requireSameJSON(t *testing.T, text string, want any, node *yaml.Node) {
	t.Helper()
	switch want := want.(type) {
	case map[string]any:
		last := map[string]*yaml.Node{}
		for i := 0; i < len(node.Content); i += 2 {
			requireSameJSON(t, text, node.Content[i].Value, node.Content[i])
			last[node.Content[i].Value] = node.Content[i+1]
		}
		require.Len(t, last, len(want))
		for key, value := range want {
			requireSameJSON(t, text, value, last[key])
		}
	case []any:
		require.Len(t, node.Content, len(want))
		for i, value := range want {
			requireSameJSON(t, text, value, node.Content[i])
		}
	case string:
		require.Equal(t, want, node.Value)
		s, exact := readScalar(text, byteOffset(text, node.Line, node.Column), node)
		require.True(t, exact, "%q in %q", want, text)
		checkMap(t, text, s, want)
	case nil:
		require.Equal(t, "!!null", node.Tag)
	case bool:
		require.Equal(t, "!!bool", node.Tag)
	case json.Number:
		require.Equal(t, want.String(), node.Value)
		_, notInt := want.Int64()
		require.True(t, node.Tag == "!!float" || node.Tag == "!!int" && (notInt == nil || len(want) > 18), "%s %s", node.Tag, want)
	}
}
