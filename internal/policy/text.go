package policy

import (
	"errors"
	"io/fs"
	"strings"
	"unicode/utf8"
)

// readText reads a file of rules. A checkout on Windows may have changed its line
// endings to CRLF, and some editors add a byte order mark: both are removed.
func readText(fsys fs.FS, name string) (string, error) {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return "", err
	}
	if !utf8.Valid(data) {
		return "", errors.New("it is not UTF-8: save it as UTF-8")
	}
	return strings.ReplaceAll(strings.TrimPrefix(string(data), "\ufeff"), "\r\n", "\n"), nil
}
