package engine

import (
	"context"
	"slices"

	"example.com/mxlint/internal/lint"
)

// maxFollowing bounds how many rounds of fixes may follow one that uncovers what could
// not be judged before.
const maxFollowing = 5

// decideSingle decides on a single fix that went wrong. One that uncovers findings
// (once the provider is fixed, the entries can be judged) is kept if fixing these
// leaves nothing that was not there before; otherwise it is dropped.
func (f *fixer) decideSingle(ctx context.Context, finding *lint.Finding, next *stage, v verdict) error {
	if len(v.left) > 0 {
		f.drop(finding, stillThere)
		return nil
	}
	first := v.introduced[0]
	made, open := []*lint.Finding{finding}, v.introduced
	for range maxFollowing {
		batch := disjoint(f.followers(next, open))
		if len(batch) == 0 || f.lints >= maxLints {
			break
		}
		after, err := f.try(ctx, next, batch)
		if err != nil {
			return err
		}
		if after == nil {
			break
		}
		following := compare(next, after, batch)
		if len(following.left) > 0 {
			break
		}
		open = append(remaining(next, after, batch, without(open, batch)), following.introduced...)
		next, made = after, append(made, batch...)
		if len(open) == 0 {
			f.keep(next, made)
			return nil
		}
	}
	f.drop(finding, introducedReason(first))
	return nil
}

// followers returns the findings that were uncovered; nil if one of them has no fix
// that may be made.
func (f *fixer) followers(s *stage, open []*lint.Finding) []*lint.Finding {
	eligible := f.eligible(s.outcome.Findings)
	var followers []*lint.Finding
	for _, finding := range open {
		at := slices.IndexFunc(eligible, func(e *lint.Finding) bool { return e.Fingerprint == finding.Fingerprint })
		if at < 0 {
			return nil
		}
		followers = append(followers, finding)
	}
	return followers
}

// remaining returns those of the findings that remain after a batch of fixes.
func remaining(before, after *stage, batch, findings []*lint.Finding) []*lint.Finding {
	moves := movesOf(before, batch)
	wanted := make(map[string]bool)
	for _, finding := range findings {
		for _, name := range moves.names(before, finding) {
			wanted[name] = true
		}
	}
	var left []*lint.Finding
	for i := range after.outcome.whole {
		finding := &after.outcome.whole[i]
		if slices.ContainsFunc(namesAfter(after, finding), func(name string) bool { return wanted[name] }) {
			left = append(left, finding)
		}
	}
	return left
}
