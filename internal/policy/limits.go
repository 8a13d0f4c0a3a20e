package policy

import "time"

// Limits bounds what custom policies may use. Zero values mean the defaults.
type Limits struct {
	// Time is for all custom rules together on one environment, and for compiling them.
	Time time.Duration
	// Memory is how many bytes the heap may grow by while one rule is evaluated.
	Memory uint64
	// Results is how many findings one rule may report for one environment.
	Results int
}

// The defaults. The built-in rules need well under a millisecond and a megabyte for
// what people write, and less than a second for the most that is processed of one
// class.
const (
	DefaultTime    = 10 * time.Second
	defaultMemory  = 256 << 20
	defaultResults = 10_000
)

func (l Limits) withDefaults() Limits {
	if l.Time <= 0 {
		l.Time = DefaultTime
	}
	if l.Memory == 0 {
		l.Memory = defaultMemory
	}
	if l.Results <= 0 {
		l.Results = defaultResults
	}
	return l
}
