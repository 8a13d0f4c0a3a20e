package access

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

func grantVault(need *Need, others []Need) *VaultGrant {
	role := orPlaceholder(need.VaultRole, "role")
	policy := cmp.Or(need.VaultRole, strings.TrimPrefix(need.Namespace+"-"+need.Name, "-"))
	with := []string{}
	names, namespaces := []string{need.Name}, []string{orPlaceholder(need.Namespace, "namespace")}
	paths := slices.Clone(need.VaultPaths)
	for i := range others {
		other := &others[i]
		if !need.sharesRole(other) {
			continue
		}
		with = insert(with, other.Environment)
		names, namespaces = insert(names, other.Name), insert(namespaces, orPlaceholder(other.Namespace, "namespace"))
		paths = append(paths, other.VaultPaths...)
	}
	namespace := ""
	if need.VaultNamespace != "" {
		namespace = "-namespace=" + shell(need.VaultNamespace) + " "
	}
	command := []string{
		"vault write " + namespace + shell("auth/"+need.vaultMount()+"/role/"+role),
		"  bound_service_account_names=" + shell(strings.Join(names, ",")),
		"  bound_service_account_namespaces=" + shell(strings.Join(namespaces, ",")),
		"  policies=" + shell(policy),
	}
	if need.Audience != "" {
		command = append(command, "  audience="+shell(need.Audience))
	}
	return &VaultGrant{
		SharedWith:    with,
		PolicyName:    policy,
		Policy:        vaultPolicy(paths),
		PolicyCommand: "vault policy write " + namespace + shell(policy),
		Role:          role,
		RoleCommand:   strings.Join(command, " \\\n") + "\n",
	}
}

func (n *Need) vaultMount() string { return cmp.Or(n.VaultMount, "kubernetes") }

// sharesRole tells whether two environments log in to one Vault with one role.
func (n *Need) sharesRole(other *Need) bool {
	return other.Provider == "vault" && n.Environment != other.Environment && n.VaultRole != "" && n.VaultRole == other.VaultRole &&
		n.VaultAddress == other.VaultAddress && n.VaultNamespace == other.VaultNamespace && n.vaultMount() == other.vaultMount()
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
		return char < 0x80 && (isAlphanumeric(byte(char)) || strings.ContainsRune("-_./:@=,", char))
	}
	if word != "" && !slices.ContainsFunc([]rune(word), func(char rune) bool { return !plain(char) }) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
