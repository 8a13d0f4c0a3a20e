// Package config determines which findings count: the configuration file
// .mxlint.yaml, the ignores in the manifests, and the baseline.
//
// It is above the vocabulary of package lint and below the engine; it reads the
// files that it is given and knows neither manifests nor Rego.
package config
