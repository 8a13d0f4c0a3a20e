package manifest

import (
	"errors"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

var errUnproven = errors.New("the change would not read back as it is meant")

// prove applies the patches, reads the document again, and requires the trees
// that the operations ask for, to the last value and for each text in a string.
// Only the document's own range of the file is read: nothing else changes as
// long as it stays one document.
func (e *editor) prove(patches []patch) error {
	for _, l := range e.levels[1:] {
		if len(l.patches) == 0 {
			continue
		}
		text := patched(l.holder.text, l.patches)
		root := ParseText(text)
		if root == nil || l.json && !isJSON(text) || !e.equal(e.want[l.root], root) {
			return errUnproven
		}
	}
	return e.proveFile(patches)
}

func (e *editor) proveFile(patches []patch) error {
	d := e.doc
	local := make([]patch, len(patches))
	for i, p := range patches {
		if p.start < d.Start || p.end > d.End {
			return errUnproven
		}
		local[i] = patch{p.start - d.Start, p.end - d.Start, p.text}
	}
	text := patched(d.File.Text[d.Start:d.End], local)
	whole := chunk{0, len(text)}
	if chunks := split(text); len(chunks) != 1 || chunks[0] != whole {
		return errUnproven
	}
	file := &File{Path: d.File.Path, Text: text, limits: d.File.limits}
	file.prepare()
	file.decodeChunk(whole)
	file.sort()
	siblings := d.siblings()
	if e.levels[0].json && !isJSON(text) {
		return errUnproven
	}
	if len(file.Docs) != len(siblings) || len(file.Broken) != d.brokenSiblings() {
		return errUnproven
	}
	for i, sibling := range siblings {
		want := sibling.Root
		if sibling == d {
			want = e.want[want]
		}
		if !e.equal(want, file.Docs[i].Root) {
			return errUnproven
		}
	}
	return nil
}

// brokenSiblings counts the items of the document's List that are not objects.
func (d *Doc) brokenSiblings() int {
	start, end, n := d.File.Pos(d.Start), d.File.Pos(d.End), 0
	for _, broken := range d.File.Broken {
		if !broken.At.Before(start) && broken.At.Before(end) {
			n++
		}
	}
	return n
}

// equal compares two trees, ignoring positions and styles.
func (e *editor) equal(want, got *yaml.Node) bool {
	if want.Kind != got.Kind || want.Anchor != got.Anchor || len(want.Content) != len(got.Content) {
		return false
	}
	if want.Tag != "" && want.Tag != got.Tag {
		return false
	}
	if want.Value != got.Value && !(e.trailingBreaksVary[want] && strings.TrimRight(want.Value, "\n") == strings.TrimRight(got.Value, "\n")) {
		return false
	}
	for i, child := range want.Content {
		if !e.equal(child, got.Content[i]) {
			return false
		}
	}
	return true
}
