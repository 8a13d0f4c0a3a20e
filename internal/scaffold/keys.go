package scaffold

// secret is a group of keys that are stored together: name is from the
// documented division into database, storage and app.
type secret struct {
	name string
	keys []string
}

// secrets returns the keys that the environment requires, and those of its
// constants. Optional keys are left out: one key that is missing from the store
// keeps the whole volume from being mounted. The required keys are defined in
// policies/data/keys.yaml.
func (o Options) secrets() []secret {
	all := []secret{{"database", o.databaseKeys()}, {"storage", o.storageKeys()}}
	if len(o.Constants) > 0 {
		all = append(all, secret{"constants", o.constantKeys()})
	}
	return all
}

func (o Options) databaseKeys() []string {
	keys := []string{"database-type", "database-jdbc-url", "database-host", "database-name", "database-username"}
	if o.Auth == Password {
		keys = append(keys, "database-password")
	}
	return keys
}

func (o Options) storageKeys() []string {
	switch {
	case o.Storage == Azure && o.Auth == ManagedIdentity:
		return []string{"storage-service-name", "storage-azure-container", "storage-azure-blob-endpoint", "storage-azure-use-default-azure-credential"}
	case o.Storage == Azure:
		return []string{"storage-service-name", "storage-azure-container", "storage-azure-account-name", "storage-azure-account-key"}
	case o.Auth == IAM:
		return []string{"storage-service-name", "storage-endpoint", "storage-bucket-name"}
	}
	return []string{"storage-service-name", "storage-endpoint", "storage-bucket-name", "storage-access-key-id", "storage-secret-access-key"}
}

func (o Options) constantKeys() []string {
	keys := make([]string, len(o.Constants))
	for i, constant := range o.Constants {
		keys[i] = constantPrefix + constant
	}
	return keys
}
