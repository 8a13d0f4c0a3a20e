package link

// Options is what linking has to know beside the documents.
type Options struct {
	Tables   *Tables
	External []External
	// Unread are texts that may hold what is missing.
	Unread []Unread
	// Unlisted are files beside a kustomization that does not list them.
	Unlisted []Unlisted
	// Cluster names the cluster that a file is for; "" is any of them. Nothing
	// links two clusters. A nil one knows none.
	Cluster func(path string) string
	// Settings returns what the configuration says for an environment, by the
	// file of its class or app, and where that was rendered by the one it comes
	// from too; nil where there is no configuration.
	Settings func(paths []string, environment string) EnvironmentSettings
	// Operators are versions given on the command line; they come first.
	Operators []Version
	// Whole adds the written content of the resources to the facts, which our
	// own rules do not look at: for inspection and for policies of others.
	Whole bool
	// Mounts are the Vault mounts that the configuration declares, without
	// slashes around their names.
	Mounts map[string]string
}

// EnvironmentSettings is what a configuration says of one environment.
type EnvironmentSettings struct {
	Operators []Version
	Database  string
}
