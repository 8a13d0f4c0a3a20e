// Package provider says what each provider of the Secrets Store CSI Driver
// makes of spec.parameters: which files it would write, from which secret, and
// what it would refuse or silently ignore, in its own words.
//
// It knows vault, aws and azure as their releases of 2026 decode. It judges
// nothing beyond that: whether a file is a Mendix key is somebody else's question.
package provider
