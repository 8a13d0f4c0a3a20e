package main

import (
	"fmt"
	"io"
)

// writeVulnerabilities writes what was found, the worst first. ok is false if
// the program reaches a vulnerability in a module.
func writeVulnerabilities(w io.Writer, found []vulnerability) (ok bool) {
	groups := []struct {
		title    string
		fatal    bool
		contains func(vulnerability) bool
	}{
		{"reached, in modules", true, func(v vulnerability) bool { return v.called && v.module != standard }},
		{"in modules, not reached", false, func(v vulnerability) bool { return !v.called && v.module != standard }},
		{"reached, in the standard library: build with a newer Go", false, func(v vulnerability) bool { return v.called && v.module == standard }},
	}
	ok = true
	for _, group := range groups {
		count := 0
		for _, v := range found {
			if !group.contains(v) {
				continue
			}
			if count++; count == 1 {
				fmt.Fprintf(w, "\n%s\n", group.title)
			}
			fix := "no version fixes it yet"
			if v.fixedIn != "" {
				fix = "fixed in " + v.fixedIn
			}
			fmt.Fprintf(w, "  %s %s %s: %s (%s)\n", v.id, v.module, v.version, v.summary, fix)
		}
		ok = ok && (count == 0 || !group.fatal)
	}
	if ok {
		fmt.Fprintln(w, "\nno known vulnerability of a module is reached")
	}
	return ok
}
