package config

import "strings"

// commentStart returns the byte offset of the # that begins a comment, or -1. A
// # begins one at the start of a line or after a blank, outside quotes. In a
// quote that continues on the next line it may be a comment of YAML in the
// string.
func commentStart(line string) int {
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '#' && (i == 0 || isBlank(line[i-1])):
			return i
		case (c == '"' || c == '\'') && opensQuote(line[:i]):
			if end := quoteEnd(line, i); end >= 0 {
				i = end
			}
		}
	}
	return -1
}

// TrimComment returns a line without the comment at its end.
func TrimComment(line string) string {
	if at := commentStart(line); at >= 0 {
		return line[:at]
	}
	return line
}

// opensQuote reports whether a quote after the text opens a string: within a
// plain scalar it is an ordinary character.
func opensQuote(before string) bool {
	before = strings.TrimRight(before, " \t")
	if before == "" {
		return true
	}
	switch before[len(before)-1] {
	case ':', '-', '?', '[', '{', ',':
		return true
	}
	return false
}

// quoteEnd returns the offset of the quote that closes the one at i, or -1.
func quoteEnd(line string, i int) int {
	quote := line[i]
	for i++; i < len(line); i++ {
		switch {
		case line[i] == '\\' && quote == '"':
			i++
		case line[i] != quote:
		case quote == '\'' && i+1 < len(line) && line[i+1] == quote:
			i++
		default:
			return i
		}
	}
	return -1
}

// isBlankOrComment reports whether a line is blank or only a comment.
func isBlankOrComment(line string) bool {
	line = strings.TrimLeft(line, " \t\r")
	return line == "" || line[0] == '#'
}

// mayPrecedeComments reports whether leading comments may continue below the
// line.
func mayPrecedeComments(line string) bool {
	return strings.HasPrefix(line, "%") || strings.HasPrefix(line, "---") && isBlankOrComment(line[3:])
}

// isBlockStringItem reports whether a line is "- |" or the like: a list entry
// that is a block string.
func isBlockStringItem(line string) bool {
	line = strings.TrimSpace(TrimComment(line))
	entry := strings.TrimLeft(line, "- \t")
	return strings.HasPrefix(line, "-") && isBlockHeader(entry)
}

// nextContent returns, for each index and the one after the last, the index of
// the first line from there on that is neither blank nor a comment.
func nextContent(lines []string) []int {
	next := make([]int, len(lines)+1)
	next[len(lines)] = len(lines)
	for i := len(lines) - 1; i >= 0; i-- {
		if next[i] = i; isBlankOrComment(lines[i]) {
			next[i] = next[i+1]
		}
	}
	return next
}
