package manifest

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestHasTwoObjects(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]bool{
		"apiVersion: v1\nkind: A\nmetadata: {name: a}\n":                                     false,
		"apiVersion: v1\nkind: A\nmetadata: {name: a}\napiVersion: v1\nkind: B\n":            true,
		"apiVersion: v1\nkind: A\nkind: B\n":                                                 false,
		"apiVersion: v1\napiVersion: v1\nkind: A\n":                                          false,
		"{apiVersion: v1, kind: A, metadata: {name: a}, apiVersion: v1, kind: B}":            false,
		"{\"apiVersion\": \"v1\", \"kind\": \"A\", \"apiVersion\": \"v1\", \"kind\": \"B\"}": false,
	} {
		file := Decode("a.yaml", []byte(text), DefaultLimits(), nil)
		require.Len(t, file.Docs, 1, text)
		assert.Equal(t, want, HasTwoObjects(file.Docs[0].Root), text)
	}
	assert.False(t, HasTwoObjects(nil))
}
