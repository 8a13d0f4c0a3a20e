package scaffold

import (
	"fmt"
	"strings"
)

// checkKeyVault enforces the naming rules of Azure:
// https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
func checkKeyVault(_ Options, value string) error {
	if _, rest, isURL := strings.Cut(value, "://"); isURL {
		name, _, _ := strings.Cut(rest, ".")
		return fmt.Errorf("%q is a URL: write the name alone, %q", value, name)
	}
	if len(value) < 3 || len(value) > 24 || !consistsOf(value, isLetter, isDigit, oneOf("-")) ||
		!isLetter(value[0]) || strings.HasSuffix(value, "-") || strings.Contains(value, "--") {
		return fmt.Errorf("%q is not a Key Vault name: it takes 3 to 24 letters, digits and single \"-\", begins with a letter and ends with a letter or digit", value)
	}
	return nil
}

// checkTenant accepts what the provider does: a domain or "adfs" is not a GUID,
// but can be right.
func checkTenant(_ Options, value string) error {
	if !consistsOf(value, isLetter, isDigit, oneOf(".-")) {
		return fmt.Errorf("%q is not a tenant: write the directory's id, as in \"00000000-0000-0000-0000-000000000000\"", value)
	}
	return nil
}

func checkClient(_ Options, value string) error {
	if !isGUID(value) {
		return fmt.Errorf("%q is not a client id: write the GUID that Azure shows as client id of the managed identity, as in \"00000000-0000-0000-0000-000000000000\"", value)
	}
	return nil
}

func isGUID(value string) bool {
	parts := strings.Split(value, "-")
	if len(parts) != 5 {
		return false
	}
	for i, length := range [...]int{8, 4, 4, 4, 12} {
		if len(parts[i]) != length || !consistsOf(parts[i], isHex) {
			return false
		}
	}
	return true
}
