package access

import (
	"fmt"
	"slices"
	"strings"
)

func grantVault(need *Need) *VaultGrant {
	role := orPlaceholder(need.VaultRole, "role")
	policy := need.VaultRole
	if policy == "" {
		policy = need.Name
	}
	mount := need.VaultMount
	if mount == "" {
		mount = "kubernetes"
	}
	namespace := ""
	if need.VaultNamespace != "" {
		namespace = "-namespace=" + shell(need.VaultNamespace) + " "
	}
	command := []string{
		"vault write " + namespace + shell("auth/"+mount+"/role/"+role),
		"  bound_service_account_names=" + shell(need.Name),
		"  bound_service_account_namespaces=" + shell(orPlaceholder(need.Namespace, "namespace")),
		"  policies=" + shell(policy),
	}
	if need.Audience != "" {
		command = append(command, "  audience="+shell(need.Audience))
	}
	return &VaultGrant{
		PolicyName:    policy,
		Policy:        vaultPolicy(need.VaultPaths),
		PolicyCommand: "vault policy write " + namespace + shell(policy),
		Role:          role,
		RoleCommand:   strings.Join(command, " \\\n") + "\n",
	}
}

// vaultPolicy writes one block per path, by path. Reading takes the capability
// "read"; the provider can also be told to write, for engines that want it.
func vaultPolicy(paths []VaultPath) string {
	capabilities := map[string][]string{}
	var names []string
	for _, path := range paths {
		capability := `"read"`
		if !path.reads() {
			capability = `"update"`
		}
		target := path.target()
		names = insert(names, target)
		capabilities[target] = insert(capabilities[target], capability)
	}
	blocks := make([]string, len(names))
	for i, name := range names {
		blocks[i] = fmt.Sprintf("path %s {\n  capabilities = [%s]\n}\n", hclString(name), strings.Join(capabilities[name], ", "))
	}
	return strings.Join(blocks, "\n")
}

func hclString(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// shell quotes a word for a shell where that is needed.
func shell(word string) string {
	plain := func(char rune) bool {
		return char < 0x80 && (isAlphanumeric(byte(char)) || strings.ContainsRune("-_./:@=", char))
	}
	if word != "" && !slices.ContainsFunc([]rune(word), func(char rune) bool { return !plain(char) }) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
