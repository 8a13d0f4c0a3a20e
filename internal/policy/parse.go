package policy

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"golang.org/x/sync/errgroup"
)

// parseModules parses the entry point, the library and the rules; with the unit
// tests that stand beside them where asked for. Parsing is half of what
// preparing costs, so the processors share it.
func parseModules(sources Sources, tests bool) (map[string]*ast.Module, error) {
	var files []moduleFile
	for prefix, fsys := range map[string]fs.FS{"policies/": sources.Policies, "rules/": sources.Rules} {
		err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || path.Ext(name) != ".rego" || !tests && strings.HasSuffix(name, "_test.rego") || strings.HasPrefix(name, bundleFolder) {
				return err
			}
			if prefix == "rules/" && sources.leaves(name) {
				return nil
			}
			files = append(files, moduleFile{fsys: fsys, name: name, path: prefix + name})
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	parsed := make([]*ast.Module, len(files))
	var group errgroup.Group
	for part := range parsers {
		group.Go(func() (err error) {
			for i := part; i < len(files) && err == nil; i += parsers {
				parsed[i], err = files[i].parse()
			}
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	modules := make(map[string]*ast.Module, len(files))
	for i := range files {
		modules[files[i].path] = parsed[i]
	}
	return modules, nil
}

// parsers is how many goroutines parse: more gain nothing on so little text.
const parsers = 2

// moduleFile is a Rego file of ours.
type moduleFile struct {
	fsys       fs.FS
	name, path string
}

func (f *moduleFile) parse() (*ast.Module, error) {
	text, err := fs.ReadFile(f.fsys, f.name)
	if err != nil {
		return nil, err
	}
	module, err := ast.ParseModuleWithOpts(f.path, string(text), ast.ParserOptions{RegoVersion: ast.RegoV1})
	if err != nil {
		return nil, fmt.Errorf("parsing policy %q: %w", f.path, err)
	}
	return module, nil
}
