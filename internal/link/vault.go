package link

import (
	"slices"
	"strconv"
	"strings"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/manifest"
	"example.com/mxlint/internal/spelling"
)

// VaultPath is the content of a secretPath, as the provider requests it.
type VaultPath struct {
	Raw        string               `json:"raw"`
	Normalised string               `json:"normalised"`
	Faults     []provider.PathFault `json:"faults"`
	Version    string               `json:"version"` // pinned by ?version=
	Args       string               `json:"args"`    // equal for equal secretArgs, "" without; their content may be secret
	// ArgsUnknown means that there is a template in the secretArgs.
	ArgsUnknown bool   `json:"argsUnknown"`
	Method      string `json:"method"`
	// Mount is the part that is taken for the mount, and After the segment that follows
	// it.
	Mount string `json:"mount"`
	After string `json:"after"`
	// Slip means that After is a misspelling of data, followed by a secret.
	Slip bool `json:"slip"`
	// Engine is what is known about the mount.
	Engine Engine `json:"engine"`
	// WithData is the path with data/ after the mount, replacing a misspelling of it,
	// and otherwise as written.
	WithData string `json:"withData"`
	Unknown  bool   `json:"unknown"` // there is a template in it
}

// vaultPaths states the facts of all secretPaths of a class. The mount of one can show
// that of another: nothing in a path itself says where its mount ends.
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
		p.Normalised = "" // a URL has no mount, and may contain a password
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
		if p.After != "data" && p.Engine != EngineUnknown { // another segment is called data
			p.Faults = slices.DeleteFunc(slices.Clone(p.Faults), func(fault provider.PathFault) bool { return fault == provider.PathEmptyData })
		}
	}
	p.Slip = mount+1 < len(segments) && len(spelling.Nearest(p.After, []string{"data"})) > 0
	misspelled := ""
	if p.Slip {
		misspelled = p.After
	}
	p.WithData = insertData(p.Raw, p.Mount, misspelled)
	return p
}

// insertData inserts data/ after the mount of a path, replacing a misspelling of it if
// there is one, and keeps the rest as written: doubled slashes, and v1/ before the
// mount.
func insertData(raw, mount, misspelled string) string {
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
			if misspelled != "" {
				rest = strings.TrimPrefix(strings.TrimLeft(rest, "/"), misspelled+"/")
			}
			return raw[:at] + "data/" + rest
		}
	}
	return strings.TrimRight(raw, "/") + "/data/"
}
