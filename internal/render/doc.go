// Package render turns kustomizations and Helm charts into the documents that a
// cluster would receive, each of which knows where in the sources its values
// are. Nothing is fetched, and nothing is executed but the user's own helm if
// that is allowed.
//
// It is the only package that imports kustomize's api.
package render
