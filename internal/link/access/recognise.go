package access

import (
	"bytes"
	"path"
	"strings"
)

// Recognise tells whether a file may be a policy file, by its name and the
// words in its bytes. It is cheap, and lets more through than Parse takes.
func Recognise(name string, data []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".hcl":
		return bytes.Contains(data, []byte("path"))
	case ".json":
		return bytes.Contains(data, []byte(`"Statement"`)) ||
			bytes.Contains(data, []byte(`"subject"`)) ||
			bytes.Contains(data, []byte(`"path"`)) && bytes.Contains(data, []byte(`"capabilities"`))
	default:
		return false
	}
}
