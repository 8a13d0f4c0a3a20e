package manifest

import (
	"fmt"
	"strconv"
	"strings"

	"example.com/mxlint/internal/spelling"
)

// Limits bound what is read; whatever exceeds one is reported as broken.
type Limits struct {
	FileBytes     int // of one file
	DocumentBytes int // of one document
	Documents     int // of one file, those that are wanted; the items of a List are values of one
	Expansion     int // values of one document after aliases are expanded
	Nesting       int // levels of nested values
	TextBytes     int // of one string, which may contain a document itself
}

// DefaultLimits returns limits far beyond what a cluster would store: etcd
// accepts about 1.5 MiB for one object, which may be one of a List.
func DefaultLimits() Limits {
	return Limits{
		FileBytes: 64 << 20, DocumentBytes: 8 << 20, Documents: 3_000,
		Expansion: 200_000, Nesting: 200, TextBytes: 512 << 10,
	}
}

// limit is one of the limits, under its user-visible name.
type limit struct {
	name  string
	value *int
}

func (l *Limits) named() [6]limit {
	return [...]limit{
		{"file-size", &l.FileBytes},
		{"document-size", &l.DocumentBytes},
		{"documents", &l.Documents},
		{"values", &l.Expansion},
		{"nesting", &l.Nesting},
		{"text-size", &l.TextBytes},
	}
}

// LimitNames lists the names that Set accepts.
func LimitNames() []string {
	var names []string
	for _, known := range new(Limits).named() {
		names = append(names, known.name)
	}
	return names
}

// maxLimit keeps sizes within what an offset can represent.
const maxLimit = 1 << 30

// Set changes a limit according to a setting "NAME=VALUE"; a value may end in K
// or M, which stand for factors of 1024 and 1024².
func (l *Limits) Set(setting string) error {
	name, value, found := strings.Cut(setting, "=")
	var target *int
	for _, known := range l.named() {
		if known.name == name {
			target = known.value
		}
	}
	switch {
	case !found:
		return fmt.Errorf("limit %q: write it as NAME=VALUE, such as file-size=128M", setting)
	case target == nil:
		if nearest := spelling.Nearest(name, LimitNames()); len(nearest) > 0 {
			return fmt.Errorf("limit %q: there is no such limit; did you mean %q?", name, nearest[0])
		}
		return fmt.Errorf("limit %q: it is one of %s", name, strings.Join(LimitNames(), ", "))
	}
	number, unit := value, 1
	switch {
	case strings.HasSuffix(value, "K"):
		number, unit = value[:len(value)-1], 1<<10
	case strings.HasSuffix(value, "M"):
		number, unit = value[:len(value)-1], 1<<20
	}
	n, err := strconv.Atoi(number)
	if err != nil || n < 1 || n > maxLimit/unit {
		return fmt.Errorf("limit %s: %q is not a number from 1 to %d, nor one with K or M behind it", name, value, maxLimit)
	}
	*target = n * unit
	return nil
}

// size formats a number of bytes as limits are written.
func size(bytes int) string {
	switch {
	case bytes >= 1<<20 && bytes%(1<<20) == 0:
		return fmt.Sprintf("%d MiB", bytes>>20)
	case bytes >= 1<<10 && bytes%(1<<10) == 0:
		return fmt.Sprintf("%d KiB", bytes>>10)
	}
	return fmt.Sprintf("%d bytes", bytes)
}
