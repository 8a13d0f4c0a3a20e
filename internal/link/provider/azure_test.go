package provider

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/manifest"
)

func TestAzure(t *testing.T) {
	t.Parallel()
	const entry = "array:\n  - |\n    objectName: a\n    objectType: secret\n"
	file := []string{"a=a#secret"}
	run(t, Azure, []decodeCase{
		{name: "good", objects: entry, files: file},
		{name: "quoted and JSON", objects: `{"array": ["objectName: a\nobjectType: secret\n", "{\"objectName\": \"b\", \"objectType\": \"cert\"}"]}`, files: []string{"a=a#secret", "b=b#cert"}},
		{name: "alias", objects: entry + "    objectAlias: b.c\n", files: []string{"b.c=a#secret"}},
		{name: "values are trimmed", objects: "array:\n  - 'objectName: \" a \"\n\n    objectType: \"secret \"'\n", files: file},
		{name: "null string is dropped", objects: entry + "  -\n", files: file},
		{name: "old tenant", parameters: map[string]string{"tenantID": "-", "tenantId": "72a9c3e4-58bb-4f0d-8e21-c4d7a6b19f03"}, objects: entry, files: file},
		{name: "near tenant", parameters: map[string]string{"tenantID": "-", "tenantid": "x"}, objects: entry, problems: []string{"refused unknown-parameter /tenantid"}, files: file},
		{name: "no tenant", parameters: map[string]string{"tenantID": "-"}, objects: entry, problems: []string{"refused parameter "}, files: file},
		{name: "near client", parameters: map[string]string{"clientID": "-", "clientId": "x"}, objects: entry, problems: []string{"refused unknown-parameter /clientId"}, files: file},
		{name: "near client beside a mode", parameters: map[string]string{"clientID": "-", "clientId": "x", "useVMManagedIdentity": "true"}, objects: entry, problems: []string{"tolerated unknown-parameter /clientId"}, files: file},
		{name: "token proxy without client", parameters: map[string]string{"clientID": "-", "useAzureTokenProxy": "true"}, objects: entry, problems: []string{"refused parameter "}, files: file},
		{name: "legacy", parameters: map[string]string{"resourceGroup": "x"}, objects: entry, problems: []string{"tolerated unknown-parameter /resourceGroup"}, files: file},
		{name: "boolean", parameters: map[string]string{"usePodIdentity": "no"}, objects: entry, problems: []string{"refused parameter /usePodIdentity"}, files: file},
		{name: "cloud", parameters: map[string]string{"cloudName": "azurechinacloud"}, objects: entry, files: file},
		{name: "no cloud", parameters: map[string]string{"cloudName": "Azure"}, objects: entry, problems: []string{"refused parameter /cloudName"}, files: file},
		{name: "list", objects: "- objectName: a\n  objectType: secret\n", problems: []string{"refused objects-shape /objects!"}, unreadable: true},
		{name: "mappings are reported once", objects: "array:\n  - objectName: a\n  - objectName: b\n", problems: []string{"refused objects-shape /objects!/array/0"}, unreadable: true},
		{name: "array in another case", objects: "Array:\n  - |\n    objectName: a\n", problems: []string{"refused objects-shape /objects!/Array"}, unreadable: true},
		{name: "empty array", objects: "array: []", problems: []string{"refused objects-shape /objects"}, unreadable: true},
		{name: "array repeated", objects: entry + "array: []\narray: []\n", problems: []string{"refused objects-shape /objects!/array~22"}, unreadable: true},
		{name: "two objects in one string", objects: entry + "    objectName: b\n    objectType: secret\n", problems: []string{"refused objects-shape /objects!/array/0!/objectName~22"}, unreadable: true},
		{name: "list in a string", objects: "array:\n  - |\n    - objectName: a\n", problems: []string{"refused objects-shape /objects!/array/0!"}, unreadable: true},
		{name: "no YAML in a string", objects: entry + "  - |\n    objectName: b: c\n", problems: []string{"refused objects-shape /objects!/array/1"}, unreadable: true},
		{name: "empty string is reported once", objects: entry + "  - |\n    # nothing\n", problems: []string{"refused object-field /objects!/array/1"}, files: file},
		{name: "near name", objects: "array:\n  - |\n    objectname: a\n    objectType: secret\n", problems: []string{"refused unknown-object-field /objects!/array/0!/objectname"}, files: file},
		{name: "near alias", objects: entry + "    objectalias: b\n", problems: []string{"tolerated unknown-object-field /objects!/array/0!/objectalias"}, files: []string{"b=a#secret"}},
		{name: "alias without name", objects: "array:\n  - |\n    objectAlias: a\n    objectType: secret\n", problems: []string{"refused object-field /objects!/array/0!"}, files: []string{"a=#secret"}},
		{name: "type", objects: "array:\n  - |\n    objectName: a\n    objectType: Opaque\n    objectEncoding: hex\n", problems: []string{"refused object-field /objects!/array/0!/objectType"}, files: []string{"a=a#Opaque"}},
		{name: "history", objects: entry + "    objectVersionHistory: 2.5\n", files: []string{"a=a#secret versioned"}},
		{name: "quoted history", objects: entry + "    objectVersionHistory: \"2\"\n", problems: []string{"refused object-field /objects!/array/0!/objectVersionHistory"}, files: file},
		{name: "encoding of a key", objects: "array:\n  - |\n    objectName: a\n    objectType: key\n    objectEncoding: hex\n", problems: []string{"refused object-field /objects!/array/0!/objectEncoding"}, files: []string{"a=a#key"}},
		{name: "pfx of a certificate", objects: "array:\n  - |\n    objectName: a\n    objectType: cert\n    objectFormat: pfx\n", problems: []string{"refused object-field /objects!/array/0!/objectFormat"}, files: []string{"a=a#cert"}},
		{name: "octal", objects: entry + "    filePermission: 0899\n", problems: []string{"tolerated object-field /objects!/array/0!/filePermission"}, files: file},
		{name: "dots in an alias", objects: entry + "    objectAlias: x..y\n", problems: []string{"refused object-field /objects!/array/0!/objectAlias"}, files: []string{"x..y=a#secret"}},
		{name: "duplicate", objects: entry + "  - |\n    objectName: b\n    objectType: secret\n    objectAlias: a\n", files: []string{"a=a#secret", "a=b#secret duplicate"}},
	})
}

