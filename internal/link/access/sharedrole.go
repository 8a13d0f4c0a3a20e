package access

import (
	"cmp"
	"slices"
)

// vaultRole identifies a role; environments with equal ones log in to the same Vault
// with the same role.
type vaultRole struct{ address, namespace, mount, role string }

// sharedRole is a role with the environments that log in with it.
type sharedRole struct {
	needs      []*Need
	writtenFor string // the environment that it was written for; "" if not yet written
}

func (n *Need) vaultMount() string { return cmp.Or(n.VaultMount, "kubernetes") }

func (n *Need) vaultRole() vaultRole {
	return vaultRole{n.VaultAddress, n.VaultNamespace, n.vaultMount(), n.VaultRole}
}

func (r *Granter) share(need *Need) {
	if need.Provider != ProviderVault || need.VaultRole == "" {
		return
	}
	key := need.vaultRole()
	if r.roles[key] == nil {
		r.roles[key] = &sharedRole{}
	}
	r.roles[key].needs = append(r.roles[key].needs, need)
}

// roleOf returns the role of an environment; without a name it is shared with no other.
func (r *Granter) roleOf(need *Need) *sharedRole {
	if shared := r.roles[need.vaultRole()]; shared != nil && need.VaultRole != "" {
		return shared
	}
	return &sharedRole{needs: []*Need{need}}
}

// others returns the other environments, sorted.
func (s *sharedRole) others(need *Need) []string {
	environments := s.each(func(n *Need) string { return n.Environment })
	return slices.DeleteFunc(environments, func(name string) bool { return name == need.Environment })
}

// each returns of(need) for all environments, sorted and without duplicates.
func (s *sharedRole) each(of func(*Need) string) []string {
	texts := make([]string, len(s.needs))
	for i, need := range s.needs {
		texts[i] = of(need)
	}
	slices.Sort(texts)
	return slices.Compact(texts)
}

func (s *sharedRole) leftOut() []Omission {
	leftOut := []Omission{}
	seen := make(map[Omission]bool)
	for _, need := range s.needs {
		for _, omission := range need.LeftOut {
			if !seen[omission] {
				seen[omission] = true
				leftOut = append(leftOut, omission)
			}
		}
	}
	return leftOut
}
