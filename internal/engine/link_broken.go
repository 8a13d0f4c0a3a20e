package engine

import (
	"encoding/json"
	"strings"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

// belongs reports whether a document that cannot be read is ours, or may be. A JSON
// list that contains no Kubernetes object is not: it is a report, such as our own, that
// quotes our names.
func belongs(broken *manifest.Broken, inFile, inFolder bool) bool {
	if strings.HasPrefix(strings.TrimSpace(broken.Text), "[") && !strings.Contains(broken.Text, `"apiVersion"`) && !strings.Contains(broken.Text, `"kind"`) && json.Valid([]byte(broken.Text)) {
		return false
	}
	return link.MentionsOurs(broken.Text) || inFile || inFolder && link.MentionsAccount(broken.Text)
}

func templateBelongs(doc *manifest.Doc) bool {
	return doc.Kind == link.KindApp || doc.Kind == link.KindClass || link.MentionsOurs(doc.File.Text[doc.Start:doc.End])
}

func brokenFact(broken *manifest.Broken) link.Broken {
	if broken.Templated {
		return unrendered(broken.File, broken.Mark)
	}
	return locate(link.Broken{Path: broken.File.Path, Message: broken.Message, Source: broken.Source}, broken.File, broken.At)
}

func templateFact(doc *manifest.Doc) link.Broken { return unrendered(doc.File, *doc.Template) }

// unrendered states a template, with the command that renders its kind of marker.
func unrendered(file *manifest.File, mark manifest.Pos) link.Broken {
	how := "render it and pipe the result, as in `helm template RELEASE CHART | mxlint -`"
	if line := []rune(file.Line(mark.Line)); mark.Column <= len(line) && strings.HasPrefix(string(line[mark.Column-1:]), "${") {
		how = "render it and pipe the result, as in `envsubst < FILE | mxlint -`"
	}
	return locate(link.Broken{Path: file.Path, Message: how, Unrendered: true}, file, mark)
}

// locate marks the rest of the line: all that is known of where reading stopped.
func locate(fact link.Broken, file *manifest.File, at manifest.Pos) link.Broken {
	fact.Line, fact.Column = at.Line, at.Column
	end := at
	if line := []rune(strings.TrimRight(file.Line(at.Line), " \t")); len(line)+1 > at.Column {
		end.Column = len(line) + 1
	}
	fact.At = link.InFile(manifest.Span{Path: file.Path, Start: at, End: end})
	return fact
}
