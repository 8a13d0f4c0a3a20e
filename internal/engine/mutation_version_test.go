package engine_test

import (
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"example.com/mxlint/internal/link"
)

// Just below its version a gate is one finding, besides those of gates with higher
// versions; at that version it is none.
func TestGates(t *testing.T) {
	t.Parallel()
	b := &bench{root: t.TempDir()}
	known := tables(t)
	for _, w := range worlds() {
		var rows []link.GateRow
		for _, row := range known.Gates {
			if w.meets(&row) != "" && row.Database != "sqlserver" {
				rows = append(rows, row)
			}
		}
		for _, subject := range []string{"operator", "runtime"} {
			for _, row := range rows {
				if row.Subject != subject || subject == "runtime" && w.mode == "connected" {
					continue
				}
				for _, version := range []string{below(row.Least), row.Least} {
					b.add(t, w, gated(&w, rows, subject, version))
				}
			}
		}
		region(b, t, w)
	}
	b.check(t)
}

// gated sets a version, and expects a finding for each gate above it.
func gated(w *world, rows []link.GateRow, subject, version string) mutation {
	m := mutation{name: subject + " " + version}
	var marks []func(*world)
	for _, row := range rows {
		if row.Subject != subject || slices.Compare(link.VersionNumbers(version), link.VersionNumbers(row.Least)) >= 0 {
			continue
		}
		at, own := w.meets(&row), string([]rune(mark)[0]+rune(len(m.wants)))
		if subject == "runtime" {
			at = "runtime"
		}
		m.wants = append(m.wants, want{"version/" + row.Rule, "error"})
		marks = append(marks, func(w *world) { w.markAt(at, own) })
	}
	// At one place, marks are in reverse: the last one written comes first.
	slices.Reverse(marks)
	m.apply = func(w *world) {
		if w.layout == "json" || w.form == "json" || w.form == "single" {
			w.layout, w.form = "stream", "literal" // elsewhere only one mark can be kept
		}
		for _, put := range marks {
			put(w)
		}
		if subject == "operator" {
			w.operator = version
		} else {
			w.app = strings.Replace(w.app, "10.24.3.100", withBuild(version), 1)
		}
	}
	return m
}

// meets returns what in a world meets the condition of a gate: "class", a key or an
// annotation; "" for nothing.
func (w *world) meets(row *link.GateRow) string {
	for _, condition := range row.When {
		word, argument, _ := strings.Cut(condition, " ")
		switch word {
		case "store":
			return "class"
		case "key":
			for _, key := range w.keys() {
				for _, pattern := range strings.Fields(argument) {
					if matched, _ := path.Match(pattern, key); matched {
						return key
					}
				}
			}
		case "database":
			if at := w.identity(argument); at != "" && w.login == "identity" {
				return at
			}
		case "storage":
			if argument == "irsa" && w.storage == "s3" && w.login == "identity" {
				return "role-arn"
			}
			if argument == "azure-identity" && w.storage == "azure" && w.login == "identity" {
				return "storage-azure-blob-endpoint"
			}
		}
	}
	return ""
}

// identity returns the annotation that a database login uses.
func (w *world) identity(login string) string {
	azure := w.provider == "azure" || w.provider == "vault" && w.storage == "azure"
	switch {
	case login == "rds-iam" && !azure:
		return "role-arn"
	case login == "azure-identity" && azure:
		return "client-id"
	}
	return ""
}

func (w *world) markAt(at, own string) {
	switch at {
	case "runtime":
		w.app = strings.Replace(w.app, "RuntimeVersion: ", "RuntimeVersion: "+own, 1)
	case "class":
		w.class = strings.Replace(w.class, "name: ", "name: "+own, 1)
	case "role-arn", "client-id":
		w.account = strings.Replace(w.account, at+": ", at+": "+own, 1)
	default:
		for i := range w.entries {
			if name := w.entries[i].get(w.nameField()); strings.TrimLeft(name, "\ue000\ue001\ue002\ue003\ue004\ue005") == at {
				w.entries[i].set(w.nameField(), own+name)
				return
			}
		}
	}
}

// below returns the nearest lower version, full the version with all its numbers.
func below(version string) string {
	numbers := link.VersionNumbers(version)
	i := len(numbers) - 1
	for numbers[i] == 0 {
		numbers[i] = 99
		i--
	}
	numbers[i]--
	return fmt.Sprintf("%d.%d.%d", numbers[0], numbers[1], numbers[2])
}

func withBuild(version string) string {
	for strings.Count(version, ".") < 2 {
		version += ".0"
	}
	return version + ".4711"
}

// region covers runtimes that need a region, with Operators that do not find it.
func region(b *bench, t *testing.T, w world) {
	if w.storage != "s3" || w.mode != "standalone" {
		return
	}
	needy := []string{"9.24.41.1", "10.24.14.1", "11.6.0.1", "12.0.0.1"}
	for _, version := range append(needy, "9.24.40.1", "9.25.0.1", "10.24.13.1", "11.5.9.1") {
		needs := slices.Contains(needy, version)
		for _, operator := range []string{"2.24.9", "2.25.0", ""} {
			m := mutation{name: "runtime " + version + " and Operator " + strconv.Quote(operator), apply: func(w *world) {
				w.operator = operator
				w.app = strings.Replace(w.app, "10.24.3.100", mark+version, 1)
			}}
			if needs && operator == "2.24.9" {
				m.wants = []want{{"version/s3-region", "warning"}}
			}
			b.add(t, w, m)
			if len(m.wants) > 0 {
				b.add(t, w, mutation{name: m.name + " with a region", apply: func(w *world) {
					m.apply(w)
					w.app = strings.ReplaceAll(w.app, mark, "")
					w.entries = append(w.entries, w.entry("mx-runtime-com.mendix.storage.s3.Region"))
				}})
			}
		}
	}
}
