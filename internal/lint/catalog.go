package lint

import (
	"slices"
	"strings"

	"example.com/mxlint/internal/spelling"
)

// Catalog holds the rules of a run, sorted by ID.
type Catalog struct {
	rules []*Rule
}

// NewCatalog returns a catalog of the rules. Their IDs must differ.
func NewCatalog(rules []*Rule) *Catalog {
	sorted := slices.Clone(rules)
	slices.SortFunc(sorted, func(a, b *Rule) int { return strings.Compare(a.ID, b.ID) })
	return &Catalog{rules: sorted}
}

// Rules returns all rules, sorted by ID; the slice must not be changed.
func (c *Catalog) Rules() []*Rule { return c.rules }

// Rule returns the rule with the ID, or nil.
func (c *Catalog) Rule(id string) *Rule {
	at, found := slices.BinarySearchFunc(c.rules, id, func(r *Rule, id string) int { return strings.Compare(r.ID, id) })
	if !found {
		return nil
	}
	return c.rules[at]
}

// IDs returns the sorted rule IDs.
func (c *Catalog) IDs() []string {
	ids := make([]string, len(c.rules))
	for i, rule := range c.rules {
		ids[i] = rule.ID
	}
	return ids
}

// Known reports whether there is a rule with the ID; if not, it returns the
// nearest ID, or "".
func (c *Catalog) Known(id string) (known bool, nearest string) {
	if c.Rule(id) != nil {
		return true, ""
	}
	return false, c.Nearest(id)
}

// Nearest returns the ID that a misspelt one most probably stands for, or "".
func (c *Catalog) Nearest(id string) string {
	if nearest := spelling.Nearest(id, c.IDs()); len(nearest) > 0 {
		return nearest[0]
	}
	// The name alone is often right, and the category forgotten or wrong.
	name := id[strings.Index(id, "/")+1:]
	for _, rule := range c.rules {
		if _, known, _ := strings.Cut(rule.ID, "/"); known == name {
			return rule.ID
		}
	}
	return c.byPrefix(id)
}

// byPrefix returns the ID of the only rule that begins with a text that is more
// than a category, ignoring hyphens, or "".
func (c *Catalog) byPrefix(text string) string {
	category, name, _ := strings.Cut(text, "/")
	begin := category + "/" + removeHyphens(name)
	found := ""
	for _, rule := range c.rules {
		if name == "" || !strings.HasPrefix(removeHyphens(rule.ID), begin) {
			continue
		}
		if found != "" {
			return ""
		}
		found = rule.ID
	}
	return found
}

func removeHyphens(text string) string { return strings.ReplaceAll(text, "-", "") }
