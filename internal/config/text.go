package config

import "strings"

// textLines reports for each line whether it is in a block string that is not
// linted, where a # does not begin a comment.
func textLines(lines []string) []bool {
	text := make([]bool, len(lines))
	for i := 0; i < len(lines); i++ {
		column := textKey(lines[i])
		if column < 0 {
			continue
		}
		for i+1 < len(lines) && isWithin(lines[i+1], column) {
			i++
			text[i] = true
		}
	}
	return text
}

// textKey returns the byte offset of the key on a line whose value is a block
// string that is not linted, or -1.
func textKey(line string) int {
	key, value, ok := strings.Cut(TrimComment(line), ": ")
	if !ok || !endsInBlockHeader(value) {
		return -1
	}
	column := len(key) - len(strings.TrimLeft(key, "- \t"))
	if isManifestKey(strings.Trim(key[column:], `"' `)) {
		return -1
	}
	return column
}

// isManifestKey reports whether the strings under a key are linted: the objects
// of a class, and what the patches of a kustomization set there.
func isManifestKey(key string) bool {
	return key == "objects" || key == "patch" || key == "value"
}

// endsInBlockHeader reports whether a value is "|", ">2-" or the like, preceded
// by at most a tag and an anchor.
func endsInBlockHeader(value string) bool {
	fields := strings.Fields(value)
	for i, field := range fields {
		if i == len(fields)-1 {
			return isBlockHeader(field)
		}
		if field[0] != '!' && field[0] != '&' {
			return false
		}
	}
	return false
}

func isBlockHeader(text string) bool {
	return text != "" && (text[0] == '|' || text[0] == '>') && strings.Trim(text[1:], "+-123456789") == ""
}

// isWithin reports whether a line belongs to the block string of a key at a
// column.
func isWithin(line string, column int) bool {
	rest := strings.TrimLeft(line, " ")
	return strings.TrimSpace(rest) == "" || len(line)-len(rest) > column
}
