package engine

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// sourceNames maps the names of the rendered resources of each deployment to the places
// of these names in its sources: "live-orders" of one overlay and "test-orders" of
// another are "orders" of their base.
type sourceNames map[string]map[string]manifest.Span

const namePath manifest.Path = "/metadata/name"

func (r *run) sourceNames() sourceNames {
	if r.rendered == nil || len(r.rendered.Deployments) < 2 {
		return nil
	}
	names := make(sourceNames)
	for _, deployment := range r.rendered.Deployments {
		of := make(map[string]manifest.Span)
		for _, file := range deployment.Files {
			for _, doc := range file.Docs {
				name := doc.Node(namePath)
				if name == nil {
					continue
				}
				// If several resources have one name, the first place stands for all.
				at, _ := doc.Locate(namePath, manifest.Value)
				if known, is := of[name.Value]; !is || at.Compare(known) < 0 {
					of[name.Value] = at
				}
			}
		}
		names[deployment.Name] = of
	}
	return names
}

// objectName matches what may be the name of a resource (RFC 1123), quoted or not.
var objectName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[a-z0-9]+([-.][a-z0-9]+)*`) })

// neutral returns a message without the names that differ between overlays.
func (s sourceNames) neutral(f *lint.Finding) string {
	namespace, name, _ := strings.Cut(f.Environment, "/")
	message := f.Message
	for _, own := range []string{namespace, name} {
		if own != "" {
			message = strings.ReplaceAll(message, strconv.Quote(own), `""`)
		}
	}
	names := s[f.Deployment]
	return objectName().ReplaceAllStringFunc(message, func(word string) string {
		if at, is := names[word]; is {
			return fmt.Sprint(at)
		}
		return word
	})
}
