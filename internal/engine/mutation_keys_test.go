package engine_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"example.com/mxlint/internal/link"
)

// misspellings returns misspellings of a name.
func misspellings(name string) []string {
	middle := len(name) / 2
	for name[middle] == name[middle+1] || strings.ContainsAny(name[middle-1:middle+2], "-./") {
		middle++
	}
	return []string{
		name[:middle] + name[middle+1:middle+2] + name[middle:middle+1] + name[middle+2:], // transposed
		name[:middle] + name[middle+1:],                       // a letter dropped
		name[:middle] + name[middle:middle+1] + name[middle:], // a letter doubled
		name[1:],                             // the first letter dropped
		name[:len(name)-1],                   // the last letter dropped
		strings.ToUpper(name[:1]) + name[1:], // another case
	}
}

// A file whose name is a misspelled key is one finding, and counts as the key for every
// other rule.
func TestMisspelledKeys(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	known := tables(t)
	for _, w := range worlds() {
		for i, key := range w.keys() {
			written := []string{
				strings.ReplaceAll(key, "-", "_"), strings.Replace(key, "-", ".", 1), strings.ToUpper(key),
				`'"` + key + `"'`, `"` + key + ` "`, `" ` + key + `"`, "/" + key, key + "/",
				strings.ReplaceAll(key, "-", "\u2013"), strings.Replace(key, "-", "\u2011", 1), `"` + key + `\u200b"`, "\uff4d" + key[1:],
			}
			if !strings.Contains(key, ".") {
				written = append(written, misspellings(key)...)
			} else {
				prefix := key[:strings.LastIndex(key[:11], "-")+1]
				for _, misspelled := range misspellings(strings.TrimSuffix(prefix, "-")) {
					written = append(written, misspelled+strings.TrimPrefix(key, strings.TrimSuffix(prefix, "-")))
				}
				rest := strings.TrimPrefix(key, prefix)
				written = append(written, prefix[:5]+"-"+prefix[5:]+rest, prefix[:6]+"_"+prefix[6:]+rest, strings.TrimSuffix(prefix, "-")+"/"+rest, "'"+prefix+`"`+rest+`"'`)
				written = slices.DeleteFunc(written, func(s string) bool { return strings.HasPrefix(s, prefix) || s == strings.ToUpper(key) })
			}
			for k, name := range written {
				if slices.ContainsFunc(known.Keys, func(k link.Key) bool { return k.Key == name }) {
					continue
				}
				if w.provider == "azure" && strings.Contains(name, " ") {
					continue // the provider trims names
				}
				b.add(t, w, one(fmt.Sprintf("misspelling %d; %s", k, name), "keys/misspelled", "error", func(w *world) {
					w.entries[i].set(w.nameField(), mark+name)
				}))
			}
		}
	}
	b.check(t)
}

// A key that is not mounted is reported once, by the rule of its group, or not at all
// if the app can do without it.
func TestDroppedKeys(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	known := tables(t)
	for _, w := range worlds() {
		for _, key := range w.keys() {
			m := mutation{name: "without " + key, apply: func(w *world) {
				w.entries = slices.Delete(w.entries, w.find(key), w.find(key)+1)
				w.markObjects()
			}}
			if rule := ruleOfMissing(known, &w, key); rule != "" {
				m.wants = []want{{rule, "error"}}
			}
			b.add(t, w, m)
		}
		dropGroups(t, b, w)
	}
	b.check(t)
}

// ruleOfMissing returns the rule that reports a missing key, according to the tables.
func ruleOfMissing(known *link.Tables, w *world, name string) string {
	for i := range known.Keys {
		row := &known.Keys[i]
		switch {
		case row.Key != name || row.Need == "optional":
		case row.Need == "required" && row.Family == "":
			return "keys/required"
		case row.Group == "database":
			if w.provider == "vault" {
				return "keys/database-password"
			}
			return "" // the ServiceAccount has an identity
		case row.Family == "s3" && row.Need == "required":
			return "keys/s3-required"
		case row.Family == "s3":
			return "keys/s3-credentials"
		default:
			return "keys/azure-required"
		}
	}
	return ""
}

// dropGroups leaves out half of the keys, with and without a reason for it.
func dropGroups(t *testing.T, b *bench, w world) {
	severity := "error"
	if w.mode == "connected" {
		severity = "warning"
	}
	for _, half := range []string{"database", "storage"} {
		drop := func(w *world) {
			w.entries = slices.DeleteFunc(w.entries, func(e entry) bool { return strings.HasPrefix(e.get(w.nameField()), half+"-") })
		}
		b.add(t, w, one("no "+half, "keys/required", severity, func(w *world) { drop(w); w.markObjects() }))
		if w.mode == "standalone" {
			b.add(t, w, mutation{name: half + " plan", apply: func(w *world) {
				drop(w)
				w.app = strings.Replace(w.app, "  runtime:\n", "  "+half+":\n    servicePlan: plan\n  runtime:\n", 1)
			}})
			b.add(t, w, one(half+" plan and keys", "app/plan-conflict", "error", func(w *world) {
				w.app = strings.Replace(w.app, "  runtime:\n", "  "+half+":\n    servicePlan: "+mark+"plan\n  runtime:\n", 1)
			}))
		}
	}
	for _, only := range []string{"storage-service-name", "storage-use-ca-certificates", "storage-perform-delete"} {
		b.add(t, w, one("only "+only, "keys/required", "error", func(w *world) {
			w.entries = slices.DeleteFunc(w.entries, func(e entry) bool { return strings.HasPrefix(e.get(w.nameField()), "storage-") })
			w.entries = append(w.entries, w.entry(only))
			w.markObjects()
		}))
	}
	if w.login == "password" {
		b.add(t, w, passwordless(&w))
	}
}

// passwordless drops a whole storage login.
func passwordless(w *world) mutation {
	m := mutation{name: "no storage login", apply: func(w *world) {
		w.entries = slices.DeleteFunc(w.entries, func(e entry) bool {
			return slices.Contains([]string{"storage-access-key-id", "storage-secret-access-key", "storage-azure-account-name", "storage-azure-account-key"}, e.get(w.nameField()))
		})
		w.markObjects()
	}}
	switch {
	case w.storage == "azure":
		m.wants = []want{{"keys/azure-required", "error"}}
	case w.provider != "aws":
		m.wants = []want{{"keys/s3-credentials", "error"}}
	}
	return m
}

func (w *world) markObjects() {
	w.class = strings.Replace(w.class, "objects: "+objectsHere, mark+"objects: "+objectsHere, 1)
}
