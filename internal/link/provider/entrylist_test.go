package provider

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAsList(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, text, want string
		needs            func(map[string]any) bool
	}{
		{
			"aws",
			"# ours\narray:\n  - |\n    objectName: shop/orders # one\n    objectType: secretsmanager\n    jmesPath:\n      - {path: a, objectAlias: b}\n  - |\n    objectName: arn:aws:x\n    jmesPath: [{path: c, objectAlias: d}]\n",
			"# ours\n  - objectName: shop/orders # one\n    objectType: secretsmanager\n    jmesPath:\n      - {path: a, objectAlias: b}\n  - objectName: arn:aws:x\n    jmesPath: [{path: c, objectAlias: d}]\n", awsNeeds,
		},
		{"vault", "array:\n- |-\n  objectName: a\n  secretPath: b", "- objectName: a\n  secretPath: b", vaultNeeds},
		{"deep", "array:\n  - |\n        objectName: a\n        secretPath: b\n", "  -     objectName: a\n        secretPath: b\n", vaultNeeds},
		{"azure in earnest", "array:\n  - |\n    objectName: a\n    objectType: secret\n", "", awsNeeds},
		{"whole secret", "array:\n  - |\n    objectName: a\n    objectType: secretsmanager\n", "", awsNeeds},
		{"no secretPath", "array:\n  - |\n    objectName: a\n", "", vaultNeeds},
		{"another key", "array:\n  - |\n    objectName: a\n    secretPath: b\nmore: c\n", "", vaultNeeds},
		{"flow", "array: [\"objectName: a\\nsecretPath: b\"]\n", "", vaultNeeds},
		{"quoted", "array:\n  - \"objectName: a\\nsecretPath: b\"\n", "", vaultNeeds},
		{"comment behind the header", "array:\n  - | # c\n    objectName: a\n    secretPath: b\n", "", vaultNeeds},
		{"alias", "array:\n  - &a |\n    objectName: a\n    secretPath: b\n  - *a\n", "", vaultNeeds},
		{"empty string", "array:\n  - |\n", "", vaultNeeds},
		{"empty", "array: []\n", "", vaultNeeds},
		{"no YAML", "array: [\n", "", vaultNeeds},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, test.want, asList(test.text, test.needs))
		})
	}
}
