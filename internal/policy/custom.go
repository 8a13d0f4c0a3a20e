package policy

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
)

// parseCustom adds the policies of other teams to the modules. They live below
// data.custom, so that they cannot change ours.
func parseCustom(folders map[string]fs.FS, modules map[string]*ast.Module) error {
	for folder, fsys := range folders {
		err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || path.Ext(name) != ".rego" || strings.HasSuffix(name, "_test.rego") {
				return err
			}
			text, err := fs.ReadFile(fsys, name)
			if err != nil {
				return err
			}
			file := path.Join(folder, name)
			module, err := ast.ParseModuleWithOpts(file, string(text), ast.ParserOptions{RegoVersion: ast.RegoV1, ProcessAnnotation: true})
			if err != nil {
				return fmt.Errorf("parsing policy %q: %w", file, err)
			}
			if root := module.Package.Path; len(root) < 2 || root[1].Value.Compare(ast.String("custom")) != 0 {
				return fmt.Errorf("%s:%d: package %s: custom policies stand below `custom.`, for example `package custom.rules.team[\"my-rule\"]`",
					file, module.Package.Loc().Row, strings.TrimPrefix(root.String(), "data."))
			}
			modules[file] = module
			return nil
		})
		if err != nil {
			return fmt.Errorf("reading policies of %q: %w", folder, err)
		}
	}
	return nil
}
