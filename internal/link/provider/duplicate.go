package provider

// lookback bounds the search for the file that makes the mount fail.
const lookback = 1000

// markDuplicates marks the files whose name an earlier file has. wins reports, for a
// file and an earlier one, whether the mount succeeds nonetheless.
func (r *reading) markDuplicates(wins func(file, earlier *File) bool) {
	first := make(map[string]int, len(r.result.Files))
	for i := range r.result.Files {
		file := &r.result.Files[i]
		if file.Unknown || r.result.Objects[file.Object].NameOnly {
			continue
		}
		at, found := first[file.Name]
		if !found {
			first[file.Name] = i
			continue
		}
		file.Duplicates, file.DuplicateWins = at, true
		for j := max(at, i-lookback); j < i; j++ {
			if earlier := &r.result.Files[j]; earlier.Name == file.Name && !earlier.Unknown && !r.result.Objects[earlier.Object].NameOnly && !wins(file, earlier) {
				file.DuplicateWins = false
			}
		}
	}
}
