// Package scaffold writes the manifests of a new environment: a MendixApp, a
// ServiceAccount and a SecretProviderClass that agree with one another. It
// knows how such manifests look, not how they are judged; values that nobody
// gave stand in them as placeholders of the form <{...}>.
package scaffold
