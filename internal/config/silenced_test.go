package config

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

func TestSilenced(t *testing.T) {
	t.Parallel()
	c, err := load(t, `rules:
  keys/unknown: off
  keys/misspelled: warning
overrides:
  - paths: [legacy/**]
    rules: {vault/insecure-transport: off, keys/misspelled: info}
    reason: an engine of our own
  - environments: [lab/*]
    rules:
      keys/unknown: off
`)
	require.NoError(t, err)
	var got []string
	for _, s := range c.Silenced() {
		got = append(got, fmt.Sprintf("%d:%d %s %q", s.Span.Start.Line, s.Span.Start.Column, s.Rule, s.Reason))
	}
	assert.Equal(t, []string{`2:3 keys/unknown ""`, `6:13 vault/insecure-transport "an engine of our own"`, `10:7 keys/unknown ""`}, got)

	finding := func(rule, rel, environment string) *lint.Finding {
		return &lint.Finding{Rule: rule, Environment: environment, Span: manifest.Span{Path: c.Root + "/" + rel}}
	}
	everywhere, byPath, byEnvironment := c.Silenced()[0], c.Silenced()[1], c.Silenced()[2]
	assert.True(t, everywhere.Applies(c, finding("keys/unknown", "a.yaml", "")))
	assert.False(t, everywhere.Applies(c, finding("keys/misspelled", "a.yaml", "")))
	assert.True(t, byPath.Applies(c, finding("vault/insecure-transport", "legacy/a.yaml", "")))
	assert.False(t, byPath.Applies(c, finding("vault/insecure-transport", "a.yaml", "")))
	assert.True(t, byEnvironment.Applies(c, finding("keys/unknown", "a.yaml", "lab/orders")))
	assert.False(t, byEnvironment.Applies(c, finding("keys/unknown", "a.yaml", "shop/orders")))
}

func TestSilencedOfEmptyConfig(t *testing.T) {
	t.Parallel()
	assert.Empty(t, new(Config).Silenced())
}
