package render

import (
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLimitedBufferOfPrograms(t *testing.T) {
	t.Parallel()
	out := limitedBuffer{limit: 7}
	command := exec.CommandContext(t.Context(), "echo", "apiVersion")
	command.Stdout = &out
	require.NoError(t, command.Run())
	assert.Equal(t, "apiVers", out.buffer.String())
	assert.True(t, out.cut)
}
