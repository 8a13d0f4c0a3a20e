package link

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/link/provider"
)

// Tables is the domain data: keys, annotations, version gates, settings and what the
// providers read. It is not modified after LoadTables.
type Tables struct {
	Keys        []Key
	Annotations []Annotation
	Gates       []GateRow
	Settings    Settings
	Engines     []string // patterns of Vault paths without data/; engines.yaml
	Providers   *provider.Tables

	byKey map[string]*Key
	names []string // of the keys
}

// KeyNeed says which environments require a key.
type KeyNeed string

// The needs that Go uses; keys.yaml has others.
const (
	needRequired KeyNeed = "required"
	needLogin    KeyNeed = "login"
)

// Key is a row of keys.yaml, which explains the columns.
type Key struct {
	Key     string   `yaml:"key"`
	Group   KeyGroup `yaml:"group"`
	Family  Storage  `yaml:"family"`
	Need    KeyNeed  `yaml:"need"`
	Setting string   `yaml:"setting"`
	Secret  bool     `yaml:"secret"`
	Fixed   bool     `yaml:"fixed"`
}

// Annotation is a row of annotations.yaml, which explains the columns.
type Annotation struct {
	Name   string   `yaml:"name"`
	Kind   string   `yaml:"kind"`
	Key    string   `yaml:"key"`
	Value  string   `yaml:"value"`
	Misses []string `yaml:"misses"`
}

// GateRow is a row of gates.yaml, which explains the columns.
type GateRow struct {
	Rule     string   `yaml:"rule"`
	Subject  string   `yaml:"subject"`
	When     []string `yaml:"when"`
	Least    string   `yaml:"least"`
	Database string   `yaml:"database"`
	From     string   `yaml:"from"`
	Line     string   `yaml:"line"`
	What     string   `yaml:"what"`
	Source   string   `yaml:"source"`
}

// Settings is settings.yaml, which explains the lists.
type Settings struct {
	Managed []string `yaml:"managed"`
	Secret  []string `yaml:"secret"`
}

// LoadTables reads the tables from a folder of YAML files.
func LoadTables(fsys fs.FS) (*Tables, error) {
	t := &Tables{byKey: make(map[string]*Key)}
	for _, table := range []struct {
		name string
		read func(data []byte) error
	}{
		{"keys.yaml", into(&t.Keys)},
		{"annotations.yaml", into(&t.Annotations)},
		{"gates.yaml", into(&t.Gates)},
		{"settings.yaml", into(&t.Settings)},
		{"engines.yaml", into(&t.Engines)},
		{"providers.yaml", func(data []byte) (err error) {
			t.Providers, err = provider.LoadTables(data)
			return err
		}},
	} {
		data, err := fs.ReadFile(fsys, table.name)
		if err == nil {
			err = table.read(data)
		}
		if err != nil {
			return nil, fmt.Errorf("reading table %q: %w", table.name, err)
		}
	}
	for _, name := range [...]string{"account", "class", "role", "clientID"} {
		if t.annotation(name).Key == "" {
			return nil, fmt.Errorf("reading table %q: there is no row %q", "annotations.yaml", name)
		}
	}
	for i := range t.Keys {
		t.byKey[t.Keys[i].Key] = &t.Keys[i]
		t.names = append(t.names, t.Keys[i].Key)
	}
	slices.Sort(t.names)
	return t, nil
}

func into[T any](target *T) func(data []byte) error {
	return func(data []byte) error { return yaml.Unmarshal(data, target) }
}

// annotation returns the row of a name; LoadTables makes sure that there is one for
// each name that is used.
func (t *Tables) annotation(name string) *Annotation {
	for i := range t.Annotations {
		if t.Annotations[i].Name == name {
			return &t.Annotations[i]
		}
	}
	return &Annotation{Name: name}
}

// settingKey returns the Mendix key that overrides a runtime custom setting: its own if
// it has one, or else the mx-runtime- key of its name.
func (t *Tables) settingKey(setting string) (key string, own *Key) {
	for i := range t.Keys {
		if name, ok := strings.CutPrefix(t.Keys[i].Setting, "runtime:"); ok && name == setting {
			return t.Keys[i].Key, &t.Keys[i]
		}
	}
	return runtimePrefix + setting, nil
}
