package policy_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/policy"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestCapabilities lists what is rejected and what is allowed, so that a new builtin of
// OPA needs a decision.
func TestCapabilities(t *testing.T) {
	t.Parallel()
	allowed := make(map[string]bool)
	for _, builtin := range policy.Capabilities().Builtins {
		allowed[builtin.Name] = true
		assert.False(t, builtin.Nondeterministic, builtin.Name)
	}
	var text strings.Builder
	for _, builtin := range ast.CapabilitiesForThisVersion().Builtins {
		word := "refused"
		if allowed[builtin.Name] {
			word = "allowed"
		}
		text.WriteString(word + " " + builtin.Name + "\n")
	}
	golden := filepath.Join("testdata", "capabilities.txt")
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o755))
		require.NoError(t, os.WriteFile(golden, []byte(text.String()), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), text.String())
	for _, name := range []string{
		"http.send", "net.lookup_ip_addr", "opa.runtime", "rand.intn", "uuid.rfc4122", "time.now_ns", "time.clock", "time.format",
		"numbers.range", "numbers.range_step", "net.cidr_expand", "regex.globs_match", "graph.reachable_paths", "json.patch",
		"json.match_schema", "json.verify_schema", "io.jwt.decode_verify", "providers.aws.sign_req", "rego.parse_module", "trace",
		"bits.lsh", "units.parse", "strings.render_template",
	} {
		assert.NotNil(t, ast.BuiltinMap[name], name)
		assert.False(t, allowed[name], name)
	}
	assert.Equal(t, []string{}, policy.Capabilities().AllowNet)
	assert.NotContains(t, policy.Capabilities().Features, ast.FeatureTemplateStrings)
}
