package access

func (s *scanner) jsonObject() value {
	v := value{kind: object, start: s.at}
	s.at++
	comma := true // whether the next entry may begin
	for s.skip(); !s.done(); s.skip() {
		switch s.peek() {
		case '}':
			s.trailing(comma && len(v.members) > 0)
			s.at++
			v.end = s.at
			return v
		case ',':
			comma = s.comma(comma)
		case '"':
			s.missing(!comma)
			comma = false
			s.jsonMember(&v)
		default:
			s.stray()
		}
	}
	s.fail(v.start, "an object is not closed")
	v.end = s.at
	return v
}

func (s *scanner) jsonMember(v *value) {
	key := s.str()
	if s.skip(); s.peek() != ':' {
		s.fail(key.start, "an object holds a value without a key")
		return
	}
	s.at++
	s.skip()
	if held, found := s.jsonValue(); found {
		v.members = append(v.members, member{key.text, key.start, key.end, held})
		return
	}
	s.fail(key.start, "a key has no value")
}

func (s *scanner) jsonList() value {
	v := value{kind: list, start: s.at}
	s.at++
	comma := true
	for s.skip(); !s.done(); s.skip() {
		before := s.at
		switch s.peek() {
		case ']':
			s.trailing(comma && len(v.items) > 0)
			s.at++
			v.end = s.at
			return v
		case ',':
			comma = s.comma(comma)
			continue
		}
		item, found := s.jsonValue()
		if s.skip(); !found || item.kind == quoted && s.peek() == ':' {
			// A brace, or the next key: the bracket is missing.
			s.fail(v.start, "a list is not closed")
			s.at, v.end = before, before
			return v
		}
		s.missing(!comma)
		comma = false
		v.items = append(v.items, item)
	}
	s.fail(v.start, "a list is not closed")
	v.end = s.at
	return v
}

// comma skips a comma; the second of two is a fault.
func (s *scanner) comma(already bool) bool {
	if already {
		s.fail(s.at, "there is a stray ,")
	}
	s.at++
	return true
}

func (s *scanner) trailing(comma bool) {
	if comma {
		s.fail(s.at, "a comma stands before the closing bracket")
	}
}

func (s *scanner) missing(comma bool) {
	if comma {
		s.fail(s.at, "a comma is missing")
	}
}
