package access

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestVaultPathMatching(t *testing.T) {
	t.Parallel()
	tests := []struct {
		glob, path string
		want       bool
	}{
		{"secret/data/a", "secret/data/a", true},
		{"/secret/data/a", "secret/data/a", true},
		{"secret/data/a", "secret/data/ab", false},
		{"secret/data/a/", "secret/data/a", false},
		{"secret/data/a*", "secret/data/abc/d", true},
		{"secret/data/a/*", "secret/data/a", false},
		{"*", "secret/data/a", true},
		{"secret/*/a", "secret/data/a", false},
		{"secret/+/a", "secret/data/a", true},
		{"+/data/a", "secret/data/a", true},
		{"secret/+", "secret/data/a", false},
		{"secret/+/+", "secret/data/a", true},
		{"secret/da+/a", "secret/data/a", false},
		{"secret/+/a*", "secret/data/ab/c", true},
		{"secret/+/*", "secret/data/ab/c", true},
		{"secret/+/b*", "secret/data/ab/c", false},
		{"secret/data/{{identity.entity.name}}", "secret/data/a", true},
		{"secret/data/${app}/db", "secret/data/a/b", false},
	}
	for _, test := range tests {
		t.Run(test.glob+" "+test.path, func(t *testing.T) {
			t.Parallel()
			f := &File{}
			r := f.newRule(member{key: test.glob})
			assert.Equal(t, test.want, r.matches(test.path))
		})
	}
}

func TestVaultPriority(t *testing.T) {
	t.Parallel()
	// Each path takes precedence over the next one, for the path that all of them
	// match.
	tests := [][]string{
		{"foo/bar/baz", "foo/bar/ba*", "foo/bar/*", "foo/*", "*"},
		{"foo/a*", "foo/+"},
		{"foo/bar/+/baz", "foo/+/bar/baz"},
		{"foo/+/bar", "foo/+/ba*"},
		{"foo/+", "foo/*"},
		{"foo/bar/+/baz", "foo/bar/+/+"},
		{"foo/+/bar/ba*", "foo/+/bar/b*"},
	}
	for _, order := range tests {
		for i := range order[1:] {
			f := &File{}
			first, second := f.newRule(member{key: order[i]}), f.newRule(member{key: order[i+1]})
			assert.Positive(t, first.compare(&second), "%s over %s", order[i], order[i+1])
			assert.Negative(t, second.compare(&first), "%s under %s", order[i+1], order[i])
		}
	}
}

