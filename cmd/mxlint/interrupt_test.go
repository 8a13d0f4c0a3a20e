package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestInterrupted expects a command that is interrupted while it waits for input to end
// at once, with a message.
func TestInterrupted(t *testing.T) {
	t.Parallel()
	binary := process(t)
	reader, writer, err := os.Pipe()
	require.NoError(t, err)
	defer writer.Close()
	command := exec.Command(binary, "-")
	command.Stdin = reader
	var stderr bytes.Buffer
	command.Stderr = &stderr
	require.NoError(t, command.Start())
	// This exceeds the buffer of a pipe: once it is written, the command is reading,
	// and handles the signal.
	_, err = writer.WriteString(strings.Repeat("# more to come\n", 1<<16))
	require.NoError(t, err)
	require.NoError(t, command.Process.Signal(syscall.SIGINT))
	err = command.Wait()
	var exit *exec.ExitError
	require.ErrorAs(t, err, &exit)
	assert.Equal(t, exitUsage, exit.ExitCode())
	assert.Equal(t, "mxlint: interrupted\n", stderr.String())
}

// TestClosedPipe expects no output once nobody reads it.
func TestClosedPipe(t *testing.T) {
	t.Parallel()
	if runtime.GOOS == "windows" {
		t.Skip("there is no head")
	}
	binary := process(t)
	command := exec.Command("sh", "-c", `"$0" rules --format json | head -n 1`, binary)
	var stdout, stderr bytes.Buffer
	command.Stdout, command.Stderr = &stdout, &stderr
	require.NoError(t, command.Run())
	assert.Equal(t, "{\n", stdout.String())
	assert.Empty(t, stderr.String())

	// The same if standard output is not a pipe of the process, but fails.
	var errs bytes.Buffer
	assert.Equal(t, exitUsage, run([]string{"rules"}, nil, closed{}, &errs))
	assert.Empty(t, errs.String())
}

type closed struct{}

func (closed) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}
}

// TestUninterrupted expects errors and panics of a command to be passed on.
func TestUninterrupted(t *testing.T) {
	t.Parallel()
	wrong := errors.New("wrong")
	err, ok := uninterrupted(context.Background(), func(context.Context) error { return wrong })
	assert.True(t, ok)
	require.ErrorIs(t, err, wrong)
	func() {
		defer func() {
			lost, is := recover().(*failure)
			require.True(t, is)
			assert.Equal(t, "lost", lost.cause)
			assert.Contains(t, string(lost.stack), "TestUninterrupted", "the stack is that of the command")
		}()
		_, _ = uninterrupted(context.Background(), func(context.Context) error { panic("lost") })
	}()
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	_, ok = uninterrupted(ended, func(ctx context.Context) error { return ctx.Err() })
	assert.False(t, ok)
}

// TestFullDisk expects the old report to be kept if the new one does not fit.
func TestFullDisk(t *testing.T) {
	t.Parallel()
	if runtime.GOOS != "linux" || os.Geteuid() != 0 {
		t.Skip("mounting a small disk takes root on Linux")
	}
	disk := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", disk).CombinedOutput(); err != nil {
		t.Skipf("no disk can be mounted: %s", out)
	}
	defer func() { assert.NoError(t, exec.Command("umount", disk).Run()) }()
	report := filepath.Join(disk, "report.sarif")
	require.NoError(t, os.WriteFile(report, []byte("old"), 0o644))
	code, _, stderr := mxlint(t, "--format", "sarif", "-o", report, orders(t))
	assert.Equal(t, exitUsage, code)
	assert.Contains(t, stderr, "writing report")
	text, err := os.ReadFile(report)
	require.NoError(t, err)
	assert.Equal(t, "old", string(text))
	entries, err := os.ReadDir(disk)
	require.NoError(t, err)
	assert.Len(t, entries, 1, "no part is left behind")
}

// process returns a path at which this test binary is the command; see TestMain.
func process(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	path := filepath.Join(t.TempDir(), "mxlint")
	if err := os.Symlink(self, path); err != nil {
		t.Skipf("no symbolic links here: %v", err)
	}
	return path
}
