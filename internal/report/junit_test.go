package report

import (
	"encoding/xml"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
)

// CI servers keep only one of several tests with the same name.
func TestJUnitNamesDiffer(t *testing.T) {
	t.Parallel()
	missing := lint.Finding{Rule: "keys/required", Severity: lint.Error, Message: "one", Span: span("a.yaml", 12, 5, 12, 9), Fingerprint: "f1"}
	other := missing
	other.Message, other.Fingerprint = "two", "f2"
	var report junitReport
	require.NoError(t, xml.Unmarshal(write(t, "junit", &lint.Result{Findings: []lint.Finding{missing, other}}, &Context{}), &report))
	require.Len(t, report.Suites, 1)
	cases := report.Suites[0].Cases
	require.Len(t, cases, 2)
	assert.Equal(t, cases[0].Name+" (2)", cases[1].Name)
}
