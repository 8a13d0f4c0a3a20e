package report

import (
	"cmp"
	"fmt"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/link/access"
)

func (t *inspectWriter) logins(e *link.Environment) {
	t.heading("login")
	login := func(what string, how access.Login, because string) {
		v := holds
		if how == access.LoginUnknown {
			v = undetermined
		}
		t.row(v, what, string(how), "("+because+")")
	}
	login("database", e.Login.Database, e.Login.DatabaseBecause)
	login("storage", e.Login.Storage, e.Login.StorageBecause+storageNote(e.Storage))
}

// storageNote names the kind of storage in use, to follow the reason for its login; it
// is empty if the kind is not known.
func storageNote(storage link.Storage) string {
	if storage == "" || storage == link.StorageMixed {
		return ""
	}
	return "; " + string(storage)
}

func (t *inspectWriter) needs(e *link.Environment) {
	if e.Needs.Operator == nil && e.Needs.Runtime == nil {
		return
	}
	t.heading("needs at least")
	need := func(what string, n *link.Need, used []link.Version) {
		if n == nil {
			return
		}
		line := fmt.Sprintf("    %-8s  %s for %s", what, n.Version, n.Because)
		for _, version := range used {
			line += fmt.Sprintf("; in use %s (%s)", version.Text, cmp.Or(version.Source, "unknown source"))
		}
		t.printf("%s\n", printable(line))
	}
	need("operator", e.Needs.Operator, e.Versions.Operators)
	var runtime []link.Version
	if e.Versions.Runtime != nil {
		runtime = append(runtime, *e.Versions.Runtime)
	}
	need("runtime", e.Needs.Runtime, runtime)
}

func (t *inspectWriter) unknown(words []string) {
	if len(words) == 0 {
		return
	}
	t.heading("not known")
	for _, word := range words {
		t.printf("    %s\n", printable(word))
	}
}
