package engine

import (
	"slices"

	"example.com/mxlint/internal/link"
)

// smallTree is up to how many files a tree is read before the rules are
// compiled: then it is known which providers occur, and the rules of the
// others are left out. In a larger tree the rules are compiled beside the
// reading, all of them.
const smallTree = 64

// startCompiling has the rules compiled beside whatever follows.
func (r *run) startCompiling() {
	if r.inspecting {
		return // the facts are all that is asked for
	}
	r.start.Do(func() { go func() { _, _ = r.compiled() }() })
}

// hit is told of each file that may be ours, from several goroutines.
func (r *run) hit() {
	if len(r.found.files) > smallTree {
		r.startCompiling()
	}
}

// decoded is told when all files are read. What renders may bring in classes
// from outside the tree, so then all rules stay.
func (r *run) decoded() {
	if len(r.files) == 0 {
		return
	}
	if len(r.found.files) <= smallTree && len(r.found.kustomizations) == 0 && len(r.found.charts) == 0 && !r.Strict && !r.every {
		providers := make(map[string]bool)
		for _, file := range r.files {
			for _, doc := range file.Docs {
				if provider := link.ProviderOf(doc); provider != "" {
					providers[provider] = true
				}
			}
		}
		r.without = slices.DeleteFunc(link.Providers(), func(name string) bool { return providers[name] })
	}
	r.startCompiling()
}
