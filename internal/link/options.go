package link

// Options is what linking needs besides the documents.
type Options struct {
	Tables   *Tables
	External []External
	// Unread are texts that may contain what is missing.
	Unread []Unread
	// Unlisted are files next to a kustomization that does not list them.
	Unlisted []Unlisted
	// Cluster returns the cluster that a file is for; "" is any of them. Resources for
	// two clusters are never linked. If nil, every file is for any cluster.
	Cluster func(path string) string
	// Settings returns what the configuration says about an environment, by the file of
	// its class or app, and if that was rendered, also by its source; nil if there is
	// no configuration.
	Settings func(paths []string, environment string) EnvironmentSettings
	// Operators are versions given on the command line; they take precedence.
	Operators []Version
	// Whole adds the written content of the resources to the facts, which built-in
	// rules do not read: for inspection and for custom policies.
	Whole bool
	// Mounts are the Vault mounts that the configuration declares, without slashes
	// around their names.
	Mounts map[string]string
}

// EnvironmentSettings is what a configuration says about one environment.
type EnvironmentSettings struct {
	Operators []Version
	Database  string
}
