package link

// Needs are the lowest versions that the environment works with.
type Needs struct {
	Operator *Need `json:"operator,omitempty"`
	Runtime  *Need `json:"runtime,omitempty"`
}

// Need is a lowest version and what requires it.
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
	// Database is the kind of database that the gate applies to; "" for any.
	Database string `json:"database"`
	At       Place  `json:"at"`
}

// Versions is what is known about the versions in use.
type Versions struct {
	Operators []Version `json:"operators"` // several for an upgrade plan, none if unknown
	Runtime   *Version  `json:"runtime,omitempty"`
}

// Version is a version in use.
type Version struct {
	Text    string `json:"text"`
	Numbers []int  `json:"numbers"` // four of them; nil if Text is not a version
	Source  string `json:"source"`  // where it was found, in words
	At      Place  `json:"at"`
}
