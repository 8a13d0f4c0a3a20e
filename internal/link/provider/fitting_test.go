package provider

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestFitting(t *testing.T) {
	t.Parallel()
	tables := loadTables(t)
	objects := map[Name]string{
		Vault: "- {objectName: a, secretKey: a, secretPath: secret/data/a}\n",
		AWS:   "- {objectName: a, objectType: secretsmanager, jmesPath: [{path: a, objectAlias: a}]}\n",
		Azure: "array:\n  - |\n    objectName: a\n    objectType: secret\n",
	}
	for right, text := range objects {
		parameters := append([]Parameter{{Name: "objects", Value: text}}, good[right]...)
		for _, written := range append(Names(), "") {
			fitting := Fitting(Decode(written, parameters, tables), parameters, tables)
			if written == right {
				assert.Nil(t, fitting, "%s fits itself", right)
				continue
			}
			require.NotNil(t, fitting, "%s written as %q", right, written)
			assert.Equal(t, right, fitting.Provider)
			if written == "" {
				assert.Empty(t, fitting.Problems)
				continue
			}
			require.Len(t, fitting.Problems, 1, "%s written as %q", right, written)
			assert.Equal(t, right, fitting.Problems[0].Provider)
			assert.Equal(t, KindObjectsShape, fitting.Problems[0].Kind)
		}
		half := append([]Parameter{{Name: "objects", Value: text}, {Name: "stranger", Value: "x"}}, good[right]...)
		for _, written := range append(Names(), "") {
			assert.Nil(t, Fitting(Decode(written, half, tables), half, tables), "a parameter that nobody reads: %s written as %q", right, written)
		}
	}
}
