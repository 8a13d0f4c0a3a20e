package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"

	"example.com/mxlint/scripts/modules"
)

// permitted returns the licences that are compatible with Apache-2.0 in one
// program. MPL-2.0 applies to its own files only.
func permitted() []string {
	return []string{"Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0"}
}

// writeLicences writes the table of licences. ok is false if one is not
// permitted or no licence was recognised.
func writeLicences(w io.Writer, linked []modules.Module) (ok bool, err error) {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	ok = true
	for _, m := range linked {
		ids, err := m.Licences()
		if err != nil {
			return false, err
		}
		text := strings.Join(ids, " AND ")
		if remark := objection(ids); remark != "" {
			ok = false
			text = strings.TrimSpace(text + " (" + remark + ")")
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", m.Path, m.Version, text)
	}
	if err := table.Flush(); err != nil {
		return false, err
	}
	_, err = fmt.Fprintf(w, "%d modules are linked\n", len(linked))
	return ok, err
}

func objection(ids []string) string {
	if len(ids) == 0 {
		return "NO LICENCE RECOGNISED"
	}
	for _, id := range ids {
		if !slices.Contains(permitted(), id) {
			return "NOT PERMITTED: " + id
		}
	}
	return ""
}
