package access

// kind is the form of a value.
type kind int

const (
	scalar kind = iota // a number, a word, anything that is not a string
	quoted
	list
	object
)

// value is a part of a policy, the same for JSON and HCL: `path "a" { b = 1 }` reads as
// {"path": {"a": {"b": 1}}}. Start and end are byte offsets that include quotes and
// brackets.
type value struct {
	kind       kind
	start, end int
	text       string // of a scalar or a string, decoded
	items      []value
	members    []member
}

// member is one entry of an object; a key may occur twice.
type member struct {
	key        string
	start, end int // of the key
	value      value
}

// get returns the last value of the key, as most parsers do.
func (v *value) get(key string) (*value, bool) {
	for i := len(v.members) - 1; i >= 0; i-- {
		if v.members[i].key == key {
			return &v.members[i].value, true
		}
	}
	return nil, false
}

// each returns the items of a list, or else the value itself.
func (v *value) each() []value {
	if v.kind == list {
		return v.items
	}
	return []value{*v}
}

// word is a string in a file and its place.
type word struct {
	text       string
	start, end int
}

// words returns the strings of a string or a list of strings.
func (v *value) words() []word {
	var found []word
	for _, item := range v.each() {
		if item.kind == quoted {
			found = append(found, word{item.text, item.start, item.end})
		}
	}
	return found
}

// walk visits the value and everything below it, in file order.
func (v *value) walk(visit func(*value)) {
	visit(v)
	for i := range v.items {
		v.items[i].walk(visit)
	}
	for i := range v.members {
		v.members[i].value.walk(visit)
	}
}
