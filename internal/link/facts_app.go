package link

// App is the MendixApp of an environment.
type App struct {
	Resource
	// SecretStore is spec.allowOverrideSecretsWithSecretStoreCSIDriver: "true",
	// "false", "absent", or "unknown" where it is a template, misplaced or no boolean.
	SecretStore   string `json:"secretStore"`
	SecretStoreAt Place  `json:"secretStoreAt"` // the field, or `spec`
	SpecAt        Place  `json:"specAt"`
	// DatabasePlan and StoragePlan have the state "named", "absent" or "unknown".
	DatabasePlan Plan `json:"databasePlan"`
	StoragePlan  Plan `json:"storagePlan"`
	// Settings are what the app sets itself and the store could set.
	Settings []Setting `json:"settings"`
	// Configuration is what is wrong with customConfiguration.
	Configuration []ConfigurationFault `json:"configuration"`
	// IdentityLabel tells whether the pods carry azure.workload.identity/use:
	// "true", "absent", "other" or "unknown".
	IdentityLabel string `json:"identityLabel"`
	// Region tells whether the app sets the S3 region itself, or may do so in a
	// customConfiguration that cannot be read.
	Region bool `json:"region"`
}

// Plan is the database or storage plan that the app names.
type Plan struct {
	State string `json:"state"`
	Name  string `json:"name"`
	At    Place  `json:"at"`
}

// Setting is a value in the MendixApp for which a Mendix key exists.
type Setting struct {
	Name string `json:"name"`
	// Kind is "constant", "custom setting", "field" or "environment variable".
	Kind string `json:"kind"`
	// Key is the Mendix key that overrides it, "" for environment variables.
	Key string `json:"key"`
	// Secret tells that the value is a credential in plain text.
	Secret bool  `json:"secret"`
	At     Place `json:"at"`
}

// ConfigurationFault says why customConfiguration, or the constants in it,
// cannot be read.
type ConfigurationFault struct {
	Field   string `json:"field"` // "customConfiguration" or "MicroflowConstants"
	Message string `json:"message"`
	At      Place  `json:"at"`
}

// Link tells how a member that an environment needs was found, or was not.
type Link struct {
	// Kind is "ServiceAccount" or "SecretProviderClass".
	Kind string `json:"kind"`
	// State is "found", "missing", "mismatch" (of namespaces), "unreadable" (a
	// file that may hold it could not be read), "external" or "unneeded".
	State string `json:"state"`
	// At is the name of the resource that needs it, or the namespace that is odd.
	At Place `json:"at"`
	// Candidate is the nearest resource that may have been meant; nil for none.
	Candidate *Candidate `json:"candidate,omitempty"`
	// Namespaces are, of a mismatch, the odd one and the one it should be.
	Namespace string `json:"namespace"`
	Wanted    string `json:"wanted"`
	Odd       string `json:"odd"` // of a mismatch, the kind of the odd one
	Other     Place  `json:"other"`
	OtherKind string `json:"otherKind"`
}

// Candidate is a resource that may have been meant.
type Candidate struct {
	Kind      string `json:"kind"`
	Name      string `json:"name"`
	Namespace string `json:"namespace"`
	At        Place  `json:"at"`
	// Unlisted is its file, where that stands beside the kustomization and is not
	// listed there; "" elsewhere.
	Unlisted string `json:"unlisted,omitempty"`
}
