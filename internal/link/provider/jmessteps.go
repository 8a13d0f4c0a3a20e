package provider

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

func identifier(text string) bool {
	for i := range len(text) {
		if c := text[i]; !letter(c) && c != '_' && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return text != ""
}

// dotted reports whether an expression is keys separated by dots, none of which
// contains a dot: then quotes around one show that the others are meant.
func dotted(expression string) bool {
	keys := steps(expression)
	return len(keys) > 1 && !slices.ContainsFunc(keys, func(key string) bool { return strings.Contains(key, ".") })
}

// steps returns the keys that an expression descends by, each a name or in double
// quotes; nil if it is anything else.
func steps(expression string) (keys []string) {
	for {
		key, rest, ok := firstStep(expression)
		switch {
		case !ok || rest != "" && rest[0] != '.':
			return nil
		case rest == "":
			return append(keys, key)
		}
		keys, expression = append(keys, key), rest[1:]
	}
}

func firstStep(expression string) (key, rest string, ok bool) {
	if strings.HasPrefix(expression, `"`) {
		end := closes(expression)
		if end < 0 {
			return "", "", false
		}
		err := json.Unmarshal([]byte(expression[:end+1]), &key)
		return key, expression[end+1:], err == nil
	}
	end := strings.IndexByte(expression, '.')
	if end < 0 {
		end = len(expression)
	}
	return expression[:end], expression[end:], identifier(expression[:end])
}

// closes returns the offset of the delimiter that ends the literal at the start.
func closes(expression string) int {
	for i := 1; i < len(expression); i++ {
		switch expression[i] {
		case '\\':
			i++
		case expression[0]:
			return i
		}
	}
	return -1
}

// quoteKey returns the path that reads the key whose name the expression shows, "" if
// it shows a call, an index or several keys instead. The root at the start of JSONPath
// ("$.name") and jq (".name") is not part of the name.
func quoteKey(expression string) string {
	for _, root := range []string{"$.", "."} {
		if rest, rooted := strings.CutPrefix(expression, root); rooted && rest != "" {
			expression = rest
			break
		}
	}
	if keys := steps(expression); len(keys) > 1 {
		expression = strings.Join(keys, ".")
	}
	key := strings.Trim(expression, "\"'` \t\r\n")
	if key == "" || strings.ContainsAny(key, "()[]{}|&@*,?!<>=:\\\"'`") {
		return ""
	}
	var buffer bytes.Buffer
	encoder := json.NewEncoder(&buffer)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(key); err != nil {
		return fmt.Sprintf("%q", key)
	}
	return strings.TrimRight(buffer.String(), "\n")
}
