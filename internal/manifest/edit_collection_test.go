package manifest

import "testing"

func TestEditInsert(t *testing.T) {
	t.Parallel()
	insert := func(path Path, entries ...NewEntry) Op { return Op{Kind: OpInsert, Path: path, Entries: entries} }
	note := NewEntry{Key: "x.io/class", Value: "true"}
	runEditCases(t, []editCase{
		{"block", "a:\n    b: 1 # c\n    # end\nd: 2\n", insert("/a", note), "a:\n    b: 1 # c\n    x.io/class: \"true\"\n    # end\nd: 2\n"},
		{"before blank lines", "a:\n  b: 1\n\n# d\nd: 2\n", insert("/a", note), "a:\n  b: 1\n  x.io/class: \"true\"\n\n# d\nd: 2\n"},
		{"behind a block", "a:\n  b: |\n    t\n\nd: 2\n", insert("/a", note), "a:\n  b: |\n    t\n  x.io/class: \"true\"\n\nd: 2\n"},
		{"behind a kept block", "a:\n  b: |+\n    t\n\nd: 2\n", insert("/a", note), "a:\n  b: |+\n    t\n\n  x.io/class: \"true\"\nd: 2\n"},
		{"no final line break", "a:\n  b: 1", insert("/a", note), "a:\n  b: 1\n  x.io/class: \"true\""},
		{"behind a block, no final line break", "a:\n  b: |\n    t", insert("/a", note), "a:\n  b: |\n    t\n  x.io/class: \"true\""},
		{"CR LF", "a:\r\n  b: 1\r\nd: 2\r\n", insert("/a", note), "a:\r\n  b: 1\r\n  x.io/class: \"true\"\r\nd: 2\r\n"},
		{"plain", "a:\n  b: 1\n", insert("/a", NewEntry{Key: "c", Value: "true", Plain: true}), "a:\n  b: 1\n  c: true\n"},
		{"to the document", "a: 1\n---\nb: 2\n", insert("", note), "a: 1\nx.io/class: \"true\"\n---\nb: 2\n"},
		{"in an entry", "s:\n- a: 1\n- b: 2\n", insert("/s/0", note), "s:\n- a: 1\n  x.io/class: \"true\"\n- b: 2\n"},
		{"flow", "a: {b: 1} # c\n", insert("/a", note), "a: {b: 1, x.io/class: \"true\"} # c\n"},
		{"flow, several lines", "a: {\n  b: 1,\n  c: [2, 3],\n}\n", insert("/a", note), "a: {\n  b: 1,\n  c: [2, 3],\n  x.io/class: \"true\",\n}\n"},
		{"JSON", `{"a": {"b": 1}}`, insert("/a", note), `{"a": {"b": 1, "x.io/class": "true"}}`},
		{"JSON, compact", `{"a":{"b":{}}}`, insert("/a", note), `{"a":{"b":{},"x.io/class":"true"}}`},
		{"JSON, lines", "{\n  \"a\": {\n    \"b\": 1\n  }\n}\n", insert("/a", note), "{\n  \"a\": {\n    \"b\": 1,\n    \"x.io/class\": \"true\"\n  }\n}\n"},
		{"JSON, missing", `{"a":{"b":1}}`, insert("/a/n", note), `{"a":{"b":1,"n":{"x.io/class":"true"}}}`},
		{"JSON, null", `{"a": null}`, insert("/a", note), `{"a": {"x.io/class": "true"}}`},
		{"empty braces", "a: {}\nb: 1\n", insert("/a", note), "a: {x.io/class: \"true\"}\nb: 1\n"},
		{"null", "m:\n    a: # c\n    b: 1\n", insert("/m/a", note), "m:\n    a: # c\n        x.io/class: \"true\"\n    b: 1\n"},
		{"written null", "m:\n  a: null # c\n", insert("/m/a", note), "m:\n  a: # c\n    x.io/class: \"true\"\n"},
		{"missing", "m:\n  a: 1\nb: 1\n", insert("/m/q", note), "m:\n  a: 1\n  q:\n    x.io/class: \"true\"\nb: 1\n"},
		{"several missing", "m:\n   a: 1\nb: 1\n", insert("/m/q/o", note), "m:\n   a: 1\n   q:\n      o:\n         x.io/class: \"true\"\nb: 1\n"},
		{"null and missing", "m:\n  s:\nb: 1\n", insert("/m/s/q", note), "m:\n  s:\n    q:\n      x.io/class: \"true\"\nb: 1\n"},
		{"odd key", "a:\n  b: 1\n", insert("/a", NewEntry{Key: "on", Value: "x\ny"}), "a:\n  b: 1\n  \"on\": \"x\\ny\"\n"},
		{"below an anchor", "a: &x\n  b: 1\n", insert("/a", note), "a: &x\n  b: 1\n  x.io/class: \"true\"\n"},
	})
}

