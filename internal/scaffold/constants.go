package scaffold

import (
	"errors"
	"fmt"
	"strings"
)

// constantPrefix makes a mounted file the value of an app constant.
const constantPrefix = "mx-const-"

// maxSecretName is the length that Key Vault allows:
// https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates
const maxSecretName = 127

func (o Options) checkConstants() error {
	var problems []error
	seen, inKeyVault := map[string]bool{}, map[string]string{}
	for _, constant := range o.Constants {
		if seen[constant] {
			problems = append(problems, fmt.Errorf("--constants names %q twice: name it once", constant))
			continue
		}
		seen[constant] = true
		if err := checkConstant(constant); err != nil {
			problems = append(problems, err)
			continue
		}
		if o.Provider == Azure {
			problems = append(problems, checkSecretName(constant, inKeyVault))
		}
	}
	return errors.Join(problems...)
}

func checkConstant(constant string) error {
	if rest, prefixed := strings.CutPrefix(constant, constantPrefix); prefixed {
		return fmt.Errorf("--constants %q: leave the %q off, it is added to the mounted name (%q)", constant, constantPrefix, rest)
	}
	module, name, dotted := strings.Cut(constant, ".")
	if !dotted {
		return fmt.Errorf("--constants %q has no dot: a constant is named with its module, as in \"MyFirstModule.MyConstant\"", constant)
	}
	if !isIdentifier(module) || !isIdentifier(name) {
		return fmt.Errorf("--constants %q is not a constant name: write Module.Name, both of letters, digits and \"_\"", constant)
	}
	return nil
}

// isIdentifier reports whether Mendix allows the name for a module or constant.
func isIdentifier(name string) bool {
	return name != "" && !isDigit(name[0]) && consistsOf(name, isLetter, isDigit, oneOf("_"))
}

// checkSecretName rejects what would only fail in Key Vault: a name that is too
// long, and two constants that map to one name, since it ignores case and
// allows neither dots nor underscores. It adds the name to taken.
func checkSecretName(constant string, taken map[string]string) error {
	name := keyVaultName(constantPrefix + constant)
	if len(name) > maxSecretName {
		return fmt.Errorf("--constants %q: Key Vault takes at most %d characters, %q has %d", constant, maxSecretName, name, len(name))
	}
	folded := strings.ToLower(name)
	if other, clash := taken[folded]; clash {
		return fmt.Errorf("--constants %q and %q would share the secret %q in Key Vault: map one of them by hand", other, constant, name)
	}
	taken[folded] = constant
	return nil
}

// keyVaultName returns the documented replacement for a name that Key Vault
// rejects.
func keyVaultName(key string) string {
	return strings.NewReplacer(".", "-", "_", "-").Replace(key)
}
