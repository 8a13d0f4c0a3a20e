package policy_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/policy"
)

// TestContract checks results against the contract; a violation is reported with file
// and line.
func TestContract(t *testing.T) {
	t.Parallel()
	const at = `"at": input.resources.secretProviderClass.nameAt`
	cases := []struct{ name, text, want string }{
		{"right", `report contains {"message": "m", ` + at + `, "severity": "info", "subject": "s", "related": [{"message": "r", ` + at + `}]}`, ""},
		{"a place of a broken file", `report contains {"message": "m", "at": input.broken[0].at}`, ""},
		{"no object", `report contains "text"`, "reports string in place of an object"},
		{"no message", `report contains {` + at + `}`, "reports no message"},
		{"no place", `report contains {"message": "m"}`, "is no place"},
		{"a place without document", `report contains {"message": "m", "at": {"path": "/x"}}`, "a place needs doc, path and part"},
		{"an invented file", `report contains {"message": "m", "at": {"doc": "file:/etc/passwd", "part": "value", "line": 1, "column": 1}}`, `the place "file:/etc/passwd" is none of the input's`},
		{"an invented related file", `report contains {"message": "m", ` + at + `, "related": [{"message": "r", "at": {"doc": "file:/proc/self/environ", "part": "value", "line": 1}}]}`, "is none of the input's"},
		{"an unknown field", `report contains {"message": "m", ` + at + `, "level": "error"}`, `unknown field "level"`},
		{"the field rule", `report contains {"message": "m", ` + at + `, "rule": "keys/required"}`, `unknown field "rule"`},
		{"a wrong severity", `report contains {"message": "m", ` + at + `, "severity": "fatal"}`, "severity fatal"},
		{"a fix without operations", `report contains {"message": "m", ` + at + `, "fix": {"title": "t", "ops": []}}`, "a fix needs a title and ops"},
		{"an unknown field of a fix", `report contains {"message": "m", ` + at + `, "fix": {"title": "t", "usnafe": true, "ops": []}}`, `unknown field "usnafe"`},
		{"an unknown operation", `report contains {"message": "m", ` + at + `, "fix": {"title": "t", "ops": [{"op": "delete-all", ` + at + `}]}}`, `"delete-all"`},
		{"a path that is no text", `report contains {"message": "m", "at": {"doc": "d", "path": 5, "part": "value"}}`, "path: 5 is no text"},
		{"a subject that is no text", `report contains {"message": "m", ` + at + `, "subject": 7}`, "subject: 7 is no text"},
		{"a related place without message", `report contains {"message": "m", ` + at + `, "related": [{` + at + `}]}`, "it has no message"},
		{"an unknown field of a related place", `report contains {"message": "m", ` + at + `, "related": [{"messag": "r", ` + at + `}]}`, `related: unknown field "messag"`},
		{"an unknown field of a place", `report contains {"message": "m", "at": {"doc": "d", "pat": "/x", "part": "value"}}`, `at: unknown field "pat"`},
		{"related that is no list", `report contains {"message": "m", ` + at + `, "related": 1}`, "is no list"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			evaluator, err := compile(t, custom(c.text+" if {\n\tinput.name == \"orders\"\n}\n"), policy.Limits{})
			require.NoError(t, err)
			reports, err := evaluator.Judge(context.Background(), new(policy.Inputs).Of(subject()))
			if c.want == "" {
				require.NoError(t, err)
				assert.Len(t, ofRule(reports, "team/hostile"), 1)
				return
			}
			require.Error(t, err)
			assert.Contains(t, err.Error(), c.want)
			assert.Contains(t, err.Error(), "pol/team/hostile/rule.rego:9: ")
			assert.Contains(t, err.Error(), `"team/hostile"`)
		})
	}
}

func ofRule(reports []policy.Report, id string) []policy.Report {
	var list []policy.Report
	for _, report := range reports {
		if report.Rule == id {
			list = append(list, report)
		}
	}
	return list
}
