package render

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

func render(t *testing.T, folder string) *Result {
	t.Helper()
	found, err := manifest.Walk([]string{filepath.Join(folder, "in")}, manifest.WalkOptions{})
	require.NoError(t, err)
	result, err := Render(context.Background(), options(found))
	require.NoError(t, err)
	return result
}

// Every position that can be asked for is inside its file: those of the values
// of all rendered documents, and of things missing next to each.
func TestPositionsAreInFiles(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	asked := 0
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		require.NoError(t, err)
		folder, _, _ := unpack(t, archive)
		for _, d := range render(t, folder).Deployments {
			sources := make(map[string]bool)
			for _, file := range d.Sources {
				sources[file.Path] = true
			}
			for _, doc := range d.Files[0].Docs {
				for _, path := range everyPath(doc.Root, "") {
					for _, part := range []manifest.Part{manifest.Value, manifest.Key} {
						span, _ := doc.Locate(path, part)
						assert.NotContains(t, place(span), "BEYOND", "%s %s", doc.Kind, path)
						assert.FileExists(t, span.Path)
						assert.True(t, sources[span.Path], "%s is not among the sources", span.Path)
						asked++
					}
				}
			}
		}
	}
	assert.Greater(t, asked, 500)
}

func everyPath(node *yaml.Node, at manifest.Path) []manifest.Path {
	paths := []manifest.Path{at, at.Key("not there"), at.Inner().Index(0), at.Inner().Key("not there")}
	for _, entry := range manifest.Entries(node) {
		paths = append(paths, everyPath(entry.Value, at+entry.Path)...)
	}
	return paths
}

func TestLocateText(t *testing.T) {
	t.Parallel()
	folder := realPath(t.TempDir())
	write(t, filepath.Join(folder, "in/kustomization.yaml"), "resources: [app.yaml]\nnamespace: x\n")
	write(t, filepath.Join(folder, "in/app.yaml"), "kind: MendixApp\napiVersion: v1\nmetadata: {name: a}\nspec:\n  json: |\n    {\n     \"a\" 1}\n")
	doc := render(t, folder).Deployments[0].Files[0].Docs[0]
	span, exact := doc.Origin.(*origin).LocateText("/spec/json", 2, 6)
	assert.True(t, exact)
	assert.Equal(t, manifest.Pos{Line: 7, Column: 10}, span.Start)
	span, exact = doc.Origin.(*origin).LocateText("/metadata/namespace", 1, 1)
	assert.False(t, exact)
	assert.Equal(t, 2, span.Start.Line)
}

// Rendering writes nothing, and leaves the files next to it unchanged.
func TestDiskIsReadOnly(t *testing.T) {
	t.Parallel()
	d := newDisk(1<<20, nil)
	folder := t.TempDir()
	name := filepath.Join(folder, "x")
	assert.Error(t, d.WriteFile(name, nil))
	assert.Error(t, d.Mkdir(name))
	assert.Error(t, d.MkdirAll(name))
	assert.Error(t, d.RemoveAll(folder))
	_, err := d.Create(name)
	assert.Error(t, err)
	assert.NoFileExists(t, name)
	assert.DirExists(t, folder)
	_, err = d.ReadFile(folder)
	assert.Error(t, err, "a folder is no file")
}

func TestConsumedThroughLinks(t *testing.T) {
	t.Parallel()
	folder := realPath(t.TempDir())
	write(t, filepath.Join(folder, "in/kustomization.yaml"), "resources: [app.yaml]\n")
	write(t, filepath.Join(folder, "in/app.yaml"), "kind: MendixApp\napiVersion: v1\nmetadata: {name: a}\n")
	require.NoError(t, os.Symlink(filepath.Join(folder, "in"), filepath.Join(folder, "link")))
	result := render(t, folder)
	assert.True(t, result.Consumed(filepath.Join(folder, "in/app.yaml")))
	assert.True(t, result.Consumed(filepath.Join(folder, "link/app.yaml")))
	assert.True(t, result.Consumed(folder+"/in/./../in/app.yaml"))
	assert.False(t, result.Consumed(filepath.Join(folder, "in/other.yaml")))
}

