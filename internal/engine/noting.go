package engine

import "fmt"

// note says that something was left unchecked, once; several goroutines may.
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

// fail notes errors of single files one by one; the run goes on.
func (r *run) fail(err error) {
	errs := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		errs = joined.Unwrap()
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.outcome.Errors = append(r.outcome.Errors, errs...)
}

// failInternally notes what is wrong with the program itself; several goroutines
// may.
func (r *run) failInternally(format string, arguments ...any) {
	r.fail(fmt.Errorf(format, arguments...))
	r.mu.Lock()
	defer r.mu.Unlock()
	r.outcome.Internal = true
}
