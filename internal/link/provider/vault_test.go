package provider

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// decodeCase is one class: what is reported, and which files are written.
type decodeCase struct {
	name       string
	parameters map[string]string // besides those of a good class; "-" removes one
	objects    string
	problems   []string
	files      []string
	unreadable bool
}

// good are the parameters of a class without faults.
var good = map[Name][]Parameter{
	Vault: {{Name: "roleName", Value: "orders"}},
	AWS:   {{Name: "region", Value: "eu-west-1"}},
	Azure: {{Name: "keyvaultName", Value: "kv-orders"}, {Name: "tenantID", Value: "72a9c3e4-58bb-4f0d-8e21-c4d7a6b19f03"}, {Name: "clientID", Value: "1f0c8b52-6d1e-4a77-9c35-0b6a2f4e7d10"}},
}

func run(t *testing.T, provider Name, cases []decodeCase) {
	tables := loadTables(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			r := Decode(provider, c.all(provider), tables)
			assert.Equal(t, c.problems, summary(r))
			assert.Equal(t, c.files, names(r))
			assert.Equal(t, !c.unreadable, r.Readable)
		})
	}
}

func (c *decodeCase) all(provider Name) []Parameter {
	var parameters []Parameter
	for _, p := range good[provider] {
		if _, replaced := c.parameters[p.Name]; !replaced {
			parameters = append(parameters, p)
		}
	}
	for _, name := range sortedNames(c.parameters) {
		if c.parameters[name] != "-" {
			parameters = append(parameters, Parameter{Name: name, Value: c.parameters[name]})
		}
	}
	if c.objects != "" {
		parameters = append(parameters, Parameter{Name: "objects", Value: c.objects})
	}
	return parameters
}

// names lists the files as name=source, with a mark for anything special.
func names(r *Result) []string {
	var list []string
	for _, f := range r.Files {
		line := f.Name + "=" + f.Source
		for _, mark := range []struct {
			text string
			set  bool
		}{
			{" parent", f.Parent},
			{" versioned", f.Versioned},
			{" unknown", f.Unknown},
			{" duplicate", f.Duplicates >= 0 && f.DuplicateWins},
			{" refused-duplicate", f.Duplicates >= 0 && !f.DuplicateWins},
		} {
			if mark.set {
				line += mark.text
			}
		}
		list = append(list, line)
	}
	return list
}

