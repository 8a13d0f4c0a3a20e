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
	// Settings are the settings in the app that the store could provide.
	Settings []Setting `json:"settings"`
	// Configuration is what is wrong with customConfiguration.
	Configuration []ConfigurationFault `json:"configuration"`
	// IdentityLabel is the state of the pod label azure.workload.identity/use.
	IdentityLabel LabelState `json:"identityLabel"`
	// Region means that the app sets the S3 region itself, or may do so in a
	// customConfiguration that cannot be read.
	Region bool `json:"region"`
}

// StoreState says whether an app reads the secret store.
type StoreState string

// The states of the secret store.
const (
	StoreRead    StoreState = "true"
	StoreUnread  StoreState = "false"
	StoreAbsent  StoreState = "absent"
	StoreUnknown StoreState = "unknown" // a template, misplaced or not a boolean, which is reported
)

// LabelState is the state of a pod label that switches something on.
type LabelState string

// The states of labels.
const (
	LabelOn      LabelState = "true"
	LabelAbsent  LabelState = "absent"
	LabelOther   LabelState = "other"   // any other value, which does not switch it on
	LabelUnknown LabelState = "unknown" // a template, or misplaced, which is reported
)

// PlanState is the state of a plan.
type PlanState string

// The states of plans.
const (
	PlanNamed   PlanState = "named"
	PlanAbsent  PlanState = "absent"
	PlanUnknown PlanState = "unknown" // a template, or its field is reported
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
	// Secret means that the value is a credential in plain text.
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
