package render

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/manifest"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// TestArchives renders each archive in testdata. Its file "ask" names values, a
// kind and a path per line; "want" says where they are, what problems there
// are, and which files remain to be linted on their own.
func TestArchives(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	require.NotEmpty(t, names)
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(name)
			require.NoError(t, err)
			folder, ask, want := unpack(t, archive)
			got := describe(t, folder, ask, nil)
			if *update {
				setWant(archive, got)
				require.NoError(t, os.WriteFile(name, txtar.Format(archive), 0o600))
				return
			}
			assert.Equal(t, want, got)
		})
	}
}

func unpack(t *testing.T, archive *txtar.Archive) (folder, ask, want string) {
	t.Helper()
	folder = realPath(t.TempDir())
	for _, file := range archive.Files {
		switch file.Name {
		case "ask":
			ask = string(file.Data)
		case "want":
			want = string(file.Data)
		default:
			write(t, filepath.Join(folder, file.Name), string(file.Data))
		}
	}
	return folder, ask, want
}

func write(t *testing.T, name, text string) {
	t.Helper()
	require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o700))
	require.NoError(t, os.WriteFile(name, []byte(text), 0o600))
}

func setWant(archive *txtar.Archive, text string) {
	for i := range archive.Files {
		if archive.Files[i].Name == "want" {
			archive.Files[i].Data = []byte(text)
			return
		}
	}
	archive.Files = append(archive.Files, txtar.File{Name: "want", Data: []byte(text)})
}

// names reports whether a text mentions one of the kinds of the tests.
func names(text string) bool {
	return strings.Contains(text, "SecretProviderClass") || strings.Contains(text, "MendixApp") || strings.Contains(text, "ServiceAccount")
}

func options(found []string) Options {
	o := Options{
		Wanted: func(data []byte) bool { return names(string(data)) },
		Decode: func(path string, data []byte) *manifest.File {
			return manifest.Decode(path, data, manifest.DefaultLimits(), names)
		},
	}
	for _, file := range found {
		switch filepath.Base(file) {
		case "kustomization.yaml", "kustomization.yml", "Kustomization":
			o.Kustomizations = append(o.Kustomizations, file)
		case "Chart.yaml":
			o.Charts = append(o.Charts, file)
		}
	}
	return o
}

// describe renders the folder "in" and describes the result.
func describe(t *testing.T, folder, ask string, helm *Helm) string {
	t.Helper()
	found, err := manifest.Walk([]string{filepath.Join(folder, "in")}, manifest.WalkOptions{})
	require.NoError(t, err)
	o := options(found)
	o.Helm = helm
	result, err := Render(context.Background(), o)
	var out bytes.Buffer
	if err != nil {
		fmt.Fprintf(&out, "error: %v\n", err)
	}
	for _, p := range result.Problems {
		fmt.Fprintf(&out, "%s: %s: %s\n\tkeeps from being checked: %s\n", place(p.Span), []string{"syntax", "unrendered"}[p.Kind], p.Message, strings.Join(p.Deployments, ", "))
	}
	for _, d := range result.Deployments {
		describeDeployment(&out, d, ask)
	}
	var left []string
	for _, file := range found {
		if !result.Consumed(file) {
			left = append(left, file)
		}
	}
	fmt.Fprintf(&out, "left: %s\n", strings.Join(left, " "))
	return strings.ReplaceAll(out.String(), folder+"/", "")
}

func describeDeployment(out *bytes.Buffer, d *Deployment, ask string) {
	fmt.Fprintf(out, "%s\n", d.Name)
	for _, file := range d.Files {
		for _, doc := range file.Docs {
			fmt.Fprintf(out, "\t%s %s\n", doc.Kind, textAt(doc, "/metadata/name"))
			for line := range strings.Lines(ask) {
				kind, path, _ := strings.Cut(strings.TrimSpace(line), " ")
				if kind != doc.Kind {
					continue
				}
				part := manifest.Value
				if doc.Node(manifest.Path(path)) == nil {
					part = manifest.Key
				}
				span, exact := doc.Locate(manifest.Path(path), part)
				fmt.Fprintf(out, "\t\t%s: %s %s\n", path, place(span), nearness(exact))
			}
		}
	}
}

func nearness(exact bool) string {
	if exact {
		return "exact"
	}
	return "near"
}

// place formats a span with the text that it covers.
func place(span manifest.Span) string {
	where := fmt.Sprintf("%s:%d:%d-%d:%d", span.Path, span.Start.Line, span.Start.Column, span.End.Line, span.End.Column)
	data, err := os.ReadFile(span.Path)
	if err != nil || span.Start.Line != span.End.Line {
		return where
	}
	lines := strings.Split(string(data), "\n")
	if span.Start.Line > len(lines) || span.End.Column-1 > len([]rune(lines[span.Start.Line-1])) {
		return where + " BEYOND THE FILE"
	}
	return where + fmt.Sprintf(" [%s]", string([]rune(lines[span.Start.Line-1])[span.Start.Column-1:span.End.Column-1]))
}
