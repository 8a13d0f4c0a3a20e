package link

import (
	"strconv"

	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/link/provider"
)

// present reports whether the ServiceAccount names an identity. A misspelled or
// misplaced one counts if a rule of the provider reports it: that is a finding of its
// own, so the login is not missing as well. An empty value names none.
func (m *Mark) present(reported bool) bool {
	switch m.State {
	case MarkAbsent, MarkUnreadable:
		return false
	case MarkNear, MarkLabel:
		return reported
	case MarkWrong:
		return reported && m.Value != ""
	}
	return true
}

// hasRole reports whether the ServiceAccount names an IAM role. With Pod Identity the
// mount needs none, so no rule reports a misspelled one.
func (e *Environment) hasRole() bool {
	role := &e.Resources.Account.Role
	misspelled := role.State == MarkNear || role.State == MarkLabel
	return role.present(e.Provider == provider.AWS && !(misspelled && e.mayUsePodIdentity()))
}

// mayUsePodIdentity reports whether EKS Pod Identity is switched on, or may be.
func (e *Environment) mayUsePodIdentity() bool {
	field, ok := e.Resources.Class.Parameters["usePodIdentity"]
	on, err := strconv.ParseBool(field.Value)
	return ok && (field.Unknown || on || err != nil && field.Value != "")
}

func (e *Environment) hasClientID() bool {
	return e.Resources.Account.ClientID.present(e.Provider == provider.Azure)
}

// login infers how the app logs in from the keys that are mounted and the identity of
// its ServiceAccount; the values of secrets are not available.
func login(e *Environment) Login {
	l := Login{Database: access.LoginUnknown, Storage: access.LoginUnknown}
	l.Database, l.DatabaseBecause = databaseLogin(e)
	l.Storage, l.StorageBecause = storageLogin(e)
	return l
}

const (
	accountUnread = "the annotations of the ServiceAccount cannot be determined"
	noStore       = "the app does not read the secret store"
)

func databaseLogin(e *Environment) (login access.Login, because string) {
	account := e.Resources.Account
	switch {
	case e.Mounted["database-password"] != nil:
		return access.LoginPassword, "key database-password is mounted"
	case e.MountsUnknown != "" || !e.Groups.Database.Begun:
		return access.LoginUnknown, e.unmountedBecause("no key database-* is mounted")
	case account == nil:
		return access.LoginUnknown, "the ServiceAccount is not in the run"
	case e.Provider == provider.Azure && e.hasClientID():
		return access.LoginAzureIdentity, "no database-password, and the ServiceAccount has " + account.ClientID.Key
	case e.Provider == provider.Azure && account.ClientID.State == MarkUnreadable:
		return access.LoginUnknown, accountUnread
	case e.hasRole():
		return access.LoginRDSIAM, "no database-password, and the ServiceAccount has " + account.Role.Key
	case account.Role.State == MarkUnreadable:
		return access.LoginUnknown, accountUnread
	case e.hasClientID():
		return access.LoginAzureIdentity, "no database-password, and the ServiceAccount has " + account.ClientID.Key
	}
	return access.LoginUnknown, "no database-password, and no identity on the ServiceAccount"
}

func storageLogin(e *Environment) (login access.Login, because string) {
	account := e.Resources.Account
	has := func(key string) bool { return e.Mounted[key] != nil }
	switch e.Storage {
	case StorageS3:
		id, secret := has("storage-access-key-id"), has("storage-secret-access-key")
		switch {
		case id && secret:
			return access.LoginPassword, "both access keys are mounted"
		case id || secret:
			return access.LoginUnknown, "one of two access keys is mounted"
		case e.MountsUnknown != "":
			return access.LoginUnknown, e.MountsUnknown
		case account == nil:
			return access.LoginUnknown, "the ServiceAccount is not in the run"
		case e.hasRole():
			return access.LoginIRSA, "no access keys, and the ServiceAccount has " + account.Role.Key
		case account.Role.State == MarkUnreadable:
			return access.LoginUnknown, accountUnread
		}
		return access.LoginUnknown, "no access keys, and no role on the ServiceAccount"
	case StorageAzure:
		switch {
		case has("storage-azure-account-name") && has("storage-azure-account-key"):
			return access.LoginPassword, "account name and key are mounted"
		case has("storage-azure-use-default-azure-credential") || has("storage-azure-blob-endpoint"):
			return access.LoginAzureIdentity, "keys for managed identity are mounted, and no account name and key"
		}
		return access.LoginUnknown, e.unmountedBecause("neither account name and key nor keys for managed identity are mounted")
	case StorageMixed:
		return access.LoginUnknown, "keys of S3 and of Azure are mounted"
	}
	return access.LoginUnknown, e.unmountedBecause("no key of S3 or Azure storage is mounted")
}

// unmountedBecause says why keys are not known to be mounted; it returns plainly if
// everything that is mounted is known.
func (e *Environment) unmountedBecause(plainly string) string {
	switch {
	case e.MountsUnknown != "":
		return e.MountsUnknown
	case e.readsNoStore():
		return noStore
	}
	return plainly
}