func TestVaultPolicies(t *testing.T) {
	t.Parallel()
	const need = "secret/data/orders/db"
	tests := map[string]struct {
		files map[string]string
		want  []string
	}{
		"exact":                 {map[string]string{"a.hcl": `path "secret/data/orders/db" { capabilities = ["read"] }`}, nil},
		"old policy":            {map[string]string{"a.hcl": `path "secret/data/orders/db" { policy = "write" }`}, nil},
		"json":                  {map[string]string{"a.json": `{"path": {"secret/data/orders/db": {"capabilities": ["read"]}}}`}, nil},
		"json in hcl":           {map[string]string{"a.hcl": `{"path": [{"secret/data/orders/db": {"capabilities": ["list"]}}]}`}, []string{"a.hcl:1:12 no-read " + need}},
		"attributes on a line":  {map[string]string{"a.hcl": `path "secret/data/orders/db" { capabilities = ["read"], min_wrapping_ttl = "1s" }`}, nil},
		"template grants":       {map[string]string{"a.hcl": `path "secret/data/{{identity.entity.name}}/db" { capabilities = ["read"] }` + "\n" + `path "secret/data/orders/db" {}`}, nil},
		"somebody else's":       {map[string]string{"a.hcl": `path "secret/data/billing/db" { capabilities = ["list"] }`}, nil},
		"whole mount":           {map[string]string{"a.hcl": `path "secret/*" { capabilities = ["list"] }`}, nil},
		"whole mount, any":      {map[string]string{"a.hcl": `path "secret/data/+/+" { capabilities = ["list"] }`}, nil},
		"other mount":           {map[string]string{"a.hcl": `path "kv/data/orders/db" { capabilities = ["read"] }`}, nil},
		"no read":               {map[string]string{"a.hcl": `path "secret/data/orders/db" { capabilities = ["create", "sudo"] }`}, []string{"a.hcl:1:6 no-read " + need}},
		"wrong case":            {map[string]string{"a.hcl": `path "secret/data/orders/db" { capabilities = ["Read"] }`}, []string{"a.hcl:1:6 no-read " + need}},
		"empty block":           {map[string]string{"a.hcl": "path \"secret/data/orders/db\" {\n}\n"}, []string{"a.hcl:1:6 no-read " + need}},
		"folder without read":   {map[string]string{"a.hcl": `path "secret/data/orders/*" { capabilities = ["list"] }`}, []string{"a.hcl:1:6 no-read " + need}},
		"specific beats folder": {map[string]string{"a.hcl": `path "secret/data/orders/*" { capabilities = ["read"] }` + "\n" + `path "secret/data/orders/db" { capabilities = ["list"] }`}, []string{"a.hcl:2:6 no-read " + need}},
		"without data":          {map[string]string{"a.hcl": `path "secret/orders/db" { capabilities = ["read"] }`}, []string{"a.hcl:1:6 other-path " + need}},
		"folder without data":   {map[string]string{"a.hcl": `path "secret/orders/*" { capabilities = ["read"] }`}, []string{"a.hcl:1:6 other-path " + need}},
		"metadata":              {map[string]string{"a.hcl": `path "secret/metadata/orders/db" { capabilities = ["read"] }`}, []string{"a.hcl:1:6 other-path " + need}},
		"version":               {map[string]string{"a.hcl": `path "v1/secret/data/orders/db" { capabilities = ["read"] }`}, []string{"a.hcl:1:6 other-path " + need}},
		"slash behind":          {map[string]string{"a.hcl": `path "secret/data/orders/db/*" { capabilities = ["read"] }`}, []string{"a.hcl:1:6 other-path " + need}},
		"version and slash":     {map[string]string{"a.hcl": `path "v1/secret/orders/db/" { capabilities = ["read"] }`}, []string{"a.hcl:1:6 other-path " + need}},
		"too many of both":      {map[string]string{"a.hcl": `path "` + strings.Repeat("v1/", 40) + need + strings.Repeat("/", 40) + `" { capabilities = ["read"] }`}, nil},
		"misspelled":            {map[string]string{"a.hcl": `path "secret/data/order/db" { capabilities = ["read"] }`}, []string{"a.hcl:1:6 other-path " + need}},
		"misspelled mount":      {map[string]string{"a.hcl": `path "secrets/data/orders/db" { capabilities = ["read"] }`}, []string{"a.hcl:1:6 other-path " + need}},
		"misspelled folder":     {map[string]string{"a.hcl": `path "secret/data/order/*" { capabilities = ["read"] }`}, []string{"a.hcl:1:6 other-path " + need}},
		"misspelled mount only": {map[string]string{"a.hcl": `path "secrets/data/*" { capabilities = ["read"] }`}, nil},
		"nearest is named":      {map[string]string{"a.hcl": `path "secret/metadata/orders/db" { capabilities = ["read"] }`, "b.hcl": `path "secret/orders/db" { capabilities = ["read"] }`}, []string{"b.hcl:1:6 other-path " + need}},
		"granted elsewhere":     {map[string]string{"a.hcl": `path "secret/orders/db" { capabilities = ["read"] }`, "b.hcl": `path "secret/data/*" { capabilities = ["read"] }`}, nil},
		"two roles":             {map[string]string{"a.hcl": `path "secret/data/orders/db" { capabilities = ["list"] }`, "b.hcl": `path "secret/data/*" { capabilities = ["read"] }`}, nil},
		"equal paths add up":    {map[string]string{"a.hcl": `path "secret/data/orders/db" { capabilities = ["list"] }`, "b.hcl": `path "secret/data/orders/db" { capabilities = ["read"] }`}, nil},
		"deny in another file":  {map[string]string{"a.hcl": `path "secret/data/orders/db" { capabilities = ["read"] }`, "b.hcl": `path "secret/data/orders/db" { capabilities = ["read", "deny"] }`}, []string{"b.hcl:1:6 denied " + need}},
		"deny of one secret":    {map[string]string{"a.hcl": `path "secret/data/orders/*" { capabilities = ["read"] }`, "b.hcl": `path "secret/data/orders/db" { policy = "deny" }`}, []string{"b.hcl:1:6 denied " + need}},
		"deny of all others":    {map[string]string{"a.hcl": `path "secret/data/orders/db" { capabilities = ["read"] }`, "b.hcl": `path "secret/*" { capabilities = ["deny"] }`}, nil},
		"malformed":             {map[string]string{"a.hcl": "path \"secret/data/orders/db\" {\n  capabilities = [\"read\"]\n"}, []string{"a.hcl:1:6 unreadable " + need}},
		"comments":              {map[string]string{"a.hcl": "# path \"secret/data/orders/db\" {}\n// x\n/* y */ path \"secret/orders/db\" { # read\n capabilities = [\"read\", /* list */]\n}"}, []string{"a.hcl:3:14 other-path " + need}},
		"byte order mark":       {map[string]string{"a.hcl": "\ufeffpath \"secret/orders/db\" {\r\n}\r\n"}, []string{"a.hcl:1:6 other-path " + need}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			problems := Judge(parse(t, test.files), []Need{vaultNeed("shop/orders", need)}, nil)
			assert.ElementsMatch(t, test.want, summaries(problems))
		})
	}
}

