package manifest

import (
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A file in /proc is returned in pieces of any size, as a network file system
// may do.
func TestReadInPieces(t *testing.T) {
	t.Parallel()
	const path = "/proc/kallsyms"
	want, err := os.ReadFile(path)
	if err != nil || len(want) < 1<<16 {
		t.Skipf("%s is not there", path)
	}
	reader := Reader{Limit: len(want) + 1}
	got, err := reader.Read(path)
	require.NoError(t, err)
	assert.Len(t, got, len(want))
}
