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

// dotted tells of keys with dots between them, none of which has dots of its
// own: then the quotes around it say that the others are meant.
func dotted(expression string) bool {
	keys := steps(expression)
	return len(keys) > 1 && !slices.ContainsFunc(keys, func(key string) bool { return strings.Contains(key, ".") })
}

// steps are the keys that an expression goes down by, each a name or in double
// quotes; nil where it is anything else.
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

// closes is the offset of the delimiter that ends the literal at the start.
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

// quoteKey is the path that reads the key whose name the expression shows, ""
// where it shows no name, but a call, an index or several keys. The root that
// JSONPath ("$.name") and jq (".name") begin with is no part of the name.
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
