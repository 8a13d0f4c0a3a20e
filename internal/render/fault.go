package render

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// fault finds what keeps a kustomization from rendering and is evident without
// trying: missing files, folders that are not kustomizations, cycles.
func (r *renderer) fault(root *kustomization) *Problem {
	return r.faultIn(root, nil, make(map[*kustomization]bool))
}

// faultIn checks a kustomization; above are the entries that led to it.
func (r *renderer) faultIn(k *kustomization, above []*entry, checked map[*kustomization]bool) *Problem {
	if checked[k] {
		return nil
	}
	if k.err != "" {
		return &Problem{Span: k.errAt, File: k.file, Message: fmt.Sprintf("kustomization %q does not render: %s", k.folder, oneLine(k.err))}
	}
	if other, ok := r.tree.secondFile[k]; ok {
		return &Problem{Span: k.start(), File: k.file, Message: fmt.Sprintf("folder %q holds a second kustomization file %q: kustomize build stops with \"Found multiple kustomization files\"", k.folder, other)}
	}
	for _, e := range k.entries {
		if what := r.faultOf(e); what != "" {
			return e.problem(what)
		}
		if e.folder == nil {
			continue
		}
		chain := append(slices.Clone(above), e)
		if problem := cycle(chain); problem != nil {
			return problem
		}
		if problem := r.faultIn(e.folder, chain, checked); problem != nil {
			return problem
		}
	}
	checked[k] = true
	return nil
}

// problem returns the entry's problem with the given cause.
func (e *entry) problem(cause string) *Problem {
	name := fmt.Sprintf("%s %q", e.noun(), oneLine(e.text))
	if e.inline {
		name = "the " + e.noun() + " in place"
	}
	return &Problem{Span: e.owner.span(e.at), File: e.owner.file, Message: fmt.Sprintf("%s %s, so kustomization %q does not render", name, cause, e.owner.folder)}
}

func (r *renderer) faultOf(e *entry) string {
	switch {
	case e.inline:
		return r.excess(e)
	case e.text == "":
		return "is empty"
	}
	info, err := os.Stat(e.real)
	switch {
	case err != nil:
		return "is not there" + suggestion(e.real) + ": kustomize build stops with \"no such file or directory\""
	case !info.IsDir():
		return r.fileFault(e)
	case e.role == patch || e.role == content:
		return "is a folder where a file is expected"
	}
	if e.folder == nil {
		return "is a folder without a kustomization.yaml"
	}
	return ""
}

// fileFault checks entries that are files: components must be folders, and no
// file may be outside the kustomization's folder.
func (r *renderer) fileFault(e *entry) string {
	switch {
	case e.role == component:
		return "is a file where the folder of a component is expected"
	case !within(realPath(e.real), e.owner.real):
		return "is outside its folder: kustomize build stops with \"is not in or below\""
	case e.role == content:
		return ""
	}
	return r.excess(e)
}

// within reports whether a real path is a folder or is below it.
func within(path, folder string) bool {
	return path == folder || strings.HasPrefix(path, strings.TrimSuffix(folder, string(filepath.Separator))+string(filepath.Separator))
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
