package scaffold

import (
	"cmp"
	"fmt"
	"os"
	"testing"

	"github.com/hashicorp/go-version"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

type gateRow struct{ Rule, Subject, Least, From, Line, What, Source string }

func gateTable(t *testing.T) []gateRow {
	t.Helper()
	text, err := os.ReadFile("../../policies/data/gates.yaml")
	require.NoError(t, err)
	var rows []gateRow
	require.NoError(t, yaml.Unmarshal(text, &rows))
	return rows
}

func TestGateRowsAreComplete(t *testing.T) {
	t.Parallel()
	for _, row := range gateTable(t) {
		assert.Contains(t, []string{"operator", "runtime"}, row.Subject, row.Rule)
		assert.True(t, (row.Least == "") != (row.From == ""), row.Rule)
		_, err := version.NewVersion(cmp.Or(row.Least, row.From))
		assert.NoError(t, err, row.Rule)
		assert.NotEmpty(t, row.What, row.Rule)
		assert.NotEmpty(t, row.Source, row.Rule)
	}
}

// The runtime that Validate requires is the highest that the gates of that
// login require.
func TestMinRuntimeMatchesTheGates(t *testing.T) {
	t.Parallel()
	for auth, rules := range map[string][]string{
		IAM:             {"runtime-s3-irsa", "runtime-rds-iam"},
		ManagedIdentity: {"runtime-azure-database", "runtime-azure-blob"},
	} {
		most := version.Must(version.NewVersion("0.0"))
		for _, row := range gateTable(t) {
			for _, rule := range rules {
				if least, err := version.NewVersion(row.Least); row.Rule == rule && err == nil && least.GreaterThan(most) {
					most = least
				}
			}
		}
		major, minor := minRuntime(auth)
		assert.Equal(t, most.Original(), fmt.Sprintf("%d.%d", major, minor), auth)
	}
}

func TestDefaultRuntimeMeetsEveryGate(t *testing.T) {
	t.Parallel()
	runtime := version.Must(version.NewVersion(DefaultRuntimeVersion))
	for _, row := range gateTable(t) {
		switch {
		case row.Subject != "runtime":
		case row.Least != "":
			assert.True(t, runtime.GreaterThanOrEqual(version.Must(version.NewVersion(row.Least))), row.Rule)
		default:
			from := version.Must(version.NewVersion(row.From))
			sameLine := row.Line == "" || row.Line == fmt.Sprintf("%d.%d", runtime.Segments()[0], runtime.Segments()[1])
			assert.False(t, sameLine && runtime.GreaterThanOrEqual(from), "%s from %s", row.Rule, row.From)
		}
	}
}
