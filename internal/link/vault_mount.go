package link

import (
	"slices"
	"strings"
)

// Engine is what is known about the secrets engine behind a mount.
type Engine string

// What may be known about an engine. The configuration declares the version of kv, or
// that it is another engine.
const (
	EngineDeclared1     Engine = "declared-1"
	EngineDeclared2     Engine = "declared-2"
	EngineDeclaredOther Engine = "declared-other"
	EngineDocumented    Engine = "documented"   // kv-v2 in the documentation
	EngineSibling       Engine = "sibling"      // another object of the class reads it with data/
	EngineConventional  Engine = "conventional" // named like a kv-v2 mount
	EngineDynamic       Engine = "dynamic"      // an engine without data/
	EngineData          Engine = "data"         // the path itself has data/
	EngineUnknown       Engine = "unknown"
)

// declaredEngine returns the engine for a version that VaultMounts of the configuration
// declares.
func declaredEngine(version string) Engine {
	switch version {
	case "1":
		return EngineDeclared1
	case "2":
		return EngineDeclared2
	}
	return EngineDeclaredOther
}

// mountOf returns how many segments of a path are its mount, and what is known about
// it.
func mountOf(segments []string, siblings [][]string, declared map[string]string, engines []string) (length int, engine Engine) {
	for name, version := range declared {
		if parts := strings.Split(name, "/"); len(parts) > length && hasPrefix(segments, parts) {
			length, engine = len(parts), declaredEngine(version)
		}
	}
	if length > 0 {
		return length, engine
	}
	if at := slices.Index(segments[1:], "data"); at >= 0 && !matchesEngine(segments, engines) {
		if outer := outerMount(segments[:at+1], siblings); outer > 0 {
			return outer, EngineSibling
		}
		return at + 1, EngineData
	}
	if segments[0] == "secret" || segments[0] == "secrets" {
		return 1, EngineDocumented
	}
	for _, sibling := range siblings {
		if len(sibling) > length && hasPrefix(segments, sibling) {
			length = len(sibling)
		}
	}
	switch {
	case length > 0:
		return length, EngineSibling
	case matchesEngine(segments, engines):
		return 1, EngineDynamic
	case segments[0] == "kv" || segments[0] == "kv-v2" || segments[0] == "kvv2":
		return 1, EngineConventional
	}
	return beyondMounts(segments, siblings), EngineUnknown
}

// beyondMounts returns the least number of segments in the mount of a path: Vault does
// not allow nested mounts, so it does not end within the path of another.
func beyondMounts(segments []string, siblings [][]string) int {
	length := 1
	for _, sibling := range siblings {
		common := 0
		for common < min(len(sibling), len(segments)) && sibling[common] == segments[common] {
			common++
		}
		if common < len(sibling) {
			length = max(length, common+1)
		}
	}
	return min(length, max(1, len(segments)-1))
}

// outerMount returns the length of the mount of another object that encloses the mount
// that a path seems to have: Vault does not allow nested mounts, so data/ is too far
// back in the path.
func outerMount(mount []string, siblings [][]string) (length int) {
	for _, sibling := range siblings {
		if len(sibling) < len(mount) && hasPrefix(mount, sibling) && (length == 0 || len(sibling) < length) {
			length = len(sibling)
		}
	}
	return length
}

func hasPrefix(segments, prefix []string) bool {
	return len(segments) >= len(prefix) && slices.Equal(segments[:len(prefix)], prefix)
}

// matchesEngine reports whether a path begins like one of the engine patterns. The
// mount of an engine may have several segments, so a pattern with a free first segment
// may begin anywhere before the last two.
func matchesEngine(segments []string, engines []string) bool {
	for _, pattern := range engines {
		parts := strings.Split(pattern, "/")
		last := 0
		if parts[0] == "*" {
			last = len(segments) - len(parts)
		}
		for start := 0; start <= last; start++ {
			if matchesAt(segments[start:], parts) {
				return true
			}
		}
	}
	return false
}

func matchesAt(segments, parts []string) bool {
	if len(segments) < len(parts) {
		return false
	}
	for i, part := range parts {
		if part != "*" && part != segments[i] {
			return false
		}
	}
	return true
}
