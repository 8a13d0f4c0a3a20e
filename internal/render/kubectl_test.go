package render

import (
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// TestKubectl compares what is rendered here with what `kubectl kustomize`
// renders, if kubectl is installed.
func TestKubectl(t *testing.T) {
	t.Parallel()
	kubectl, err := exec.LookPath("kubectl")
	if err != nil {
		t.Skip("needs kubectl")
	}
	if exec.Command(kubectl, "kustomize", "--help").Run() != nil {
		t.Skip("this kubectl has no kustomize")
	}
	archives, err := filepath.Glob("testdata/*.txtar")
	require.NoError(t, err)
	compared := 0
	for _, archiveName := range archives {
		archive, err := txtar.ParseFile(archiveName)
		require.NoError(t, err)
		folder, _, _ := unpack(t, archive)
		for _, d := range render(t, folder).Deployments {
			if !strings.HasPrefix(d.Name, folder) || d.Files[0].Docs == nil {
				continue // a chart
			}
			command := exec.Command(kubectl, "kustomize", "--load-restrictor", "LoadRestrictionsNone", d.Name)
			output, err := command.Output()
			if err != nil {
				continue // this one is older, or wants plugins
			}
			theirs := manifest.Decode("kubectl", output, manifest.DefaultLimits(), names)
			assert.Equal(t, texts(t, theirs.Docs), texts(t, d.Files[0].Docs), "%s of %s", d.Name, archiveName)
			compared++
		}
	}
	assert.Positive(t, compared)
}

// texts returns the documents as canonical YAML, sorted.
func texts(t *testing.T, docs []*manifest.Doc) []string {
	t.Helper()
	var texts []string
	for _, doc := range docs {
		text, err := yaml.String(doc.Root)
		require.NoError(t, err)
		texts = append(texts, text)
	}
	sort.Strings(texts)
	return texts
}
