package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// refused are builtins that rules do without: they reach the network, the
// clock or the environment, or their work is not bounded by their input.
var refusedPrefixes = [...]string{"http.", "net.lookup", "opa.runtime", "rand.", "uuid.", "time.now", "io.jwt", "crypto.", "providers.", "graphql.", "rego.parse", "trace", "internal.print"}

// unbounded are builtins whose result can explode from a short input.
var unbounded = [...]string{"numbers.range", "numbers.range_step", "regex.globs_match", "graph.reachable_paths", "walk", "bits.lsh", "strings.render_template", "units.parse"}

// Capabilities returns what rules and custom policies may call.
func Capabilities() *ast.Capabilities {
	all := ast.CapabilitiesForThisVersion()
	all.Builtins = slices.DeleteFunc(all.Builtins, func(b *ast.Builtin) bool {
		return b.Nondeterministic || slices.Contains(unbounded[:], b.Name) ||
			slices.ContainsFunc(refusedPrefixes[:], func(prefix string) bool { return strings.HasPrefix(b.Name, prefix) })
	})
	all.AllowNet = []string{}
	return all
}
