package provider

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"sigs.k8s.io/kustomize/kyaml/yaml"
	yaml11 "sigs.k8s.io/yaml"

	"example.com/mxlint/internal/manifest"
)

var seeds = []string{
	"- objectName: a\n  secretPath: secret/data/a\n  secretKey: a\n  filePermission: 0600\n  secretArgs: {ttl: 5}\n",
	"- &x\n  objectName: a\n  objectname: b\n- <<: *x\n  objectName: c\n- <<: [*x, {secretKey: k}]\n",
	"- objectName: y\n  objectType: secretsmanager\n  jmesPath:\n    - path: '\"a-b\"'\n      objectAlias: 0123\n    - {path: on, objectAlias: ~}\n",
	"- objectName: a\n  objectName: b\n-\n- |\n  text\n",
	"array:\n  - |\n    objectName: a\n    objectType: secret\n    objectAlias: b.c\n  - \"objectName: b\\nobjectType: key\\n\"\n  -\n",
	"array:\n  - objectName: a\n---\nb",
	"array: [a, 'b: c', 3]\nArray: x\n",
	"- objectName: {{ .Values.name }}\n  secretPath: ${PATH}\n",
	"[{\"objectName\": \"a\", \"secretPath\": \"b\", \"secretKey\": null}]",
	"- objectName: !!binary aGk=\n  method: !!str 5\n  secretPath: .inf\n  filePermission: 1e3\n",
}

// undecodable reports whether the result has a problem for which a decoder, and not a
// later check, rejects the text.
func undecodable(r *Result) bool {
	for _, p := range r.Problems {
		if p.Tolerated {
			continue
		}
		switch p.Fault {
		case FaultSyntax, FaultShape, FaultForeign, FaultNoObject, FaultNullEntry, FaultDuplicate, FaultType:
			return true
		}
	}
	return false
}

func valueIfExact(o Object, field string) string {
	if f := o.Fields[field]; !f.Near {
		return f.Value
	}
	return ""
}

func FuzzVault(f *testing.F) { fuzz(f, compareVault, Vault) }

func compareVault(t require.TestingT, text string, r *Result) {
	var secrets []vaultDescriptor
	err := yaml.Unmarshal([]byte(text), &secrets)
	require.Equal(t, err != nil || len(secrets) == 0, undecodable(r), "%v\n%v", err, r.Problems)
	if err != nil || len(secrets) == 0 {
		return
	}
	require.Len(t, r.Objects, len(secrets))
	for i, secret := range secrets {
		o := r.Objects[i]
		require.Equal(t, []string{valid(secret.ObjectName), valid(secret.SecretPath), valid(secret.SecretKey), valid(secret.Method), valid(secret.Encoding)},
			[]string{valueIfExact(o, "objectName"), valueIfExact(o, "secretPath"), valueIfExact(o, "secretKey"), valueIfExact(o, "method"), valueIfExact(o, "encoding")})
	}
}

func FuzzAWS(f *testing.F) { fuzz(f, compareAWS, AWS) }

func compareAWS(t require.TestingT, text string, r *Result) {
	var descriptors []*awsDescriptor
	err := yaml11.Unmarshal([]byte(text), &descriptors)
	refused := err != nil || len(descriptors) == 0
	for _, d := range descriptors {
		refused = refused || d == nil
	}
	require.Equal(t, refused, undecodable(r), "%v\n%v", err, r.Problems)
	if refused {
		return
	}
	require.Len(t, r.Objects, len(descriptors))
	for i, d := range descriptors {
		o := r.Objects[i]
		require.Equal(t, []string{d.ObjectName, d.ObjectAlias, d.ObjectType, d.ObjectVersion, d.ObjectVersionLabel, d.FilePermission},
			[]string{valueIfExact(o, "objectName"), valueIfExact(o, "objectAlias"), valueIfExact(o, "objectType"), valueIfExact(o, "objectVersion"), valueIfExact(o, "objectVersionLabel"), valueIfExact(o, "filePermission")})
	}
}

func FuzzAzure(f *testing.F) { fuzz(f, compareAzure, Azure) }

func compareAzure(t require.TestingT, text string, r *Result) {
	var wrapper azureWrapper
	err := yaml.Unmarshal([]byte(strings.TrimSpace(text)), &wrapper)
	refused := err != nil || len(wrapper.Array) == 0
	objects := make([]azureDescriptor, len(wrapper.Array))
	for i, text := range wrapper.Array {
		refused = refused || yaml.Unmarshal([]byte(text), &objects[i]) != nil
	}
	require.Equal(t, refused, undecodable(r), "%v\n%v", err, r.Problems)
	if refused {
		return
	}
	require.Len(t, r.Objects, len(objects))
	for i, object := range objects {
		o := r.Objects[i]
		require.Equal(t, []string{trimmed(object.ObjectName), trimmed(object.ObjectAlias), trimmed(object.ObjectType), trimmed(object.ObjectVersion)},
			[]string{valueIfExact(o, "objectName"), valueIfExact(o, "objectAlias"), valueIfExact(o, "objectType"), valueIfExact(o, "objectVersion")})
	}
}

func valid(text string) string { return strings.ToValidUTF8(text, "\uFFFD") }

func trimmed(text string) string { return strings.TrimSpace(valid(text)) }

// fuzz checks the reading of objects against the decoder that the provider uses.
func fuzz(f *testing.F, check func(require.TestingT, string, *Result), name Name) {
	for _, seed := range seeds {
		f.Add(seed)
	}
	tables := loadTables(f)
	f.Fuzz(func(t *testing.T, text string) { decodeAndCheck(t, text, check, name, tables) })
}

func decodeAndCheck(t require.TestingT, text string, check func(require.TestingT, string, *Result), name Name, tables *Tables) {
	if !utf8.ValidString(text) || len(text) > 4096 || bareTag(text) {
		return
	}
	r := Decode(name, []Parameter{{Name: "objects", Value: text}}, tables)
	if r.Templated != nil || manifest.Unknown(text) || blank(text) {
		return
	}
	check(t, text, r)
	resolvable(t, text, r)
}

// bareTag finds the tag ! followed by nothing, which yaml.v3 drops.
func bareTag(text string) bool {
	_, rest, found := strings.Cut(text, "!")
	return found && (rest == "" || strings.ContainsAny(rest[:1], " \t\r\n,]}\u0085\u2028\u2029") || bareTag(rest))
}

// resolvable checks that every pointer begins at objects, and that lines are in the
// text.
func resolvable(t require.TestingT, text string, r *Result) {
	for _, p := range r.Problems {
		if p.Pointer != "" {
			require.True(t, strings.HasPrefix(string(p.Pointer), "/objects"), p.Pointer)
		}
		if p.Pointer == objectsPath {
			require.LessOrEqual(t, p.Line, strings.Count(text, "\n")+1)
		}
	}
	for _, file := range r.Files {
		require.True(t, strings.HasPrefix(string(file.Pointer), "/objects!/"), file.Pointer)
		require.Less(t, file.Object, len(r.Objects))
		require.Less(t, file.Duplicates, len(r.Files))
	}
}

func FuzzNormaliseVaultPath(f *testing.F) {
	for _, seed := range []string{"secret/data/a", "/v1/v1/x", "//v1//kv/", "../sys/x?version=3", "V1/kv", "", "v1/v1", "..", "https://vault:8200/v1/x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := readVaultPath(text).Normalised
		require.Equal(t, once, readVaultPath(once).Normalised)
		require.NotContains(t, once, "//")
	})
}
