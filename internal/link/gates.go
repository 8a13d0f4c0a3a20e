package link

import (
	"path"
	"slices"
	"strings"

	"example.com/mxlint/internal/link/access"
)

// gates returns the version gates whose condition the environment meets.
func (t *Tables) gates(e *Environment) []Gate {
	gates := make([]Gate, 0, 4)
	for i := range t.Gates {
		row := &t.Gates[i]
		for _, condition := range row.When {
			if at, met := e.meets(condition); met {
				gates = append(gates, Gate{
					Rule: row.Rule, Subject: row.Subject, Least: row.Least, Numbers: VersionNumbers(row.Least),
					Because: row.What, Database: row.Database, At: e.gatePlace(row, at),
				})
				break
			}
		}
	}
	return gates
}

// meets reports whether a condition of the gates table is met, and by what in the
// manifests.
func (e *Environment) meets(condition string) (at Place, met bool) {
	word, argument, _ := strings.Cut(condition, " ")
	switch word {
	case "store":
		return e.anchorAt(), e.Resources.Class != nil || e.Resources.App != nil && e.Resources.App.SecretStore == StoreRead
	case "key":
		patterns := strings.Fields(argument)
		for i := range e.MountedFiles {
			if file := &e.MountedFiles[i]; file.Key != "" && matchesAny(patterns, file.Key) {
				return file.At, true
			}
		}
	case "database":
		return e.identityAt(access.Login(argument)), e.Login.Database == access.Login(argument)
	case "storage":
		if e.Login.Storage != access.Login(argument) {
			return Place{}, false
		}
		if access.Login(argument) == access.LoginAzureIdentity {
			return e.MountedFiles[e.firstIdentityKey()].At, true
		}
		return e.identityAt(access.Login(argument)), true
	}
	return Place{}, false
}

func matchesAny(patterns []string, key string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		matched, err := path.Match(pattern, key)
		return matched && err == nil
	})
}

// gatePlace returns the place for a gate: that of the runtime version for a runtime
// gate.
func (e *Environment) gatePlace(row *GateRow, at Place) Place {
	if row.Subject == "runtime" && e.Versions.Runtime != nil {
		return e.Versions.Runtime.At
	}
	return at
}

func (e *Environment) anchorAt() Place {
	switch {
	case e.Resources.Class != nil:
		return e.Resources.Class.NameAt
	case e.Resources.App != nil:
		return e.Resources.App.NameAt
	case e.Resources.Account != nil:
		return e.Resources.Account.NameAt
	}
	return Place{}
}

// identityAt returns the annotation that allows a login without a password.
func (e *Environment) identityAt(login access.Login) Place {
	account := e.Resources.Account
	switch {
	case account == nil:
		return e.anchorAt()
	case login == access.LoginAzureIdentity:
		return account.ClientID.At
	}
	return account.Role.At
}

// firstIdentityKey returns the first file that only a managed login mounts.
func (e *Environment) firstIdentityKey() int {
	first := -1
	for _, key := range []string{"storage-azure-use-default-azure-credential", "storage-azure-blob-endpoint"} {
		if files := e.Mounted[key]; files != nil && (first < 0 || files[0] < first) {
			first = files[0]
		}
	}
	if first < 0 {
		return e.Groups.Storage.FirstAzure
	}
	return first
}

// needs summarises the gates: the highest version of each subject. An Azure database
// may be Postgres, unless the configuration says otherwise.
func needs(e *Environment) Needs {
	var n Needs
	for i := range e.Gates {
		gate := &e.Gates[i]
		if gate.Database != "" && gate.Database != e.databaseOr("postgresql") {
			continue
		}
		need := &n.Operator
		if gate.Subject == "runtime" {
			need = &n.Runtime
		}
		if *need == nil || slices.Compare(VersionNumbers((*need).Version), gate.Numbers) < 0 {
			*need = &Need{Version: gate.Least, Because: gate.Because}
		}
	}
	return n
}

func (e *Environment) databaseOr(other string) string {
	if e.Database != "" {
		return e.Database
	}
	return other
}
