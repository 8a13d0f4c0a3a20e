package link

import (
	"slices"
	"strconv"
	"strings"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/spelling"
)

// VaultPath is what a secretPath says, as the provider requests it.
type VaultPath struct {
	Raw        string               `json:"raw"`
	Normalised string               `json:"normalised"`
	Faults     []provider.PathFault `json:"faults"`
	Version    string               `json:"version"` // pinned by ?version=
	Args       string               `json:"args"`    // equal for equal secretArgs, "" without; what they say may be secret
	// ArgsUnknown tells that a template stands in the secretArgs.
	ArgsUnknown bool   `json:"argsUnknown"`
	Method      string `json:"method"`
	// Mount is the part that is taken for the mount, and After what follows it.
	Mount string `json:"mount"`
	After string `json:"after"` // the segment behind the mount
	// Slip tells that After is data, misspelt, with a secret behind it.
	Slip bool `json:"slip"`
	// Engine says what is known of the mount.
	Engine Engine `json:"engine"`
	// WithData is the path with data/ behind the mount, in place of a slip of it,
	// and otherwise as written.
	WithData string `json:"withData"`
	Unknown  bool   `json:"unknown"` // a template stands in it
}

// vaultPaths states the facts of all secretPaths of a class. The mounts of one
// tell about the others: nothing in a path itself says where its mount ends.
func vaultPaths(objects []provider.Object, declared map[string]string, engines []string) []*VaultPath {
	var siblings [][]string
	for i := range objects {
		if p := objects[i].Path; p != nil && !objects[i].Fields["secretPath"].Unknown {
			if at := slices.Index(p.Segments, "data"); at >= 1 {
				siblings = append(siblings, p.Segments[:at])
			} else if at == 0 && len(p.Segments) > 1 && p.Segments[1] == "data" {
				siblings = append(siblings, p.Segments[:1])
			}
		}
	}
	paths := make([]*VaultPath, len(objects))
	args := make(map[string]string)
	for i := range objects {
		if objects[i].Path == nil {
			continue
		}
		paths[i] = vaultPath(&objects[i], siblings, declared, engines)
		if text := objects[i].Args; text != "" {
			if args[text] == "" {
				args[text] = strconv.Itoa(len(args) + 1)
			}
			paths[i].Args, paths[i].ArgsUnknown = args[text], manifest.Unknown(text)
		}
	}
	return paths
}

func vaultPath(object *provider.Object, siblings [][]string, declared map[string]string, engines []string) *VaultPath {
	field := object.Fields["secretPath"]
	p := &VaultPath{
		Raw: field.Value, Normalised: object.Path.Normalised, Faults: object.Path.Faults, Version: object.Path.Version,
		Method: object.Fields["method"].Value, Unknown: field.Unknown, Engine: EngineUnknown,
	}
	if p.Method == "" {
		p.Method = "GET"
	}
	segments := object.Path.Segments
	if slices.Contains(p.Faults, provider.PathURL) {
		p.Normalised = "" // an address has no mount, and may hold a password
		return p
	}
	if len(segments) == 0 || field.Unknown {
		return p
	}
	var mount int
	mount, p.Engine = mountOf(segments, siblings, declared, engines)
	p.Mount = strings.Join(segments[:mount], "/")
	if mount < len(segments) {
		p.After = segments[mount]
		if p.After != "data" && p.Engine != EngineUnknown { // it is another segment that is called data
			p.Faults = slices.DeleteFunc(slices.Clone(p.Faults), func(fault provider.PathFault) bool { return fault == provider.PathEmptyData })
		}
	}
	p.Slip = mount+1 < len(segments) && len(spelling.Nearest(p.After, []string{"data"})) > 0
	slip := ""
	if p.Slip {
		slip = p.After
	}
	p.WithData = insertData(p.Raw, p.Mount, slip)
	return p
}

// insertData puts data/ behind the mount of a path, in place of a slip of it
// where there is one, and keeps the rest as it is written: doubled slashes, and
// v1/ before the mount.
func insertData(raw, mount, slip string) string {
	left := strings.Count(mount, "/") + 1
	at := 0
	for at < len(raw) {
		end := strings.IndexByte(raw[at:], '/')
		if end < 0 {
			break
		}
		segment := raw[at : at+end]
		at += end + 1
		if segment == "" || segment == "v1" && strings.Trim(raw[:at], "/") == "v1" && !strings.HasPrefix(mount, "v1") {
			continue
		}
		if left--; left == 0 {
			rest := raw[at:]
			if slip != "" {
				rest = strings.TrimPrefix(strings.TrimLeft(rest, "/"), slip+"/")
			}
			return raw[:at] + "data/" + rest
		}
	}
	return strings.TrimRight(raw, "/") + "/data/"
}
