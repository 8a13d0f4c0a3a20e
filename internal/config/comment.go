package config

import (
	"strings"
	"unicode/utf8"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// ReadIgnores returns the ignores in the comments of a file, given as its
// characters without a byte order mark. The lines are read as they are: a
// comment in the string of "objects" is not a comment of the file's own YAML.
// Block strings that are not linted contain no ignores.
func ReadIgnores(path, content string) []Ignore {
	if !strings.Contains(content, ignoreWord) || strings.HasSuffix(path, ".json") {
		return nil
	}
	lines := strings.Split(content, "\n")
	next, text := nextContent(lines), textLines(lines)
	var ignores []Ignore
	for i, leading := 0, true; i < len(lines); i++ {
		line := strings.TrimSuffix(lines[i], "\r")
		leading = leading && (isBlankOrComment(line) || mayPrecedeComments(line))
		at := commentStart(line)
		if at < 0 || text[i] {
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
		case isBlankOrComment(line):
			ignore.Lines = targets(lines, next, next[i+1])
		default:
			ignore.Lines = targets(lines, next, i)
		}
		for _, rule := range d.rules {
			ignore.Rule = rule
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

// targets returns the lines, counted from 1, that an ignore for lines[i]
// applies to. A finding about a string of azure's array starts in the string,
// below "- |".
func targets(lines []string, next []int, i int) []int {
	if i >= len(lines) {
		return nil
	}
	if first := next[i+1]; isBlockStringItem(lines[i]) && first < len(lines) {
		return []int{i + 1, first + 1}
	}
	return []int{i + 1}
}
