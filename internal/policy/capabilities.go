package policy

import (
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// refusedFamilies are prefixes of builtins that rules do without: they reach the
// network, a file, the clock or the environment, or run other code, or provide what no
// rule about manifests needs.
var refusedFamilies = [...]string{
	"http.", "net.lookup", "opa.", "rand.", "uuid.", "io.jwt", "crypto.", "providers.", "graphql.",
	"trace", "internal.print", "internal.template_string",
	"rego.",                                   // what it says about rules does not survive the omitted stages
	"time.",                                   // the clock, and through "Local" and zone names the environment
	"json.match_schema", "json.verify_schema", // a $ref reads files and URLs
	"bits.", "units.", // numbers such as 1e999999999 in full
}

// unbounded are builtins whose result, or work, can explode for a short input, which no
// check of the operands reveals.
var unbounded = [...]string{
	"numbers.range", "numbers.range_step", "net.cidr_expand", "regex.globs_match", "graph.reachable_paths",
	"strings.render_template", "json.patch", "json.marshal_with_options", "net.cidr_contains_matches",
}

// allowed are harmless members of rejected families: they read nothing but their
// operand.
var allowed = [...]string{"time.parse_duration_ns", "time.parse_rfc3339_ns"}

// Capabilities returns what rules and custom policies may call.
func Capabilities() *ast.Capabilities {
	all := ast.CapabilitiesForThisVersion()
	all.Builtins = slices.DeleteFunc(all.Builtins, func(b *ast.Builtin) bool { return b.Nondeterministic || refuses(b.Name) })
	// A template string becomes a call that the compiler writes, which would not be
	// bounded; sprintf does the same.
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
