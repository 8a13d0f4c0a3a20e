package main

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/report"
)

// printReading reports on standard error what was read, for users who wonder why
// something was found, or was not.
func (o *lintOptions) printReading(outcome *engine.Outcome) {
	reading := &outcome.Reading
	say := func(what, format string, arguments ...any) {
		fmt.Fprintf(o.err, "%-16s %s\n", what+":", fmt.Sprintf(format, arguments...))
	}
	list := func(what string, names []string) {
		if len(names) == 0 {
			say(what, "none")
			return
		}
		say(what, "%d", len(names))
		for _, name := range names {
			fmt.Fprintf(o.err, "  %s\n", quoteOdd(name))
		}
	}
	say("configuration", "%s", cmp.Or(reading.Configuration, "none"))
	list("manifests read", reading.Manifests)
	list("policies read", reading.Policies)
	say("set aside", "%d for naming none of our kinds, %d for the name of the file", reading.OtherKinds, reading.OtherNames)
	list("excluded", reading.Excluded)
	list("rendered", reading.Deployments)
	list("environments", reading.Environments)
	say("ignored", "%s not related to Mendix apps", report.Count(outcome.IgnoredDocuments, "document"))
	say("rules run", "%d of %d", len(reading.Rules), len(outcome.Catalog.Rules()))
}

// quoteOdd quotes a name that a terminal would interpret in part, or that GitHub would
// take for a workflow command.
func quoteOdd(name string) string {
	if quoted := strconv.Quote(name); quoted != `"`+name+`"` || strings.HasPrefix(strings.TrimSpace(name), "::") {
		return quoted
	}
	return name
}
