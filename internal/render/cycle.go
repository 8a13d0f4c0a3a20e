package render

import "fmt"

// cycle reports the last entry of a way if it leads to a kustomization that the
// way came through, or to a folder above one, which kustomize considers a cycle
// too. Of a cycle, the member that is first by path is reported.
func cycle(way []*entry) *Problem {
	last := way[len(way)-1]
	for i := len(way) - 1; i >= 0; i-- {
		owner := way[i].owner
		switch {
		case owner == last.folder:
			told := way[i]
			for _, e := range way[i:] {
				if e.owner.path < told.owner.path {
					told = e
				}
			}
			return told.problem(fmt.Sprintf("leads back to %q: kustomize build stops with \"cycle detected\"", told.owner.folder))
		case within(owner.real, last.folder.real):
			return last.problem(fmt.Sprintf("leads to a folder above %q: kustomize build stops with \"cycle detected\"", owner.folder))
		}
	}
	return nil
}
