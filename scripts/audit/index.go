package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// download puts the vulnerability data into the module cache, unless it is
// there already, and returns its folder of OSV entries.
func download(root, version string) (string, error) {
	command := exec.Command("go", "mod", "download", "-json", "golang.org/x/vulndb@"+version)
	command.Dir = root
	output, err := command.Output()
	var module struct{ Dir, Version, Error string }
	if json.Unmarshal(output, &module) == nil && module.Error != "" {
		err = errors.New(module.Error)
	}
	if err != nil {
		return "", fmt.Errorf("downloading the vulnerability data: %w", err)
	}
	fmt.Println("vulnerability data:", module.Version)
	return filepath.Join(module.Dir, "data", "osv"), nil
}

// The parts of an OSV entry that an index contains, and the format of the
// index, from https://go.dev/doc/security/vuln/database.
type (
	osvEntry struct {
		ID       string `json:"id"`
		Modified string `json:"modified"`
		Affected []struct {
			Package struct {
				Name string `json:"name"`
			} `json:"package"`
		} `json:"affected"`
	}
	indexVuln struct {
		ID       string `json:"id"`
		Modified string `json:"modified"`
	}
	indexModule struct {
		Path  string      `json:"path"`
		Vulns []indexVuln `json:"vulns"`
	}
)

// index creates a database from a folder of OSV entries and returns its folder.
func index(osv, work string) (string, error) {
	names, err := filepath.Glob(filepath.Join(osv, "GO-*.json"))
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("%q holds no entries", osv)
	}
	if err != nil {
		return "", fmt.Errorf("reading the vulnerability data: %w", err)
	}
	database := filepath.Join(work, "vulndb")
	if err := os.MkdirAll(filepath.Join(database, "ID"), 0o755); err != nil {
		return "", err
	}
	byModule := make(map[string][]indexVuln)
	for _, name := range names {
		entry, err := copyEntry(name, database)
		if err != nil {
			return "", err
		}
		vuln := indexVuln{entry.ID, entry.Modified}
		for _, affected := range entry.Affected {
			if path := affected.Package.Name; !slices.Contains(byModule[path], vuln) {
				byModule[path] = append(byModule[path], vuln)
			}
		}
	}
	return database, writeIndex(database, byModule)
}

func copyEntry(name, database string) (osvEntry, error) {
	var entry osvEntry
	text, err := os.ReadFile(name)
	if err != nil {
		return entry, err
	}
	if err := json.Unmarshal(text, &entry); err != nil {
		return entry, fmt.Errorf("reading %q: %w", name, err)
	}
	return entry, os.WriteFile(filepath.Join(database, "ID", filepath.Base(name)), text, 0o644)
}

func writeIndex(database string, byModule map[string][]indexVuln) error {
	list := []indexModule{}
	for path, vulns := range byModule {
		list = append(list, indexModule{path, vulns})
	}
	slices.SortFunc(list, func(a, b indexModule) int { return strings.Compare(a.Path, b.Path) })
	folder := filepath.Join(database, "index")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	// The checker reads the time of the database, but only shows it.
	for name, value := range map[string]any{"modules.json": list, "db.json": map[string]string{"modified": "0001-01-01T00:00:00Z"}} {
		text, err := json.Marshal(value)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
