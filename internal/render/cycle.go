package render

import "fmt"

// cycle reports the last entry of a chain of references if it refers to a
// kustomization that the chain passed through, or to a folder above one, which
// kustomize considers a cycle too. Of a cycle, the member that is first by path
// is reported.
func cycle(chain []*entry) *Problem {
	last := chain[len(chain)-1]
	for i := len(chain) - 1; i >= 0; i-- {
		owner := chain[i].owner
		switch {
		case owner == last.folder:
			reported := chain[i]
			for _, e := range chain[i:] {
				if e.owner.path < reported.owner.path {
					reported = e
				}
			}
			return reported.problem(fmt.Sprintf("leads back to %q: kustomize build stops with \"cycle detected\"", reported.owner.folder))
		case within(owner.real, last.folder.real):
			return last.problem(fmt.Sprintf("leads to a folder above %q: kustomize build stops with \"cycle detected\"", owner.folder))
		}
	}
	return nil
}
