package textdiff

import "slices"

// maxCost limits the number of lines that a diff removes and adds one by one;
// time and memory grow with its square. Beyond it all lines between the first
// and the last differing one count as changed.
const maxCost = 2000

// compareLines finds the changes that turn one list of lines into the other,
// with as few lines as possible (Myers, An O(ND) Difference Algorithm, 1986).
func compareLines(old, changed []string) []change {
	head := 0
	for head < len(old) && head < len(changed) && old[head] == changed[head] {
		head++
	}
	tail := 0
	for tail < len(old)-head && tail < len(changed)-head && old[len(old)-1-tail] == changed[len(changed)-1-tail] {
		tail++
	}
	a, b := old[head:len(old)-tail], changed[head:len(changed)-tail]
	changes := changesBetween(editPath(a, b), len(a), len(b))
	for i := range changes {
		c := &changes[i]
		c.oldStart, c.oldEnd = c.oldStart+head, c.oldEnd+head
		c.newStart, c.newEnd = c.newStart+head, c.newEnd+head
	}
	return changes
}

// match says that lines a[x:x+size] and b[y:y+size] are equal.
type match struct{ x, y, size int }

// editPath returns the lines that stay, in order; none if too many change.
func editPath(a, b []string) []match {
	limit := min(len(a)+len(b), maxCost)
	furthest := make([]int32, 2*limit+2) // by diagonal x-y, from -limit to limit
	var trace [][]int32                  // the diagonals -d to d before step d
	for d := 0; d <= limit; d++ {
		trace = append(trace, append([]int32(nil), furthest[limit-d:limit+d+1]...))
		for k := -d; k <= d; k += 2 {
			x := stepFrom(furthest, limit, d, k)
			for int(x) < len(a) && int(x)-k < len(b) && a[x] == b[int(x)-k] {
				x++
			}
			furthest[limit+k] = x
			if int(x) >= len(a) && int(x)-k >= len(b) {
				return backtrack(trace, a, b)
			}
		}
	}
	return nil
}

// stepFrom returns where the path on diagonal k begins its dth step: one down
// from the diagonal above, or one right from that below, whichever is further.
func stepFrom(furthest []int32, middle, d, k int) int32 {
	switch {
	case d == 0:
		return 0
	case k == -d || k != d && furthest[middle+k-1] < furthest[middle+k+1]:
		return furthest[middle+k+1]
	}
	return furthest[middle+k-1] + 1
}

// backtrack reads the path from the trace, starting at its end.
func backtrack(trace [][]int32, a, b []string) []match {
	var matches []match
	x, y := len(a), len(b)
	for d := len(trace) - 1; d >= 0; d-- {
		k := x - y
		start := int(stepFrom(trace[d], d, d, k))
		if size := x - start; size > 0 {
			matches = append(matches, match{start, start - k, size})
		}
		if d == 0 {
			break
		}
		before := trace[d]
		if k == -d || k != d && before[d+k-1] < before[d+k+1] {
			x, y = start, start-k-1 // a line was added
		} else {
			x, y = start-1, start-k
		}
	}
	slices.Reverse(matches)
	return matches
}

// changesBetween returns the ranges of lines between and around those that
// stay.
func changesBetween(matches []match, oldSize, newSize int) []change {
	var changes []change
	x, y := 0, 0
	for _, m := range append(matches, match{oldSize, newSize, 0}) {
		if x < m.x || y < m.y {
			changes = append(changes, change{x, m.x, y, m.y})
		}
		x, y = m.x+m.size, m.y+m.size
	}
	return changes
}
