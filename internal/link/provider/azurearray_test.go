package provider

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAsAzureArray(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ text, want string }{
		"no bar":        {"array:\n  - objectName: a\n    objectType: secret\n  - objectName: b\n", "array:\n  - |\n    objectName: a\n    objectType: secret\n  - |\n    objectName: b\n"},
		"some with bar": {"array:\n- |\n  objectName: a\n- objectName: b\n", "array:\n- |\n  objectName: a\n- |\n  objectName: b\n"},
		"no array":      {"- |\n  objectName: a\n\n- |\n  objectName: b\n", "array:\n  - |\n    objectName: a\n\n  - |\n    objectName: b\n"},
		"neither":       {"# ours\n- objectName: a # the type\n  objectType: secret\n", "array:\n  # ours\n  - |\n    objectName: a # the type\n    objectType: secret\n"},
		"wide dash":     {"array:\n  -   objectName: a\n      objectType: secret\n", "array:\n  - |\n      objectName: a\n      objectType: secret\n"},
		"flow entries":  {"array:\n  - {objectName: a, objectType: secret}\n", "array:\n  - |\n    {objectName: a, objectType: secret}\n"},

		"comment that would end the string": {"array:\n  - objectName: a\n # out\n    objectType: secret\n", ""},
		"flow list":                         {"array: [{objectName: a}]\n", ""},
		"an alias":                          {"array:\n  - &a\n    objectName: a\n  - *a\n", ""},
		"lone dash":                         {"array:\n  -\n    objectName: a\n", ""},
		"no list":                           {"array: a\n", ""},
		"no YAML":                           {"- a: b: c\n", ""},
		"nothing":                           {"", ""},
	} {
		assert.Equal(t, c.want, asAzureArray(c.text), name)
	}
}
