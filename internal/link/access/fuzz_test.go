package access

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hashicorp/hcl/hcl/parser"
	"github.com/stretchr/testify/assert"
)

// holds checks that a value and all below it are in the text, nested in each other.
func holds(t *testing.T, v *value, from, to int) {
	t.Helper()
	if v.start < from || v.end < v.start || v.end > to {
		t.Fatalf("value %d:%d lies outside of %d:%d", v.start, v.end, from, to)
	}
	for i := range v.items {
		holds(t, &v.items[i], v.start, v.end)
	}
	for i := range v.members {
		m := &v.members[i]
		if m.start < v.start || m.end > m.value.end || m.start > m.end {
			t.Fatalf("key %q %d:%d lies outside of %d:%d", m.key, m.start, m.end, v.start, v.end)
		}
		holds(t, &m.value, m.start, v.end)
	}
}

func FuzzHCL(f *testing.F) {
	for _, seed := range []string{
		`path "secret/data/a" { capabilities = ["read"] }`,
		"path \"a\" {\n  policy = \"write\"\n}\n# x\npath = { \"b/${c[\"d\"]}\" = { capabilities = [\"deny\",] } }",
		"path \"a\" {\n  capabilities = [\"read\"\n}\npath \"b\" { capabilities = [\"read\"], x = 1 }", "path \"e\u0301\" { policy = <<-X\n  read\n  X\n}",
		"\"path\" \"a\\u00e9\"\r\n{\r\n x = <<X\r\ny\r\nX\r\n y = [[{ z = 1, }]] }\r\n", "x { y { z = } }\n\r\r\n", "path a b c { d e {} }",
		"a = [[{ b = [1 2] }]]", "a = \"\\777${ \\q }\" /* # */ // \n b = -0x1F, c = .5e-3", "a = [ } ]", "a\x00", "\xff", "a { = }",
		"a = <<EOF\n}\nEOF\nb = f(x, {\"}\" = 1})", `path "a" {`, "}", `"a" "b" [`, "a {{{{", "x = [{}, }",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		v, fault := readHCL(data)
		_, err := parser.Parse([]byte(data))
		if fault == nil {
			assert.NoError(t, err)
			holds(t, &v, 0, len(data))
		} else {
			assert.NotEqual(t, "it cannot be parsed", fault.message)
			assert.True(t, 0 <= fault.at && fault.at <= len(data), "%d of %d", fault.at, len(data))
		}
		written(t, &v, data, 0)
		judgeAnything(t, "p.hcl", data)
	})
}

// written checks that the keys of a policy of HCL stand where they are said to,
// and that it is no deeper than the limit, of a name and a label each.
func written(t *testing.T, v *value, data string, depth int) {
	t.Helper()
	if depth > 2*maxDepth+2 {
		t.Fatal("it is nested beyond the limit")
	}
	for i := range v.items {
		written(t, &v.items[i], data, depth+1)
	}
	for i := range v.members {
		m := &v.members[i]
		text := strings.ReplaceAll(data[m.start:m.end], "\r\n", "\n")
		if decoded, ok := unquote(text); ok {
			text = decoded
		}
		if text != m.key {
			t.Fatalf("%q is not the key %q", text, m.key)
		}
		written(t, &m.value, data, depth+1)
	}
}

func FuzzJSON(f *testing.F) {
	for _, seed := range []string{
		`{"Statement": [{"Effect": "Allow", "Action": "*", "Resource": ["arn:aws:secretsmanager:*:*:secret:a/b-??????"]}]}`,
		`{"issuer": "x", "subject": "system:serviceaccount:a:b"}`, `{"path": {"secret/data/a": {"capabilities": ["read"]}}}`,
		`{"a": "\u00e9\ud83d\ude00\n"}`, `[1, 2,]`, `{"a" "b": ]`, `{"a": [ "b": 1}`, `[[[[`, "{\"a\n", `"\u12`, "{} {}", `"\ud800\u0041"`, `"\ud800\ud800\udc00"`, `"\ud800\u00"`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		values, s := readJSON(data)
		for i := range values {
			holds(t, &values[i], 0, len(data))
		}
		// Any JSON is read without a fault, unless it is nested too deep.
		if json.Valid([]byte(data)) && strings.Count(data, "[")+strings.Count(data, "{") < maxDepth {
			if assert.Nil(t, s.fault) && assert.Len(t, values, 1) && values[0].kind == quoted && utf8.ValidString(data) {
				var want string
				assert.NoError(t, json.Unmarshal([]byte(data), &want))
				assert.Equal(t, want, values[0].text)
			}
		}
		judgeAnything(t, "p.json", data)
	})
}

// judgeAnything must neither panic nor report a place outside the file.
func judgeAnything(t *testing.T, name, data string) {
	t.Helper()
	file, err := Parse(name, []byte(data))
	if err != nil || file == nil {
		return
	}
	lines := strings.Count(data, "\n") + 1
	for _, p := range Judge([]*File{file}, []Need{vaultNeed("a/b", "secret/data/a"), awsNeed("a/b", "a/b")}, nil) {
		if p.Span.End.Before(p.Span.Start) || p.Span.Start.Line < 1 || p.Span.End.Line > lines {
			t.Fatalf("a problem is at %v", p.Span)
		}
		if strings.ContainsAny(p.Says, "\n\r") {
			t.Fatalf("%q is no line", p.Says)
		}
	}
}
