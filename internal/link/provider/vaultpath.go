package provider

import (
	"net/url"
	"path"
	"strings"

	"example.com/mxlint/internal/spelling"
)

// PathFault is something wrong with a secretPath.
type PathFault string

// The faults of a secretPath.
const (
	PathURL       PathFault = "url"        // a full URL: requested below /v1/
	PathBlank     PathFault = "blank"      // blanks are sent as they are
	PathHash      PathFault = "hash"       // # stays in the path
	PathUpperV1   PathFault = "upper-v1"   // V1/ is not the API prefix, but a mount
	PathEmptyData PathFault = "empty-data" // nothing after data/
	PathEmpty     PathFault = "empty"      // no segments
	PathOutside   PathFault = "outside"    // ../ leads out of /v1/
)

// VaultPath is a secretPath as the provider requests it.
type VaultPath struct {
	// Normalised is the shortest text that requests the same path: without leading
	// slash, v1/, doubled or trailing slashes, and query. A mount named v1 keeps the
	// prefix, since it cannot be written without it.
	Normalised string
	// Segments are those after /v1/, mount first.
	Segments []string
	Version  string // the version that the query asks for
	Faults   []PathFault
}

func readVaultPath(text string) *VaultPath {
	written, query, _ := strings.Cut(text, "?")
	p := &VaultPath{}
	if values, err := url.ParseQuery(query); err == nil {
		p.Version = values.Get("version")
	}
	request := path.Clean(requestPath(written))
	rest, inside := strings.CutPrefix(request, "/v1/")
	switch {
	case request == "/v1":
		p.Faults = append(p.Faults, PathEmpty)
	case inside:
		p.Segments = strings.Split(rest, "/")
		p.Normalised = rest
		if p.Segments[0] == "v1" {
			p.Normalised = "v1/" + rest
		}
	default:
		p.Normalised = strings.TrimSuffix(".."+request, "/")
		p.Faults = append(p.Faults, PathOutside)
	}
	p.Faults = append(p.Faults, pathFaults(written, p.Segments)...)
	return p
}

// requestPath prepends /v1/ to a path that does not begin with it.
func requestPath(text string) string {
	switch {
	case strings.HasPrefix(text, "/v1/"):
		return text
	case strings.HasPrefix(text, "v1/"):
		return "/" + text
	case strings.HasPrefix(text, "/"):
		return "/v1" + text
	}
	return "/v1/" + text
}

func pathFaults(written string, segments []string) []PathFault {
	var faults []PathFault
	if scheme, _, found := strings.Cut(strings.TrimSpace(written), "://"); found && scheme != "" && strings.Trim(spelling.Letters(scheme), "0123456789") != "" && !strings.Contains(scheme, "/") {
		return []PathFault{PathURL}
	}
	if strings.ContainsAny(written, " \t\r\n\u00a0") {
		faults = append(faults, PathBlank)
	}
	if strings.Contains(written, "#") {
		faults = append(faults, PathHash)
	}
	if len(segments) > 0 && segments[0] == "V1" {
		faults = append(faults, PathUpperV1)
	}
	if emptyData(segments) {
		faults = append(faults, PathEmptyData)
	}
	return faults
}

// emptyData reports whether the first data after the mount is the last segment. After
// these words of dynamic engines it would be the name of a role.
func emptyData(segments []string) bool {
	for i := 1; i < len(segments); i++ {
		switch segments[i] {
		case "data":
			return i == len(segments)-1
		case "creds", "static-creds", "sts", "issue", "sign", "code", "cert":
			return false
		}
	}
	return false
}
