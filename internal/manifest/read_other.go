//go:build !unix

package manifest

import "os"

// readInto reads a whole file; buffer is not used where raw system calls are
// not to be had.
func readInto(path string, buffer []byte, limit int) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return buffer[:0], err
	}
	return data, nil
}
