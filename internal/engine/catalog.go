package engine

import (
	"fmt"
	"maps"
	"slices"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/policy"
)

// Catalog reads the metadata of all rules, built-in and custom. Without pages, only the
// ID and severity of built-in rules are filled in.
func Catalog(options *Options, pages bool) (*lint.Catalog, error) {
	rules, err := policy.ReadRules(options.Rules, pages)
	if err != nil {
		return nil, err
	}
	known := make(map[string]bool, len(rules))
	for _, rule := range rules {
		known[rule.ID] = true
	}
	for _, folder := range slices.Sorted(maps.Keys(options.Custom)) {
		custom, err := policy.ReadCustom(folder, options.Custom[folder], pages)
		if err != nil {
			return nil, err
		}
		for _, rule := range custom {
			if known[rule.ID] {
				return nil, fmt.Errorf("%s/%s/rule.rego:1: the rule %q exists already: give it another name", folder, rule.ID, rule.ID)
			}
			known[rule.ID] = true
		}
		rules = append(rules, custom...)
	}
	return lint.NewCatalog(rules), nil
}
