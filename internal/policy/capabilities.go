package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// refusedFamilies are builtins that rules do without, by how their names
// begin: they reach the network, a file, the clock or the environment, or run
// other code, or hold what no rule about manifests needs.
var refusedFamilies = [...]string{
	"http.", "net.lookup", "opa.", "rand.", "uuid.", "io.jwt", "crypto.", "providers.", "graphql.",
	"trace", "internal.print", "internal.template_string",
	"rego.",                                   // what it says of rules does not survive the stages that are left out
	"time.",                                   // the clock, and by way of "Local" and of zone names the environment
	"json.match_schema", "json.verify_schema", // a $ref reads files and addresses
	"bits.", "units.", // numbers such as 1e999999999 written out
}

// unbounded are builtins whose result, or work, can explode from a short
// input, where no check of the operands tells.
var unbounded = [...]string{
	"numbers.range", "numbers.range_step", "net.cidr_expand", "regex.globs_match", "graph.reachable_paths",
	"strings.render_template", "json.patch", "json.marshal_with_options", "net.cidr_contains_matches",
}

// allowed are of a refused family and harmless: they read nothing but their
// operand.
var allowed = [...]string{"time.parse_duration_ns", "time.parse_rfc3339_ns"}

// Capabilities returns what rules and custom policies may call.
func Capabilities() *ast.Capabilities {
	all := ast.CapabilitiesForThisVersion()
	all.Builtins = slices.DeleteFunc(all.Builtins, func(b *ast.Builtin) bool { return b.Nondeterministic || refuses(b.Name) })
	// A template string is a call that the compiler writes: it would be bounded
	// by nothing, and sprintf does the same.
	all.Features = slices.DeleteFunc(all.Features, func(feature string) bool { return feature == ast.FeatureTemplateStrings })
	all.AllowNet = []string{}
	return all
}

func refuses(name string) bool {
	if slices.Contains(allowed[:], name) {
		return false
	}
	return slices.Contains(unbounded[:], name) ||
		slices.ContainsFunc(refusedFamilies[:], func(prefix string) bool { return strings.HasPrefix(name, prefix) })
}
