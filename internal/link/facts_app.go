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
	// IdentityLabel tells whether the pods carry azure.workload.identity/use.
	IdentityLabel LabelState `json:"identityLabel"`
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

// LabelState is what became of the label of a pod that switches something on.
type LabelState string

// The states of labels.
const (
	LabelOn      LabelState = "true"
	LabelAbsent  LabelState = "absent"
	LabelOther   LabelState = "other"   // any other value, which switches nothing on
	LabelUnknown LabelState = "unknown" // a template, or told of its place
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
