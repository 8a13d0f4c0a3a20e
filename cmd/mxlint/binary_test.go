package main

import (
	"bytes"
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// binary builds mxlint as it is released, without the race detector, which takes time
// and memory of its own.
func binary(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "mxlint")
	output, err := exec.Command("go", "build", "-trimpath", "-o", path, ".").CombinedOutput()
	require.NoError(t, err, "%s", output)
	return path
}

// measured is a run of a process, with the resources it used.
type measured struct {
	stdout, stderr string
	code           int
	wall, cpu      time.Duration
	peak           int64 // bytes
	killed         bool
}

// measure runs a command until it ends, and kills it if it hangs.
func measure(t *testing.T, prepare func(*exec.Cmd), folder, program string, args ...string) measured {
	t.Helper()
	const hang = 60 * time.Second
	ctx, cancel := context.WithTimeout(context.Background(), hang)
	defer cancel()
	command := exec.CommandContext(ctx, program, args...)
	command.Dir = folder
	command.WaitDelay = time.Second
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	if prepare != nil {
		prepare(command)
	}
	start := time.Now()
	err := command.Run()
	m := measured{stdout: stdout.String(), stderr: stderr.String(), wall: time.Since(start), killed: ctx.Err() != nil}
	if exit := (*exec.ExitError)(nil); err != nil && !errors.As(err, &exit) {
		require.NoError(t, err)
	}
	m.code = command.ProcessState.ExitCode()
	m.cpu = command.ProcessState.UserTime() + command.ProcessState.SystemTime()
	m.peak = peakOf(command.ProcessState)
	return m
}
