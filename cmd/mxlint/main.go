// Command mxlint lints the Kubernetes manifests of Mendix apps that read their
// credentials from a secret store.
package main

import "os"

func main() {
	limitMemory()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
