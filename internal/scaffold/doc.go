// Package scaffold generates the manifests of a new environment: a MendixApp, a
// ServiceAccount and a SecretProviderClass that agree with one another. It
// knows how such manifests look, not how they are checked; values that were not
// given appear in them as placeholders of the form <{...}>.
package scaffold
