package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
)

// version is set by the release build; see the Makefile.
var version string

// ownVersion returns the version of this build: that of the release, or of the module
// that `go install` was given, or else of the one in development.
func ownVersion() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && released(info.Main.Version) {
		return strings.TrimPrefix(info.Main.Version, "v")
	}
	return "0.1.0-dev"
}

// released reports whether a version is not one that Go makes up for a checkout.
func released(version string) bool {
	return strings.HasPrefix(version, "v") && !strings.ContainsAny(version, "-+")
}

func newVersionCommand(s *streams) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the versions of mxlint and OPA, and the digest of the rules",
		Args:  arguments(0, 0, ""),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprint(s.out, versionText())
			return err
		},
	}
}

func versionText() string {
	return fmt.Sprintf("mxlint %s\nopa %s\nrules %s\n", ownVersion(), moduleVersion("github.com/open-policy-agent/opa"), rulesDigest())
}

// moduleVersion returns the version of a linked module.
func moduleVersion(path string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, module := range info.Deps {
		if module.Path == path {
			return module.Version
		}
	}
	return "unknown"
}

// rulesDigest identifies the embedded rules, library and tables.
func rulesDigest() string {
	hash := sha256.New()
	for _, fsys := range []fs.FS{rules.FS, policies.FS} {
		_ = fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || strings.HasSuffix(name, "_test.rego") {
				return err
			}
			text, err := fs.ReadFile(fsys, name)
			fmt.Fprintf(hash, "%s %d\n", name, len(text))
			hash.Write(text)
			return err
		}) // an embedded file system has no errors
	}
	return hex.EncodeToString(hash.Sum(nil))[:12]
}
