package link

// App is the MendixApp of an environment.
type App struct {
	Resource
	// SecretStore is what spec.allowOverrideSecretsWithSecretStoreCSIDriver says.
	SecretStore   StoreState `json:"secretStore"`
	SecretStoreAt Place      `json:"secretStoreAt"` // the field, or `spec`
	SpecAt        Place      `json:"specAt"`
	DatabasePlan  Plan       `json:"databasePlan"`
	StoragePlan   Plan       `json:"storagePlan"`
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

// StoreState tells whether an app reads the secret store.
type StoreState string

// The states of the secret store.
const (
	StoreRead    StoreState = "true"
	StoreUnread  StoreState = "false"
	StoreAbsent  StoreState = "absent"
	StoreUnknown StoreState = "unknown" // a template, misplaced or no boolean, which is told
)

// PlanState is what became of a plan.
type PlanState string

// The states of plans.
const (
	PlanNamed   PlanState = "named"
	PlanAbsent  PlanState = "absent"
	PlanUnknown PlanState = "unknown" // a template, or told of its field
)

// Plan is the database or storage plan that the app names.
type Plan struct {
	State PlanState `json:"state"`
	Name  string    `json:"name"`
	At    Place     `json:"at"`
}

// SettingKind is where an app sets a value, in words.
type SettingKind string

// The kinds of settings.
const (
	SettingConstant SettingKind = "constant"       // of a microflow
	SettingCustom   SettingKind = "custom setting" // of the runtime, in customConfiguration
	SettingField    SettingKind = "field"          // of spec.runtime
	SettingVariable SettingKind = "environment variable"
)

// Setting is a value in the MendixApp for which a Mendix key exists.
type Setting struct {
	Name string      `json:"name"`
	Kind SettingKind `json:"kind"`
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

// LinkState is what became of a member that an environment needs.
type LinkState string

// The states of links.
const (
	LinkFound      LinkState = "found"
	LinkMissing    LinkState = "missing"
	LinkMismatch   LinkState = "mismatch"   // found in another namespace
	LinkUnreadable LinkState = "unreadable" // it may stand in what could not be read
	LinkExternal   LinkState = "external"   // deployed from elsewhere
	LinkUnneeded   LinkState = "unneeded"   // the secret store is not read
)

// Link tells how a member that an environment needs was found, or was not.
type Link struct {
	// Kind is "ServiceAccount" or "SecretProviderClass"; "MendixApp" only where that
	// may stand in what could not be read.
	Kind  string    `json:"kind"`
	State LinkState `json:"state"`
	// At is the name of the resource that needs it, or the namespace that is odd.
	At Place `json:"at"`
	// Candidate is the nearest resource that may have been meant; nil for none.
	Candidate *Candidate `json:"candidate,omitempty"`
	// Of a mismatch: Namespace is the odd one and Wanted the one it should be, Odd
	// the kind that has it; Other is the namespace of the resource of OtherKind.
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
