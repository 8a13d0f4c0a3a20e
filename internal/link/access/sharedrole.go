package access

import (
	"cmp"
	"slices"
	"strings"
)

// vaultRole is what makes two environments log in to one Vault with one role.
type vaultRole struct{ address, namespace, mount, role string }

// sharedRole is a role with the environments that log in with it.
type sharedRole struct {
	needs      []*Need
	writtenFor string // the environment that it was written for; "" before
}

func (n *Need) vaultMount() string { return cmp.Or(n.VaultMount, "kubernetes") }

func (n *Need) vaultRole() vaultRole {
	return vaultRole{n.VaultAddress, n.VaultNamespace, n.vaultMount(), n.VaultRole}
}

func (r *Granter) share(need *Need) {
	if need.Provider != "vault" || need.VaultRole == "" {
		return
	}
	key := need.vaultRole()
	if r.roles[key] == nil {
		r.roles[key] = &sharedRole{}
	}
	r.roles[key].needs = append(r.roles[key].needs, need)
}

// roleOf is the role of an environment; that of one which names none is its own.
func (r *Granter) roleOf(need *Need) *sharedRole {
	if shared := r.roles[need.vaultRole()]; shared != nil && need.VaultRole != "" {
		return shared
	}
	return &sharedRole{needs: []*Need{need}}
}

// others are the other environments, sorted.
func (s *sharedRole) others(need *Need) []string {
	others := []string{}
	for _, other := range s.needs {
		if other.Environment != need.Environment {
			others = append(others, other.Environment)
		}
	}
	slices.Sort(others)
	return slices.Compact(others)
}

// all writes what the environments have, once each.
func (s *sharedRole) all(of func(*Need) string) string {
	var texts []string
	for _, need := range s.needs {
		texts = append(texts, of(need))
	}
	slices.Sort(texts)
	return strings.Join(slices.Compact(texts), ",")
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
