package main

import (
	"errors"
	"fmt"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/lint"
)

// threshold returns the lowest severity of a finding that fails the run: that of the
// flag, or else of the configuration, or else lint.Error; lint.Off if no finding does.
// The flag has been checked.
func threshold(failOn string, c *config.Config) lint.Severity {
	switch {
	case failOn == "" && c != nil && c.FailOn != nil:
		return *c.FailOn
	case failOn == "":
		return lint.Error
	}
	severity, _ := lint.ParseSeverity(failOn) // "never" is no severity: lint.Off, as intended
	return severity
}

// checkFailOn rejects a --fail-on that is not a severity; "" is the default.
func checkFailOn(failOn string) error {
	if failOn == "" {
		return nil
	}
	return choose("--fail-on", failOn, failOnWords())
}

// verdict converts the outcome of linting to the exit code, and prints its errors.
func verdict(s *streams, outcome *engine.Outcome, threshold lint.Severity, allowEmpty bool) error {
	if err := printErrors(s, allowEmpty, outcome); err != nil || threshold == lint.Off {
		return err
	}
	for i := range outcome.Findings {
		if f := &outcome.Findings[i]; f.Suppressed == nil && f.Severity >= threshold {
			return &exitError{code: exitFindings}
		}
	}
	return nil
}

// printErrors converts outcomes to the exit code without judging their findings, and
// prints their errors: by now, what was found has been shown.
func printErrors(s *streams, allowEmpty bool, outcomes ...*engine.Outcome) error {
	var failed, internal, empty bool
	for _, outcome := range outcomes {
		for _, err := range outcome.Errors {
			fmt.Fprintf(s.err, "mxlint: %v\n", err)
			failed = true
		}
		internal = internal || outcome.Internal
		empty = empty || !outcome.Checked
	}
	switch {
	case internal:
		return &exitError{code: exitInternal}
	case failed:
		return &exitError{code: exitUsage}
	case empty && !allowEmpty:
		return &exitError{code: exitUsage, err: errNothingChecked()}
	}
	return nil
}

func errNothingChecked() error {
	return errors.New("nothing was checked: no MendixApp, SecretProviderClass or annotated ServiceAccount was found (--allow-empty accepts that)")
}