func TestVault(t *testing.T) {
	t.Parallel()
	const entry = "- objectName: a\n  secretPath: kv/data/x\n  secretKey: k\n"
	file := []string{"a=kv/data/x#k"}
	run(t, Vault, []decodeCase{
		{name: "good", objects: entry, files: file},
		{name: "JSON", objects: `[{"objectName": "a", "secretPath": "kv/data/x", "secretKey": "k"}]`, files: file},
		{name: "null entry is dropped", objects: "-\n" + entry, files: file},
		{name: "merge", objects: "- &m\n  objectName: a\n  secretPath: p\n  secretKey: k\n- <<: *m\n  objectName: b\n", files: []string{"a=p#k", "b=p#k"}},
		{name: "merge twice", objects: entry + "  <<: {method: GET}\n  <<: {method: PUT}\n", problems: []string{"refused objects-shape /objects!/0/<<~22"}, unreadable: true},
		{name: "a dash too many", objects: entry + "- secretKey: l\n", problems: []string{"refused object-field /objects!/1"}, files: file},
		{name: "first line twice", objects: "- objectName: a\n" + entry, problems: []string{"refused object-field /objects!/0"}, files: []string{"a=#", "a=kv/data/x#k"}},
		{name: "YAML 1.2 words", objects: "- objectName: on\n  secretPath: 0600\n  secretKey: y\n", files: []string{"on=0600#y"}},
		{name: "no role", parameters: map[string]string{"roleName": "-"}, objects: entry, problems: []string{"refused parameter "}, files: file},
		{name: "empty role", parameters: map[string]string{"roleName": ""}, objects: entry, problems: []string{"refused parameter /roleName"}, files: file},
		{name: "near role", parameters: map[string]string{"roleName": "-", "rolename": "x"}, objects: entry, problems: []string{"refused unknown-parameter /rolename"}, files: file},
		{name: "near role beside the role", parameters: map[string]string{"rolename": "x"}, objects: entry, problems: []string{"tolerated unknown-parameter /rolename"}, files: file},
		{name: "near objects", parameters: map[string]string{"object": entry}, problems: []string{"refused unknown-parameter /object"}, files: file},
		{name: "no objects", problems: []string{"refused parameter "}, unreadable: true},
		{name: "blank objects", parameters: map[string]string{"objects": " \n"}, problems: []string{"refused parameter /objects"}, unreadable: true},
		{name: "no object", objects: "# nothing\n", problems: []string{"refused objects-shape /objects"}, unreadable: true},
		{name: "empty list", objects: "[]", problems: []string{"refused objects-shape /objects"}, unreadable: true},
		{name: "flag", parameters: map[string]string{"vaultSkipTLSVerify": "yes"}, objects: entry, problems: []string{"refused parameter /vaultSkipTLSVerify"}, files: file},
		{name: "empty flag", parameters: map[string]string{"vaultSkipTLSVerify": ""}, objects: entry, problems: []string{"refused parameter /vaultSkipTLSVerify"}, files: file},
		{name: "address", parameters: map[string]string{"vaultAddress": "127.0.0.1:8200"}, objects: entry, problems: []string{"refused parameter /vaultAddress"}, files: file},
		{name: "unread parameter", parameters: map[string]string{"vaultCAPem": "x"}, objects: entry, problems: []string{"tolerated unknown-parameter /vaultCAPem"}, files: file},
		{name: "azure form", objects: "array:\n  - |\n    objectName: a\n", problems: []string{"refused objects-shape /objects!"}, unreadable: true},
		{name: "list of strings is reported once", objects: "- |\n  objectName: a\n- |\n  objectName: b\n", problems: []string{"refused objects-shape /objects!/0"}, unreadable: true},
		{name: "repeated key", objects: entry + "  secretKey: l\n", problems: []string{"refused objects-shape /objects!/0/secretKey~22"}, unreadable: true},
		{name: "second document", objects: entry + "---\n" + entry, problems: []string{"tolerated objects-shape /objects"}, files: file},
		{name: "empty second document", objects: "---\n" + entry + "---\n# end\n", files: file},
		{name: "no name", objects: "- secretPath: p\n  secretKey: k\n", problems: []string{"refused object-field /objects!/0"}},
		{name: "empty name", objects: "- objectName: ''\n  secretPath: p\n", problems: []string{"refused object-field /objects!/0/objectName"}},
		{name: "name in another case", objects: "- objectname: a\n  secretPath: p\n", problems: []string{"refused unknown-object-field /objects!/0/objectname"}, files: []string{"a=p#"}},
		{name: "stray field in place of the key", objects: "- objectName: a\n  secretPath: p\n  objectAlias: k\n", problems: []string{"refused unknown-object-field /objects!/0/objectAlias"}, files: []string{"a=p#k"}},
		{name: "stray field in place of the path", objects: "- objectName: a\n  x: k\n", problems: []string{"refused unknown-object-field /objects!/0/x"}, files: []string{"a=k#"}},
		{name: "stray field without a key", objects: "- objectName: a\n  secretPath: p\n  x: k\n", problems: []string{"tolerated unknown-object-field /objects!/0/x"}, files: []string{"a=p#"}},
		{name: "stray fields in place of none", objects: "- objectName: a\n  secretPath: p\n  x: k\n  y: k\n", problems: []string{"tolerated unknown-object-field /objects!/0/x", "tolerated unknown-object-field /objects!/0/y"}, files: []string{"a=p#"}},
		{name: "old path", objects: "- objectName: a\n  objectPath: p\n", problems: []string{"refused unknown-object-field /objects!/0/objectPath"}, files: []string{"a=p#"}},
		{name: "near key", objects: "- objectName: a\n  secretPath: p\n  secret_key: k\n", problems: []string{"refused unknown-object-field /objects!/0/secret_key"}, files: []string{"a=p#k"}},
		{name: "alias", objects: entry + "  objectAlias: b\n", problems: []string{"tolerated unknown-object-field /objects!/0/objectAlias"}, files: file},
		{name: "quoted permission", objects: entry + "  filePermission: \"0600\"\n", problems: []string{"refused object-field /objects!/0/filePermission"}, files: file},
		{name: "float permission", objects: entry + "  filePermission: 1e3\n", files: file},
		{name: "arguments as text", objects: entry + "  secretArgs: text\n", problems: []string{"refused object-field /objects!/0/secretArgs"}, files: file},
		{name: "arguments that JSON cannot hold", objects: entry + "  secretArgs: {x: .nan}\n", problems: []string{"refused object-field /objects!/0/secretArgs"}, files: file},
		{name: "encoding", objects: entry + "  encoding: utf8\n", problems: []string{"refused object-field /objects!/0/encoding"}, files: file},
		{name: "encoding without key", objects: "- objectName: a\n  secretPath: p\n  encoding: utf8\n", files: []string{"a=p#"}},
		{name: "method", objects: entry + "  method: 'G T'\n", problems: []string{"refused object-field /objects!/0/method"}, files: file},
		{name: "query", objects: "- objectName: a\n  secretPath: p?x=1;y\n", problems: []string{"refused object-field /objects!/0/secretPath"}, files: []string{"a=p?x=1;y#"}},
		{name: "duplicate in secretArgs", objects: "- {objectName: a, secretPath: p, secretKey: k, secretArgs: {x: [{y: 1, y: 2}]}}\n", problems: []string{"refused objects-shape /objects!/0/secretArgs/x/0/y~22"}, files: []string{"a=p#k"}},
		{name: "duplicate", objects: entry + entry, files: []string{file[0], file[0] + " refused-duplicate"}},
		{name: "file name", objects: "- objectName: ../a\n  secretPath: p\n", problems: []string{"refused object-field /objects!/0/objectName"}, files: []string{"../a=p#"}},
		{name: "file and folder", objects: "- objectName: x\n  secretPath: p\n- objectName: x/y\n  secretPath: p\n", problems: []string{"refused object-field /objects!/0/objectName"}, files: []string{"x=p#", "x/y=p#"}},
		{name: "placeholders are not judged", parameters: map[string]string{"roleName": "${ROLE}", "vaultSkipTLSVerify": "{{ .x }}"}, objects: "- objectName: <{name}>\n  secretPath: ${P}\n  filePermission: $(MODE)\n", files: []string{"<{name}>=${P}# unknown"}},
	})
}

