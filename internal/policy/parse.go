package policy

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// The folders of the repository with the built-in Rego files.
const (
	policiesFolder = "policies/"
	rulesFolder    = "rules/"
)

// moduleFile is a built-in Rego file.
type moduleFile struct {
	path string // with its folder in the repository
	text string
}

// readModules reads the Rego files of one of the built-in folders that are compiled
// here, optionally with the unit tests next to them.
func readModules(fsys fs.FS, folder string, tests bool) ([]moduleFile, error) {
	return readRego(fsys, folder, func(name string) bool {
		return !strings.HasPrefix(name, bundleFolder) && (tests || !isUnitTest(name))
	})
}

func isUnitTest(name string) bool { return strings.HasSuffix(name, "_test.rego") }

// readRego reads the Rego files of one of the built-in folders for which wanted returns
// true.
func readRego(fsys fs.FS, folder string, wanted func(name string) bool) ([]moduleFile, error) {
	var files []moduleFile
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || path.Ext(name) != ".rego" || !wanted(name) {
			return err
		}
		text, err := readText(fsys, name)
		files = append(files, moduleFile{path: folder + name, text: text})
		return err
	})
	return files, err
}

// parseModules parses the entry point, the library and the rules.
func parseModules(sources Sources, tests bool) (map[string]*ast.Module, error) {
	files, err := readModules(sources.Policies, policiesFolder, tests)
	if err != nil {
		return nil, err
	}
	rules, err := readModules(sources.Rules, rulesFolder, tests)
	if err != nil {
		return nil, err
	}
	return parseFiles(append(files, rules...), Capabilities())
}

// parseFiles parses built-in files, by their path. All share the capabilities, which
// the parser would otherwise build for each file.
func parseFiles(files []moduleFile, capabilities *ast.Capabilities) (map[string]*ast.Module, error) {
	modules := make(map[string]*ast.Module, len(files))
	for _, file := range files {
		module, err := ast.ParseModuleWithOpts(file.path, file.text, ast.ParserOptions{RegoVersion: ast.RegoV1, Capabilities: capabilities})
		if err != nil {
			return nil, fmt.Errorf("parsing policy %q: %w", file.path, err)
		}
		module.Comments = nil // compiling copies them, again and again
		modules[file.path] = module
	}
	return modules, nil
}
