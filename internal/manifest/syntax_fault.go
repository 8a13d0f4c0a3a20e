package manifest

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
)

var parserLine = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:yaml: )?(?:unmarshal errors:\s*)?(?:line (\d+): )?(.*)$`)
})

// SyntaxFault returns the message of the error with which the parser rejected a
// text, and the line, from 1, that it belongs to. The parser gives a line only
// in its message, that of the context rather than of the fault and often one
// too low; so the line is found by parsing: it is the one after the longest
// beginning of the text that is YAML.
func SyntaxFault(text string, err error) (message string, line int) {
	return syntaxFault(text, err, new(int))
}

func syntaxFault(text string, err error, searched *int) (message string, line int) {
	parts := parserLine().FindStringSubmatch(strings.ReplaceAll(err.Error(), "\n", " "))
	message = parts[2]
	line, _ = strconv.Atoi(parts[1])
	if anchor, ok := strings.CutPrefix(message, "unknown anchor '"); ok {
		name, _, _ := strings.Cut(anchor, "'")
		message = "alias *" + name + " has no anchor in its document: an anchor is known only within its own document"
		line = aliasLine(text, name) // the parser gives no line for an alias
	}
	if found := faultyLine(text, searched); found > 0 {
		line = found
	}
	return message, max(line, 1)
}

// aliasLine returns the first line that may contain an alias of that name, 0
// for none. A comment or a string may look like one too, so this is only for a
// fault that the search does not find.
func aliasLine(text, name string) int {
	for at := 0; ; {
		next := strings.Index(text[at:], "*"+name)
		if next < 0 {
			return 0
		}
		start := at + next
		at = start + 1 + len(name)
		if at == len(text) || !isLetter(text[at]) && strings.IndexByte("0123456789_-", text[at]) < 0 {
			return 1 + strings.Count(text[:start], "\n")
		}
	}
}

// faultyLine returns the first line, counted from 1, that makes the text
// invalid YAML; 0 if it cannot be found within searchBytes, some of which may
// be used up already. A beginning that ends inside a bracket or a quote is not
// YAML either, so a binary search takes the last good one.
func faultyLine(text string, searched *int) int {
	lines := parserLines(text)
	last := lines.count()
	end := func(line int) int {
		if line == last {
			return len(text)
		}
		return lines.start(line + 1)
	}
	good := func(line int) bool {
		*searched += end(line)
		_, err := parseYAML(text[:end(line)])
		return err == nil
	}
	low, high := 0, last // line low is good, line high is not
	for high-low > 1 {
		middle := (low + high) / 2
		probe := middle
		for probe < high && probe < middle+openLines && *searched < searchBytes && !good(probe) {
			probe++
		}
		switch {
		case *searched >= searchBytes:
			return 0
		case probe < high && probe < middle+openLines:
			low = probe
		default:
			high = middle
		}
	}
	for high < last && !hasContent(strings.TrimRight(text[lines.start(high):end(high)], "\r\n")) {
		high++
	}
	return high
}

// searchBytes limits what is parsed to find the faults of one file: the search
// parses a text ten to a hundred times.
const searchBytes = 4 << 20

// openLines is the number of lines that a bracket or quote is expected to stay
// open.
const openLines = 12

// lineOffset returns where a line of text begins, as the parser counts.
func lineOffset(text string, line int) int {
	lines := parserLines(text)
	return lines.start(max(1, min(line, lines.count())))
}
