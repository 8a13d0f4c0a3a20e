package policy

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
)

// fingerprint identifies a finding across runs: by its rule, its object, its place
// inside the object and its subject, never by its line. An entry of `objects` is
// identified by the file it mounts, so that the order does not matter.
func fingerprint(f *lint.Finding, subject *link.Subject, at link.Place) string {
	object := f.Object.Kind + " " + f.Object.Namespace + "/" + f.Object.Name
	if f.Object.Name == "" || f.Object.Namespace == "" {
		object += " " + f.Span.Path
	}
	pointer := string(at.Path)
	for i := range subject.MountedFiles {
		file := &subject.MountedFiles[i]
		if entry := string(file.Entry.Path); entry != "" && strings.HasPrefix(pointer, entry) &&
			(len(pointer) == len(entry) || pointer[len(entry)] == '/' || pointer[len(entry)] == '!') && file.Entry.Doc == at.Doc && !file.Parent {
			pointer = "file " + file.Name + pointer[len(entry):]
			break
		}
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{f.Rule, object, pointer, f.Subject, f.Deployment}, "\x00")))
	return hex.EncodeToString(sum[:16])
}