func TestVaultNearMissesOfOthers(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		policy string
		needs  []Need
		want   []string
	}{
		"equal to another's":    {`path "secret/data/shop2" { capabilities = ["read"] }`, []Need{vaultNeed("a/x", "secret/data/shop1"), vaultNeed("b/x", "secret/data/shop2")}, nil},
		"folder of another":     {`path "secret/data/shop2/*" { capabilities = ["read"] }`, []Need{vaultNeed("a/x", "secret/data/shop1/db"), vaultNeed("b/x", "secret/data/shop2/db")}, nil},
		"near the right one":    {`path "secret/shop2" { capabilities = ["read"] }`, []Need{vaultNeed("a/x", "secret/data/shop1"), vaultNeed("b/x", "secret/data/shop2")}, []string{"p.hcl:1:6 other-path secret/data/shop2"}},
		"version 1 of the same": {`path "secret/shop" { capabilities = ["read"] }`, []Need{vaultNeed("a/x", "secret/data/shop"), vaultNeed("b/x", "secret/shop")}, nil},
		"version 1 engine":      {`path "legacy/data/shop" { capabilities = ["read"] }`, []Need{vaultNeed("a/x", "legacy/shop")}, []string{"p.hcl:1:6 other-path legacy/shop"}},
		"lease":                 {`path "database/creds/order" { capabilities = ["read"] }`, []Need{vaultNeed("a/x", "database/creds/orders")}, []string{"p.hcl:1:6 other-path database/creds/orders"}},
		"all leases":            {`path "database/creds/*" { capabilities = ["list"] }`, []Need{vaultNeed("a/x", "database/creds/orders")}, nil},
		"placeholder":           {`path "secret/app" { capabilities = ["read"] }`, []Need{vaultNeed("a/x", "secret/data/<{app}>")}, nil},
		"corrected by a rule":   {`path "secret/data/app" { capabilities = ["read"] }`, []Need{{Environment: "x", Name: "x", VaultPaths: []VaultPath{{Path: "secret/app", Corrected: "secret/data/app"}}}}, nil},
		"written, not read":     {`path "pki/issue/app" { capabilities = ["update"] }`, []Need{{Environment: "x", Name: "x", VaultPaths: []VaultPath{{Path: "pki/issue/app", Method: "PUT"}}}}, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			problems := Judge(parse(t, map[string]string{"p.hcl": test.policy}), test.needs, nil)
			assert.ElementsMatch(t, test.want, summaries(problems))
		})
	}
}
