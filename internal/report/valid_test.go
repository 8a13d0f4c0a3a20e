package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
)

// results returns the cases that every format has to handle.
func results() map[string]*lint.Result {
	return map[string]*lint.Result{
		"sample": sample(), "empty": {}, "hostile": hostile(), "without places": {Findings: []lint.Finding{{}, {Fix: &lint.Fix{}}}},
	}
}

func TestJSONIsValid(t *testing.T) {
	t.Parallel()
	for name, result := range results() {
		for _, format := range []string{"json", "sarif", "gitlab"} {
			got := write(t, format, result, sampleContext())
			assert.True(t, json.Valid(got), "%s of %s", format, name)
			assert.NotContains(t, string(got), "null", "%s of %s", format, name)
		}
	}
}

func TestXMLIsWellFormed(t *testing.T) {
	t.Parallel()
	for name, result := range results() {
		for _, format := range []string{"junit", "checkstyle"} {
			decoder := xml.NewDecoder(bytes.NewReader(write(t, format, result, sampleContext())))
			elements := 0
			for {
				token, err := decoder.Token()
				if errors.Is(err, io.EOF) {
					break
				}
				require.NoError(t, err, "%s of %s", format, name)
				if _, isStart := token.(xml.StartElement); isStart {
					elements++
				}
			}
			assert.Positive(t, elements, "%s of %s", format, name)
		}
	}
}

func sarifSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	text, err := os.ReadFile("testdata/sarif-2.1.0.json")
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.LoadURL = func(url string) (io.ReadCloser, error) { return nil, errors.New("no network: " + url) }
	require.NoError(t, compiler.AddResource("sarif.json", bytes.NewReader(text)))
	schema, err := compiler.Compile("sarif.json")
	require.NoError(t, err)
	return schema
}

func TestSARIFFollowsItsSchema(t *testing.T) {
	t.Parallel()
	schema := sarifSchema(t)
	for name, result := range results() {
		for _, c := range []*Context{sampleContext(), {}} {
			decoder := json.NewDecoder(bytes.NewReader(write(t, "sarif", result, c)))
			decoder.UseNumber()
			var document any
			require.NoError(t, decoder.Decode(&document))
			assert.NoError(t, schema.Validate(document), name)
		}
	}
}

func TestSARIFSchemaRefuses(t *testing.T) {
	t.Parallel()
	schema := sarifSchema(t)
	broken := strings.Replace(string(write(t, "sarif", sample(), sampleContext())), `"startLine": 11`, `"startLine": 0`, 1)
	var document any
	require.NoError(t, json.Unmarshal([]byte(broken), &document))
	assert.Error(t, schema.Validate(document))
}
