package scaffold

import (
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
)

// minRuntime returns the major and minor version from which the runtime
// supports the login, 0.0 if it always did. For managed-identity it is the
// highest that may be needed, since the kind of database is in the store:
// https://docs.mendix.com/developerportal/deploy/secret-store-credentials/
func minRuntime(auth string) (major, minor int) {
	switch auth {
	case IAM:
		return 9, 22
	case ManagedIdentity:
		return 10, 10
	}
	return 0, 0
}

func checkRuntime(o Options, value string) error {
	numbers, err := versionNumbers(value)
	if err != nil {
		return err
	}
	major, minor := minRuntime(o.Auth)
	if numbers[0] < major || numbers[0] == major && numbers[1] < minor {
		return fmt.Errorf("%q is too old for --auth %s, which needs Mendix %d.%d: take a later version, or --auth password", value, o.Auth, major, minor)
	}
	return nil
}

// versionNumbers parses major.minor.patch, with or without a build.
func versionNumbers(value string) ([]int, error) {
	parts := strings.Split(value, ".")
	if len(parts) != 3 && len(parts) != 4 {
		return nil, errNotVersion(value)
	}
	numbers := make([]int, len(parts))
	for i, part := range parts {
		number, err := strconv.Atoi(part)
		if err != nil || !consistsOf(part, isDigit) {
			return nil, errNotVersion(value)
		}
		numbers[i] = number
	}
	return numbers, nil
}

func errNotVersion(value string) error {
	return fmt.Errorf("%q is not a version of the Mendix Runtime: write it as major.minor.patch.build, as in %q", value, DefaultRuntimeVersion)
}

// checkSource does not quote the URL: it may contain a password.
func checkSource(_ Options, value string) error {
	source, err := url.Parse(value)
	if err != nil || source.Host == "" {
		return errors.New(`is no URL: write "oci-image://registry/image:tag", or the address of a deployment package`)
	}
	switch source.Scheme {
	case "oci-image", "https", "http":
	default:
		return fmt.Errorf("has the scheme %q: the Operator reads oci-image://, https:// and http://", source.Scheme)
	}
	if source.User != nil {
		return errors.New("holds credentials, which the Operator cannot use: leave them out")
	}
	return nil
}
