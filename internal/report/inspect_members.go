package report

import (
	"fmt"

	"example.com/mxlint/internal/link"
)

// verdict says whether something works.
type verdict int

const (
	holds verdict = iota
	fails
	undetermined // what it depends on could not be read
)

func (v verdict) String() string {
	return [...]string{holds: "ok", fails: "fails", undetermined: "unknown"}[v]
}

// memberStatus is one of the three members of an environment, and whether the app can
// use it.
type memberStatus struct {
	kind    string
	verdict verdict
	reason  string
}

// memberStatuses returns the app first, then the account and the class.
func memberStatuses(e *link.Environment) []memberStatus {
	list := []memberStatus{appStatus(e)}
	for _, kind := range [...]string{link.KindAccount, link.KindClass} {
		if found := resourceStatus(e, kind); found != nil {
			list = append(list, *found)
		}
	}
	return list
}

func appStatus(e *link.Environment) memberStatus {
	status := memberStatus{kind: link.KindApp}
	app := e.Resources.App
	switch {
	case linkOf(e, link.KindApp) != nil:
		status.verdict, status.reason = undetermined, "what may be it could not be read, or carries a doubtful or repeated name"
	case app == nil && e.Orphan:
		status.verdict, status.reason = fails, fmt.Sprintf("none is named %q, although the apps of its namespace are here", e.Name)
	case app == nil:
		status.reason = "the Mendix Portal makes it"
	case app.SecretStore == link.StoreRead:
		status.reason = "reads the secret store"
	case app.SecretStore == link.StoreUnknown:
		status.verdict, status.reason = undetermined, "whether it reads the secret store cannot be determined"
	case app.SecretStore == link.StoreAbsent:
		status.verdict, status.reason = fails, "allowOverrideSecretsWithSecretStoreCSIDriver is not set: the secret store is not read"
	default:
		status.verdict, status.reason = fails, fmt.Sprintf("allowOverrideSecretsWithSecretStoreCSIDriver is %s: the secret store is not read", app.SecretStore)
	}
	return status
}

func linkOf(e *link.Environment, kind string) *link.Link {
	for i := range e.Links {
		if e.Links[i].Kind == kind {
			return &e.Links[i]
		}
	}
	return nil
}

// markOf returns the annotation that makes a member part of the environment; nil if the
// member is not in the run.
func markOf(e *link.Environment, kind string) *link.Mark {
	switch {
	case kind == link.KindAccount && e.Resources.Account != nil:
		return &e.Resources.Account.Mark
	case kind == link.KindClass && e.Resources.Class != nil:
		return &e.Resources.Class.Mark
	}
	return nil
}

func resourceStatus(e *link.Environment, kind string) *memberStatus {
	l, mark := linkOf(e, kind), markOf(e, kind)
	status := &memberStatus{kind: kind}
	if l == nil || l.State == link.LinkFound {
		if mark == nil {
			return nil
		}
		status.verdict, status.reason = markVerdict(mark, kind)
		return status
	}
	switch l.State {
	case link.LinkMismatch:
		status.verdict = fails
		status.reason = fmt.Sprintf("namespace %q of the %s differs from %q, that of the %s", l.Namespace, l.Odd, l.Wanted, l.OtherKind)
	case link.LinkMissing:
		status.verdict, status.reason = fails, fmt.Sprintf("none is named %q%s", e.Name, nearest(l.Candidate, e.Namespace))
	case link.LinkExternal:
		status.reason = "deployed from elsewhere, as the configuration says"
	case link.LinkUnneeded:
		status.reason = "not needed: the secret store is not read"
	default:
		status.verdict, status.reason = undetermined, "what may be it could not be read, or carries a doubtful or repeated name"
	}
	return status
}

func nearest(candidate *link.Candidate, namespace string) string {
	switch {
	case candidate == nil:
		return ""
	case candidate.Unlisted != "":
		return fmt.Sprintf("; %q has one, but no kustomization lists that file", candidate.Unlisted)
	case candidate.Namespace != "" && candidate.Namespace != namespace:
		return fmt.Sprintf("; the nearest is %q in namespace %q", candidate.Name, candidate.Namespace)
	}
	return fmt.Sprintf("; the nearest is %q", candidate.Name)
}

func markVerdict(mark *link.Mark, kind string) (verdict, string) {
	right := map[string]string{
		link.KindAccount: "privatecloud.mendix.com/environment-account",
		link.KindClass:   "privatecloud.mendix.com/environment-class",
	}[kind]
	switch mark.State {
	case link.MarkOK:
		return holds, "found by its name, and annotated"
	case link.MarkAbsent:
		return fails, fmt.Sprintf("annotation %q is missing", right)
	case link.MarkWrong:
		return fails, fmt.Sprintf("annotation %q is %q, not \"true\"", mark.Key, mark.Value)
	case link.MarkNear:
		return fails, fmt.Sprintf("annotation %q is not known, %q is", mark.Key, right)
	case link.MarkLabel:
		return fails, fmt.Sprintf("%q is a label, not an annotation", mark.Key)
	}
	return undetermined, fmt.Sprintf("the value of annotation %q cannot be determined", mark.Key)
}
