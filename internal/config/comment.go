package config

import (
	"strings"
	"unicode/utf8"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// ReadIgnores returns the ignores that stand in the comments of a file, given
// as its characters without a byte order mark. The lines are read as they
// stand: within the string of "objects" a comment is no comment of the file's
// own YAML.
func ReadIgnores(path, text string) []Ignore {
	if !strings.Contains(text, word) || strings.HasSuffix(path, ".json") {
		return nil
	}
	lines := strings.Split(text, "\n")
	next := nextContent(lines)
	var ignores []Ignore
	for i, leading := 0, true; i < len(lines); i++ {
		line := strings.TrimSuffix(lines[i], "\r")
		leading = leading && (isEmpty(line) || opensDocument(line))
		at := commentStart(line)
		if at < 0 {
			continue
		}
		comment := strings.TrimRight(line[at:], " \t\r")
		d, ok := parseComment(comment)
		if !ok {
			continue
		}
		ignore := Ignore{Kind: lint.ByComment, Reason: d.reason, Span: spanOf(path, i+1, line, at, comment)}
		switch {
		case d.wholeFile:
			ignore.Kind, ignore.wholeFile = lint.ByFileComment, leading
		case isEmpty(line):
			ignore.Lines = targets(lines, next, next[i+1])
		default:
			ignore.Lines = targets(lines, next, i)
		}
		for _, ignore.Rule = range d.rules {
			ignores = append(ignores, ignore)
		}
	}
	return ignores
}

func spanOf(path string, number int, line string, at int, comment string) manifest.Span {
	column := utf8.RuneCountInString(line[:at]) + 1
	return manifest.Span{
		Path:  path,
		Start: manifest.Pos{Line: number, Column: column},
		End:   manifest.Pos{Line: number, Column: column + utf8.RuneCountInString(comment)},
	}
}

// targets are the lines, counted from 1, that an ignore for lines[i] holds for.
// A finding about a string of azure's array starts in the string, below "- |".
func targets(lines []string, next []int, i int) []int {
	if i >= len(lines) {
		return nil
	}
	if first := next[i+1]; opensString(lines[i]) && first < len(lines) {
		return []int{i + 1, first + 1}
	}
	return []int{i + 1}
}

// nextContent returns, for each index and the one behind the last, the index of
// the first line from there on that is neither blank nor comment.
func nextContent(lines []string) []int {
	next := make([]int, len(lines)+1)
	next[len(lines)] = len(lines)
	for i := len(lines) - 1; i >= 0; i-- {
		if next[i] = i; isEmpty(lines[i]) {
			next[i] = next[i+1]
		}
	}
	return next
}

// isEmpty tells whether a line is blank, or nothing but a comment.
func isEmpty(line string) bool {
	line = strings.TrimLeft(line, " \t\r")
	return line == "" || line[0] == '#'
}

// opensDocument tells whether leading comments may go on below the line.
func opensDocument(line string) bool {
	return strings.HasPrefix(line, "%") || strings.HasPrefix(line, "---") && isEmpty(line[3:])
}

// opensString tells whether a line is "- |" or the like: an entry of a list
// that is a block string.
func opensString(line string) bool {
	if at := commentStart(line); at >= 0 {
		line = line[:at]
	}
	line = strings.TrimSpace(line)
	entry := strings.TrimLeft(line, "- \t")
	return strings.HasPrefix(line, "-") && entry != "" && (entry[0] == '|' || entry[0] == '>') &&
		strings.Trim(entry[1:], "+-123456789") == ""
}

// commentStart returns the byte offset of the # that begins a comment, or -1. A
// # begins one at the start of a line or behind a blank, outside quotes. In a
// quote that goes on in the next line it may be a comment of the YAML in there.
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

// WithoutComment is a line without the comment at its end.
func WithoutComment(line string) string {
	if at := commentStart(line); at >= 0 {
		return line[:at]
	}
	return line
}

// opensQuote tells whether a quote behind the text opens a string: within a
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
