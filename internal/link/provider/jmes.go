package provider

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/jmespath/go-jmespath"
)

// JMESKind is a kind of JMESPath expression that rules tell apart.
type JMESKind string

// The kinds of expressions.
const (
	JMESIdentifier JMESKind = "identifier" // database_host
	JMESQuoted     JMESKind = "quoted"     // "database-host"
	JMESDotted     JMESKind = "dotted"     // a.b.c, without quotes around the dots: a nested value
	JMESLiteral    JMESKind = "literal"    // 'x' or `"x"`: no key is read at all
	JMESOther      JMESKind = "other"
)

// JMES is what the path of an aws entry reads.
type JMES struct {
	Path string `json:"path"`
	// Error is why the path fails whatever the secret holds, empty if it need not.
	Error  string   `json:"error"`
	Kind   JMESKind `json:"kind"`
	Key    string   `json:"key"`    // the one key of the secret that is read, if it is one
	Quoted string   `json:"quoted"` // the path that reads the key that was probably meant
	// NoString says of a literal that it is no string, which fails the mount.
	NoString bool `json:"noString"`
}

// maxPath bounds what is compiled; a key of a secret is far shorter.
const maxPath = 4096

func readJMES(path string) *JMES {
	expression := strings.Trim(path, " \t\r\n")
	j := &JMES{Path: path, Kind: jmesKind(expression), Quoted: quoteKey(expression)}
	if len(path) > maxPath {
		j.Error = "the expression is too long"
		return j
	}
	switch j.Kind {
	case JMESIdentifier:
		j.Key = expression
		return j // what the grammar calls a name needs no parser
	case JMESQuoted:
		if json.Unmarshal([]byte(expression), &j.Key) == nil {
			return j
		}
	}
	tree, err := jmespath.NewParser().Parse(path)
	if err != nil {
		j.Error = "Invalid JMES Path: " + path + ". (" + oneLine(err) + ")"
		var syntax jmespath.SyntaxError
		if errors.As(err, &syntax) {
			j.Error = "Invalid JMES Path: " + path + ". (SyntaxError: " + strings.TrimPrefix(oneLine(err), "SyntaxError: ") + ")"
		}
		return j
	}
	if j.Kind == JMESLiteral {
		j.NoString = expression[0] == '`' && !stringLiteral(expression)
		return j
	}
	j.Error = failsWhenRead(tree)
	return j
}

func jmesKind(expression string) JMESKind {
	switch {
	case expression == "":
		return JMESOther
	case identifier(expression):
		return JMESIdentifier
	case expression[0] == '"' && json.Valid([]byte(expression)):
		return JMESQuoted
	case expression[0] == '\'' || expression[0] == '`':
		if closes(expression) == len(expression)-1 {
			return JMESLiteral
		}
	case dotted(expression):
		return JMESDotted
	}
	return JMESOther
}

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

// stringLiteral: what stands between backticks is JSON, or else a string.
func stringLiteral(expression string) bool {
	var value any
	content := strings.ReplaceAll(strings.Trim(expression, "`"), "\\`", "`")
	if err := json.Unmarshal([]byte(content), &value); err != nil {
		return true
	}
	_, is := value.(string)
	return is
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
