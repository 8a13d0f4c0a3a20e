package policy

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/open-policy-agent/opa/v1/storage"
	"github.com/open-policy-agent/opa/v1/storage/inmem"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// readsTables reports whether a rule uses the tables; few do.
func readsTables(rule moduleFile) bool { return strings.Contains(rule.text, "data.mxlint.tables") }

// tableStore returns a store with the tables as data.mxlint.tables.
func tableStore(policies fs.FS) (storage.Store, error) {
	data, err := tableData(policies)
	if err != nil {
		return nil, err
	}
	return inmem.NewFromObjectWithOpts(data, inmem.OptRoundTripOnWrite(false)), nil
}

// tableData returns the data that contain data.mxlint.tables: data/*.yaml as plain
// values, by file name.
func tableData(policies fs.FS) (map[string]any, error) {
	names, err := fs.Glob(policies, "data/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("listing tables: %w", err)
	}
	slices.Sort(names)
	tables := make(map[string]any)
	for _, name := range names {
		text, err := fs.ReadFile(policies, name)
		if err != nil {
			return nil, fmt.Errorf("reading table %q: %w", name, err)
		}
		var value any
		if err := yaml.Unmarshal(text, &value); err != nil {
			return nil, fmt.Errorf("reading table %q: %w", name, err)
		}
		tables[strings.TrimSuffix(path.Base(name), ".yaml")] = value
	}
	return map[string]any{"mxlint": map[string]any{"tables": tables}}, nil
}
