package policy

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/ast"
)

// libraryPart is code that rules share, by folder. The entry point and policies/lib are
// compiled for all rules, a folder below policies/lib for those that import its
// package.
type libraryPart struct {
	imported string // the import line in a rule; "" for what all need
	// modules parses and rewrites the part, once, on first use.
	modules func() (map[string]*ast.Module, error)
}

// newLibrary reads the parts.
func newLibrary(policies fs.FS) ([]libraryPart, error) {
	files, err := readModules(policies, policiesFolder, false)
	if err != nil {
		return nil, err
	}
	byImport := make(map[string][]moduleFile)
	for _, file := range files {
		imported := ""
		if folder, below := strings.CutPrefix(path.Dir(file.path), policiesFolder+"lib/"); below {
			imported = "\nimport data.mxlint.lib." + folder + "\n"
		}
		byImport[imported] = append(byImport[imported], file)
	}
	var parts []libraryPart
	for imported, files := range byImport {
		parts = append(parts, libraryPart{imported: imported, modules: sync.OnceValues(func() (map[string]*ast.Module, error) {
			return rewrite(files, Capabilities())
		})})
	}
	return parts, nil
}

// neededBy reports whether one of the rules needs the part.
func (p *libraryPart) neededBy(rules []moduleFile) bool {
	return p.imported == "" || slices.ContainsFunc(rules, func(rule moduleFile) bool {
		return strings.Contains(rule.text, p.imported)
	})
}
