package access

import (
	"bytes"
	"path"
	"strings"
)

// Recognise reports whether a file may be a policy file, by its name and the words in
// it. It is cheap, and accepts more than Parse does.
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
