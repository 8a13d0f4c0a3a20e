package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// A short run is over before garbage collection is worthwhile: collecting at five
	// times the live heap saves a fifth of the time of a large one.
	garbagePercent = 400
	// softLimit ends that at some hundred environments: from there on, memory matters
	// more than time.
	softLimit = 56 << 20
)

// limitMemory configures the garbage collector, unless the user has.
func limitMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetMemoryLimit(softLimit)
	afterCollection(func() { debug.SetMemoryLimit(limitFor(liveBytes())) })
}

// limitFor follows the live heap once that outgrows the limit: a collector that runs
// all the time would not make it smaller. With five thousand environments some 120 MB
// are live, and the process stays below 256 MB.
func limitFor(live uint64) int64 {
	if live > math.MaxInt64/2 {
		return math.MaxInt64
	}
	return max(softLimit, int64(live)/5*8+16<<20)
}

// afterCollection calls call after each garbage collection, as long as the process
// runs: that is when the finalizer of an unreachable object runs.
func afterCollection(call func()) {
	var again func(*[32]byte)
	again = func(*[32]byte) {
		call()
		runtime.SetFinalizer(new([32]byte), again)
	}
	runtime.SetFinalizer(new([32]byte), again)
}

func liveBytes() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
