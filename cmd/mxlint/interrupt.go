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
// replacing a file is completed, a blocked read is not.
const interruptGrace = time.Second

// failure is a panic, with the stack of its goroutine.
type failure struct {
	cause any
	stack []byte
}

// uninterrupted runs a command; ok is false if the context ended first. A panic in it
// continues in the caller.
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
	// A command that was completed nonetheless is reported as such.
	return o.err, ctx.Err() == nil || o.err == nil
}

// interrupted ends a run that the user, or the system, has stopped.
func interrupted(stderr io.Writer) int {
	fmt.Fprintln(stderr, "mxlint: interrupted")
	return exitUsage
}

// isClosedPipe reports whether nobody reads the results any more, as with `head`.
func isClosedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}
