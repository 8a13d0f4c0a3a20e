package policy

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/metrics"
	"sync"
	"time"
)

const (
	// watchEvery is how often memory is checked. What doubles each time it is touched
	// does so only a few times between two checks.
	watchEvery = 5 * time.Millisecond
	// grace is how long an evaluation may take to stop once told to: the call of a
	// builtin is not interrupted. What takes longer is abandoned; the run ends anyway.
	grace = 500 * time.Millisecond
)

var (
	errTime   = errors.New("it takes too long")
	errMemory = errors.New("it takes too much memory")
)

// guard runs work that may not end, and says why it had to be stopped. It is safe for
// concurrent use.
type guard struct {
	limits Limits

	mu      sync.Mutex
	running map[*guarded]struct{}
}

type guarded struct{ since time.Time }

func newGuard(limits Limits) *guard {
	return &guard{limits: limits.withDefaults(), running: make(map[*guarded]struct{})}
}

// run returns what work returns, or that it took too long or too much memory. work has
// to pass on its result itself; after an error, it must not be used.
func (g *guard) run(ctx context.Context, work func(context.Context) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	call := g.enter()
	defer g.leave(call)
	before := heapBytes()
	done := make(chan error, 1)
	go func() {
		defer func() {
			if failure := recover(); failure != nil {
				done <- fmt.Errorf("it fails: %v", failure)
			}
		}()
		done <- work(ctx)
	}()
	ticker := time.NewTicker(watchEvery)
	defer ticker.Stop()
	for {
		select {
		case err := <-done:
			return interruption(ctx, err)
		case <-ctx.Done():
			select {
			case err := <-done:
				return interruption(ctx, err)
			case <-time.After(grace):
				return interruption(ctx, ctx.Err())
			}
		case <-ticker.C:
			if g.exceeds(before) && g.oldest(call) {
				cancel(errMemory)
			}
		}
	}
}

// interruption replaces the error of an interruption with its reason.
func interruption(ctx context.Context, err error) error {
	switch {
	case err == nil || ctx.Err() == nil:
		return err
	case errors.Is(context.Cause(ctx), errMemory):
		return errMemory
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return errTime
	}
	return ctx.Err()
}

func (g *guard) enter() *guarded {
	call := &guarded{since: time.Now()}
	g.mu.Lock()
	defer g.mu.Unlock()
	g.running[call] = struct{}{}
	return call
}

func (g *guard) leave(call *guarded) {
	g.mu.Lock()
	defer g.mu.Unlock()
	delete(g.running, call)
}

// oldest reports whether a call has been running longest: memory cannot be attributed
// to calls, and a harmless rule ends almost at once.
func (g *guard) oldest(call *guarded) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	for other := range g.running {
		if other.since.Before(call.since) {
			return false
		}
	}
	return true
}

// exceeds reports whether the heap has grown beyond the limit, not counting garbage.
func (g *guard) exceeds(before uint64) bool {
	if heapBytes() <= before+g.limits.Memory {
		return false
	}
	runtime.GC()
	return heapBytes() > before+g.limits.Memory
}

func heapBytes() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}
