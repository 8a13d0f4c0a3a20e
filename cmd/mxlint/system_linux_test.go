package main

import (
	"os"
	"syscall"
)

// peakOf is how much memory a process held at most, in bytes; 0 where the system
// does not say so in the same way.
func peakOf(process *os.ProcessState) int64 {
	usage, ok := process.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return usage.Maxrss << 10 // Linux counts in KiB
}

func makePipe(path string) error { return syscall.Mkfifo(path, 0o644) }
