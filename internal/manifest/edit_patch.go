package manifest

import (
	"errors"
	"sort"
	"strings"
)

// patch replaces text[start:end], in bytes, of a file or of a string's text.
type patch struct {
	start, end int
	text       string
}

var errOverlap = errors.New("two changes overlap")

// joinPatches sorts patches and merges those that touch, so that their order is
// unambiguous. Patches that overlap are rejected.
func joinPatches(patches []patch) ([]patch, error) {
	sortPatches(patches)
	var joined []patch
	for _, p := range patches {
		if p.start == p.end && p.text == "" {
			continue
		}
		if n := len(joined); n > 0 {
			last := &joined[n-1]
			if p.start < last.end {
				return nil, errOverlap
			}
			if p.start == last.end {
				last.end = p.end
				last.text += p.text
				continue
			}
		}
		joined = append(joined, p)
	}
	return joined, nil
}

// sortPatches sorts patches by position; those at the same position keep their
// order.
func sortPatches(patches []patch) {
	sort.SliceStable(patches, func(i, j int) bool {
		if patches[i].start != patches[j].start {
			return patches[i].start < patches[j].start
		}
		return patches[i].end < patches[j].end
	})
}

// patched returns text with patches applied, which are sorted and do not touch.
func patched(text string, patches []patch) string {
	var changed strings.Builder
	done := 0
	for _, p := range patches {
		changed.WriteString(text[done:p.start])
		changed.WriteString(p.text)
		done = p.end
	}
	changed.WriteString(text[done:])
	return changed.String()
}

// trimLines removes the unchanged lines at both ends of a patch.
func trimLines(text string, p patch) patch {
	old := text[p.start:p.end]
	same := 0
	for {
		n := strings.IndexByte(old[same:], '\n') + 1
		if n == 0 || !strings.HasPrefix(p.text[same:], old[same:same+n]) {
			break
		}
		same += n
	}
	p.start, p.text, old = p.start+same, p.text[same:], old[same:]
	same = 0
	for {
		// Only whole lines: what stays begins after a line break in both.
		n := strings.LastIndexByte(old[:len(old)-same], '\n')
		if n < 0 || !strings.HasSuffix(p.text, old[n:]) {
			break
		}
		same = len(old) - n
	}
	p.end, p.text = p.end-same, p.text[:len(p.text)-same]
	return p
}
