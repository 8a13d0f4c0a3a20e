package provider

import (
	"strconv"

	"example.com/mxlint/internal/manifest"
)

var identityModes = [...]string{"usePodIdentity", "useVMManagedIdentity", "useAzureTokenProxy"}

// identityNeeds returns the missing parameters: without a mode the provider needs
// clientID, for workload identity, or else one of the modes; the token proxy needs it
// as well.
func identityNeeds(fields map[string]Field) []string {
	switch {
	case fields["clientID"].Has(), isOn(fields["usePodIdentity"]), isOn(fields["useVMManagedIdentity"]):
		return nil
	case isOn(fields["useAzureTokenProxy"]):
		return []string{"clientID"}
	}
	return append([]string{"clientID"}, identityModes[:]...)
}

func isOn(field Field) bool {
	value, _ := strconv.ParseBool(field.Value)
	return value && !field.Near
}

// proxyClient reports a token proxy without the clientID that it requires.
func (r *reading) proxyClient() {
	fields := r.result.Parameters
	client := fields["clientID"]
	if client.Near || client.Has() || !isOn(fields["useAzureTokenProxy"]) || isOn(fields["usePodIdentity"]) || isOn(fields["useVMManagedIdentity"]) {
		return
	}
	problem := Problem{Kind: KindParameter, Fault: FaultMissing, Part: manifest.Key, Name: "clientID", Says: "clientID is required for identity binding"}
	if client.Set {
		problem.Fault, problem.Pointer, problem.Part = FaultEmpty, client.Pointer, manifest.Value
	}
	r.report(problem)
}
