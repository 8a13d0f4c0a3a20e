//go:build !unix

package manifest

import (
	"io"
	"os"
)

// readInto reads at most limit+1 bytes of a file; buffer is not used where raw
// system calls are not available.
func readInto(path string, buffer []byte, limit int) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return buffer[:0], err
	}
	defer file.Close()
	return io.ReadAll(io.LimitReader(file, int64(limit)+1))
}
