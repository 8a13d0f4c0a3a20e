package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// A short run is over before it is worth collecting garbage: collecting at
	// five times what lives saves a fifth of the time of a large one.
	garbagePercent = 400
	// softLimit keeps a run over thousands of environments in bounds: close to
	// it garbage is collected more often.
	softLimit = 160 << 20
)

// limitMemory sets the pace of the garbage collector, unless the user has. What
// lives may still outgrow the limit; then the limit follows, since a collector
// that runs all the time would not make it smaller.
func limitMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbagePercent)
	}
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetMemoryLimit(softLimit)
	afterCollection(func() {
		if live := liveBytes(); live > softLimit/2 && live < math.MaxInt64/2 {
			debug.SetMemoryLimit(int64(2 * live))
		}
	})
}

// afterCollection calls after each garbage collection, as long as the process
// lives: the finalizer of an object that nothing holds runs then.
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
