package scaffold

// secret is a group of keys that are kept together in the store: name is the
// documented division into database, storage and app.
type secret struct {
	name string
	keys []string
}

// secrets are the keys that the environment cannot do without, and its
// constants. Nothing optional is among them: one key that is missing in the
// store keeps the whole volume from being mounted. Which these are is told by
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
