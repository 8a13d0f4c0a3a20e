package policy

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/lint"
)

// metadata is the METADATA block of a rule's package.
type metadata struct {
	Title       string `yaml:"title"`
	Description string `yaml:"description"`
	Scope       string `yaml:"scope"`
	Custom      struct {
		Severity  string      `yaml:"severity"`
		Since     string      `yaml:"since"`
		Fixable   bool        `yaml:"fixable"`
		Unsafe    bool        `yaml:"unsafe"`
		Hides     lint.Hiding `yaml:"hides"`
		Providers []string    `yaml:"providers"`
		Sources   []string    `yaml:"sources"`
	} `yaml:"custom"`
}

// ReadRules reads the metadata of the built-in rules below a folder, two levels deep:
// <category>/<name>/rule.rego and rule.md. Without pages only ID, severity and what the
// rule hides are read, which is all that judging needs: decoding the METADATA of all
// rules takes as long as judging ten environments.
func ReadRules(fsys fs.FS, pages bool) ([]*lint.Rule, error) {
	files, err := fs.Glob(fsys, "*/*/"+ruleFile)
	if err != nil {
		return nil, fmt.Errorf("listing rules: %w", err)
	}
	rules := make([]*lint.Rule, 0, len(files))
	for _, file := range files {
		folder := path.Dir(file)
		text, err := readText(fsys, file)
		if err != nil {
			return nil, fmt.Errorf("reading rule %q: %w", folder, err)
		}
		read := readRule
		if !pages {
			read = readSeverity
		}
		rule, err := read(folder, text)
		if err != nil {
			return nil, fmt.Errorf("reading rule %q: %w", folder, err)
		}
		if pages {
			// A test checks that each built-in rule has one, and its headings.
			rule.Page, _ = readText(fsys, path.Join(folder, pageFile))
		}
		rules = append(rules, rule)
	}
	return rules, nil
}

func readRule(id, text string) (*lint.Rule, error) {
	var m metadata
	if err := yaml.Unmarshal([]byte(metadataBlock(text)), &m); err != nil {
		return nil, fmt.Errorf("its METADATA is not valid YAML: %w", err)
	}
	severity, err := lint.ParseSeverity(m.Custom.Severity)
	if err != nil {
		return nil, fmt.Errorf("METADATA custom.severity: %w", err)
	}
	return &lint.Rule{
		ID: id, Title: m.Title, Description: strings.TrimSpace(m.Description), Severity: severity, Since: m.Custom.Since,
		Fixable: m.Custom.Fixable, Unsafe: m.Custom.Unsafe, Hides: m.Custom.Hides,
		Providers: m.Custom.Providers, Sources: m.Custom.Sources,
	}, nil
}

// readSeverity reads only the lines of the METADATA with the severity, and what the
// rule hides.
func readSeverity(id, text string) (*lint.Rule, error) {
	head, _, _ := strings.Cut(text, "\npackage ")
	word := customField(head, "severity")
	if word == "" {
		return readRule(id, text)
	}
	severity, err := lint.ParseSeverity(word)
	if err != nil {
		return nil, fmt.Errorf("METADATA custom.severity: %w", err)
	}
	return &lint.Rule{ID: id, Severity: severity, Hides: lint.Hiding(customField(head, "hides"))}, nil
}

// customField returns the value of a name below custom in METADATA, if it is formatted
// as in all rules; otherwise "".
func customField(head, name string) string {
	_, rest, _ := strings.Cut(head, "\n#   "+name+": ")
	word, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSpace(word)
}

// metadataBlock returns the first METADATA comment of a Rego text, uncommented.
func metadataBlock(text string) string {
	var block strings.Builder
	inside := false
	for line := range strings.Lines(text) {
		bare := strings.TrimRight(line, "\r\n")
		switch {
		case !inside:
			inside = bare == "# METADATA"
		case !strings.HasPrefix(bare, "#"):
			return block.String()
		default:
			block.WriteString(strings.TrimPrefix(strings.TrimPrefix(bare, "#"), " "))
			block.WriteByte('\n')
		}
	}
	return block.String()
}
