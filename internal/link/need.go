package link

import (
	"cmp"
	"slices"
	"strconv"

	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/link/secret"
	"example.com/mxlint/internal/manifest"
)

// NeedOf states what an environment reads from its store, to be compared with policies.
func NeedOf(e *Environment) access.Need {
	need := access.Need{
		Environment: e.ID, Namespace: e.Namespace, Name: e.Name, Provider: access.Provider(e.Provider),
		DatabaseLogin: e.Login.Database, StorageLogin: e.Login.Storage,
	}
	if account := e.Resources.Account; account != nil {
		need.Ref = refOf(account.NameAt)
		if account.Role.State == MarkOK {
			need.RoleARN = account.Role.Value
		}
		if account.ClientID.State == MarkOK {
			need.AppClientID = account.ClientID.Value
		}
	}
	class := e.Resources.Class
	if class == nil {
		return need
	}
	need.Ref = cmp.Or(need.Ref, refOf(class.NameAt))
	value := func(name string) string {
		if p := class.Parameters[name]; !p.Unknown {
			return p.Value
		}
		return ""
	}
	on := func(name string) bool { on, err := strconv.ParseBool(value(name)); return err == nil && on }
	need.VaultAddress, need.VaultRole = value("vaultAddress"), value("roleName")
	need.VaultMount = cmp.Or(value("vaultAuthMountPath"), value("vaultKubernetesMountPath"))
	need.VaultNamespace, need.Audience = value("vaultNamespace"), value("audience")
	need.PodIdentity = e.Provider == provider.AWS && on("usePodIdentity")
	if need.KeyVault = value("keyvaultName"); !isKeyVaultName(need.KeyVault) {
		need.KeyVault = ""
	}
	need.ClientID = value("clientID")
	if need.NodeIdentity = e.Provider == provider.Azure && on("useVMManagedIdentity"); need.NodeIdentity {
		need.ClientID = value("userAssignedIdentityID")
	}
	for i := range e.Objects {
		addObject(&need, &e.Objects[i], value("region"), class.Parameters["failoverRegion"])
	}
	return need
}

// isKeyVaultName reports whether Azure allows the name for a Key Vault.
func isKeyVaultName(name string) bool { return len(name) <= 24 && isKeyVaultSecretName(name) }

func addObject(need *access.Need, object *Object, region string, failover Parameter) {
	switch need.Provider {
	case access.ProviderVault:
		addVaultPath(need, object)
	case access.ProviderAWS:
		addSecret(need, object, region, failover)
	case access.ProviderAzure:
		kind := object.Fields["objectType"].Value
		need.Certificates = need.Certificates || kind == "key" || kind == "cert"
	}
}

// Why something that is read is not granted.
const (
	leftTemplated = "it contains a template"
	leftWrong     = "the provider cannot read it as it is written"
)

func leaveOut(need *access.Need, text, reason string) {
	if left := (access.Omission{Text: secret.HideInURL(text), Reason: reason}); !slices.Contains(need.LeftOut, left) {
		need.LeftOut = append(need.LeftOut, left)
	}
}

func refOf(at Place) access.Ref { return access.Ref{Doc: at.Doc, Path: at.Path} }

// PlaceOf returns the place of a value that package access refers to.
func PlaceOf(ref access.Ref) Place {
	return Place{Doc: ref.Doc, Path: ref.Path, Part: manifest.Value}
}
