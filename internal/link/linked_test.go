package link

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/manifest"
)

func testTables(t testing.TB) *Tables {
	t.Helper()
	tables, err := LoadTables(os.DirFS("../../policies/data"))
	require.NoError(t, err)
	return tables
}

// rendered makes a document look as if it came from an overlay.
type rendered struct{ overlay string }

func (rendered) Locate(manifest.Path, manifest.Part) (manifest.Span, bool) {
	return manifest.Span{Path: "base.yaml"}, true
}
func (rendered) LocateText(manifest.Path, int, int) (manifest.Span, bool) {
	return manifest.Span{Path: "base.yaml"}, true
}
func (rendered) Edits([]manifest.Op) ([]manifest.Edit, error) { return nil, nil }
func (r rendered) Deployment() string                         { return r.overlay }

// resources creates manifests, with one line for each file:
// "PATH: KIND NAME[@NAMESPACE][!]; ...", where KIND is app, sa, class or operator, and
// "!" adds the annotation. A path that begins with "overlay " is a rendered one.
func resources(t testing.TB, lines string) []*manifest.File {
	t.Helper()
	var files []*manifest.File
	for line := range strings.SplitSeq(strings.TrimSpace(lines), "\n") {
		path, list, found := strings.Cut(strings.TrimSpace(line), ": ")
		require.True(t, found, "%q", line)
		overlay, isOverlay := strings.CutPrefix(path, "overlay ")
		var text strings.Builder
		for item := range strings.SplitSeq(list, ";") {
			kind, name, _ := strings.Cut(strings.TrimSpace(item), " ")
			text.WriteString("---\n" + resourceText(kind, name))
		}
		if isOverlay {
			path = "rendered.yaml"
		}
		file := manifest.Decode(path, []byte(text.String()), manifest.DefaultLimits(), nil)
		require.Empty(t, file.Broken, "%s", text.String())
		for _, doc := range file.Docs {
			if isOverlay {
				doc.Origin = rendered{overlay}
			}
		}
		files = append(files, file)
	}
	return files
}

func resourceText(kind, name string) string {
	name, annotated := strings.CutSuffix(name, "!")
	name, namespace, _ := strings.Cut(name, "@")
	meta := "metadata:\n  name: " + name + "\n"
	if namespace != "" {
		meta += "  namespace: " + namespace + "\n"
	}
	annotation := map[string]string{"sa": "account", "class": "class"}[kind]
	if annotated {
		meta += "  annotations:\n    privatecloud.mendix.com/environment-" + annotation + ": \"true\"\n"
	}
	switch kind {
	case "app":
		return "apiVersion: privatecloud.mendix.com/v1alpha1\nkind: MendixApp\n" + meta + "spec:\n  allowOverrideSecretsWithSecretStoreCSIDriver: true\n"
	case "sa":
		return "apiVersion: v1\nkind: ServiceAccount\n" + meta
	case "class":
		return "apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\n" + meta + "spec:\n  provider: vault\n"
	}
	return "kind: Deployment\n" + strings.Replace(meta, name, "mendix-operator", 1) +
		"spec: {template: {spec: {containers: [{image: 'private.example.com:5000/mendix/mendix-operator:" + name + "'}]}}}\n"
}

// outline lists the environments, one per line: the ID, what it has with the file, and
// the state of what it lacks.
func outline(r *Run) []string {
	var lines []string
	for i := range r.Environments() {
		s := r.Subject(i)
		line := s.ID + ":"
		for _, resource := range []struct {
			name string
			has  *Resource
		}{{"app", appOf(s)}, {"sa", accountOf(s)}, {"class", classOf(s)}} {
			if resource.has != nil {
				line += fmt.Sprintf(" %s %s", resource.name, strings.TrimSuffix(resource.has.Path, ".yaml"))
			}
		}
		for _, link := range s.Links {
			if link.State == "found" {
				continue
			}
			line += fmt.Sprintf(", %s %s", link.Kind, link.State)
			if link.Candidate != nil {
				line += " " + link.Candidate.Name
			}
			if link.State == "mismatch" {
				line += fmt.Sprintf(" of %s: %s for %s", link.Odd, link.Namespace, link.Wanted)
			}
		}
		if s.Orphan {
			line += ", orphan"
		}
		lines = append(lines, line)
	}
	if loose := r.Loose(); loose != nil {
		for _, d := range loose.Documents {
			lines = append(lines, fmt.Sprintf("loose: %s %s in %s", d.Kind, d.Name, d.Path))
		}
	}
	slices.Sort(lines)
	return lines
}

func appOf(s *Subject) *Resource {
	if s.Resources.App == nil {
		return nil
	}
	return &s.Resources.App.Resource
}

func accountOf(s *Subject) *Resource {
	if s.Resources.Account == nil {
		return nil
	}
	return &s.Resources.Account.Resource
}

func classOf(s *Subject) *Resource {
	if s.Resources.Class == nil {
		return nil
	}
	return &s.Resources.Class.Resource
}
