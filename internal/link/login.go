package link

import "example.com/mxlint/internal/link/access"

// present tells whether the ServiceAccount names an identity, rightly or
// nearly so: a misspelt annotation is a finding of its own, not a missing one. An
// empty one names none.
func (m *Mark) present() bool {
	return m.State != MarkAbsent && m.State != MarkUnreadable && (m.State != MarkWrong || m.Value != "")
}

// login infers how the app logs in from the keys that are mounted and the
// identity of its ServiceAccount; values of secrets are not to be had.
func login(e *Environment) Login {
	l := Login{Database: access.LoginUnknown, Storage: access.LoginUnknown}
	l.Database, l.DatabaseBecause = databaseLogin(e)
	l.Storage, l.StorageBecause = storageLogin(e)
	return l
}

const (
	accountUnread = "the annotations of the ServiceAccount cannot be told"
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
	case e.Provider == "azure" && account.ClientID.present():
		return access.LoginAzureIdentity, "no database-password, and the ServiceAccount has " + account.ClientID.Key
	case e.Provider == "azure" && account.ClientID.State == MarkUnreadable:
		return access.LoginUnknown, accountUnread
	case account.Role.present():
		return access.LoginRDSIAM, "no database-password, and the ServiceAccount has " + account.Role.Key
	case account.Role.State == MarkUnreadable:
		return access.LoginUnknown, accountUnread
	case account.ClientID.present():
		return access.LoginAzureIdentity, "no database-password, and the ServiceAccount has " + account.ClientID.Key
	}
	return access.LoginUnknown, "no database-password, and no identity on the ServiceAccount"
}

func storageLogin(e *Environment) (login access.Login, because string) {
	account := e.Resources.Account
	has := func(key string) bool { return e.Mounted[key] != nil }
	switch e.Storage {
	case "s3":
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
		case account.Role.present():
			return access.LoginIRSA, "no access keys, and the ServiceAccount has " + account.Role.Key
		case account.Role.State == MarkUnreadable:
			return access.LoginUnknown, accountUnread
		}
		return access.LoginUnknown, "no access keys, and no role on the ServiceAccount"
	case "azure":
		switch {
		case has("storage-azure-account-name") && has("storage-azure-account-key"):
			return access.LoginPassword, "account name and key are mounted"
		case has("storage-azure-use-default-azure-credential") || has("storage-azure-blob-endpoint"):
			return access.LoginAzureIdentity, "keys for managed identity are mounted, and no account name and key"
		}
		return access.LoginUnknown, e.unmountedBecause("neither account name and key nor keys for managed identity are mounted")
	case "mixed":
		return access.LoginUnknown, "keys of S3 and of Azure are mounted"
	}
	return access.LoginUnknown, e.unmountedBecause("no key of S3 or Azure storage is mounted")
}

// unmountedBecause says why keys are not seen to be mounted; it is what is given
// where all that is mounted is known.
func (e *Environment) unmountedBecause(plainly string) string {
	switch {
	case e.MountsUnknown != "":
		return e.MountsUnknown
	case e.readsNoStore():
		return noStore
	}
	return plainly
}
