package policy_test

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/policy"
)

// doubling returns a chain of values, each of which contains the previous one twice.
func doubling(first, next string, times int) string {
	var text strings.Builder
	fmt.Fprintf(&text, "x0 := %s\n", first)
	for i := range times {
		fmt.Fprintf(&text, "x%d := %s\n", i+1, strings.ReplaceAll(next, "X", fmt.Sprintf("x%d", i)))
	}
	return text.String()
}

// hostile are policies that loop, exhaust or throw.
func hostile() map[string]struct{ text, want string } {
	const last = "report contains {\"message\": \"m\", \"at\": input.resources.secretProviderClass.nameAt} if "
	digits := `xs := ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]` + "\n"
	return map[string]struct{ text, want string }{
		"nested loops":              {digits + last + "{\n\tcount([1 | some a in xs; some b in xs; some c in xs; some d in xs; some e in xs; some f in xs; some g in xs; some h in xs; some i in xs; some j in xs; concat(\"\", [a, b, c, d, e, f, g, h, i, j]) == \"x\"]) > 0\n}\n", "it takes too long"},
		"an array that grows":       {digits + "row := [concat(\"\", [a, b, c]) | some a in xs; some b in xs; some c in xs]\n" + last + "{\n\tcount([array.concat(row, [a, b, c, d, e, f]) | some a in xs; some b in xs; some c in xs; some d in xs; some e in xs; some f in xs]) > 0\n}\n", "it takes too much memory"},
		"concat that doubles":       {doubling(`"0123456789"`, `concat("", [X, X])`, 60) + last + "{ count(x60) > 0 }\n", "too large for a policy"},
		"sprintf that doubles":      {doubling(`"0123456789"`, `sprintf("%s%s", [X, X])`, 60) + last + "{ count(x60) > 0 }\n", "too large for a policy"},
		"sprintf with widths":       {last + "{ count(sprintf(\"%900000d%900000d%900000d%900000d%900000d\", [1, 2, 3, 4, 5])) > 0 }\n", "rule.rego:9: sprintf: the result would be too large for a policy"},
		"replace that multiplies":   {doubling(`"aaaaaaaaaa"`, `replace(X, "a", X)`, 10) + last + "{ count(x10) > 0 }\n", "too large for a policy"},
		"regex.replace":             {doubling(`"aaaaaaaaaa"`, `regex.replace(X, "a", X)`, 10) + last + "{ count(x10) > 0 }\n", "too large for a policy"},
		"regex with many groups":    {doubling(`"aaaaaaaaaa"`, `concat("", [X, X])`, 12) + last + "{ count(regex.find_all_string_submatch_n(\"" + strings.Repeat("()", 1000) + "\", x12, -1)) > 0 }\n", "too large for a policy"},
		"arrays that double":        {doubling(`["a", "b"]`, `array.concat(X, X)`, 60) + last + "{ count(x60) > 0 }\n", "too large for a policy"},
		"a tree of shared branches": {doubling(`["a"]`, `[X, X]`, 60) + last + "{ count(json.marshal(x60)) > 0 }\n", "too large for a policy"},
		"types without end":         {doubling(`["a"]`, `[X, X]`, 60) + last + "{ x60 == x59 }\n", "it takes too long"},
		"a report without end":      {doubling(`["a"]`, `[X, X]`, 60) + "report contains {\"message\": \"m\", \"at\": input.resources.secretProviderClass.nameAt, \"subject\": x60} if true\n", "it reports more than a policy may"},
		"numbers that square":       {doubling(`99999999999`, `X * X`, 40) + last + "{ x40 > 0 }\n", "too large for a policy"},
		"a number that is long":     {"x := json.unmarshal(\"1e99999999\")\n" + last + "{ x + 1 > 0 }\n", "number too big"},
		"too many findings":         {digits + "report contains {\"message\": concat(\"\", [a, b, c]), \"at\": input.resources.secretProviderClass.nameAt} if {\n\tsome a in xs\n\tsome b in xs\n\tsome c in xs\n}\n", "reports 1000 findings of one environment: a rule may report 100"},
		"a builtin that throws":     {last + "{ to_number(input.name) > 0 }\n", "rule.rego:9: to_number: "},
		"two values of one rule":    {"x := a if some a in [1, 2]\n" + last + "{ x }\n", "produced conflicting values"},
	}
}

// TestHostile checks that malicious policies end soon, and that errors name them.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, c := range hostile() {
		t.Run(name, func(t *testing.T) {
			limits := policy.Limits{Time: policy.DefaultTime, Memory: 48 << 20, Results: 100}
			if c.want == "it takes too long" {
				limits.Time = time.Second // it uses all the time it has
			}
			start := time.Now()
			evaluator, err := compile(t, custom(c.text), limits)
			if err == nil {
				_, err = evaluator.Judge(context.Background(), new(policy.Inputs).Of(subject()))
			}
			require.Error(t, err)
			if c.want == "it takes too long" { // on a busy machine memory runs out first
				assert.Regexp(t, "it takes too (long|much memory)", err.Error())
			} else {
				assert.Contains(t, err.Error(), c.want)
			}
			assert.Contains(t, err.Error(), "team/hostile")
			assert.Less(t, time.Since(start), 2*policy.DefaultTime)
			runtime.GC()
		})
	}
}
