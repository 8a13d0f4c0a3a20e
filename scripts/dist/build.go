package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
)

// target is a platform, as named by Go.
type target struct{ os, arch string }

func (t target) String() string { return t.os + "-" + t.arch }

// executable returns the name of the program on the platform.
func (t target) executable() string {
	if t.os == "windows" {
		return "mxlint.exe"
	}
	return "mxlint"
}

func targets() []target {
	var all []target
	for _, os := range []string{"darwin", "linux", "windows"} {
		for _, arch := range []string{"amd64", "arm64"} {
			all = append(all, target{os, arch})
		}
	}
	return all
}

type builder struct{ root, work, version string }

// build links the program for a platform: static, without paths of this
// machine, and without data for debuggers.
func (b *builder) build(t target) (string, error) {
	binary, err := filepath.Abs(filepath.Join(b.work, t.String(), t.executable()))
	if err != nil {
		return "", err
	}
	flags := "-s -w -buildid="
	if b.version != "" {
		flags += " -X main.version=" + b.version
	}
	command := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags", flags, "-o", binary, "./cmd/mxlint")
	command.Dir = b.root
	command.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+t.os, "GOARCH="+t.arch,
		"GOFLAGS=", "GOEXPERIMENT=", "GOAMD64=v1", "GOARM64=v8.0", "GOWORK=off")
	command.Stderr = os.Stderr
	if err := command.Run(); err != nil {
		return "", fmt.Errorf("building for %s: %w", t, err)
	}
	return binary, nil
}

// host builds for this machine, and returns the files that all archives have
// next to the program, and its version.
func (b *builder) host() (shared []entry, version string, err error) {
	binary, err := b.build(target{runtime.GOOS, runtime.GOARCH})
	if err != nil {
		return nil, "", err
	}
	output, err := exec.Command(binary, "version").Output()
	if err != nil {
		return nil, "", fmt.Errorf("asking for the version: %w", err)
	}
	line, _, _ := bytes.Cut(output, []byte("\n"))
	version = strings.TrimSpace(strings.TrimPrefix(string(line), "mxlint"))
	for _, name := range []string{"LICENSE", "README.md", "SECURITY.md"} {
		text, err := os.ReadFile(filepath.Join(b.root, name))
		if err != nil {
			return nil, "", err
		}
		shared = append(shared, entry{name: name, content: text})
	}
	for shell, name := range map[string]string{"bash": "mxlint.bash", "zsh": "_mxlint", "fish": "mxlint.fish", "powershell": "mxlint.ps1"} {
		text, err := exec.Command(binary, "completion", shell).Output()
		if err != nil {
			return nil, "", fmt.Errorf("asking for the completion of %s: %w", shell, err)
		}
		shared = append(shared, entry{name: "completions/" + name, content: text})
	}
	return shared, version, nil
}
