package report

import (
	"strings"

	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/link/access"
)

// fileState says in a word what a mounted file is to Mendix, and in a phrase why; the
// phrase is empty if the word says it all.
func fileState(f *link.MountedFile) (verdict verdict, word, why string) {
	switch {
	case f.Parent:
		return holds, "other", "the object itself, beside its jmesPath"
	case f.Match == link.MatchExact && f.Versioned:
		return fails, "versions", "the provider writes " + f.Name + "/0, " + f.Name + "/1, ... and no file of this name"
	case f.Match == link.MatchExact && f.Duplicate >= 0:
		return fails, "twice", "an earlier file has this name"
	case f.Match == link.MatchExact:
		return holds, "key", ""
	case f.Match == link.MatchNear:
		return fails, "misspelt", "for " + strings.Join(f.Nearest, " or ")
	case f.Match == link.MatchCopied:
		return fails, "copied", "another file has this name; this one is " + f.Key
	case f.Match == link.MatchSwapped:
		return fails, "swapped", "named as the store's key should be; that is " + f.Key
	case f.Match == link.MatchUnknown:
		return fails, "unknown", "begins like a key of Mendix, and is none"
	case f.Match == link.MatchRefused:
		return fails, "refused", "Key Vault takes no such objectName"
	case f.Match == link.MatchHidden:
		return undetermined, "hidden", "its name is a template"
	}
	return holds, "other", "no key of Mendix"
}

// missingKeys returns the keys that the environment requires but does not mount. It is
// nil if not all mounted files are known, and leaves out what a storage or database
// plan may provide.
func missingKeys(e *link.Environment) []string {
	class := e.Resources.Class
	if class == nil || !e.Complete {
		return nil
	}
	var keys []string
	lack := func(names ...string) {
		for _, name := range names {
			if e.Mounted[name] == nil {
				keys = append(keys, name)
			}
		}
	}
	if database := &e.Groups.Database; database.Begun || !planned(e, "database") {
		lack(database.Missing...)
	}
	if e.Groups.Database.Begun && e.Login.Database == access.LoginUnknown {
		lack("database-password")
	}
	if storage := &e.Groups.Storage; storage.Begun || !planned(e, "storage") {
		lack(storage.Missing...)
	}
	lack(familyKeys(e)...)
	return keys
}

// familyKeys returns the keys that the kind of storage in use requires, as in
// policies/data/keys.yaml.
func familyKeys(e *link.Environment) []string {
	unknown := e.Login.Storage == access.LoginUnknown
	switch {
	case e.Storage == link.StorageS3 && unknown:
		return []string{"storage-endpoint", "storage-bucket-name", "storage-access-key-id", "storage-secret-access-key"}
	case e.Storage == link.StorageS3:
		return []string{"storage-endpoint", "storage-bucket-name"}
	case e.Storage == link.StorageAzure && unknown:
		return []string{"storage-azure-container", "storage-azure-account-name", "storage-azure-account-key"}
	case e.Storage == link.StorageAzure && e.Login.Storage == access.LoginAzureIdentity:
		return []string{"storage-azure-container", "storage-azure-blob-endpoint", "storage-azure-use-default-azure-credential"}
	case e.Storage == link.StorageAzure:
		return []string{"storage-azure-container"}
	}
	return nil
}

// planned reports whether a plan of the app may provide half of what it needs; the app
// of the Portal is not seen.
func planned(e *link.Environment, half string) bool {
	app := e.Resources.App
	switch {
	case app == nil:
		return true
	case half == "database":
		return app.DatabasePlan.State != link.PlanAbsent
	}
	return app.StoragePlan.State != link.PlanAbsent
}
