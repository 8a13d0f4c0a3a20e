package link

import (
	"example.com/mxlint/internal/link/access"
	"example.com/mxlint/internal/link/provider"
)

// Match is how the name of a mounted file compares with the keys of Mendix.
type Match string

// The matches.
const (
	MatchExact   Match = "exact"
	MatchNear    Match = "near"    // a misspelling of a key
	MatchUnknown Match = "unknown" // begins like a key, but is none
	MatchForeign Match = "foreign" // not meant to be a key
	MatchHidden  Match = "hidden"  // the name is a template
	MatchSwapped Match = "swapped" // swapped with the key in the store
	// MatchCopied: another file has the same name, and in the store the value has the
	// name of a key.
	MatchCopied Match = "copied"
	// MatchRefused: there can be no such file, which is reported for the object. Key
	// Vault allows no such name and no alias replaces it, or the provider reads another
	// name.
	MatchRefused Match = "refused"
)

// KeyGroup is what a Mendix key is for; "" for a name that is not a key.
type KeyGroup string

// The groups of keys. Constants and runtime settings are recognised by their prefix,
// the others by the table of keys.
const (
	GroupDatabase KeyGroup = "database"
	GroupStorage  KeyGroup = "storage"
	GroupMx       KeyGroup = "mx" // other values for the app
	GroupConst    KeyGroup = "const"
	GroupRuntime  KeyGroup = "runtime"
	GroupPlatform KeyGroup = "platform" // of the app of Private Mendix Platform itself
)

// MountedFile is one file that the provider would write.
type MountedFile struct {
	Name string `json:"name"`
	// Key is the Mendix key that the file counts as: its own name, or the key that it
	// misspells or was swapped with; "" for any other file.
	Key   string `json:"key"`
	Match Match  `json:"match"`
	// Nearest are the keys that a near miss may mean, nearest first.
	Nearest []string `json:"nearest"`
	Group   KeyGroup `json:"group"`  // of Key
	Family  Storage  `json:"family"` // of Key; "" if it belongs to none
	Source  string   `json:"source"`
	// Path, Line and Column are where the naming scalar is in its file; only for
	// readers of `mxlint inspect`.
	Path   string `json:"path,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Parent bool   `json:"parent,omitempty"` // the aws object's own file, besides its jmesPath

	At     Place  `json:"at"`    // the naming scalar
	Entry  Place  `json:"entry"` // the object, or the jmesPath entry
	Field  string `json:"field"` // "objectName" or "objectAlias"
	Object int    `json:"object"`
	// Store is the name in the store: vault secretKey, the key that an aws path reads,
	// azure objectName.
	Store   string `json:"store"`
	StoreAt Place  `json:"storeAt"`
	// Duplicate is the index of an earlier file of this name, or -1.
	Duplicate int `json:"duplicate"`
	// DuplicateWins means that the last of equal names silently wins.
	DuplicateWins bool           `json:"duplicateWins"`
	Versioned     bool           `json:"versioned,omitempty"`
	JMES          *provider.JMES `json:"jmes,omitempty"`
}

// Groups are the key groups that an app requires.
type Groups struct {
	Database Group `json:"database"`
	Storage  Group `json:"storage"`
}

// Group says which keys of a group are mounted.
type Group struct {
	Begun      bool     `json:"begun"`
	Mounted    []string `json:"mounted"`
	Missing    []string `json:"missing"` // required keys of the group, except those of one storage family
	S3         []string `json:"s3"`      // mounted keys of the family
	Azure      []string `json:"azure"`   // mounted keys of the family
	First      int      `json:"first"`   // index of the first mounted file, -1 for none
	FirstS3    int      `json:"firstS3"` // of the family
	FirstAzure int      `json:"firstAzure"`
}

// Login is how the app logs in, with the reason in words.
type Login struct {
	Database        access.Login `json:"database"`
	DatabaseBecause string       `json:"databaseBecause"`
	Storage         access.Login `json:"storage"`
	StorageBecause  string       `json:"storageBecause"`
}
