package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"syscall"
	"time"
)

// interruptGrace is how long a command may take to end when it is interrupted:
// a file that is being replaced is finished, a read that waits is not.
const interruptGrace = time.Second

// failure is a panic, with the stack of the goroutine that it happened in.
type failure struct {
	cause any
	stack []byte
}

// uninterrupted runs a command; ok is false where the context ended before it.
// A panic in it goes on in the caller.
func uninterrupted(ctx context.Context, command func(context.Context) error) (err error, ok bool) {
	type outcome struct {
		err     error
		failure *failure
	}
	done := make(chan outcome, 1)
	go func() {
		var o outcome
		defer func() {
			if cause := recover(); cause != nil {
				o.failure = &failure{cause: cause, stack: debug.Stack()}
			}
			done <- o
		}()
		o.err = command(ctx)
	}()
	var o outcome
	select {
	case o = <-done:
	case <-ctx.Done():
		select {
		case o = <-done:
		case <-time.After(interruptGrace):
			return nil, false
		}
	}
	if o.failure != nil {
		panic(o.failure)
	}
	// What was finished all the same is told as it ended.
	return o.err, ctx.Err() == nil || o.err == nil
}

// interrupted ends a run that the user, or the system, has stopped.
func interrupted(stderr io.Writer) int {
	fmt.Fprintln(stderr, "mxlint: interrupted")
	return exitUsage
}

// isClosedPipe tells that nobody reads the results any more, as behind `head`.
func isClosedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
