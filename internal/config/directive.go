package config

import "strings"

// directive is an ignore as written, without its position.
type directive struct {
	rules     []string // one empty string if no rule is named
	reason    string
	wholeFile bool
}

const (
	ignoreWord     = "mxlint:ignore"
	ignoreFileWord = "mxlint:ignore-file"
)

// parseComment parses a comment, including its leading #. ok is false if the
// comment is not an ignore.
func parseComment(comment string) (d directive, ok bool) {
	body := strings.TrimLeft(strings.TrimLeft(comment, "#"), " \t")
	rest, ok := cutWord(body, ignoreFileWord)
	if d.wholeFile = ok; !ok {
		if rest, ok = cutWord(body, ignoreWord); !ok {
			return directive{}, false
		}
	}
	rules, reason := rest, ""
	if at := reasonMark(rest); at >= 0 {
		rules, reason = rest[:at], rest[at+2:]
	}
	d.rules = parseRules(rules)
	d.reason = strings.TrimSpace(reason)
	return d, true
}

// cutWord cuts a prefix that is followed by a blank or the end of the text.
func cutWord(text, word string) (rest string, ok bool) {
	rest, ok = strings.CutPrefix(text, word)
	return rest, ok && (rest == "" || isBlank(rest[0]))
}

// reasonMark finds the "--" that precedes a reason. A "--" within a word, such
// as a rule ID, does not count.
func reasonMark(text string) int {
	for i := 0; i+1 < len(text); i++ {
		if text[i] == '-' && text[i+1] == '-' && (i == 0 || isBlank(text[i-1])) {
			return i
		}
	}
	return -1
}

// parseRules parses "RULE, RULE". Whatever follows a rule after a blank is not
// a rule, but a reason whose mark was forgotten.
func parseRules(list string) []string {
	var rules []string
	seen := make(map[string]bool)
	for entry := range strings.SplitSeq(list, ",") {
		fields := strings.FieldsFunc(entry, func(r rune) bool { return r == ' ' || r == '\t' || r == ':' })
		if len(fields) == 0 {
			continue
		}
		if !seen[fields[0]] {
			seen[fields[0]] = true
			rules = append(rules, fields[0])
		}
		if len(fields) > 1 {
			break
		}
	}
	if rules == nil {
		return []string{""}
	}
	return rules
}

// parseEntry parses one line of an annotation, "RULE[,RULE]: reason". The "--"
// that marks the reason in a comment is accepted too.
func parseEntry(line string) directive {
	rules, reason, found := strings.Cut(line, ":")
	if at := reasonMark(rules); at >= 0 {
		rules, reason = line[:at], line[at+2:]
	} else if !found {
		rules, reason = line, ""
	}
	return directive{rules: parseRules(rules), reason: strings.TrimSpace(reason)}
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }
