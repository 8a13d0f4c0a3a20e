package access

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// holds checks that a value and all below it lie in the text, inside each other.
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
		"a = <<EOF\n}\nEOF\nb = f(x, {\"}\" = 1})", `path "a" {`, "}", `"a" "b" [`, "a {{{{", "x = [{}, }",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		v, fault := readHCL(data)
		if fault == nil {
			holds(t, &v, 0, len(data))
		}
		judgeAnything(t, "p.hcl", data)
	})
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
		// Whatever is JSON is read without a fault, unless it is too deep.
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

// judgeAnything must neither panic nor mark a place outside of the file.
func judgeAnything(t *testing.T, name, data string) {
	t.Helper()
	file, err := Parse(name, []byte(data))
	if err != nil || file == nil {
		return
	}
	lines := strings.Count(data, "\n") + 1
	for _, p := range Judge([]*File{file}, []Need{vaultNeed("a/b", "secret/data/a"), awsNeed("a/b", "a/b")}, nil) {
		if p.Span.End.Before(p.Span.Start) || p.Span.Start.Line < 1 || p.Span.End.Line > lines {
			t.Fatalf("a problem stands at %v", p.Span)
		}
		if strings.ContainsAny(p.Says, "\n\r") {
			t.Fatalf("%q is no line", p.Says)
		}
	}
}
