package policy

import (
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/bundle"
)

// bundleFolder contains, below the policies, what only the bundle needs: the entry
// point for a whole document of `mxlint inspect`.
const bundleFolder = "bundle/"

// WriteBundle writes rules, library and tables as an OPA bundle; the same sources give
// the same bytes. Its entry points are data.mxlint.main.findings for one environment as
// input, and data.mxlint.main.all for a whole document of
// `mxlint inspect --format json`.
func WriteBundle(w io.Writer, sources Sources, revision string) error {
	data, err := tableData(sources.Policies)
	if err != nil {
		return err
	}
	version := ast.RegoV1.Int()
	b := bundle.Bundle{
		Manifest: bundle.Manifest{Revision: revision, Roots: &[]string{"mxlint"}, RegoVersion: &version},
		Data:     data,
	}
	if b.Modules, err = bundleModules(sources); err != nil {
		return err
	}
	writer := bundle.NewWriter(w).UseModulePath(true).DisableFormat(true)
	if err := writer.Write(b); err != nil {
		return fmt.Errorf("writing the bundle: %w", err)
	}
	return nil
}

func bundleModules(sources Sources) ([]bundle.ModuleFile, error) {
	var modules []bundle.ModuleFile
	for folder, fsys := range map[string]fs.FS{policiesFolder: sources.Policies, rulesFolder: sources.Rules} {
		files, err := readRego(fsys, folder, func(name string) bool { return !isUnitTest(name) })
		if err != nil {
			return nil, fmt.Errorf("reading policies: %w", err)
		}
		for _, file := range files {
			modules = append(modules, bundle.ModuleFile{URL: file.path, Path: file.path, Raw: []byte(file.text)})
		}
	}
	slices.SortFunc(modules, func(a, b bundle.ModuleFile) int { return strings.Compare(a.Path, b.Path) })
	return modules, nil
}
