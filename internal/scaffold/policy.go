package scaffold

import (
	"embed"
	"fmt"
	"path"
	"regexp"
	"strings"
)

//go:embed policy/*
var policyTemplates embed.FS

// Policy returns the files of a new custom rule: its decision, its page and its
// unit tests. The ID is "category/name"; the files belong in the folder of that
// name. packages returns the Rego package of an ID.
func Policy(id string, packages func(id string) string) ([]File, error) {
	if !regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(id) {
		return nil, fmt.Errorf("%q is not a rule ID: write CATEGORY/NAME in small letters, digits and dashes, such as team/two-pods", id)
	}
	fill := strings.NewReplacer("RULE_ID", id, "RULE_PACKAGE", packages(id), "TEST_PACKAGE", packages(id+"_test"))
	var files []File
	for _, file := range []string{"rule.rego", "rule.md", "rule_test.rego"} {
		text, err := policyTemplates.ReadFile(path.Join("policy", file+".tmpl"))
		if err != nil {
			return nil, fmt.Errorf("reading the template of %s: %w", file, err)
		}
		files = append(files, File{Name: file, Text: fill.Replace(string(text))})
	}
	return files, nil
}
