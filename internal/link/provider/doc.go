// Package provider determines what each provider of the Secrets Store CSI Driver makes
// of spec.parameters: which files it would write, from which secret, and what it would
// reject or silently ignore, in its own words.
//
// It implements vault, aws and azure as decoded by their releases of 2026. It judges
// nothing beyond that: whether a file is a Mendix key is decided elsewhere.
package provider
