package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// The exit codes; they are the same for every format and subcommand.
const (
	exitClean    = 0 // nothing at or above --fail-on
	exitFindings = 1 // findings at or above it
	exitUsage    = 2 // the call, configuration or a policy is wrong, a file is unreadable, or nothing was checked
	exitInternal = 3 // a failure of mxlint itself
)

// exitError carries an exit code through cobra. err may be nil if nothing remains to be
// said.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit %d", e.code)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// run runs mxlint with its arguments and streams, and returns the exit code.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	defer func() {
		if cause := recover(); cause != nil {
			stack := debug.Stack()
			if inner, is := cause.(*failure); is {
				cause, stack = inner.cause, inner.stack
			}
			fmt.Fprintf(stderr, "mxlint: internal failure: %v\nThis is a bug of mxlint. Please report it with the manifests that show it, and with this:\n%s", cause, stack)
			code = exitInternal
		}
	}()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	root := newRoot(&streams{in: stdin, out: stdout, err: stderr})
	if slices.Equal(args, []string{"--version"}) {
		args = []string{"version"} // what tools ask for first
	}
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err, ok := uninterrupted(ctx, root.ExecuteContext)
	if !ok {
		return interrupted(stderr)
	}
	return exitCode(err, stderr)
}

// streams are what a command reads from and writes to: results go to out, everything
// else to err.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

func exitCode(err error, stderr io.Writer) int {
	if err == nil {
		return exitClean
	}
	if isClosedPipe(err) {
		return exitUsage // without a message: whoever closed it knows
	}
	code := exitUsage
	var exit *exitError
	if errors.As(err, &exit) {
		code = exit.code
		if exit.err == nil {
			return code
		}
	}
	// Joined errors are one per line.
	for line := range strings.SplitSeq(err.Error(), "\n") {
		fmt.Fprintf(stderr, "mxlint: %s\n", line)
	}
	return code
}

func newRoot(s *streams) *cobra.Command {
	lint := &lintOptions{streams: s}
	root := &cobra.Command{
		Use:   "mxlint [flags] [PATH...]",
		Short: "lint the manifests of Mendix apps that read their credentials from a secret store",
		Long: `mxlint checks MendixApp, ServiceAccount and SecretProviderClass manifests for mistakes that would keep an app
from starting: in names, annotations, the files that the mount writes, and versions.
It needs no cluster and no network.

PATH is a file, a folder, or - for standard input; the default is the working directory. The exit code is 0 if no
finding is at or above --fail-on, 1 if one is, 2 if nothing could be checked as asked, and 3 if mxlint itself fails.`,
		Example: `  mxlint ./k8s
  mxlint --format sarif -o mxlint.sarif ./k8s
  kustomize build overlays/prod | mxlint -`,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		RunE:          lint.run,
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.SetHelpCommand(newHelpCommand(root))
	lint.addFlags(root)
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(commands(s)...)
	completeFlags(root, s)
	return root
}

// commands returns the subcommands, in the order of the help.
func commands(s *streams) []*cobra.Command {
	return []*cobra.Command{
		newLintCommand(s),
		newFixCommand(s),
		newExplainCommand(s),
		newRulesCommand(s),
		newInspectCommand(s),
		newAccessCommand(s),
		newInitCommand(s),
		newSuppressionsCommand(s),
		newConfigCommand(s),
		newPolicyCommand(s),
		newCompletionCommand(s),
		newVersionCommand(s),
	}
}
