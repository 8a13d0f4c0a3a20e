package provider

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/mxlint/internal/manifest"
)

func TestTemplated(t *testing.T) {
	t.Parallel()
	tables := loadTables(t)
	for name, c := range map[string]struct {
		provider Name
		objects  string
		mark     *manifest.Pos
	}{
		"loop":               {Vault, "{{- range .keys }}\n- objectName: {{ . }}\n{{- end }}\n", &manifest.Pos{Line: 1, Column: 1}},
		"unquoted value":     {Vault, "- objectName: a\n  secretPath: {{ .path }}\n", &manifest.Pos{Line: 2, Column: 15}},
		"entry":              {AWS, "- objectName: a\n  objectType: ssmparameter\n- ${ENTRY}\n", &manifest.Pos{Line: 3, Column: 3}},
		"line":               {Vault, "- objectName: a\n  secretPath: é\n${MORE}\n", &manifest.Pos{Line: 3, Column: 1}},
		"jmesPath":           {AWS, "- objectName: a\n  objectType: ssmparameter\n  jmesPath: ${PATHS}\n", &manifest.Pos{Line: 3, Column: 13}},
		"inner line":         {Azure, "array:\n  - |\n    objectName: a\n    {{ if .x }}\n    objectType: secret\n    {{ end }}\n", &manifest.Pos{Line: 4, Column: 5}},
		"inner value":        {Azure, "array:\n  - |\n    objectName: a\n    objectType: {{ .type }}\n", &manifest.Pos{Line: 4, Column: 17}},
		"inner string":       {Azure, "array:\n  - |\n    objectName: a\n    objectType: secret\n  - ${MORE}\n", &manifest.Pos{Line: 5, Column: 5}},
		"array":              {Azure, "array: ${ALL}\n", &manifest.Pos{Line: 1, Column: 8}},
		"after é and quotes": {Vault, "- objectName: \"{{ a }}\"\n  é: {{- if b }}\n", &manifest.Pos{Line: 2, Column: 6}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := Decode(c.provider, append([]Parameter{{Name: "objects", Value: c.objects}}, good[c.provider]...), tables)
			assert.Equal(t, c.mark, r.Templated)
			assert.False(t, r.Readable)
			assert.Empty(t, r.Problems)
		})
	}
}

func TestTemplatedValues(t *testing.T) {
	t.Parallel()
	tables := loadTables(t)
	for name, objects := range map[string]string{
		"in quotes":    "- objectName: \"{{ .name }}\"\n  secretPath: p\n",
		"in a scalar":  "- objectName: mx-{{ .name }}\n  secretPath: ${P}\n",
		"in a comment": "- objectName: ${A}\n  secretPath: p # {{ x }}\n",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := Decode("vault", []Parameter{{Name: "roleName", Value: "r"}, {Name: "objects", Value: objects}}, tables)
			assert.Nil(t, r.Templated)
			assert.True(t, r.Readable)
			assert.Empty(t, r.Problems)
			assert.True(t, r.Files[0].Unknown)
		})
	}
}

func TestUnknownObjects(t *testing.T) {
	t.Parallel()
	for _, objects := range []string{"${OBJECTS}", "{{ .Values.objects | indent 4 }}\n"} {
		r := Decode("aws", []Parameter{{Name: "objects", Value: objects}}, loadTables(t))
		assert.Empty(t, r.Problems)
		assert.Nil(t, r.Templated)
		assert.False(t, r.Readable)
	}
}
