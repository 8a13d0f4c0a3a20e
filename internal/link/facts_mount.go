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
	MatchNear    Match = "near"    // a slip of a key
	MatchUnknown Match = "unknown" // begins like a key, and is none
	MatchForeign Match = "foreign" // no try at a key
	MatchHidden  Match = "hidden"  // the name is a template
	MatchSwapped Match = "swapped" // exchanged with the key on the store's side
	// MatchCopied: the name is that of another file, and the store has the value
	// under the key.
	MatchCopied Match = "copied"
	// MatchRefused: no such file can be, which is told of the object. Key Vault
	// takes no such name and no alias replaces it, or the provider reads another
	// name.
	MatchRefused Match = "refused"
)

// KeyGroup is what a Mendix key is for; "" where a name is no key.
type KeyGroup string

// The groups of keys. Constants and runtime settings are told by their prefix,
// the others by the table of keys.
const (
	GroupDatabase KeyGroup = "database"
	GroupStorage  KeyGroup = "storage"
	GroupMx       KeyGroup = "mx" // what the app is told besides
	GroupConst    KeyGroup = "const"
	GroupRuntime  KeyGroup = "runtime"
	GroupPlatform KeyGroup = "platform" // of the Private Mendix Platform's own app
)

// MountedFile is one file that the provider would write.
type MountedFile struct {
	Name string `json:"name"`
	// Key is the Mendix key that the file counts as: its own, or the one that
	// it misses narrowly or was exchanged with; "" for any other file.
	Key   string `json:"key"`
	Match Match  `json:"match"`
	// Nearest are the keys that a near miss may mean, the nearest first.
	Nearest []string `json:"nearest"`
	Group   KeyGroup `json:"group"`  // of Key
	Family  Storage  `json:"family"` // of Key; "" for one that is of no family
	Source  string   `json:"source"`
	// Path, Line and Column are where the naming scalar stands in its file; for
	// readers of `mxlint inspect` only.
	Path   string `json:"path,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
	Parent bool   `json:"parent,omitempty"` // an aws object's own file beside its jmesPath

	At     Place  `json:"at"`    // the naming scalar
	Entry  Place  `json:"entry"` // the object, or the jmesPath entry
	Field  string `json:"field"` // "objectName" or "objectAlias"
	Object int    `json:"object"`
	// Store is the name on the store's side: vault secretKey, the key that an
	// aws path reads, azure objectName.
	Store   string `json:"store"`
	StoreAt Place  `json:"storeAt"`
	// Duplicate is the index of an earlier file of this name, or -1.
	Duplicate int `json:"duplicate"`
	// DuplicateWins tells that the last of equal names wins silently.
	DuplicateWins bool           `json:"duplicateWins"`
	Versioned     bool           `json:"versioned,omitempty"`
	JMES          *provider.JMES `json:"jmes,omitempty"`
}

// Groups are the key groups that an app cannot do without.
type Groups struct {
	Database Group `json:"database"`
	Storage  Group `json:"storage"`
}

// Group tells how far a group of keys is mounted.
type Group struct {
	Begun      bool     `json:"begun"`
	Mounted    []string `json:"mounted"`
	Missing    []string `json:"missing"` // required keys of the group, but those of one storage family
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
