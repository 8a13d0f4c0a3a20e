package scaffold

import "cmp"

// mendixApp writes the fields of the documented sample that every app needs.
func mendixApp(o Options) string {
	p := new(page)
	p.header(o, "privatecloud.mendix.com/v1alpha1", "MendixApp")
	p.line("spec:")
	p.line("  # Without this the app reads nothing from the secret store. Keep plans for")
	p.line("  # database and storage out: they cannot be combined with it.")
	p.line("  allowOverrideSecretsWithSecretStoreCSIDriver: true")
	p.line("  # The version that the app was made with.")
	p.line("  mendixRuntimeVersion: %s", quoted(o.RuntimeVersion))
	p.line("  sourceURL: %s", quoted(cmp.Or(o.SourceURL, "oci-image://<{image}>")))
	p.line("  replicas: 1")
	p.line("  resources:")
	p.line("    limits:")
	p.line("      cpu: \"1\"")
	p.line("      memory: 512Mi")
	p.line("    requests:")
	p.line("      cpu: 100m")
	p.line("      memory: 512Mi")
	if o.Auth == ManagedIdentity {
		p.line("  # Gives the pods the token that they log in to Azure with.")
		p.line("  customPodLabels:")
		p.line("    general:")
		p.line("      azure.workload.identity/use: \"true\"")
	}
	p.line("  runtime:")
	p.line("    # D for development, P for production.")
	p.line("    dtapMode: D")
	p.line("    logAutosubscribeLevel: INFO")
	return p.text.String()
}