func TestPlaces(t *testing.T) {
	t.Parallel()
	tables := loadTables(t)
	for name, c := range map[string]struct {
		provider Name
		objects  string
		pointer  manifest.Path
		line     int
	}{
		"tab":                        {Vault, "- objectName: a\n\tsecretPath: b\n", "/objects", 2},
		"tab behind a scalar":        {Vault, "- objectName: a\n\t  secretPath: b\n- objectName: c\n", "/objects", 2},
		"tab far below":              {Vault, "- objectName: a\n  secretPath: b\n- objectName: c\n\t  secretPath: b\n", "/objects", 4},
		"anchor that is not there":   {Vault, "- objectName: a\n  secretPath: b\n- objectName: c\n  secretPath: *b\n- objectName: d\n", "/objects", 4},
		"mapping in a value":         {Vault, "- objectName: a\n  secretPath: b: c\n", "/objects", 2},
		"outdented key":              {Vault, "- objectName: a\n secretPath: b\n", "/objects", 2},
		"control character":          {AWS, "- objectName: a\n  objectType: \x01\n", "/objects", 2},
		"outdented key far below":    {Vault, "- objectName: a\n  secretPath: b\n- objectName: c\n  secretPath: d\n secretKey: e\n- objectName: f\n  secretPath: g\n", "/objects", 5},
		"unclosed list":              {AWS, "- objectName: a\n  objectType: ssmparameter\n  jmesPath: [{path: a, objectAlias: b}\n- objectName: b\n", "/objects", 3},
		"inner text":                 {Azure, "array:\n  - |\n    objectName: a\n    objectType: b: c\n", "/objects!/array/0", 2},
		"lines that trimming takes":  {Azure, "\n\narray:\n  - |\n    x: y\n  z: [\n", "/objects", 6},
		"second document of a class": {AWS, "---\n- objectName: a\n  objectType: ssmparameter\n--- \nx: y\n", "/objects", 4},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := Decode(c.provider, append([]Parameter{{Name: "objects", Value: c.objects}}, good[c.provider]...), tables)
			require.Len(t, r.Problems, 1)
			assert.Equal(t, c.pointer, r.Problems[0].Pointer)
			assert.Equal(t, c.line, r.Problems[0].Line)
		})
	}
}
