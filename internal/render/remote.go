package render

import (
	"net/url"
	"path/filepath"
	"strings"
)

// isRemote reports whether kustomize would consider the entry something to
// fetch, or did so in one of its releases: URLs, scp-like forms and the short
// forms of GitHub, with the "git::" of go-getter. It is no narrower than what
// kustomize recognises, since nothing checks again after it.
func isRemote(entry string) bool {
	if filepath.IsAbs(entry) {
		return false
	}
	lower := strings.ToLower(entry)
	for _, prefix := range []string{"git::", "ssh://", "https://", "http://", "file://", "git://", "oci://", "s3::", "gcs::", "github.com/", "github.com:"} {
		if strings.HasPrefix(lower, prefix) {
			return true
		}
	}
	return isURL(entry) || hasUser(entry)
}

// isURL reports whether a file's name is one that kustomize requests from a
// server.
func isURL(name string) bool {
	u, err := url.Parse(name)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https")
}

// hasUser reports whether the entry begins like "git@host:path".
func hasUser(entry string) bool {
	user, rest, found := strings.Cut(entry, "@")
	if !found || user == "" || !isLetter(user[0]) || !strings.ContainsAny(rest, ":/") {
		return false
	}
	for i := range len(user) {
		if !isLetter(user[i]) && user[i] != '-' && (user[i] < '0' || user[i] > '9') {
			return false
		}
	}
	return true
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

// looksRemote reports whether an entry that is not on disk is meant to be
// fetched, though kustomize may not know how.
func looksRemote(entry string) bool {
	for _, mark := range []string{"?ref=", "&ref=", "?version=", "_git/", ".git/", ".git?"} {
		if strings.Contains(entry, mark) {
			return true
		}
	}
	if strings.HasSuffix(entry, ".git") || strings.HasPrefix(entry, "gh:") || strings.Contains(entry, "://") {
		return true
	}
	host, rest, _ := strings.Cut(entry, "/")
	return strings.Count(strings.Trim(host, "."), ".") > 0 && !strings.HasPrefix(host, ".") && strings.Count(strings.Trim(rest, "/"), "/") > 0
}
