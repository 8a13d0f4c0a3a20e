package scaffold

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// checkAddress does not quote the address: it may contain a password.
func checkAddress(_ Options, value string) error {
	address, err := url.Parse(value)
	if err != nil || address.Host == "" || address.Scheme != "https" && address.Scheme != "http" {
		return errors.New(`is no URL: write it with its scheme, as in "https://vault.example.com:8200"`)
	}
	if address.User != nil {
		return errors.New("holds credentials: leave them out, the app logs in as its ServiceAccount")
	}
	return nil
}

// checkSecretPath recognises the kv-v2 engine by the names used in the
// documentation; with any other mount the path may be one of version 1.
func checkSecretPath(_ Options, value string) error {
	if strings.Contains(value, "://") || strings.ContainsAny(value, " #?") || strings.HasPrefix(strings.TrimLeft(value, "/"), "V1/") {
		return fmt.Errorf("%q is no path of Vault's API: write the mount and the folder, as in \"secret/data/orders\"", value)
	}
	segments := strings.FieldsFunc(value, func(r rune) bool { return r == '/' })
	if len(segments) > 0 && segments[0] == "v1" {
		segments = segments[1:]
	}
	if len(segments) == 0 {
		return fmt.Errorf("%q names no folder: write the mount and the folder, as in \"secret/data/orders\"", value)
	}
	versioned := segments[0] == "secret" || segments[0] == "secrets"
	if versioned && (len(segments) == 1 || segments[1] != "data") {
		behind := segments[1:]
		if len(behind) > 1 && behind[0] == "metadata" {
			behind = behind[1:] // data/ replaces it
		}
		expected := strings.Join(append([]string{segments[0], "data"}, behind...), "/")
		return fmt.Errorf("%q lacks \"data/\" after the mount, without which kv-v2 answers 403 permission denied or an empty 404: write %q", value, expected)
	}
	return nil
}
