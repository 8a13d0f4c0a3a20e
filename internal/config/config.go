package config

import (
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// Config is a resolved configuration. The zero value is the default: nothing is
// excluded, and every rule keeps its severity.
type Config struct {
	// Path is the file's name as given, empty if there is none.
	Path string
	// Root is the folder that the globs are relative to, in the form of Path.
	Root string
	// FailOn is nil if it is not set; "never" is lint.Off.
	FailOn *lint.Severity
	// OperatorVersions are the versions to check against, as written.
	OperatorVersions []string
	// Rules holds the severities by rule ID.
	Rules map[string]lint.Severity
	// Exclude holds globs relative to Root.
	Exclude []string
	// Clusters holds globs that match folders, relative to Root: the contents
	// of two matching folders go to two clusters.
	Clusters  []string
	Overrides []Override
	External  []External
	// VaultMounts maps a mount, without slashes around its name, to its engine:
	// "1" and "2" are versions of the key-value engine, "other" is any other.
	VaultMounts map[string]string
	Helm        Helm
	// Policies are folders of custom rules, joined to Root.
	Policies []string
	// RequiredVersion is a constraint on this tool, such as ">= 0.3"; see
	// CheckToolVersion.
	RequiredVersion string
	// Expired are the entries whose "until" date has passed. They no longer
	// apply, and are not in Overrides and External.
	Expired []Expired

	requiredAt manifest.Pos   // of RequiredVersion
	policyAt   []manifest.Pos // of each of Policies
	ruleKeys   []ruleKey
	ruleAt     map[string]manifest.Pos // of the keys of Rules
	base       string                  // Root as an absolute path
	workDir    string                  // the folder that relative names are relative to
}

// Override changes settings for some of the manifests. It applies where one of
// Paths and one of Environments matches; an empty list matches everything, and
// at most one of the two is empty.
type Override struct {
	Paths           []string // globs relative to Root
	Environments    []string // globs that match "namespace/name"
	Rules           map[string]lint.Severity
	OperatorVersion string
	// Database is "postgresql", "sqlserver", or empty.
	Database string
	Reason   string
	Until    string // YYYY-MM-DD, the last day on which it applies; empty: forever

	at     manifest.Pos
	ruleAt map[string]manifest.Pos // of the keys of Rules
}

// External names resources that are deployed from elsewhere.
type External struct {
	Kind      string
	Name      string // a glob
	Namespace string // a glob; empty matches every namespace
	Reason    string
	Until     string // as in Override

	at manifest.Pos
}

// Expired is an entry of the configuration whose last day has passed.
type Expired struct {
	Key   string // "overrides" or "external"
	Until string
	Span  manifest.Span // empty: where the entry begins
}

// Helm says how to render charts.
type Helm struct {
	Enabled bool
	Values  []string // files, joined to the configuration's Root
	Set     []string // assignments, "key=value"
	// ReleaseName and Namespace are empty for the defaults.
	ReleaseName string
	Namespace   string
	// Charts holds different settings for some charts, in the order of the
	// file.
	Charts []HelmChart
}

// HelmChart holds the different settings for the charts whose folder the glob
// matches.
type HelmChart struct {
	Path    string // a glob relative to Root
	Enabled *bool  // nil: as for all
	Helm           // its Enabled and Charts are not used
}

// ruleKey is a key that names a rule, and its position.
type ruleKey struct {
	id string
	at manifest.Pos
}
