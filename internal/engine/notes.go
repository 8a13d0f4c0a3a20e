package engine

import "fmt"

// note records once that something was left unchecked. It is safe for concurrent use.
func (r *run) note(format string, arguments ...any) {
	r.mu.Lock()
	defer r.mu.Unlock()
	text := fmt.Sprintf(format, arguments...)
	if r.noted[text] {
		return
	}
	if r.noted == nil {
		r.noted = make(map[string]bool)
	}
	r.noted[text] = true
	r.outcome.Notes = append(r.outcome.Notes, text)
}

// fail records an error, or each of those joined in it; the run goes on.
func (r *run) fail(err error) {
	errs := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		errs = joined.Unwrap()
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.outcome.Errors = append(r.outcome.Errors, errs...)
}

// failInternally records a failure of mxlint itself. It is safe for concurrent use.
func (r *run) failInternally(format string, arguments ...any) {
	r.fail(fmt.Errorf(format, arguments...))
	r.mu.Lock()
	defer r.mu.Unlock()
	r.outcome.Internal = true
}
