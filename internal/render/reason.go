package render

import "strings"

// reason extracts what matters from an error of kustomize, which repeats the
// path to the fault, absolute file names, and sometimes the whole text of a
// patch. What is in backquotes or after a line break is left out, since it may
// contain a secret.
func reason(err error, folder string) string {
	text := strings.ReplaceAll(err.Error(), "unmarshal errors:\n", "")
	if from, to := strings.Index(text, "`"), strings.LastIndex(text, "`"); from >= 0 {
		text = text[:from] + text[to+1:]
	}
	if before, _, found := strings.Cut(text, "literal sources ["); found { // the literals of a generator follow
		text = before + "invalid literal source, expected key=value"
	}
	for _, opening := range []string{"\n", "[patch:", "decoding "} {
		text, _, _ = strings.Cut(text, opening)
	}
	if inner, found := between(text, "accumulation err='", "': must build at directory"); found {
		text = inner
	}
	text = strings.ReplaceAll(text, folder+"/", "")
	parts := strings.Split(text, ": ")
	from := len(parts) - 1
	for from > 0 && len(strings.Join(parts[from-1:], ": ")) <= maxForeignText && !isBoilerplate(parts[from-1]) {
		from--
	}
	text = strings.ReplaceAll(strings.Join(parts[from:], ": "), `"`, "'")
	return oneLine(strings.Trim(text, "' :"))
}

// isBoilerplate reports whether a part of an error only says how it got there.
func isBoilerplate(part string) bool {
	for _, word := range []string{"accumulat", "merging ", "recursed ", "trouble configuring", "couldn't make target", "loader.", "map[string]interface"} {
		if strings.Contains(part, word) {
			return true
		}
	}
	return false
}
