package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// stream is the checker's output for a module function that is reached, for a
// package of a module that is only imported, and for the standard library.
const stream = `
{"config": {"protocol_version": "v1.0.0"}}
{"osv": {"id": "GO-2020-0001", "summary": "reached one"}}
{"osv": {"id": "GO-2020-0002", "summary": "imported one"}}
{"osv": {"id": "GO-2020-0003", "summary": "standard one"}}
{"finding": {"osv": "GO-2020-0001", "fixed_version": "v1.2.0", "trace": [{"module": "example.org/a", "version": "v1.1.0"}]}}
{"finding": {"osv": "GO-2020-0001", "fixed_version": "v1.2.0", "trace": [{"module": "example.org/a", "version": "v1.1.0", "package": "example.org/a", "function": "F"}, {"module": "example.com/mxlint"}]}}
{"finding": {"osv": "GO-2020-0002", "trace": [{"module": "example.org/b", "version": "v0.1.0", "package": "example.org/b"}]}}
{"finding": {"osv": "GO-2020-0003", "fixed_version": "v1.26.9", "trace": [{"module": "stdlib", "version": "v1.26.8", "package": "net/http", "function": "Get"}]}}
`

func TestReachedModulesFail(t *testing.T) {
	t.Parallel()
	found, err := readFindings(strings.NewReader(stream))
	if err != nil || len(found) != 3 {
		t.Fatalf("got %v, %v: one for each vulnerability and module", found, err)
	}
	var text bytes.Buffer
	if writeVulnerabilities(&text, found) {
		t.Error("a vulnerability of a module that is reached has to fail the audit")
	}
	for _, line := range []string{
		"GO-2020-0001 example.org/a v1.1.0: reached one (fixed in v1.2.0)",
		"GO-2020-0002 example.org/b v0.1.0: imported one (no version fixes it yet)",
		"GO-2020-0003 stdlib v1.26.8: standard one (fixed in v1.26.9)",
	} {
		if strings.Count(text.String(), line) != 1 {
			t.Errorf("%q is not written once in:\n%s", line, &text)
		}
	}
	if !writeVulnerabilities(&text, found[1:]) {
		t.Error("what is not reached, and the standard library, are only shown")
	}
}

func TestObjection(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		ids  []string
		want string
	}{
		{[]string{"Apache-2.0", "MIT"}, ""},
		{[]string{"MIT", "GPL-3.0"}, "NOT PERMITTED: GPL-3.0"},
		{nil, "NO LICENCE RECOGNISED"},
	} {
		if got := objection(test.ids); got != test.want {
			t.Errorf("%v: got %q, want %q", test.ids, got, test.want)
		}
	}
}

func TestIndex(t *testing.T) {
	t.Parallel()
	osv, work := t.TempDir(), t.TempDir()
	entry := `{"id": "GO-2020-0001", "modified": "2020-01-02T00:00:00Z", "affected": [
		{"package": {"name": "example.org/a"}}, {"package": {"name": "example.org/a"}}, {"package": {"name": "stdlib"}}]}`
	if err := os.WriteFile(filepath.Join(osv, "GO-2020-0001.json"), []byte(entry), 0o644); err != nil {
		t.Fatal(err)
	}
	database, err := index(osv, work)
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(filepath.Join(database, "index", "modules.json"))
	vuln := `"vulns":[{"id":"GO-2020-0001","modified":"2020-01-02T00:00:00Z"}]`
	if want := `[{"path":"example.org/a",` + vuln + `},{"path":"stdlib",` + vuln + `}]`; err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
	if copied, err := os.ReadFile(filepath.Join(database, "ID", "GO-2020-0001.json")); err != nil || string(copied) != entry {
		t.Errorf("the entry is not copied as it is: %v", err)
	}
	if _, err := index(t.TempDir(), t.TempDir()); err == nil {
		t.Error("a folder without entries would pass every program")
	}
}
