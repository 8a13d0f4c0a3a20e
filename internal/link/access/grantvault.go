package access

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// grantVault writes role and policy for all that share them, for the first that is
// requested; leftOut is what they also read.
func (r *Granter) grantVault(need *Need) (grant *VaultGrant, leftOut []Omission) {
	shared := r.roleOf(need)
	role := orPlaceholder(need.VaultRole, "role")
	policy := cmp.Or(need.VaultRole, need.ownName())
	grant = &VaultGrant{SharedWith: []string{}, PolicyName: policy, Role: role}
	if shared.writtenFor != "" {
		grant.WrittenFor = shared.writtenFor
		return grant, append([]Omission{}, need.LeftOut...)
	}
	shared.writtenFor = need.Environment
	grant.SharedWith, leftOut = shared.others(need), shared.leftOut()
	namespace := ""
	if need.VaultNamespace != "" {
		namespace = "-namespace=" + shell(need.VaultNamespace) + " "
	}
	names := shared.each(func(n *Need) string { return n.Name })
	namespaces := shared.each(func(n *Need) string { return orPlaceholder(n.Namespace, "namespace") })
	command := []string{
		"vault write " + namespace + shell("auth/"+need.vaultMount()+"/role/"+role),
		"  bound_service_account_names=" + shell(strings.Join(names, ",")),
		"  bound_service_account_namespaces=" + shell(strings.Join(namespaces, ",")),
		"  policies=" + shell(policy),
	}
	if need.Audience != "" {
		command = append(command, "  audience="+shell(need.Audience))
	}
	grant.Policy = vaultPolicy(shared.needs)
	grant.PolicyCommand = "vault policy write " + namespace + shell(policy)
	grant.RoleCommand = strings.Join(command, " \\\n") + "\n"
	return grant, leftOut
}

// vaultPolicy writes one block per path, sorted by path. Reading requires the
// capability "read"; the provider can also be configured to write, for engines that
// require it.
func vaultPolicy(needs []*Need) string {
	capabilities := map[string][]string{}
	for _, need := range needs {
		for _, path := range need.VaultPaths {
			capability := `"read"`
			if !path.reads() {
				capability = `"update"`
			}
			capabilities[path.target()] = insert(capabilities[path.target()], capability)
		}
	}
	blocks := make([]string, 0, len(capabilities))
	for _, name := range slices.Sorted(maps.Keys(capabilities)) {
		blocks = append(blocks, fmt.Sprintf("path %s {\n  capabilities = [%s]\n}\n", hclString(name), strings.Join(capabilities[name], ", ")))
	}
	return strings.Join(blocks, "\n")
}
