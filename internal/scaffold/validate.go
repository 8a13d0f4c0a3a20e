package scaffold

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"example.com/mxlint/internal/spelling"
)

// Validate reports whether the options describe an environment that can work.
// The error names the flags, one problem per line, and what to write instead.
func (o *Options) Validate() error {
	full := o.withDefaults()
	// A wrong choice would cause errors in everything that depends on it.
	if err := full.checkChoices(); err != nil {
		return err
	}
	if err := full.checkCombination(); err != nil {
		return err
	}
	return errors.Join(o.checkUnused(full), full.checkNames(), full.checkValues(), full.checkConstants())
}

func (o Options) checkChoices() error {
	return errors.Join(
		checkChoice("--provider", o.Provider, Providers()),
		checkChoice("--storage", o.Storage, Storages()),
		checkChoice("--auth", o.Auth, Auths()),
		checkChoice("--mode", o.Mode, Modes()),
	)
}

func checkChoice(flag, value string, known []string) error {
	if slices.Contains(known, value) {
		return nil
	}
	allowed := strings.Join(known, ", ")
	if value == "" {
		return fmt.Errorf("%s is missing: it is one of %s", flag, allowed)
	}
	if nearest := spelling.Nearest(value, known); nearest != nil {
		return fmt.Errorf("%s %q is unknown: did you mean %q? It is one of %s", flag, value, nearest[0], allowed)
	}
	return fmt.Errorf("%s %q is unknown: it is one of %s", flag, value, allowed)
}

// checkCombination rejects logins that one ServiceAccount cannot have: if it
// has the identities of two clouds, it is unclear which of them is meant to
// replace the passwords.
func (o Options) checkCombination() error {
	switch {
	case o.Auth == IAM && o.Provider == Azure:
		return errors.New("--auth iam does not go with --provider azure: the ServiceAccount would carry an AWS role beside its Azure client id; use --auth managed-identity or --auth password")
	case o.Auth == IAM && o.Storage == Azure:
		return errors.New("--auth iam needs --storage s3: an AWS role is no login for Azure Blob storage; use --auth password for it")
	case o.Auth == ManagedIdentity && o.Provider == AWS:
		return errors.New("--auth managed-identity does not go with --provider aws: the ServiceAccount would carry an Azure client id beside its AWS role; use --auth iam or --auth password")
	case o.Auth == ManagedIdentity && o.Storage == S3:
		return errors.New("--auth managed-identity needs --storage azure: an Azure identity is no login for S3; use --auth password for it")
	}
	return nil
}

// checkUnused rejects a value that nothing would read: it was given for a
// reason. The receiver holds the options as given, full those with defaults.
func (o Options) checkUnused(full Options) error {
	var problems []error
	for _, given := range []struct {
		flag, value string
		read        bool
		with        string
	}{
		{"--role", o.Role, full.Provider == Vault, "--provider vault"},
		{"--address", o.Address, full.Provider == Vault, "--provider vault"},
		{"--secret-path", o.SecretPath, full.Provider == Vault, "--provider vault"},
		{"--key-vault", o.KeyVault, full.Provider == Azure, "--provider azure"},
		{"--tenant-id", o.TenantID, full.Provider == Azure, "--provider azure"},
		{"--client-id", o.ClientID, full.azureAccount(), "--provider azure or --auth managed-identity"},
		{"--role-arn", o.RoleARN, full.awsAccount(), "--provider aws or --auth iam"},
		{"--region", o.Region, full.Provider == AWS, "--provider aws"},
		{"--secret-name", o.SecretName, full.Provider == AWS, "--provider aws"},
		{"--runtime-version", o.RuntimeVersion, full.Mode == Standalone, "--mode standalone"},
		{"--source-url", o.SourceURL, full.Mode == Standalone, "--mode standalone"},
	} {
		if given.value != "" && !given.read {
			problems = append(problems, fmt.Errorf("%s is only read with %s: leave it out", given.flag, given.with))
		}
	}
	return errors.Join(problems...)
}

// azureAccount reports whether the ServiceAccount has an Azure client id.
func (o Options) azureAccount() bool { return o.Provider == Azure || o.Auth == ManagedIdentity }

// awsAccount reports whether the ServiceAccount has an AWS role.
func (o Options) awsAccount() bool { return o.Provider == AWS || o.Auth == IAM }
