package main

import (
	"os"
	"syscall"
)

// peakOf returns the peak memory of a process in bytes; 0 if the system does not
// provide it in this way.
func peakOf(process *os.ProcessState) int64 {
	usage, ok := process.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return usage.Maxrss << 10 // Linux counts in KiB
}

func makePipe(path string) error { return syscall.Mkfifo(path, 0o644) }