// kustomize builds a folder anew for each path of references to it.
func TestTooManyBuilds(t *testing.T) {
	t.Parallel()
	for _, field := range []string{"resources", "transformers"} {
		t.Run(field, func(t *testing.T) {
			t.Parallel()
			folder := realPath(t.TempDir())
			write(t, filepath.Join(folder, "in", "kustomization.yaml"), field+": [0/a, app.yaml]\n")
			write(t, filepath.Join(folder, "in", "app.yaml"), "kind: MendixApp\napiVersion: builtin\nmetadata: {name: a}\n")
			const levels = 24
			for level := range levels {
				down := fmt.Sprintf("resources: [../../%d/a, ../../%d/b]\n", level+1, level+1)
				for _, side := range []string{"a", "b"} {
					write(t, filepath.Join(folder, "in", strconv.Itoa(level), side, "kustomization.yaml"), down)
				}
			}
			for _, side := range []string{"a", "b"} {
				write(t, filepath.Join(folder, "in", strconv.Itoa(levels), side, "kustomization.yaml"), "resources: [part.yaml]\n")
				write(t, filepath.Join(folder, "in", strconv.Itoa(levels), side, "part.yaml"), "kind: PrefixTransformer\napiVersion: builtin\nmetadata: {name: "+side+"}\n")
			}
			result := render(t, folder)
			require.NotEmpty(t, result.Problems)
			assert.Equal(t, Unrendered, result.Problems[0].Kind)
			assert.Contains(t, result.Problems[0].Message, "kustomize would build more than")
		})
	}
}

func TestContextEnds(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	result, err := Render(ctx, options(nil))
	assert.Nil(t, result)
	assert.ErrorIs(t, err, context.Canceled)
}

// What kustomize quotes from a patch may contain a secret, and is not repeated.
func TestReason(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"trouble configuring builtin X with config: `\npatch: hunter2 `x` \n`: unable to parse":                                          "unable to parse",
		"illegally qualifies as both: [patch: \"a: hunter2\"]":                                                                           "illegally qualifies as both",
		"decoding [{\"value\": \"hunter2\"}]: bad":                                                                                       "",
		"loading KV pairs: literal sources [hunter2]: invalid literal source hunter2":                                                    "loading KV pairs: invalid literal source, expected key=value",
		"must specify one of patch and path in\npatch: hunter2":                                                                          "must specify one of patch and path in",
		"accumulating resources: accumulation err='merging resources from '/r/a.yaml': an id twice': must build at directory: no folder": "an id twice",
		"open /r/x.yaml: no such file":                                                                                                   "open x.yaml: no such file",
	}
	for text, want := range tests {
		got := reason(errors.New(text), "/r")
		assert.Equal(t, want, got)
		assert.NotContains(t, got, "hunter2")
	}
}

// The deprecated fields are only translated if that is equivalent.
func TestModernKeepsOrder(t *testing.T) {
	t.Parallel()
	k := parse("kustomization.yaml", "/", []byte("patchesJson6902:\n- path: a\n  target: {kind: K}\nimages: [{name: x}]\n"), manifest.DefaultLimits())
	require.NotNil(t, k)
	assert.Len(t, modern(k.raw).PatchesJson6902, 1, "images run behind them")
	k = parse("kustomization.yaml", "/", []byte("patchesJson6902:\n- path: a\n  target: {kind: K}\ntransformers: [t.yaml]\n"), manifest.DefaultLimits())
	got := modern(k.raw)
	assert.Empty(t, got.PatchesJson6902)
	require.Len(t, got.Transformers, 2)
	assert.True(t, strings.Contains(got.Transformers[0], "PatchJson6902Transformer"))
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"resources: [a.yaml]\n", "Resources:\n- https://x/y\npatches:\n- patch: '[]'\n", "a: &a [*a]\n", "resources: {a: b}\n",
		"apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\n", "- a\n", "resources:\n- a: [\n", "openapi: {path: x}\nconfigMapGenerator:\n- files: [a=b]\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		k := parse("in/kustomization.yaml", "/nowhere", data, manifest.DefaultLimits())
		if k == nil {
			return
		}
		for _, e := range k.entries {
			span := k.span(e.at)
			assert.GreaterOrEqual(t, span.Start.Line, 1)
			_ = e.file()
		}
		for _, piece := range k.pieces() {
			if k.doc != nil {
				assert.GreaterOrEqual(t, k.span(piece.at).Start.Line, 1)
			}
		}
	})
}
