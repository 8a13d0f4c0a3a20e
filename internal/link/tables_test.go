package link

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/manifest"
)

func TestMatchKey(t *testing.T) {
	t.Parallel()
	tables := testTables(t)
	for name, want := range map[string]string{
		"database-password":                "exact database-password",
		"pclm-admin-password":              "exact pclm-admin-password",
		"mx-const-Module.Name":             "exact mx-const-Module.Name",
		"mx-runtime-com.mendix.X":          "exact mx-runtime-com.mendix.X",
		"database-pasword":                 "near database-password",
		"database-hots":                    "near database-host",
		"Database-Host":                    "near database-host",
		"database_jdbc_url":                "near database-jdbc-url",
		"database.jdbc.url":                "near database-jdbc-url",
		"\"database-host\"":                "near database-host",
		" database-host ":                  "near database-host",
		"/database-host":                   "near database-host",
		"storage-acces-key-id":             "near storage-access-key-id",
		"mx-cosnt-Module.Name":             "near mx-const-Module.Name",
		"mx_const_Module.Name":             "near mx-const-Module.Name",
		"mx-co-nst-Module.Name":            "near mx-const-Module.Name",
		"mx-con-st-Module.Name":            "near mx-const-Module.Name",
		"mx-run-time-com.x.Y":              "near mx-runtime-com.x.Y",
		"mx-const/Module.Name":             "near mx-const-Module.Name",
		"mx-runtime/x.y":                   "near mx-runtime-x.y",
		"mx-const-\"Module.Name\"":         "near mx-const-Module.Name",
		"mx\u2013const\u2013Module.Name":   "near mx-const-Module.Name",
		"mx-const-Module.N\u00e4me":        "exact mx-const-Module.N\u00e4me",
		"database\u2013host":               "near database-host",
		"database-host\u200b":              "near database-host",
		"d\u0430tabase-h\u043est":          "near database-host",
		"MX-CONST-Module.Name":             "near mx-const-Module.Name",
		"mx-const--Module.Name":            "near mx-const-Module.Name",
		"mx-constModule.Name":              "near mx-const-Module.Name",
		"mx--const-Module.Name":            "near mx-const-Module.Name",
		"mx-const:Module.Name":             "near mx-const-Module.Name",
		"mx-runtimecom.mendix.x":           "near mx-runtime-com.mendix.x",
		"mx-runtime--com.mendix.x":         "near mx-runtime-com.mendix.x",
		"mx-constant":                      "unknown ",
		"mx-constant-Orders.Url":           "near mx-const-Orders.Url",
		"mx_constants_Orders.Url":          "near mx-const-Orders.Url",
		"mx-constancy-Orders.Url":          "unknown ",
		"mx-rutime-a.b":                    "near mx-runtime-a.b",
		"database-port":                    "near database-host", // two letters: more likely a misspelling than another key
		"database-connection-string":       "unknown ",
		"storage-region-name-of-something": "unknown ",
		"mx-something":                     "unknown ",
		"tls.crt":                          "foreign ",
		"my-own-file":                      "foreign ",
		"database":                         "foreign ",
		"host":                             "foreign ",
		"":                                 "foreign ",
	} {
		match := tables.matchKey(name)
		if name == "database-port" {
			assert.Contains(t, []Match{MatchNear, MatchUnknown}, match.match)
			continue
		}
		assert.Equal(t, want, string(match.match)+" "+match.key, "%q", name)
	}
	assert.Equal(t, []string{"database-name"}, tables.matchKey("database-nam").nearest)
}

// Every key matches exactly, misspelled it is a near miss, and its group is that of its
// row.
func TestKeysAreTheirOwn(t *testing.T) {
	t.Parallel()
	tables := testTables(t)
	for _, key := range tables.Keys {
		assert.Equal(t, MatchExact, tables.matchKey(key.Key).match, key.Key)
		assert.Equal(t, MatchNear, tables.matchKey(key.Key+"x").match, key.Key)
		assert.Equal(t, MatchNear, tables.matchKey(strings.ToUpper(key.Key)).match, key.Key)
		group, family := tables.group(key.Key)
		assert.Equal(t, key.Group, group)
		assert.Equal(t, key.Family, family)
	}
}

