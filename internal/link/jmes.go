package link

import "example.com/mxlint/internal/link/provider"

// JMES is what the path of an aws entry reads.
type JMES struct {
	Path string `json:"path"`
	// Error is why it cannot be read, "" where it can; Offset is where, -1 unknown.
	Error    string `json:"error"`
	Offset   int    `json:"offset"`
	Kind     string `json:"kind"`   // see package provider
	Key      string `json:"key"`    // the one key of the secret that it reads
	Quoted   string `json:"quoted"` // the path that reads the key that was probably meant
	NoString bool   `json:"noString"`
}

func jmesOf(j *provider.JMES) *JMES {
	return &JMES{Path: j.Path, Error: j.Error, Offset: j.Offset, Kind: j.Kind, Key: j.Key, Quoted: j.Quoted, NoString: j.NoString}
}
