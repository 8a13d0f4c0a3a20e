package rulepage

import (
	"strconv"
	"strings"
)

// Line is a line of a block as shown to a reader of the page.
type Line struct {
	Text  string
	Rules string // of the findings that start there, as "a/b,c/d"; "" for none
}

// VisibleLines returns the lines of a block without its marks. notes are the
// lines since the previous block that ParseNote recognised; those that mark
// lines of this block count.
func VisibleLines(block, notes []string) []Line {
	rules := markedRules(block, notes)
	var lines []Line
	for i, text := range block {
		if i == 0 && FileOf(text) != "" {
			continue
		}
		if at := compiledMarks().want.FindStringIndex(text); at != nil {
			if text = strings.TrimRight(text[:at[0]], " "); strings.TrimSpace(text) == "" {
				continue // it was nothing but the mark
			}
		}
		lines = append(lines, Line{Text: text, Rules: strings.Join(rules[i+1], ",")})
	}
	return lines
}

// markedRules returns the rules that a block, or the notes before it, mark, by
// line from 1.
func markedRules(block, notes []string) map[int][]string {
	rules := make(map[int][]string)
	for _, note := range notes {
		if match := compiledMarks().wantLine.FindStringSubmatch(note); match != nil {
			number, _ := strconv.Atoi(match[1])
			rules[number] = append(rules[number], match[2])
		}
	}
	for i, text := range block {
		for _, match := range compiledMarks().want.FindAllStringSubmatch(text, -1) {
			ahead, _ := strconv.Atoi(match[1])
			rules[i+1+ahead] = append(rules[i+1+ahead], match[2])
		}
	}
	return rules
}
