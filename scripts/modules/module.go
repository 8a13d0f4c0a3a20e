// Package modules determines which modules a binary is linked from, and under
// which licences they are.
package modules

import (
	"bytes"
	"cmp"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
)

// Module is a module at a version.
type Module struct {
	Path, Version string
	Sum           string // as in go.sum: "h1:..."
	Dir           string // where its files are; empty until Locate
}

// Linked returns the modules that a Go binary of any platform is linked from,
// except the main module, sorted by path.
func Linked(binary string) ([]Module, error) {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return nil, fmt.Errorf("reading the modules of %q: %w", binary, err)
	}
	var linked []Module
	for _, dep := range info.Deps {
		if dep.Replace != nil {
			dep = dep.Replace
		}
		linked = append(linked, Module{Path: dep.Path, Version: dep.Version, Sum: dep.Sum})
	}
	return Union(linked), nil
}

// Union merges lists of modules, sorted by path and version.
func Union(lists ...[]Module) []Module {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b Module) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(a.Version, b.Version))
	})
	return slices.Compact(all)
}

// Locate fills in where the modules are, as seen from the module at root.
func Locate(root string, list []Module) error {
	args := []string{"list", "-m", "-json"}
	for _, m := range list {
		args = append(args, m.Path)
	}
	command := exec.Command("go", args...)
	command.Dir = root
	output, err := command.Output()
	if err != nil {
		return fmt.Errorf("listing the modules of %q: %w", root, err)
	}
	dirs := make(map[string]string)
	for decoder := json.NewDecoder(bytes.NewReader(output)); ; {
		var m Module
		if err := decoder.Decode(&m); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return fmt.Errorf("listing the modules of %q: %w", root, err)
		}
		dirs[m.Path+"@"+m.Version] = m.Dir
	}
	for i, m := range list {
		if list[i].Dir = dirs[m.Path+"@"+m.Version]; list[i].Dir == "" {
			return fmt.Errorf("module %s %s is not in the module cache: run go mod download", m.Path, m.Version)
		}
	}
	return nil
}
