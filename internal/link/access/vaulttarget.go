package access

import (
	"slices"
	"strings"
)

// versionedAPI are the parts of kv-v2's API besides data/.
// https://developer.hashicorp.com/vault/api-docs/secret/kv/kv-v2
var versionedAPI = [...]string{"metadata", "delete", "undelete", "destroy", "subkeys"}

// IsVersionedAPI reports whether a segment after a mount is a part of kv-v2's API other
// than data/.
func IsVersionedAPI(segment string) bool { return slices.Contains(versionedAPI[:], segment) }

// target is a path that a class reads.
type target struct {
	path   string
	secret string // what is read in the mount
	// variants are the paths that count as it, nearest first: itself, the one with or
	// without "data/", and others.
	variants []variant
}

type variant struct {
	path     string
	nearness int
}

func newTarget(path string) *target {
	mount, secret, versioned := splitPath(path)
	t := &target{path: path, secret: secret, variants: []variant{{path, samePath}}}
	other := mount + "/data/" + secret
	if versioned {
		other = mount + "/" + secret
	}
	t.variants = append(t.variants, variant{other, withoutData})
	for _, part := range versionedAPI {
		t.variants = append(t.variants, variant{mount + "/" + part + "/" + secret, otherAPI})
	}
	return t
}

// splitPath splits a path into the mount and what is read there; versioned reports
// whether "data/" was between them, which is in neither. The mount of an engine with
// verbs (database/creds/x) includes the verb.
func splitPath(path string) (mount, secret string, versioned bool) {
	segments := strings.Split(path, "/")
	if at := slices.Index(segments[1:], "data") + 1; at > 0 && at < len(segments)-1 {
		return strings.Join(segments[:at], "/"), strings.Join(segments[at+1:], "/"), true
	}
	length := 1
	if len(segments) > 2 && slices.Contains([]string{"creds", "static-creds", "sts", "issue", "sign"}, segments[1]) {
		length = 2
	}
	if len(segments) <= length {
		return "", path, false
	}
	return strings.Join(segments[:length], "/"), strings.Join(segments[length:], "/"), false
}
