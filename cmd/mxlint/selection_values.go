package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/manifest"
)

func limits(settings []string) (manifest.Limits, error) {
	l := manifest.DefaultLimits()
	for _, setting := range settings {
		if err := l.Set(setting); err != nil {
			return l, fmt.Errorf("--limit: %w", err)
		}
	}
	return l, nil
}

func operatorVersions(texts []string) ([]link.Version, error) {
	var versions []link.Version
	for _, text := range texts {
		text = strings.TrimSpace(text)
		version := link.OperatorVersion(text, "--operator-version")
		if version.Numbers == nil {
			return nil, fmt.Errorf("--operator-version %q: not a version; write it like 2.17.0", text)
		}
		versions = append(versions, version)
	}
	return versions, nil
}

// cleaned returns paths as findings name them: relative if they are below the working
// directory.
func cleaned(paths []string) []string {
	folder, err := os.Getwd()
	if err != nil {
		return paths
	}
	relative := slices.Clone(paths)
	for i, path := range relative {
		if filepath.IsAbs(path) {
			relative[i] = config.ShortPath(folder, path)
		}
	}
	return relative
}

// policyFolders opens the folders of custom policies, those of the command line and of
// the configuration.
func policyFolders(folders []string, c *config.Config) (map[string]fs.FS, error) {
	custom := make(map[string]fs.FS)
	add := func(folder string) error {
		info, err := os.Stat(folder)
		if err != nil {
			return fmt.Errorf("reading policies %q: %w", folder, manifest.TrimPath(err))
		}
		if !info.IsDir() {
			return fmt.Errorf("reading policies: %q is not a folder", folder)
		}
		custom[filepath.ToSlash(filepath.Clean(folder))] = os.DirFS(folder)
		return nil
	}
	for _, folder := range folders {
		if err := add(folder); err != nil {
			return nil, err
		}
	}
	if c != nil {
		for i, folder := range c.Policies {
			if err := add(folder); err != nil {
				return nil, c.PolicyProblem(i, err)
			}
		}
	}
	return custom, nil
}
