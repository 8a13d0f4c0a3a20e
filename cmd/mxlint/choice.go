package main

import (
	"fmt"
	"slices"

	"example.com/mxlint/internal/spelling"
)

// choose refuses a flag value that is none of the known ones.
func choose(flag, value string, known []string) error {
	if slices.Contains(known, value) {
		return nil
	}
	if nearest := spelling.Nearest(value, known); len(nearest) > 0 {
		return fmt.Errorf("%s %q: did you mean %q? It is one of %s", flag, value, nearest[0], joined(known))
	}
	return fmt.Errorf("%s %q: it is one of %s", flag, value, joined(known))
}

// The values of flags that take one of a few words.
func colorWords() []string  { return []string{"auto", "always", "never"} }
func failOnWords() []string { return []string{"error", "warning", "info", "never"} }
