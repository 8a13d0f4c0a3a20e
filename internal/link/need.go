package link

import (
	"strconv"
	"strings"

	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/manifest"
)

// NeedOf states what an environment reads from its store, for policies to be
// held against.
func NeedOf(e *Environment) access.Need {
	need := access.Need{
		Environment: e.ID, Namespace: e.Namespace, Name: e.Name, Provider: e.Provider,
		DatabaseLogin: e.Login.Database, StorageLogin: e.Login.Storage,
	}
	if account := e.Resources.Account; account != nil && account.Role.State == MarkOK {
		need.RoleARN = account.Role.Value
	}
	class := e.Resources.Class
	if class == nil {
		return need
	}
	value := func(name string) string {
		if p := class.Parameters[name]; !p.Unknown {
			return p.Value
		}
		return ""
	}
	need.VaultRole, need.VaultMount = value("roleName"), value("vaultAuthMountPath")
	if need.VaultMount == "" {
		need.VaultMount = value("vaultKubernetesMountPath")
	}
	need.VaultNamespace, need.Audience = value("vaultNamespace"), value("audience")
	on, err := strconv.ParseBool(value("usePodIdentity"))
	need.PodIdentity = e.Provider == "aws" && err == nil && on
	need.KeyVault, need.ClientID = value("keyvaultName"), value("clientID")
	for i := range e.Objects {
		addObject(&need, &e.Objects[i], value("region"))
	}
	return need
}

func addObject(need *access.Need, object *Object, region string) {
	if path := object.Vault; path != nil && !path.Unknown {
		vault := access.VaultPath{Path: path.Normalised, Method: path.Method, Ref: refOf(object.Fields["secretPath"].At)}
		if path.After != "data" && (path.Engine == "documented" || path.Engine == "sibling" || path.Engine == "declared-2") {
			vault.Corrected = path.Mount + "/data/" + strings.TrimPrefix(path.Normalised, path.Mount+"/")
		}
		need.VaultPaths = append(need.VaultPaths, vault)
	}
	if need.Provider == "aws" {
		name := object.Fields["objectName"]
		if name.Value == "" || name.Unknown {
			return
		}
		kind := object.Fields["objectType"].Value
		if kind == "" && strings.Contains(name.Value, ":ssm:") {
			kind = "ssmparameter"
		}
		if kind == "" {
			kind = "secretsmanager"
		}
		need.Secrets = append(need.Secrets, access.Secret{Name: name.Value, Type: kind, Region: region, Ref: refOf(name.At)})
	}
}

// refSeparator stands between a document and a path in a reference.
const refSeparator = "\x00"

// refOf writes a place as a text that package access carries unread.
func refOf(at Place) string { return at.Doc + refSeparator + string(at.Path) }

// ParseRef is the inverse.
func ParseRef(ref string) Place {
	doc, path, _ := strings.Cut(ref, refSeparator)
	return Place{Doc: doc, Path: manifest.Path(path), Part: manifest.Value}
}
