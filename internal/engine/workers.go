package engine

import (
	"context"
	"runtime"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

func (r *run) workerCount() int {
	if r.workers > 0 {
		return r.workers
	}
	return runtime.GOMAXPROCS(0)
}

// each calls call for 0 to n-1 on all processors, with the number of the worker, and
// stops at the first error. It uses few, long-lived goroutines, since those that
// evaluate Rego grow their stacks to many times the initial size.
func (r *run) each(ctx context.Context, n int, call func(ctx context.Context, worker, i int) error) error {
	var next atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	for worker := range min(r.workerCount(), n) {
		group.Go(func() error {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				if err := ctx.Err(); err != nil {
					return err
				}
				if err := r.guarded(func() error { return call(ctx, worker, i) }); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return group.Wait()
}

// guarded notes a panic of one worker, so that the others go on: errgroup would let it
// end the program.
func (r *run) guarded(call func() error) (err error) {
	defer func() {
		if failure := recover(); failure != nil {
			r.crash(nil, failure)
			err = nil
		}
	}()
	return call()
}
