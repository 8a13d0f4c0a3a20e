// Package corpus creates trees of manifests for benchmarks: the same bytes for
// the same arguments, on every machine. It is not part of the product.
package corpus

import (
	"fmt"
	"os"
	"path/filepath"
)

// Tree is a kind of tree.
type Tree string

// The kinds of trees.
const (
	// Apps holds environments of the three providers, three files each.
	Apps Tree = "apps"
	// Mono is a repository of unrelated manifests, of which one file in a
	// hundred belongs to an environment.
	Mono Tree = "mono"
	// Dense is like Mono, but one file in ten is a RoleBinding that names
	// ServiceAccounts, which a search for words alone cannot distinguish from
	// ours.
	Dense Tree = "dense"
)

// monoBytes is the size of a file of Mono: 10,000 of them make 61 MB.
const monoBytes = 6100

// Write creates a tree of n files (Mono, Dense) or n environments (Apps).
func Write(folder string, tree Tree, n int) error {
	for i := range n {
		var err error
		switch {
		case tree == Apps:
			err = writeEnvironment(filepath.Join(folder, fmt.Sprintf("team%02d", i%40), fmt.Sprintf("app%05d", i)), i)
		case i%300 == 0:
			err = writeEnvironment(filepath.Join(folder, fmt.Sprintf("svc%03d", i/100), fmt.Sprintf("app%05d", i)), i)
		case tree == Dense && i%10 == 3:
			err = writeFile(filepath.Join(folder, fmt.Sprintf("svc%03d", i/100), fmt.Sprintf("binding%05d.yaml", i)), roleBinding(i))
		default:
			err = writeFile(filepath.Join(folder, fmt.Sprintf("svc%03d", i/100), fmt.Sprintf("part%05d.yaml", i)), foreign(i))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func writeEnvironment(folder string, i int) error {
	for name, text := range environment(i) {
		if err := writeFile(filepath.Join(folder, name), text); err != nil {
			return err
		}
	}
	return nil
}

func writeFile(path, text string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("writing corpus: %w", err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		return fmt.Errorf("writing corpus: %w", err)
	}
	return nil
}