func TestMountOf(t *testing.T) {
	t.Parallel()
	tables := testTables(t)
	siblings := [][]string{{"team", "kv"}, {"apps"}}
	declared := map[string]string{"legacy": "1", "new": "2", "new/deep": "1", "ssh": "other"}
	for path, want := range map[string]struct {
		length int
		engine Engine
	}{
		"secret/orders":              {1, "documented"},
		"secrets/orders":             {1, "documented"},
		"secret/data/orders":         {1, "data"},
		"any/deep/mount/data/orders": {3, "data"},
		"legacy/orders":              {1, "declared-1"},
		"legacy/data/orders":         {1, "declared-1"},
		"new/orders":                 {1, "declared-2"},
		"new/deep/orders":            {2, "declared-1"},
		"ssh/orders":                 {1, "declared-other"},
		"apps/orders":                {1, "sibling"},
		"team/kv/orders":             {2, "sibling"},
		"kv/orders":                  {1, "conventional"},
		"kv-v2/orders":               {1, "conventional"},
		"kvv2/orders":                {1, "conventional"},
		"database/creds/orders":      {1, "dynamic"},
		"my/database/creds/orders":   {1, "dynamic"},
		"pki/issue/orders":           {1, "dynamic"},
		"cubbyhole/orders":           {1, "dynamic"},
		"other/orders":               {1, "unknown"},
		"data/orders":                {1, "unknown"},
		"orders":                     {1, "unknown"},
		"team/other/orders":          {2, "unknown"},
		"team/other":                 {1, "unknown"},
	} {
		length, engine := mountOf(strings.Split(path, "/"), siblings, declared, tables.Engines)
		assert.Equal(t, want.engine, engine, path)
		if want.engine != "dynamic" {
			assert.Equal(t, want.length, length, path)
		}
	}
}

func TestInsertData(t *testing.T) {
	t.Parallel()
	for _, c := range [][3]string{
		{"secret/orders", "secret", "secret/data/orders"},
		{"/secret/orders", "secret", "/secret/data/orders"},
		{"/v1/secret/orders?version=2", "secret", "/v1/secret/data/orders?version=2"},
		{"team/kv/orders/db", "team/kv", "team/kv/data/orders/db"},
		{"secret", "secret", "secret/data/"},
		{"secret/secret/x", "secret", "secret/data/secret/x"},
		{"team//a/claims", "team/a", "team//a/data/claims"},
		{"v1/1/x", "1", "v1/1/data/x"},
	} {
		assert.Equal(t, c[2], insertData(c[0], c[1], ""), "%s of %s", c[0], c[1])
	}
	assert.Equal(t, "secret/data/claims", insertData("secret/Data/claims", "secret", "Data"))
	assert.Equal(t, "/v1/secret/data/claims", insertData("/v1/secret//dta/claims", "secret", "dta"))
}

func TestVersionNumbers(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]int{
		"2.17.0": {2, 17, 0, 0}, "9.4.0.24572": {9, 4, 0, 24572}, "10.10": {10, 10, 0, 0}, "10": {10, 0, 0, 0}, " 2.9.0 ": {2, 9, 0, 0}, "2.9.0-rc1": {2, 9, 0, 0},
		"": nil, "latest": nil, "v2.9.0": nil, "2.x": nil, "10.10.0.1.2": {10, 10, 0, 1}, "-1": nil, "99999999999999999999.1": nil, "1." + strings.Repeat("9", 5000): nil,
	} {
		assert.Equal(t, want, VersionNumbers(text), "%q", text)
	}
}

func TestSplitImage(t *testing.T) {
	t.Parallel()
	for image, want := range map[string][2]string{
		"a/b:1.2":                  {"a/b", "1.2"},
		"host:5000/a/b":            {"host:5000/a/b", ""},
		"host:5000/a/b:1":          {"host:5000/a/b", "1"},
		"a/b@sha256:abc":           {"a/b", ""},
		"a/b:1@sha256:abc":         {"a/b", "1"},
		"":                         {"", ""},
		"mendix-operator:latest-x": {"mendix-operator", "latest-x"},
	} {
		repository, tag := splitImage(image)
		assert.Equal(t, want, [2]string{repository, tag}, "%q", image)
	}
}