func TestVaultArgs(t *testing.T) {
	t.Parallel()
	r := Decode(Vault, []Parameter{
		{Name: "roleName", Value: "r"},
		{Name: "objects", Value: "- objectName: a\n  secretPath: p\n  secretArgs: {b: 1, a: [x]}\n"},
	}, loadTables(t))
	require.Empty(t, r.Problems)
	assert.Equal(t, `{"a":["x"],"b":1}`, r.Objects[0].Args)
}

func TestVaultPath(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]VaultPath{
		"secret/data/a":             {Normalised: "secret/data/a", Segments: []string{"secret", "data", "a"}},
		"/v1//kv/data/a/?version=3": {Normalised: "kv/data/a", Segments: []string{"kv", "data", "a"}, Version: "3"},
		"v1/v1/x":                   {Normalised: "v1/v1/x", Segments: []string{"v1", "x"}},
		"V1/secret/a":               {Normalised: "V1/secret/a", Segments: []string{"V1", "secret", "a"}, Faults: []PathFault{PathUpperV1}},
		"https://vault:8200/v1/a":   {Normalised: "https:/vault:8200/v1/a", Segments: []string{"https:", "vault:8200", "v1", "a"}, Faults: []PathFault{PathURL}},
		"secret/data":               {Normalised: "secret/data", Segments: []string{"secret", "data"}, Faults: []PathFault{PathEmptyData}},
		"secret/data/data/x":        {Normalised: "secret/data/data/x", Segments: []string{"secret", "data", "data", "x"}},
		"database/creds/data":       {Normalised: "database/creds/data", Segments: []string{"database", "creds", "data"}},
		" kv/a#b":                   {Normalised: " kv/a#b", Segments: []string{" kv", "a#b"}, Faults: []PathFault{PathBlank, PathHash}},
		"../sys/health":             {Normalised: "../sys/health", Faults: []PathFault{PathOutside}},
		"/":                         {Faults: []PathFault{PathEmpty}},
		"team/a/../b/kv/data/c/":    {Normalised: "team/b/kv/data/c", Segments: []string{"team", "b", "kv", "data", "c"}},
		"secret/data/x?bad=%zz&y=;": {Normalised: "secret/data/x", Segments: []string{"secret", "data", "x"}},
	} {
		assert.Equal(t, &want, readVaultPath(text), text)
		assert.Equal(t, want.Normalised, readVaultPath(want.Normalised).Normalised)
	}
}

// An object that only has its name lacks all else, one that also has another field
// lacks what the provider requires.
func TestNameOnly(t *testing.T) {
	t.Parallel()
	for objects, want := range map[string][]string{
		"- objectName: a\n":                {"secretPath", "secretKey"},
		"- secretKey: a\n":                 {"objectName", "secretPath"},
		"- objectName: a\n  method: GET\n": {"secretPath"},
	} {
		r := Decode(Vault, append([]Parameter{{Name: "objects", Value: objects}}, good[Vault]...), loadTables(t))
		require.Len(t, r.Problems, 1, objects)
		assert.Equal(t, want, append([]string{r.Problems[0].Name}, r.Problems[0].With...), objects)
	}
}
