package scaffold

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkValues rejects what the cluster or the provider would reject. For a
// value that is a placeholder or a template expression, it only checks that it
// can be written.
func (o Options) checkValues() error {
	var problems []error
	for _, given := range []struct {
		flag, value string
		check       func(Options, string) error
	}{
		{"--role", o.Role, nil},
		{"--address", o.Address, checkAddress},
		{"--secret-path", o.SecretPath, checkSecretPath},
		{"--key-vault", o.KeyVault, checkKeyVault},
		{"--tenant-id", o.TenantID, checkTenant},
		{"--client-id", o.ClientID, checkClient},
		{"--role-arn", o.RoleARN, checkRoleARN},
		{"--region", o.Region, checkRegion},
		{"--secret-name", o.SecretName, checkSecret},
		{"--runtime-version", o.RuntimeVersion, checkRuntime},
		{"--source-url", o.SourceURL, checkSource},
	} {
		if err := o.checkValue(given.value, given.check); err != nil {
			problems = append(problems, fmt.Errorf("%s %w", given.flag, err))
		}
	}
	return errors.Join(problems...)
}

func (o Options) checkValue(value string, check func(Options, string) error) error {
	switch {
	case value == "":
		return nil
	case !isPrintable(value):
		return errors.New("holds a character that is not printable: type it anew")
	case strings.TrimSpace(value) != value:
		return errors.New("begins or ends with a blank: leave it out")
	case check == nil || isPlaceholder(value):
		return nil
	}
	return check(o, value)
}

func isPrintable(value string) bool {
	return utf8.ValidString(value) &&
		strings.IndexFunc(value, func(r rune) bool { return !unicode.IsPrint(r) }) < 0
}

// isPlaceholder reports whether a value is left to be filled in later: by hand,
// by a shell, by Kubernetes or by Helm.
func isPlaceholder(value string) bool {
	for _, mark := range [...]string{"<{", "{<", "${", "$(", "{{"} {
		if strings.Contains(value, mark) {
			return true
		}
	}
	return false
}