func TestEditAppend(t *testing.T) {
	t.Parallel()
	add := func(path Path, entries ...NewEntry) Op { return Op{Kind: OpAppend, Path: path, Entries: entries} }
	n, k := NewEntry{Key: "name", Value: "x"}, NewEntry{Key: "k", Value: "w"}
	runEditCases(t, []editCase{
		{"block", "s:\n- name: a\n  k: b\nz: 1\n", add("/s", n, k), "s:\n- name: a\n  k: b\n- name: x\n  k: w\nz: 1\n"},
		{"order and quotes", "s:\n  -   k: 'b'\n      name: a\n  # end\nz: 1\n", add("/s", n, k), "s:\n  -   k: 'b'\n      name: a\n  -   k: 'w'\n      name: x\n  # end\nz: 1\n"},
		{"all quoted", "s:\n- name: \"a\"\n", add("/s", n, k), "s:\n- name: \"a\"\n- name: \"x\"\n  k: \"w\"\n"},
		{"quoted keys", "s:\n- \"name\": \"a\"\n", add("/s", n), "s:\n- \"name\": \"a\"\n- \"name\": \"x\"\n"},
		{"dash alone", "s:\n-\n  name: a\n", add("/s", n, k), "s:\n-\n  name: a\n- name: x\n  k: w\n"},
		{"needs quotes", "s:\n- name: a\n", add("/s", NewEntry{Key: "name", Value: "1.10"}), "s:\n- name: a\n- name: \"1.10\"\n"},
		{"deep last entry", "s:\n- name: a\n  p:\n    - q: r # c\n\nz: 1\n", add("/s", n), "s:\n- name: a\n  p:\n    - q: r # c\n- name: x\n\nz: 1\n"},
		{"flow entries", "s:\n- {name: a, k: b}\n", add("/s", n, k), "s:\n- {name: a, k: b}\n- {name: x, k: w}\n"},
		{"flow", "s: [{name: a}]\n", add("/s", n), "s: [{name: a}, {name: x}]\n"},
		{"flow with blanks", "s: [ { name: a } ]\n", add("/s", n, k), "s: [ { name: a }, { name: x, k: w } ]\n"},
		{"empty", "s: []\n", add("/s", n, k), "s: [{name: x, k: w}]\n"},
		{"null", "s:\nz: 1\n", add("/s", n, k), "s:\n  - name: x\n    k: w\nz: 1\n"},
		{"null, other lists not indented", "o:\n- 1\ns:\nz: 1\n", add("/s", n, k), "o:\n- 1\ns:\n- name: x\n  k: w\nz: 1\n"},
		{"JSON", `{"s": [{"name": "a"}]}`, add("/s", n), `{"s": [{"name": "a"}, {"name": "x"}]}`},
		{"JSON, compact", `{"s":[{"name":"a"}]}`, add("/s", n), `{"s":[{"name":"a"},{"name":"x"}]}`},
		{"JSON, lines", "{\"s\": [\n  {\n    \"name\": \"a\"\n  }\n]}\n", add("/s", n, k), "{\"s\": [\n  {\n    \"name\": \"a\"\n  },\n  {\n    \"name\": \"x\",\n    \"k\": \"w\"\n  }\n]}\n"},
		{"JSON, empty", `{"s":[]}`, add("/s", n), `{"s":[{"name":"x"}]}`},
		{"missing", "a: b\n", add("/s", n, k), "a: b\ns:\n  - {name: x, k: w}\n"},
		{"missing, in an entry", "l:\n    - a: b # c\n    - d\n", add("/l/0/s", n), "l:\n    - a: b # c\n      s:\n          - {name: x}\n    - d\n"},
		{"missing, in a string", "o: |\n  - a: b\n", add("/o!/0/s", NewEntry{Key: "path", Value: `"a-b"`}), "o: |\n  - a: b\n    s:\n      - {path: '\"a-b\"'}\n"},
		{"missing, flow", "{a: b}\n", add("/s", n, k), "{a: b, s: [{name: x, k: w}]}\n"},
		{"missing, JSON", `{"a":"b"}`, add("/s", n), `{"a":"b","s":[{"name":"x"}]}`},
	})
}

func TestEditRemove(t *testing.T) {
	t.Parallel()
	remove := func(path Path) Op { return Op{Kind: OpRemove, Path: path} }
	runEditCases(t, []editCase{
		{"first", "a: 1\nb: 2\n", remove("/a"), "b: 2\n"},
		{"with comment", "a: 1\nb: 2 # c\n# d\nd: 3\n", remove("/b"), "a: 1\n# d\nd: 3\n"},
		{"with lines", "a: 1\nb:\n  - c: |\n      x\n\n  - d\ne: 3\n", remove("/b"), "a: 1\ne: 3\n"},
		{"last", "a: 1\nb: 2", remove("/b"), "a: 1"},
		{"last, CR LF", "a: 1\r\nb: 2\r\n", remove("/b"), "a: 1\r\n"},
		{"kept block", "a: |+\n  x\n\nb: 2\n", remove("/a"), "b: 2\n"},
		{"only", "a:\n  b: 1 # c\nd: 2\n", remove("/a/b"), "a: {} # c\nd: 2\n"},
		{"only, in an entry", "s:\n- a: 1\n- 2\n", remove("/s/0/a"), "s:\n- {}\n- 2\n"},
		{"first of an entry", "s:\n  - a: 1\n    b: 2\n", remove("/s/0/a"), "s:\n  - b: 2\n"},
		{"entry", "s:\n  - a: 1\n    b: 2\n  - c\n", remove("/s/0"), "s:\n  - c\n"},
		{"last entry", "s:\n  - a: 1\n  - c # d\nz: 1\n", remove("/s/1"), "s:\n  - a: 1\nz: 1\n"},
		{"only entry", "s:\n- a\nz: 1\n", remove("/s/0"), "s: []\nz: 1\n"},
		{"flow", "s: {a: 1, b: [2], c: 3}\n", remove("/s/b"), "s: {a: 1, c: 3}\n"},
		{"flow, last", "s: [a, b]\n", remove("/s/1"), "s: [a]\n"},
		{"flow, only", "s: {a: 1}\n", remove("/s/a"), "s: {}\n"},
		{"JSON", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", remove("/a"), "{\n  \"b\": 2\n}\n"},
		{"JSON, last", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", remove("/b"), "{\n  \"a\": 1\n}\n"},
	})
}
