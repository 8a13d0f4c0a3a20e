package access

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// hclString quotes a text for HCL.
func hclString(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`).Replace(text) + `"`
}

// shell quotes a word for a shell if necessary.
func shell(word string) string {
	plain := func(char rune) bool {
		return char < 0x80 && (isAlphanumeric(byte(char)) || strings.ContainsRune("-_./:@=,", char))
	}
	if word != "" && !slices.ContainsFunc([]rune(word), func(char rune) bool { return !plain(char) }) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// writeJSON encodes a document as people write it, with "<" and "&" unescaped.
func writeJSON(document any) string {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	// Strings, maps and lists of them cannot fail to encode.
	_ = encoder.Encode(document)
	return out.String()
}
