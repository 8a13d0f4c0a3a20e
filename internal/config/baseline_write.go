package config

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strconv"
	"strings"

	"example.com/mxlint/internal/atomicfile"
	"example.com/mxlint/internal/lint"
)

// WriteBaseline writes the findings, including suppressed ones, as the baseline
// at path. Reasons of existing entries are kept. A file that is not a baseline
// is not overwritten. The file is replaced as a whole or not at all.
func WriteBaseline(path string, findings []lint.Finding) error {
	reasons, err := oldReasons(path)
	if err != nil {
		return err
	}
	entries := make([]Entry, 0, len(findings))
	for i := range findings {
		entries = append(entries, entryOf(&findings[i], reasons))
	}
	if err := atomicfile.Write(path, formatBaseline(entries)); err != nil {
		return fmt.Errorf("writing baseline %q: %w", path, err)
	}
	return nil
}

func oldReasons(path string) (map[string]string, error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		return nil, nil // nothing can be read from a pipe, which /dev/stdout may be
	}
	data, err := readLimited(path, baselineSizeLimit)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && len(bytes.TrimSpace(data)) == 0:
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("reading baseline %q: %w", path, err)
	}
	root, err := parse(path, data)
	written := false
	if err == nil && root != nil {
		_, written = baselineVersion(root)
	}
	if !written {
		return nil, fmt.Errorf("writing baseline %q: the existing file is not a baseline; name another one, or remove it", path)
	}
	old := &Baseline{Path: path}
	if old.decode(data) != nil {
		// It is of another version, or was edited: it is replaced.
		return nil, nil
	}
	reasons := make(map[string]string)
	for _, entry := range slices.Backward(old.Entries) { // of equal ones the first counts, as in reading
		reasons[entry.Fingerprint] = entry.Reason
	}
	return reasons, nil
}

func entryOf(finding *lint.Finding, reasons map[string]string) Entry {
	return Entry{
		Rule: finding.Rule, Path: finding.Span.Path, Object: objectText(finding.Object),
		Message: finding.Message, Fingerprint: finding.Fingerprint, Reason: reasons[finding.Fingerprint],
	}
}

func objectText(o lint.ObjectID) string {
	name := o.Name
	if o.Namespace != "" {
		name = o.Namespace + "/" + o.Name
	}
	return strings.TrimSpace(o.Kind + " " + name)
}

// formatBaseline formats the entries in an order that does not depend on their
// position in a file, so that edits above them change nothing.
func formatBaseline(entries []Entry) []byte {
	slices.SortFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Object, b.Object),
			cmp.Compare(a.Message, b.Message), cmp.Compare(a.Fingerprint, b.Fingerprint))
	})
	var out bytes.Buffer
	fmt.Fprintf(&out, "# Findings that are known and do not count: written by `mxlint --write-baseline`,\n"+
		"# matched by fingerprint. A `reason` may be added to an entry.\nversion: %d\nfindings:", baselineFormat)
	if len(entries) == 0 {
		out.WriteString(" []")
	}
	out.WriteByte('\n')
	for _, entry := range entries {
		lead := "  - "
		for _, part := range [...]struct{ key, value string }{
			{"rule", entry.Rule}, {"path", entry.Path}, {"object", entry.Object},
			{"message", entry.Message}, {"fingerprint", entry.Fingerprint}, {"reason", entry.Reason},
		} {
			if strings.TrimSpace(part.value) == "" {
				continue
			}
			// Go's quoted strings are valid YAML: the escapes have the same
			// meaning.
			fmt.Fprintf(&out, "%s%s: %s\n", lead, part.key, strconv.Quote(part.value))
			lead = "    "
		}
	}
	return out.Bytes()
}
