package link

import (
	"strings"

	"example.com/mxlint/internal/link/access"
)

func addVaultPath(need *access.Need, object *Object) {
	path, field := object.Vault, object.Fields["secretPath"]
	switch {
	case field.Unknown:
		leaveOut(need, field.Value, leftTemplated)
		return
	case path == nil:
		return
	case len(path.Faults) > 0:
		leaveOut(need, field.Value, leftWrong)
		return
	}
	read := access.VaultPath{Path: path.Normalised, Method: path.Method, Ref: refOf(field.At)}
	part := access.IsVersionedAPI(path.After)
	switch path.Engine {
	case EngineDocumented, EngineSibling, EngineDeclared2:
		if path.After == "data" {
			break
		}
		read.Corrected = withData(path, part || path.Slip)
	case EngineConventional:
		if part {
			read.Corrected = withData(path, true)
		}
	}
	need.VaultPaths = append(need.VaultPaths, read)
}

// withData returns a path with data/ after its mount, in place of the next segment if
// instead is set; "" if no secret is named after it.
func withData(path *VaultPath, instead bool) string {
	rest := strings.TrimPrefix(strings.TrimPrefix(path.Normalised, path.Mount), "/")
	if instead {
		rest = strings.TrimPrefix(strings.TrimPrefix(rest, path.After), "/")
	}
	if rest == "" {
		return ""
	}
	return path.Mount + "/data/" + rest
}
