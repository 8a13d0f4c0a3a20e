package engine_test

import (
	"slices"
	"strings"
	"testing"

	"example.com/mxlint/internal/link"
)

// TestMountedNames covers what is mounted beside, or in place of, the right keys.
func TestMountedNames(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	known := tables(t)
	for _, w := range worlds() {
		extra := func(name, rule, severity string) {
			m := mutation{name: "also " + name, apply: func(w *world) {
				e := w.entry(name)
				w.entries = append(w.entries, e.set(w.nameField(), mark+name))
			}}
			if rule != "" {
				m.wants = []want{{rule, severity}}
			}
			b.add(t, w, m)
		}
		for _, name := range []string{"storage-region", "database-flavour", "mx-something-else", "storage-sixteen-tons"} {
			extra(name, "keys/unknown", "warning")
		}
		for _, name := range []string{"pclm-admin-username", "pclm-admin-password", "tls.crt", "license.json", "mx-debugger-password", "mx-runtime-com.mendix.core.StorageX"} {
			extra(name, "", "")
		}
		extra("mx-const-Orders", "keys/constant-name", "error")
		for _, name := range []string{"mx-const-.Key", "mx-const-Orders.", "mx-const-", "mx-const-Orders..Key"} {
			if w.provider != "azure" {
				extra(name, "keys/constant-name", "error")
			}
		}
		extra("mx-runtime-", "keys/runtime-setting", "warning")
		for _, row := range known.Keys {
			if setting, own := strings.CutPrefix(row.Setting, "runtime:"); own {
				extra("mx-runtime-"+setting, "keys/runtime-setting", "warning")
			}
		}
		for _, name := range known.Settings.Managed {
			extra("mx-runtime-"+name, "keys/runtime-setting", "warning")
		}
		misspelledAlias(b, t, w)
		mixed(b, t, w, known)
		duplicated(b, t, w)
		swapped(b, t, w)
	}
	b.check(t)
}

// misspelledAlias misspells objectAlias, which leaves the key of objectName mounted.
func misspelledAlias(b *bench, t *testing.T, w world) {
	if w.provider != "azure" {
		return
	}
	for _, field := range [...]string{"alias", "objectalias"} {
		b.add(t, w, one("a key with "+field, "provider/unknown-object-field", "warning", func(w *world) {
			w.entries = append(w.entries, entry{{"objectName", "mx-debugger-password"}, {"objectType", "secret"}, {mark + field, "admin"}})
		}))
	}
	b.add(t, w, one("a constant's name with two dots", "provider/object-field", "error", func(w *world) {
		e := w.entry("mx-admin-password")
		w.entries = append(w.entries, e.set("objectAlias", mark+"mx-const-A..B"))
	}))
}

func mixed(b *bench, t *testing.T, w world, known *link.Tables) {
	for _, row := range known.Keys {
		switch {
		case row.Family != "" && string(row.Family) != w.storage:
			b.add(t, w, one("also "+row.Key, "keys/mixed-storage", "error", func(w *world) {
				e := w.entry(row.Key)
				w.entries = append(w.entries, e.set(w.nameField(), mark+row.Key))
			}))
		case row.Key == "storage-azure-use-default-azure-credential" && w.storage == "azure" && w.login == "password":
			b.add(t, w, one("static and managed", "keys/azure-auth-conflict", "warning", func(w *world) {
				w.entries = append(w.entries, w.entry("storage-azure-blob-endpoint"), w.entry(row.Key))
				e := w.entries[w.find("storage-azure-account-key")]
				e.set(w.nameField(), mark+"storage-azure-account-key")
			}))
		}
	}
}

func duplicated(b *bench, t *testing.T, w world) {
	severity := "error"
	if w.provider == "azure" {
		severity = "warning"
	}
	for i, key := range w.keys() {
		b.add(t, w, one("a key twice; "+key, "keys/duplicate", severity, func(w *world) {
			e := slices.Clone(w.entries[i])
			w.entries = append(w.entries, e.set(w.nameField(), mark+key))
		}))
		if i > 0 && !strings.Contains(key, ".") {
			b.add(t, w, one("the name of the entry above; "+key, "keys/duplicate", severity, func(w *world) {
				w.entries[i].set(w.nameField(), mark+w.keys()[i-1])
			}))
		}
		if i+1 < len(w.keys()) && !strings.Contains(key, ".") {
			b.add(t, w, one("the name of the entry below; "+key, "keys/duplicate", severity, func(w *world) {
				w.entries[i].set(w.nameField(), w.keys()[i+1])
				w.entries[i+1].set(w.nameField(), mark+w.keys()[i+1])
			}))
		}
		b.add(t, w, one("a key beside its misspelling; "+key, "keys/misspelled", "warning", func(w *world) {
			e := w.entry(key)
			w.entries = append(w.entries, e.set(w.nameField(), mark+strings.Replace(key, "-", "_", 1)))
		}))
	}
}

func swapped(b *bench, t *testing.T, w world) {
	for i, key := range w.keys() {
		b.add(t, w, one("a key exchanged; "+key, "keys/swapped", "error", func(w *world) {
			e := w.entries[i]
			switch w.provider {
			case "vault":
				e.set("secretKey", key)
				e.set("objectName", mark+"password-of-shop")
			case "aws":
				e.set("objectAlias", mark+"password_of_shop")
			case "azure":
				e.set("objectAlias", mark+"password-of-shop")
			}
		}))
	}
}
