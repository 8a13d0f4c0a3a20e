package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// standard is the checker's name for the standard library.
const standard = "stdlib"

// vulnerability is a vulnerability that concerns the program.
type vulnerability struct {
	id, summary              string
	module, version, fixedIn string // fixedIn is empty if no version fixes it
	called                   bool   // the program reaches an affected function
}

// check runs the checker on the program.
func check(root, database string) ([]vulnerability, error) {
	tools, err := filepath.Abs(filepath.Join(root, "scripts", "tools", "go.mod"))
	if err != nil {
		return nil, err
	}
	url := "file://" + filepath.ToSlash(database)
	command := exec.Command("go", "tool", "-modfile="+tools, "govulncheck", "-format", "json", "-db", url, "./cmd/mxlint")
	command.Dir = root
	command.Stderr = os.Stderr
	output, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("running govulncheck: %w", err)
	}
	return readFindings(bytes.NewReader(output))
}

// message is one message of the checker's stream, which sets one of the fields.
type message struct {
	OSV *struct {
		ID      string `json:"id"`
		Summary string `json:"summary"`
	} `json:"osv"`
	Finding *struct {
		OSV          string `json:"osv"`
		FixedVersion string `json:"fixed_version"`
		Trace        []struct {
			Module   string `json:"module"`
			Version  string `json:"version"`
			Function string `json:"function"`
		} `json:"trace"`
	} `json:"finding"`
}

// readFindings collects the checker's findings, one for each vulnerability and module.
func readFindings(stream io.Reader) ([]vulnerability, error) {
	summaries := make(map[string]string)
	found := make(map[[2]string]*vulnerability)
	for decoder := json.NewDecoder(stream); ; {
		var m message
		if err := decoder.Decode(&m); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("reading what govulncheck says: %w", err)
		}
		if m.OSV != nil {
			summaries[m.OSV.ID] = m.OSV.Summary
		}
		if m.Finding == nil || len(m.Finding.Trace) == 0 {
			continue
		}
		at := m.Finding.Trace[0]
		key := [2]string{m.Finding.OSV, at.Module}
		if found[key] == nil {
			found[key] = &vulnerability{id: m.Finding.OSV, module: at.Module, version: at.Version, fixedIn: m.Finding.FixedVersion}
		}
		found[key].called = found[key].called || at.Function != ""
	}
	var list []vulnerability
	for _, v := range found {
		v.summary = summaries[v.id]
		list = append(list, *v)
	}
	slices.SortFunc(list, func(a, b vulnerability) int { return strings.Compare(a.id+a.module, b.id+b.module) })
	return list, nil
}
