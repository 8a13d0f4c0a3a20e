package link

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/link/secret"
	"example.com/mxlint/internal/manifest"
)

// NeedOf states what an environment reads from its store, for policies to be
// held against.
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

// isKeyVaultName tells whether Azure lets a Key Vault have the name.
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

// Why something is read and not granted.
const (
	leftTemplated = "a template stands in it"
	leftWrong     = "the provider cannot read it as it is written"
)

func leaveOut(need *access.Need, text, reason string) {
	if left := (access.Omission{Text: secret.HideInURL(text), Reason: reason}); !slices.Contains(need.LeftOut, left) {
		need.LeftOut = append(need.LeftOut, left)
	}
}

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

// withData puts data/ behind the mount of a path, in place of what stands there
// where instead says so; "" where no secret is named behind it.
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

func addSecret(need *access.Need, object *Object, region string, failover Parameter) {
	name := object.Fields["objectName"]
	kind := access.SecretType(object.Fields["objectType"].Value)
	if kind == "" && strings.Contains(name.Value, ":ssm:") {
		kind = access.TypeSSMParameter
	}
	read := access.Secret{Name: name.Value, Type: cmp.Or(kind, access.TypeSecretsManager), Region: region, Ref: refOf(name.At)}
	switch {
	case name.Value == "":
	case name.Unknown:
		leaveOut(need, name.Value, leftTemplated)
	case object.ARN != nil && object.ARN.Fault == provider.ARNMalformed:
		leaveOut(need, name.Value, leftWrong)
	default:
		need.Secrets = append(need.Secrets, read)
		if failover.Value != "" && object.Failover.Value == "" && !strings.HasPrefix(name.Value, "arn:") { // which names its region
			need.Failover = append(need.Failover, inRegion(read, failover))
		}
	}
	switch {
	case object.Failover.Value == "":
	case object.Failover.Unknown:
		leaveOut(need, object.Failover.Value, leftTemplated)
	default:
		read.Name, read.Ref = object.Failover.Value, refOf(object.Failover.At)
		need.Failover = append(need.Failover, inRegion(read, failover))
	}
}

func inRegion(read access.Secret, region Parameter) access.Secret {
	if read.Region = region.Value; region.Unknown {
		read.Region = ""
	}
	return read
}

func refOf(at Place) access.Ref { return access.Ref{Doc: at.Doc, Path: at.Path} }

// PlaceOf is the place of a value that package access refers to.
func PlaceOf(ref access.Ref) Place {
	return Place{Doc: ref.Doc, Path: ref.Path, Part: manifest.Value}
}
