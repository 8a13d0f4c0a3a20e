package rulepage

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Example is one folder of files shown on a page, with the findings that the
// page promises.
type Example struct {
	Files    map[string]string // texts by name, with forward slashes
	Wants    []string          // "file:line rule", sorted
	Operator string            // the version to lint for; "" for none
}

// Examples parses the examples of a section.
func Examples(section string) ([]Example, error) {
	var all []Example
	for part := range strings.SplitSeq(section, "\n"+separator+"\n") {
		if !strings.Contains(part, "```") {
			continue
		}
		example, err := readExample(part)
		if err != nil {
			return nil, fmt.Errorf("example %d: %w", len(all)+1, err)
		}
		all = append(all, example)
	}
	return all, nil
}

func readExample(text string) (Example, error) {
	r := reader{lines: strings.Split(text, "\n"), example: Example{Files: make(map[string]string)}}
	r.read()
	e := r.example
	if r.err != nil {
		return e, r.err
	}
	if err := e.addBase(r.base, r.plans, r.omitted); err != nil {
		return e, err
	}
	for name := range e.Files {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return e, fmt.Errorf("file %q is outside the folder of the example", name)
		}
	}
	slices.Sort(e.Wants)
	return e, nil
}

// Write writes the files of an example below a folder.
func (e *Example) Write(folder string) error {
	for _, name := range slices.Sorted(maps.Keys(e.Files)) {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("writing example file %q: %w", name, err)
		}
		if err := os.WriteFile(path, []byte(e.Files[name]), 0o644); err != nil {
			return fmt.Errorf("writing example file %q: %w", name, err)
		}
	}
	return nil
}
