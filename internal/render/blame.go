package render

import (
	"fmt"
	"strings"

	"sigs.k8s.io/kustomize/api/types"

	"example.com/mxlint/internal/manifest"
)

// blame finds the entry that keeps a kustomization from rendering. kustomize's
// own messages name files at best, so it is found by trying: the first entry
// with which the beginning of the kustomization no longer renders, followed
// into bases and components.
func (r *renderer) blame(root *kustomization, cause error) *Problem {
	return r.blameIn(root, root, make(map[*kustomization]types.Kustomization), cause)
}

func (r *renderer) blameIn(root, k *kustomization, instead map[*kustomization]types.Kustomization, cause error) *Problem {
	pieces := k.pieces()
	renders := func(n int) bool {
		instead[k] = k.beginning(pieces[:n])
		_, err := r.build(root, instead)
		if err != nil {
			cause = err
		}
		return err == nil
	}
	if len(pieces) == 0 || !renders(0) {
		return r.failure(k, "", nil, cause)
	}
	good, bad := 0, len(pieces)
	for bad-good > 1 && r.ctx.Err() == nil {
		if middle := (good + bad) / 2; renders(middle) {
			good = middle
		} else {
			bad = middle
		}
	}
	if r.ctx.Err() != nil {
		return r.failure(k, "", nil, cause)
	}
	renders(bad) // for its cause
	at := pieces[bad-1].at
	e := k.entryAt(at)
	if e != nil && e.folder != nil && e.role == component && e.folder.isComponent() {
		return r.blameIn(root, e.folder, instead, cause)
	}
	if e != nil && e.folder != nil && e.role == resource {
		if _, err := r.build(e.folder, nil); err != nil {
			return r.blame(e.folder, err)
		}
	}
	return r.failure(k, at, e, cause)
}

// entryAt returns the entry at or below a path, nil if there is none.
func (k *kustomization) entryAt(at manifest.Path) *entry {
	for _, e := range k.entries {
		if e.at == at || strings.HasPrefix(string(e.at), string(at)+"/") {
			return e
		}
	}
	return nil
}

// failure returns the problem that kustomize failed at an entry, at another
// field, or somewhere in the kustomization.
func (r *renderer) failure(k *kustomization, at manifest.Path, e *entry, cause error) *Problem {
	words := reason(cause, k.real)
	if e != nil {
		if broken := r.broken(e); broken != "" {
			return e.problem(broken)
		}
		return e.problem(fmt.Sprintf("fails: kustomize says %q", words))
	}
	p := &Problem{Span: k.start(), File: k.file}
	if at != "" {
		p.Span = k.span(at)
		field, _, _ := strings.Cut(strings.TrimPrefix(at.Pointer(), "/"), "/")
		p.Message = fmt.Sprintf("field %q fails: kustomize says %q, so kustomization %q does not render", field, words, k.folder)
		return p
	}
	p.Message = fmt.Sprintf("kustomization %q does not render: kustomize says %q", k.folder, words)
	return p
}

// broken says why an entry's file cannot be read; it returns "" if it can.
func (r *renderer) broken(e *entry) string {
	if e.inline || e.folder != nil {
		return ""
	}
	file := r.decode(e.file(), realPath(e.real))
	if file == nil {
		return ""
	}
	for _, doc := range file.Docs {
		if doc.Template != nil {
			return fmt.Sprintf("has template marks in line %d, which kustomize does not fill in", doc.Template.Line)
		}
	}
	if len(file.Broken) == 0 || listDoc(file) != nil {
		return ""
	}
	first := file.Broken[0]
	if first.Templated {
		return fmt.Sprintf("has template marks in line %d, which kustomize does not fill in", first.Mark.Line)
	}
	return fmt.Sprintf("cannot be read in line %d: %s", first.At.Line, oneLine(first.Message))
}
