package link

// Needs are the least versions that the environment can do with.
type Needs struct {
	Operator *Need `json:"operator,omitempty"`
	Runtime  *Need `json:"runtime,omitempty"`
}

// Need is a least version and what asks for it.
type Need struct {
	Version string `json:"version"`
	Because string `json:"because"`
}

// Gate is a version gate whose condition the environment meets.
type Gate struct {
	Rule    string `json:"rule"`    // the rule's name, without "version/"
	Subject string `json:"subject"` // "operator" or "runtime"
	Least   string `json:"least"`
	Numbers []int  `json:"numbers"` // of Least, four of them
	Because string `json:"because"`
	// Database is the kind of database that the gate is for; "" for any.
	Database string `json:"database"`
	At       Place  `json:"at"`
}

// Versions are what is known of the versions in use.
type Versions struct {
	Operators []Version `json:"operators"` // several for an upgrade plan, none where unknown
	Runtime   *Version  `json:"runtime,omitempty"`
}

// Version is a version in use.
type Version struct {
	Text    string `json:"text"`
	Numbers []int  `json:"numbers"` // four of them; nil where Text is no version
	Source  string `json:"source"`  // where it was found, in words
	At      Place  `json:"at"`
}
