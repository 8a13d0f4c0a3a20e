package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"example.com/mxlint/scripts/modules"
)

// linkedModules builds the program for the three operating systems, and returns what it
// is linked from on any of them.
func linkedModules(root, work string) ([]modules.Module, error) {
	work, err := filepath.Abs(work)
	if err != nil {
		return nil, err
	}
	var all [][]modules.Module
	for _, system := range []string{"linux", "darwin", "windows"} {
		binary := filepath.Join(work, "mxlint-"+system)
		command := exec.Command("go", "build", "-o", binary, "./cmd/mxlint")
		command.Dir = root
		command.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH=amd64")
		command.Stderr = os.Stderr
		if err := command.Run(); err != nil {
			return nil, fmt.Errorf("building for %s: %w", system, err)
		}
		linked, err := modules.Linked(binary)
		if err != nil {
			return nil, err
		}
		all = append(all, linked)
	}
	return modules.Union(all...), nil
}
