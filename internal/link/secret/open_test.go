package secret

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/manifest"
)

// A text that also occurs in the open is not secret: hiding it would hide names.
func TestSecretsInTheOpen(t *testing.T) {
	t.Parallel()
	file := manifest.Decode("a.yaml", []byte(`kind: MendixApp
metadata: {name: orders, namespace: production}
spec:
  sourceURL: https://me:hunter2a@example.com/orders?token=hunter2b
  runtime:
    environmentVariables:
      - {name: APP_NAME, value: orders}
      - {name: STAGE, value: production}
      - {name: HOST, value: example.com}
      - {name: A, value: hunter2a}
      - {name: B, value: hunter2b}
      - {name: C, value: order}
      - {name: D, value: "hun\"ter2"}
`), manifest.DefaultLimits(), nil)
	require.Empty(t, file.Broken)
	assert.Equal(t, []string{`hun\"ter2`, "hun\"ter2", "hunter2a", "hunter2b", "order"}, Of(file.Docs...).texts)
}
