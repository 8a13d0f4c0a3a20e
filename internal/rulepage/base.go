package rulepage

import (
	"embed"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/txtar"
)

// bases are clean environments "orders" in the namespace "shop", by provider.
//
//go:embed base/*.txtar
var bases embed.FS

// plans returns what is appended to the MendixApp of a base, which ends with
// its spec.
func plans(words string) string {
	text := ""
	if words == "plans" || words == "database plan" {
		text += "  database:\n    servicePlan: postgres\n"
	}
	if words == "plans" || words == "storage plan" {
		text += "  storage:\n    servicePlan: blobs\n"
	}
	return text
}

// addBase adds the members of a clean environment whose kinds no block has;
// without names the kinds that are left out on purpose.
func (e *Example) addBase(provider, planned, omit string) error {
	if provider == "" {
		return nil
	}
	text, err := bases.ReadFile("base/" + provider + ".txtar")
	if err != nil {
		return fmt.Errorf("reading the base %q: %w", provider, err)
	}
	omitted := strings.Fields(strings.NewReplacer(",", " ", " and ", " ").Replace(omit))
	for _, file := range txtar.Parse(text).Files {
		kind := kindOf(string(file.Data))
		if at := slices.Index(omitted, kind); at >= 0 {
			omitted = slices.Delete(omitted, at, at+1)
			continue
		}
		if e.defines(kind) {
			continue
		}
		member := string(file.Data)
		if kind == "MendixApp" {
			member += plans(planned)
		}
		e.Files["base-"+file.Name] = member
	}
	if len(omitted) > 0 {
		return fmt.Errorf("the base has no %q to leave out", omitted[0])
	}
	return nil
}

func kindOf(text string) string {
	for line := range strings.Lines(text) {
		if kind, ok := strings.CutPrefix(line, "kind: "); ok {
			return strings.TrimSpace(kind)
		}
	}
	return ""
}

func (e *Example) defines(kind string) bool {
	pattern := regexp.MustCompile(`(?m)^ *"?kind"?: "?` + regexp.QuoteMeta(kind) + `\b`)
	for _, text := range e.Files {
		if pattern.MatchString(text) {
			return true
		}
	}
	return false
}
