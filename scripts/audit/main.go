// Command audit lists the modules that the program is linked from with their
// licences, and checks them against the Go vulnerability data. The data is a Go
// module: once it and the checker are in the module cache, no network is
// needed.
//
// It fails on a licence that is not recognised or not permitted, and on a
// vulnerability in a module that the program reaches. Vulnerabilities in the
// standard library depend on the toolchain used: they are shown, but do not
// cause a failure.
package main

import (
	"flag"
	"fmt"
	"os"

	"example.com/mxlint/scripts/modules"
)

func main() {
	root := flag.String("root", ".", "the folder of the project")
	vulndb := flag.String("vulndb", "latest", "the version of golang.org/x/vulndb")
	flag.Parse()
	ok, err := run(*root, *vulndb)
	if err != nil {
		fmt.Fprintln(os.Stderr, "audit:", err)
		os.Exit(2)
	}
	if !ok {
		os.Exit(1)
	}
}

func run(root, vulndb string) (ok bool, err error) {
	work, err := os.MkdirTemp("", "mxlint-audit-")
	if err != nil {
		return false, err
	}
	defer os.RemoveAll(work)
	linked, err := linkedModules(root, work)
	if err != nil {
		return false, err
	}
	if err := modules.Locate(root, linked); err != nil {
		return false, err
	}
	allowed, err := writeLicences(os.Stdout, linked)
	if err != nil {
		return false, err
	}
	fmt.Println()
	data, err := download(root, vulndb)
	if err != nil {
		return false, err
	}
	database, err := index(data, work)
	if err != nil {
		return false, err
	}
	found, err := check(root, database)
	if err != nil {
		return false, err
	}
	safe := writeVulnerabilities(os.Stdout, found)
	return allowed && safe, nil
}
