package provider

import (
	"strconv"
	"strings"
)

// AzureFacts is what the rules of azure ask of the parameters.
type AzureFacts struct {
	// Modes are the identity modes that are switched on, in the order of the
	// table; more than one is refused.
	Modes []Field
	// NearMode: a mode is switched on under a name that the provider does not read.
	NearMode bool
	// ClientFault is "missing" (and no mode is on), "guid", or empty.
	ClientFault string
	// TenantFault is "characters", "guid", or empty; TenantOld says that the
	// deprecated spelling is the one that is read.
	TenantFault string
	TenantOld   bool
	// KeyvaultFault is "url", "length", "characters", "start", "end", "hyphens",
	// or empty. The provider itself minds the first three only.
	KeyvaultFault string
}

var identityModes = [...]string{"usePodIdentity", "useVMManagedIdentity", "useAzureTokenProxy"}

// identityNeeds: without a mode the provider needs clientID, for workload
// identity, or else one of the modes; the token proxy needs it as well.
func identityNeeds(fields map[string]Field) []string {
	switch {
	case fields["clientID"].Has(), on(fields["usePodIdentity"]), on(fields["useVMManagedIdentity"]):
		return nil
	case on(fields["useAzureTokenProxy"]):
		return []string{"clientID"}
	}
	return append([]string{"clientID"}, identityModes[:]...)
}

func on(field Field) bool {
	value, _ := strconv.ParseBool(field.Value)
	return value && !field.Near
}

func (r *reading) azureFacts() {
	facts, fields := &AzureFacts{}, r.result.Parameters
	r.result.Azure = facts
	unknown := false
	for _, name := range identityModes {
		field := fields[name]
		unknown = unknown || field.Unknown
		if on(field) {
			facts.Modes = append(facts.Modes, field)
		} else if value, _ := strconv.ParseBool(field.Value); value {
			facts.NearMode = true
		}
	}
	client := fields["clientID"]
	switch {
	case client.Unknown || client.Near:
	case client.Has():
		if !guid(client.Value) {
			facts.ClientFault = "guid"
		}
	case len(facts.Modes) == 1 && facts.Modes[0].Key == "useAzureTokenProxy":
		problem := Problem{Kind: KindParameter, Fault: FaultMissing, Part: PartKey, Name: "clientID", Says: "clientID is required for identity binding"}
		if client.Set {
			problem.Fault, problem.Pointer, problem.Part = FaultEmpty, client.Pointer, PartValue
		}
		r.report(problem)
	case len(facts.Modes) == 0 && !facts.NearMode && !unknown:
		facts.ClientFault = "missing"
	}
	facts.TenantFault, facts.TenantOld = tenantFault(fields), fields["tenantID"].Key == "tenantId"
	if name := fields["keyvaultName"]; name.Has() && !name.Unknown {
		facts.KeyvaultFault = keyvaultFault(name.Value)
	}
}

func tenantFault(fields map[string]Field) string {
	tenant := fields["tenantID"]
	switch {
	case !tenant.Has() || tenant.Unknown || guid(tenant.Value):
		return ""
	case !only(tenant.Value, wordCharacters+"."):
		if on(fields["useVMManagedIdentity"]) {
			return "guid"
		}
		return "characters"
	case tenant.Value == "adfs" && strings.EqualFold(fields["cloudName"].Value, "AzureStackCloud"):
		return ""
	}
	return "guid"
}

const wordCharacters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-"

func keyvaultFault(name string) string {
	switch {
	case strings.Contains(name, "://") || strings.Contains(name, ".vault.") || strings.Contains(name, ".vaultcore."):
		return "url"
	case len(name) < 3 || len(name) > 24:
		return "length"
	case !only(name, wordCharacters):
		return "characters"
	case !letter(name[0]):
		return "start"
	case strings.HasSuffix(name, "-"):
		return "end"
	case strings.Contains(name, "--"):
		return "hyphens"
	}
	return ""
}

func only(text, characters string) bool {
	return strings.IndexFunc(text, func(r rune) bool { return !strings.ContainsRune(characters, r) }) < 0
}

// guid is 8-4-4-4-12 hexadecimal digits.
func guid(text string) bool {
	if len(text) != 36 {
		return false
	}
	for i := range len(text) {
		switch c := text[i]; i {
		case 8, 13, 18, 23:
			if c != '-' {
				return false
			}
		default:
			if (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'f') {
				return false
			}
		}
	}
	return true
}
