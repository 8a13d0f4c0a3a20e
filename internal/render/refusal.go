package render

import (
	"fmt"
	"strings"

	"example.com/mxlint/internal/manifest"
)

// refusal looks for what would be fetched or executed in a kustomization or in
// what it refers to. It has to run before kustomize, which would fetch without
// asking.
func (r *renderer) refusal(root *kustomization) *Problem {
	var problem *Problem
	root.visit(make(map[*kustomization]bool), func(k *kustomization) bool {
		problem = r.refusalIn(k, root)
		return problem == nil
	})
	return problem
}

func (r *renderer) refusalIn(k, root *kustomization) *Problem {
	folder := root.folder
	if strings.HasPrefix(folder, "-") {
		folder = "./" + folder // it is not a flag
	}
	refuse := func(at manifest.Path, what, flags string) *Problem {
		return &Problem{
			Kind: Unrendered, Span: k.span(at), File: k.file,
			Message: fmt.Sprintf("%s, so kustomization %q was not checked; render it and pipe the result: kustomize build %s%s | mxlint -",
				what, root.folder, flags, shellWord(folder)),
		}
	}
	for _, e := range k.entries {
		switch {
		case e.isFetched():
			return refuse(e.at, fmt.Sprintf("%s %q is remote and is not fetched", e.noun(), oneLine(redactURL(e.text))), "")
		case e.role == plugin:
			if why := r.pluginRefusal(e, make(map[*kustomization]bool)); why != "" {
				return refuse(e.at, why+" and is not run", "--enable-alpha-plugins ")
			}
		}
	}
	if field, name := k.inflatedChart(); field != "" {
		at := k.field(field)
		if name != "" {
			at = at.Index(0).Key("name")
		}
		return refuse(at, fmt.Sprintf("%s inflates chart %q and helm is not run for it", field, oneLine(name)), "--enable-helm ")
	}
	return nil
}

// isFetched reports whether kustomize would use the network for the entry.
func (e *entry) isFetched() bool {
	switch {
	case isRemote(e.text):
		return true
	case e.inline || e.text == "" || exists(e.real):
		return false
	}
	return e.role != content && e.role != patch && looksRemote(e.text) || strings.Contains(e.text, "://")
}

// inflatedChart returns the field that makes kustomize run helm, and its first
// chart.
func (k *kustomization) inflatedChart() (field, name string) {
	switch raw := &k.raw; {
	case len(raw.HelmCharts) > 0:
		return "helmCharts", raw.HelmCharts[0].Name
	case len(raw.HelmChartInflationGenerator) > 0:
		return "helmChartInflationGenerator", raw.HelmChartInflationGenerator[0].ChartName
	}
	return "", ""
}

// redactURL removes the password from a URL, and from an HTTP URL the
// user too: it may be a token.
func redactURL(entry string) string {
	scheme, rest, found := strings.Cut(entry, "://")
	host, _, _ := strings.Cut(rest, "/")
	at := strings.LastIndex(host, "@")
	if !found || at < 0 {
		return entry
	}
	user, _, _ := strings.Cut(host[:at], ":")
	if lower := strings.ToLower(scheme); strings.HasSuffix(lower, "http") || strings.HasSuffix(lower, "https") {
		return scheme + "://" + rest[at+1:]
	}
	return scheme + "://" + user + rest[at:]
}
