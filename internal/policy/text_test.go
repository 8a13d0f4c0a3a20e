package policy

import (
	"context"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
)

// crlf returns a checkout of the files with Windows line endings.
func crlf(t *testing.T, fsys fs.FS) fs.FS {
	t.Helper()
	checkout := fstest.MapFS{}
	require.NoError(t, fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		checkout[name] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(string(data), "\n", "\r\n"))}
		return err
	}))
	return checkout
}

// Rules that are built from a checkout with CRLF judge in the same way.
func TestLineEnds(t *testing.T) {
	t.Parallel()
	subject := &link.Subject{Environment: link.Environment{
		ID: "shop/orders", Name: "orders", Provider: "vault",
		Resources: link.Resources{Class: &link.Class{Resource: link.Resource{ID: "a.yaml#0"}}},
		Objects:   []link.Object{{PinnedBy: []string{"objectVersion"}, Fields: map[string]link.Field{"objectVersion": {Value: "3", At: link.Place{Doc: "a.yaml#0", Part: "value"}}}}},
	}}
	reported := func(rules, policies fs.FS) (ids []string) {
		input := new(Inputs).Of(subject)
		evaluator, err := NewCompiler(Sources{Rules: rules, Policies: policies}, false, Limits{}).Compile(context.Background(), []Input{input})
		require.NoError(t, err)
		reports, err := evaluator.Judge(context.Background(), input)
		require.NoError(t, err)
		for _, report := range reports {
			ids = append(ids, report.Rule)
		}
		return ids
	}
	want := reported(rules.FS, policies.FS)
	assert.Contains(t, want, "provider/pinned-version")
	assert.Equal(t, want, reported(crlf(t, rules.FS), crlf(t, policies.FS)))

	list, err := ReadRules(rules.FS, false)
	require.NoError(t, err)
	other, err := ReadRules(crlf(t, rules.FS), false)
	require.NoError(t, err)
	assert.Equal(t, list, other)
}

func TestReadText(t *testing.T) {
	t.Parallel()
	fsys := fstest.MapFS{"bom": {Data: []byte("\ufeffa\r\nb")}, "utf16": {Data: []byte("\xff\xfea\x00")}}
	text, err := readText(fsys, "bom")
	require.NoError(t, err)
	assert.Equal(t, "a\nb", text)
	_, err = readText(fsys, "utf16")
	assert.ErrorContains(t, err, "save it as UTF-8")
}
