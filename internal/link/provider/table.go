package provider

import (
	"bytes"
	"fmt"
	"slices"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// Tables holds what the providers read, one row per parameter or field. It is not
// modified after loading and may be shared.
type Tables struct {
	providers map[Name]*table
}

type table struct {
	Parameters []row `yaml:"parameters"`
	Fields     []row `yaml:"fields"`
}

// row is one name that a provider reads.
type row struct {
	Name string `yaml:"name"`
	// Required: nothing can be mounted without it.
	Required bool `yaml:"required"`
	// Wanted: a near miss of it is an error, since what it stands for is lost.
	Wanted bool `yaml:"wanted"`
	// Form names what a value has to look like; see form.go.
	Form form `yaml:"form"`
	// Values are the only ones allowed, in any case if AnyCase is set.
	Values  []string `yaml:"values"`
	AnyCase bool     `yaml:"anyCase"`
	// Lenient: a value that is not in Values silently counts as the default.
	Lenient bool `yaml:"lenient"`
	// Also are older spellings that the provider still reads.
	Also []string `yaml:"also"`
	// Instead are unread names that people write when they mean this one.
	Instead []string `yaml:"instead"`
	// Says is what the provider answers, or what happens, when it is missing.
	Says string `yaml:"says"`
	// Aliased is what it answers instead of Says if the object has an alias.
	Aliased string `yaml:"aliased"`
	// Wrong is what it answers to a value that is not in Values; {} is replaced by the
	// value.
	Wrong string `yaml:"wrong"`
	// Fields are the fields of the mappings inside, for lists and mappings.
	Fields []row `yaml:"fields"`
}

// LoadTables reads the tables from YAML: by provider name, the rows of its
// parameters and of the fields of its objects.
func LoadTables(data []byte) (*Tables, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	decoder.KnownFields(true)
	tables := &Tables{providers: map[Name]*table{}}
	if err := decoder.Decode(&tables.providers); err != nil {
		return nil, fmt.Errorf("reading the table of providers: %w", err)
	}
	for name, table := range tables.providers {
		if err := checkRows(slices.Concat(table.Parameters, table.Fields)); err != nil {
			return nil, fmt.Errorf("reading the table of provider %q: %w", name, err)
		}
	}
	return tables, nil
}

func checkRows(rows []row) error {
	for _, row := range rows {
		if row.Name == "" {
			return fmt.Errorf("a row has no name")
		}
		if !row.Form.known() {
			return fmt.Errorf("%q has the unknown form %q", row.Name, row.Form)
		}
		if err := checkRows(row.Fields); err != nil {
			return err
		}
	}
	return nil
}

func find(rows []row, name string) *row {
	for i := range rows {
		if rows[i].Name == name {
			return &rows[i]
		}
	}
	return nil
}
