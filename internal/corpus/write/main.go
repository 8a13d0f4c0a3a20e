//go:build ignore

// Command write writes a tree of manifests for measurements:
//
//	go run internal/corpus/write/main.go apps|mono|dense N FOLDER
package main

import (
	"fmt"
	"os"
	"strconv"

	"example.com/mxlint/internal/corpus"
)

func main() {
	if len(os.Args) != 4 {
		fmt.Fprintln(os.Stderr, "usage: corpus apps|mono|dense N FOLDER")
		os.Exit(2)
	}
	n, err := strconv.Atoi(os.Args[2])
	if err == nil {
		err = corpus.Write(os.Args[3], corpus.Tree(os.Args[1]), n)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "corpus:", err)
		os.Exit(1)
	}
}
