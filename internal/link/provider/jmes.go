package provider

import (
	"encoding/json"
	"errors"
	"strings"

	"github.com/jmespath/go-jmespath"
)

// JMESKind is a kind of JMESPath expression that rules distinguish.
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
	// Error is why the path fails whatever the secret contains, empty if it need not
	// fail.
	Error  string   `json:"error"`
	Kind   JMESKind `json:"kind"`
	Key    string   `json:"key"`    // the only key of the secret that is read, if it is one
	Quoted string   `json:"quoted"` // the path that reads the key that was probably meant
	// NoString means that a literal is not a string, which makes the mount fail.
	NoString bool `json:"noString"`
}

// maxPath bounds what is compiled; a key of a secret is much shorter.
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
		return j // a name needs no parser
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

// nearestKey returns the key that is read; if the path is no expression, the one that
// it would read in quotes; "" if there is none.
func (j *JMES) nearestKey() string {
	if j.Error == "" || j.Quoted == "" {
		return j.Key
	}
	var key string
	if json.Unmarshal([]byte(j.Quoted), &key) != nil {
		return ""
	}
	return key
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

// stringLiteral reports whether the text between backticks is a string, not other JSON.
func stringLiteral(expression string) bool {
	var value any
	content := strings.ReplaceAll(strings.Trim(expression, "`"), "\\`", "`")
	if err := json.Unmarshal([]byte(content), &value); err != nil {
		return true
	}
	_, is := value.(string)
	return is
}
