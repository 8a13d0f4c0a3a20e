package config

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/bmatcuk/doublestar/v4"
)

// Rel returns the path of a file, as findings name it, relative to Root with
// forward slashes: the form that the globs are matched against.
func (c *Config) Rel(name string) string {
	if c.base == "" {
		return path.Clean(name)
	}
	relative, err := filepath.Rel(c.base, absolute(c.workDir, name))
	if err != nil { // on another drive
		return name
	}
	return filepath.ToSlash(relative)
}

// Excluded reports whether a file or folder, relative to Root, is excluded. A
// folder is excluded together with everything in it.
func (c *Config) Excluded(rel string) bool { return Excludes(c.Exclude, rel) }

// Cluster returns the outermost folder that contains a file and holds the
// manifests of one cluster, "" if there is none. Both are relative to Root.
func (c *Config) Cluster(rel string) string {
	for end := 0; len(c.Clusters) > 0; end++ {
		slash := strings.IndexByte(rel[end:], '/')
		if slash < 0 {
			break
		}
		end += slash
		for _, glob := range c.Clusters {
			if doublestar.MatchUnvalidated(clusterGlob(glob), rel[:end]) {
				return rel[:end]
			}
		}
	}
	return ""
}

// clusterGlob returns a glob that matches folders: everything below a folder
// means each of the folders in it.
func clusterGlob(glob string) string {
	glob = strings.TrimSuffix(strings.TrimPrefix(glob, "./"), "/")
	if above, all := strings.CutSuffix(glob, "/**"); all {
		return above + "/*"
	}
	return glob
}

// Excludes is like Excluded for globs from another source.
func Excludes(globs []string, rel string) bool {
	for at := rel; at != "." && at != "/" && at != "" && at != ".."; at = path.Dir(at) {
		if matchesAny(globs, at) {
			return true
		}
	}
	return false
}

func matchesAny(globs []string, rel string) bool {
	for _, glob := range globs {
		if matches(glob, rel) {
			return true
		}
	}
	return false
}

// matches matches a path against a glob. A glob that names a folder, with a
// slash at its end or without any wildcard, matches everything below it.
func matches(glob, rel string) bool {
	glob = strings.TrimPrefix(glob, "./")
	if !strings.ContainsAny(glob, `*?[{\`) {
		folder := strings.TrimSuffix(glob, "/")
		if folder == "." || folder == "" {
			return rel != ".." && !strings.HasPrefix(rel, "../")
		}
		return rel == folder || strings.HasPrefix(rel, folder+"/")
	}
	if strings.HasSuffix(glob, "/") {
		glob += "**"
	}
	return doublestar.MatchUnvalidated(glob, rel)
}
