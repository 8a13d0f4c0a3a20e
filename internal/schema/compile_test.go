package schema

import (
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/schemas"
)

func TestEverySchemaCompiles(t *testing.T) {
	t.Parallel()
	files := &library{fsys: schemas.FS}
	for _, kind := range []string{mendixApp, serviceAccount, secretProviderClass} {
		made, err := files.compile(kind)
		require.NoError(t, err)
		assert.Contains(t, made.shape.names, "metadata")
		assert.Equal(t, []string{""}, made.index.parents["metadata"])
	}
}

func TestBrokenSchemas(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		files fstest.MapFS
		want  string
	}{
		"absent":         {fstest.MapFS{}, `reading the schema of MendixApp: open objectmeta.json: file does not exist`},
		"no JSON":        {fstest.MapFS{"objectmeta.json": {Data: []byte("{")}}, `reading the schema of MendixApp`},
		"no schema":      {files(`{"type": "nonsense"}`), `compiling the schema of MendixApp`},
		"file elsewhere": {files(`{"$ref": "file:///etc/hosts"}`), `is not one of ours`},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := New(tt.files).Check(mendixApp, parse(t, "a: b"))
			require.ErrorContains(t, err, tt.want)
		})
	}
}

func files(app string) fstest.MapFS {
	return fstest.MapFS{"objectmeta.json": {Data: []byte("{}")}, "mendixapp.json": {Data: []byte(app)}}
}

func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	shapes := New(schemas.FS)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			facts, err := shapes.Check(secretProviderClass, parse(t, class("  objects: x\n")))
			assert.NoError(t, err)
			assert.Len(t, facts.UnknownFields, 1)
		})
		group.Go(func() {
			facts, err := shapes.Check(mendixApp, parse(t, app("  replicas: \"1\"\n")))
			assert.NoError(t, err)
			assert.Len(t, facts.Violations, 1)
		})
	}
	group.Wait()
}

func BenchmarkCheck(b *testing.B) {
	root := parse(b, class("  parameters:\n    roleName: shop\n    vaultAddress: https://vault.invalid\n    objects: |\n"+
		strings.Repeat("      - objectName: database-type\n", 15)))
	shapes := New(schemas.FS)
	for b.Loop() {
		if _, err := shapes.Check(secretProviderClass, root); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	for b.Loop() {
		files := &library{fsys: schemas.FS}
		for _, kind := range []string{mendixApp, serviceAccount, secretProviderClass} {
			if _, err := files.compile(kind); err != nil {
				b.Fatal(err)
			}
		}
	}
}
