package lint

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestCatalog(t *testing.T) {
	t.Parallel()
	c := NewCatalog([]*Rule{{ID: "vault/role"}, {ID: "keys/unknown"}, {ID: "keys/misspelled"}, {ID: "keys/mixed-storage"}})
	assert.Equal(t, []string{"keys/misspelled", "keys/mixed-storage", "keys/unknown", "vault/role"}, c.IDs())
	assert.Equal(t, "keys/unknown", c.Rule("keys/unknown").ID)
	assert.Nil(t, c.Rule("keys"))
	for id, want := range map[string]string{
		"keys/unknwon":    "keys/unknown", // a misspelling
		"unknown":         "keys/unknown", // without its category
		"vault/mispelled": "",             // a misspelling, and another category
		"aws/role":        "vault/role",
		"keys/mix":        "keys/mixed-storage", // a beginning
		"keys/mixedst":    "keys/mixed-storage",
		"keys/mi":         "", // of two IDs
		"keys/":           "",
		"":                "",
	} {
		known, nearest := c.Known(id)
		assert.False(t, known, id)
		assert.Equal(t, want, nearest, id)
	}
	known, nearest := c.Known("vault/role")
	assert.True(t, known)
	assert.Empty(t, nearest)
}

func TestSeverity(t *testing.T) {
	t.Parallel()
	for _, severity := range []Severity{Off, Info, Warning, Error} {
		read, err := ParseSeverity(severity.String())
		assert.NoError(t, err)
		assert.Equal(t, severity, read)
	}
	_, err := ParseSeverity("fatal")
	assert.EqualError(t, err, `unknown severity "fatal": it is one of error, warning, info, off`)
}

func TestSummary(t *testing.T) {
	t.Parallel()
	r := Result{Findings: []Finding{{Severity: Error}, {Severity: Error, Suppressed: &Suppression{}}, {Severity: Warning}, {Severity: Info}, {Severity: Info}}}
	assert.Equal(t, Summary{Errors: 1, Warnings: 1, Infos: 2, Suppressed: 1}, r.Summary())
}
