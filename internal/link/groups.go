package link

// mountedKeys maps each Mendix key to the files that count as mounting it.
func mountedKeys(files []MountedFile) map[string][]int {
	mounted := make(map[string][]int)
	for i := range files {
		if files[i].Key != "" {
			mounted[files[i].Key] = append(mounted[files[i].Key], i)
		}
	}
	return mounted
}

// groups states how far the two groups of keys are mounted.
func (t *Tables) groups(files []MountedFile, mounted map[string][]int) Groups {
	groups := Groups{Database: newGroup(), Storage: newGroup()}
	for i := range files {
		var group *Group
		switch files[i].Group {
		case GroupDatabase:
			group = &groups.Database
		case GroupStorage:
			group = &groups.Storage
		default:
			continue
		}
		group.Begun = true
		group.Mounted = append(group.Mounted, files[i].Key)
		setFirst(&group.First, i)
		switch files[i].Family {
		case StorageS3:
			group.S3 = append(group.S3, files[i].Key)
			setFirst(&group.FirstS3, i)
		case StorageAzure:
			group.Azure = append(group.Azure, files[i].Key)
			setFirst(&group.FirstAzure, i)
		}
	}
	for i := range t.Keys {
		if key := &t.Keys[i]; key.Need == needRequired && key.Family == "" && mounted[key.Key] == nil {
			switch key.Group {
			case GroupDatabase:
				groups.Database.Missing = append(groups.Database.Missing, key.Key)
			case GroupStorage:
				groups.Storage.Missing = append(groups.Storage.Missing, key.Key)
			}
		}
	}
	return groups
}

func newGroup() Group { return Group{First: -1, FirstS3: -1, FirstAzure: -1} }

func setFirst(index *int, i int) {
	if *index < 0 {
		*index = i
	}
}

func storage(group *Group) Storage {
	switch {
	case len(group.S3) > 0 && len(group.Azure) > 0:
		return StorageMixed
	case len(group.S3) > 0:
		return StorageS3
	case len(group.Azure) > 0:
		return StorageAzure
	}
	return ""
}

// unmounted returns, in table order, the keys that are required or part of a login and
// not mounted. For storage, these are the keys of the families in use, or of all
// families if none is.
func (t *Tables) unmounted(storage Storage, mounted map[string][]int) []string {
	var keys []string
	for i := range t.Keys {
		key := &t.Keys[i]
		wanted := key.Need == needRequired || key.Need == needLogin
		inUse := key.Family == "" || key.Family == storage || storage == StorageMixed || storage == ""
		if wanted && inUse && mounted[key.Key] == nil {
			keys = append(keys, key.Key)
		}
	}
	return keys
}
