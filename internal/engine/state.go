package engine

import (
	"context"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/policy"
)

// stated is a subject whose facts are ready for the rules.
type stated struct {
	documents []link.Document // all of them: the rules may see only those with faults
	input     policy.Input
}

// state states the facts of one subject. A panic is noted, and the result is nil, as it
// is without a subject.
func (r *run) state(of func() *link.Subject) (s *stated, err error) {
	var subject *link.Subject
	defer func() {
		if failure := recover(); failure != nil {
			r.crash(subject, failure)
			s, err = nil, nil
		}
	}()
	if subject = of(); subject == nil {
		return nil, nil
	}
	if err := r.shape(subject); err != nil {
		return nil, err
	}
	r.bound(subject)
	s = &stated{documents: subject.Documents}
	if len(r.Custom) == 0 { // built-in rules look only for faults
		subject.Documents = link.Faulty(subject.Documents)
	}
	s.input = r.inputs.Of(subject)
	return s, nil
}

func (r *run) stateEnvironment(i int) (*stated, error) {
	return r.state(func() *link.Subject {
		subject := r.linked.Subject(i)
		r.keepNeed(i, subject)
		r.keepDoubts(&subject.Environment)
		return subject
	})
}

// stateEnvironments states the facts of all environments, on all processors.
func (r *run) stateEnvironments(ctx context.Context) ([]*stated, error) {
	all := make([]*stated, r.linked.Environments())
	err := r.each(ctx, len(all), func(_ context.Context, _, i int) (err error) {
		all[i], err = r.stateEnvironment(i)
		return err
	})
	return all, err
}

// stateRest states what belongs to no environment: documents that could not be read,
// repeated ones, and policy files. The environments come first: the policies are
// checked against what they read.
func (r *run) stateRest() ([]*stated, error) {
	var rest []*stated
	for _, subject := range append([]*link.Subject{{Broken: r.broken}, r.linked.Loose()}, r.access()...) {
		s, err := r.state(func() *link.Subject { return subject })
		if err != nil {
			return nil, err
		}
		rest = append(rest, s)
	}
	return rest, nil
}

// inputsOf returns the inputs of all that are not nil.
func inputsOf(lists ...[]*stated) []policy.Input {
	var inputs []policy.Input
	for _, list := range lists {
		for _, s := range list {
			if s != nil {
				inputs = append(inputs, s.input)
			}
		}
	}
	return inputs
}
