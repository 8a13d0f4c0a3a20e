package engine_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/report"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// lineless writes clean environments of every provider, one copy for each line or list
// entry, with that left out. Each has a namespace of its own.
func lineless(t *testing.T) (folder string) {
	t.Helper()
	folder = t.TempDir()
	bases, err := filepath.Glob(filepath.Join("..", "rulepage", "base", "*.txtar"))
	require.NoError(t, err)
	require.Len(t, bases, 3)
	count := 0
	for _, base := range bases {
		archive, err := txtar.ParseFile(base)
		require.NoError(t, err)
		for i, file := range archive.Files {
			lines := strings.SplitAfter(string(file.Data), "\n")
			for _, cut := range lineRanges(lines) {
				count++
				for j, other := range archive.Files {
					text := string(other.Data)
					if i == j {
						text = strings.Join(lines[:cut[0]], "") + strings.Join(lines[cut[1]:], "")
					}
					text = strings.ReplaceAll(text, "namespace: shop", fmt.Sprintf("namespace: shop%d", count))
					path := filepath.Join(folder, fmt.Sprintf("case%d", count), other.Name)
					require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
					require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
				}
			}
		}
	}
	require.Greater(t, count, 60)
	return folder
}

// lineRanges returns the lines to leave out, from and to: each line, and each entry of
// a list.
func lineRanges(lines []string) (list [][2]int) {
	for i, line := range lines {
		list = append(list, [2]int{i, i + 1})
		indent, _, found := strings.Cut(line, "- ")
		if !found || strings.TrimSpace(indent) != "" {
			continue
		}
		end := i + 1
		for end < len(lines) && strings.HasPrefix(lines[end], indent+" ") {
			end++
		}
		list = append(list, [2]int{i, end})
	}
	return list
}

func inspectionOf(t *testing.T, folder string) report.Inspection {
	t.Helper()
	subjects, outcome, err := engine.Inspect(context.Background(), engine.Options{
		Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS,
	})
	require.NoError(t, err)
	require.Empty(t, outcome.Errors)
	return report.Inspection{Environments: subjects[:outcome.Environments], Others: subjects[outcome.Environments:]}
}

func TestInspectFollowsItsSchema(t *testing.T) {
	t.Parallel()
	text, err := fs.ReadFile(schemas.FS, "input.json")
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	require.NoError(t, compiler.AddResource("input.json", bytes.NewReader(text)))
	schema, err := compiler.Compile("input.json")
	require.NoError(t, err)
	in := inspectionOf(t, lineless(t))
	require.NotEmpty(t, in.Environments)
	require.NotEmpty(t, in.Others)
	var out bytes.Buffer
	require.NoError(t, report.Inspect(&out, "json", in, false))
	var document any
	require.NoError(t, json.Unmarshal(out.Bytes(), &document))
	require.NoError(t, schema.Validate(document))
	for _, subject := range in.Environments {
		for _, file := range subject.MountedFiles {
			assert.NotEmpty(t, file.Path)
			assert.Positive(t, file.Line)
			assert.Positive(t, file.Column)
		}
	}
	// A schema that lets anything pass would be useless.
	require.NoError(t, json.Unmarshal(bytes.Replace(out.Bytes(), []byte(`"mode":`), []byte(`"mood":`), 1), &document))
	assert.Error(t, schema.Validate(document))
}

// What the tree calls missing is what the rules call missing.
func TestInspectMissesWhatRulesMiss(t *testing.T) {
	t.Parallel()
	folder := lineless(t)
	in := inspectionOf(t, folder)
	outcome, err := engine.Lint(context.Background(), engine.Options{
		Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS,
	})
	require.NoError(t, err)
	lacking, unextracted := map[string]bool{}, map[string]bool{}
	for _, f := range outcome.Findings {
		switch f.Rule {
		case "keys/required", "keys/database-password", "keys/s3-required", "keys/s3-credentials", "keys/azure-required":
			if f.Severity > lint.Info {
				lacking[f.Environment] = true
			}
		case "aws/keys-not-extracted":
			unextracted[f.Environment] = true
		}
	}
	require.Greater(t, len(lacking), 15)
	for _, subject := range in.Environments {
		if unextracted[subject.ID] {
			continue // one finding stands for all
		}
		var out bytes.Buffer
		require.NoError(t, report.Inspect(&out, "text", report.Inspection{Environments: []*link.Subject{subject}}, false))
		assert.Equal(t, lacking[subject.ID], strings.Contains(out.String(), "\n    missing "), "%s in %s\n%s", subject.ID, subject.Documents[0].Path, out.String())
	}
}
