// Package render turns kustomizations and Helm charts into the documents that
// a cluster would get, each of which knows where in the sources its values
// stand. Nothing is fetched, and nothing is executed but the user's own helm
// where that is allowed.
//
// It is the only importer of kustomize's api.
package render