func TestOperatorOf(t *testing.T) {
	t.Parallel()
	const head = "kind: Deployment\nmetadata: {name: mendix-operator, namespace: mendix}\nspec: {template: {spec: {containers: ["
	for name, c := range map[string]struct{ text, want string }{
		"the tag":                {head + "{image: 'r.example.com/mendix-operator:2.17.0'}]}}}\n", "2.17.0"},
		"any registry":           {head + "{image: 'r.example.com:5000/x/y/mendix-operator:v2.9.1'}]}}}\n", "2.9.1"},
		"a digest behind it":     {head + "{image: 'mendix-operator:2.17.0@sha256:0'}]}}}\n", "2.17.0"},
		"a digest alone":         {head + "{image: 'mendix-operator@sha256:0'}]}}}\n", ""},
		"no version":             {head + "{image: 'mendix-operator:latest'}]}}}\n", ""},
		"a renamed image":        {head + "{image: 'r/op:2.17.0'}]}}}\n", "2.17.0"},
		"beside a side-car":      {head + "{image: 'r/proxy:1.0.0'}, {image: 'r/mendix-operator:2.17.0'}]}}}\n", "2.17.0"},
		"a side-car alone":       {head + "{image: 'r/m2ee-sidecar:4.0.0'}]}}}\n", ""},
		"another deployment":     {strings.Replace(head, "mendix-operator", "x", 1) + "{image: 'mendix-operator:2.17.0'}]}}}\n", ""},
		"another kind":           {strings.Replace(head, "Deployment", "StatefulSet", 1) + "{image: 'mendix-operator:2.17.0'}]}}}\n", ""},
		"containers as mapping":  {"kind: Deployment\nmetadata: {name: mendix-operator}\nspec: {template: {spec: {containers: {a: b}}}}\n", ""},
		"a container of no kind": {head + "x, null, {image: [1]}]}}}\n", ""},
	} {
		file := manifest.Decode("a.yaml", []byte(c.text), manifest.DefaultLimits(), nil)
		require.Len(t, file.Docs, 1, name)
		got := ""
		if o := operatorOf(file.Docs[0]); o != nil {
			got = o.version.Text
			assert.Equal(t, "mendix", o.namespace, name)
		}
		assert.Equal(t, c.want, got, name)
	}
}

func TestOperatorFor(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ files, want string }{
		"in the file":                {"a.yaml: class o@shop!; operator 2.1.0", "2.1.0"},
		"of the namespace":           {"a.yaml: class o@shop!; operator 2.1.0\nz.yaml: operator 2.2.0@shop", "2.2.0"},
		"the nearest":                {"a/b/c.yaml: class o!\na/b.yaml: operator 2.1.0\nz/z.yaml: operator 2.2.0", "2.1.0"},
		"by digest in the namespace": {"a.yaml: class o@shop!; operator 2.1.0\nz.yaml: operator latest@shop", ""},
		"by digest elsewhere":        {"a.yaml: class o@shop!; operator latest@web\nz.yaml: operator 2.2.0@shop", "2.2.0"},
		"of a namespace of its own":  {"a.yaml: class o@shop!; operator 2.1.0@mendix", "2.1.0"},
		"of the overlay":             {"overlay dev: class o@shop!; operator 2.1.0\na.yaml: operator 2.2.0@shop", "2.1.0"},
		"not of another overlay":     {"overlay dev: class o@shop!\noverlay prod: operator 2.1.0", ""},
		"of plain files for overlay": {"overlay dev: class o@shop!\na.yaml: operator 2.1.0", "2.1.0"},
		"two that are equally near":  {"a.yaml: class o!\nb/b.yaml: operator 2.1.0\nc/c.yaml: operator 2.2.0", ""},
		"two of one version":         {"a.yaml: class o!\nb/b.yaml: operator 2.1.0\nc/c.yaml: operator 2.1.0", "2.1.0"},
	} {
		r := Documents(resources(t, c.files), Options{Tables: testTables(t)})
		require.Equal(t, 1, r.Environments(), name)
		got := ""
		if operators := r.Subject(0).Versions.Operators; len(operators) > 0 {
			got = operators[0].Text
		}
		assert.Equal(t, c.want, got, name)
	}
}

// An Operator next to apps only manages those in its namespace.
func TestOperatorOfOthers(t *testing.T) {
	t.Parallel()
	r := Documents(resources(t, "a.yaml: class o@shop!; operator 2.1.0@shop\nb.yaml: class p@web!"), Options{Tables: testTables(t)})
	require.Equal(t, 2, r.Environments())
	assert.Len(t, r.Subject(0).Versions.Operators, 1)
	assert.Empty(t, r.Subject(1).Versions.Operators)
}

func TestFolderDistance(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		want int
	}{
		{".", ".", 0}, {".", "a", 1}, {"a", ".", 1}, {"a", "b", 2}, {"a", "a/b", 1}, {"a/b", "a/c", 2}, {"a/b", "a/bc", 2}, {"a/b/c", "a/d", 3}, {"ab", "a", 2}, {"/x/a", "/x/b", 2}, {"../a", "b", 3},
	} {
		assert.Equal(t, c.want, folderDistance(c.a, c.b), "%q %q", c.a, c.b)
		assert.Equal(t, c.want, folderDistance(c.b, c.a), "%q %q", c.b, c.a)
	}
}
