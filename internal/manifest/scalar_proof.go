package manifest

// scalarProof rebuilds a decoded value from raw characters, piece by piece, and
// compares it with the value that the parser returned: a map is only trusted if
// both are equal to the last byte.
type scalarProof struct {
	want   string
	done   int // how many bytes of want are rebuilt
	runs   []scalarRun
	failed bool
}

// addVerbatim adds raw characters that decode to themselves.
func (p *scalarProof) addVerbatim(raw int, chars string) {
	if !p.matches(chars) {
		return
	}
	size := int32(len(chars))
	if n := len(p.runs); n > 0 {
		last := &p.runs[n-1]
		if !last.whole && int(last.raw+last.rawSize) == raw {
			last.textSize += size
			last.rawSize += size
			p.done += len(chars)
			return
		}
	}
	p.add(scalarRun{raw: int32(raw), textSize: size, rawSize: size})
}

// addEncoded adds raw characters that represent something else.
func (p *scalarProof) addEncoded(raw, rawSize int, chars string) {
	if !p.matches(chars) {
		return
	}
	p.add(scalarRun{raw: int32(raw), textSize: int32(len(chars)), rawSize: int32(rawSize), whole: true})
}

// lineBreak adds the line break at raw as the parser keeps it.
func (p *scalarProof) lineBreak(text string, raw int) {
	size, decoded := lineBreakAt(text, raw)
	if text[raw:raw+size] == decoded {
		p.addVerbatim(raw, decoded)
		return
	}
	p.addEncoded(raw, size, decoded)
}

func (p *scalarProof) add(run scalarRun) {
	run.text = int32(p.done)
	p.runs = append(p.runs, run)
	p.done += int(run.textSize)
}

// matches reports whether chars come next in the value, and remembers if they
// do not.
func (p *scalarProof) matches(chars string) bool {
	if p.failed || chars == "" {
		return false
	}
	if len(p.want)-p.done < len(chars) || p.want[p.done:p.done+len(chars)] != chars {
		p.failed = true
		return false
	}
	return true
}

// fail gives up: the raw characters are not a scalar of the expected style.
func (p *scalarProof) fail() { p.failed = true }

// exact reports whether the whole value was rebuilt.
func (p *scalarProof) exact() bool { return !p.failed && p.done == len(p.want) }

// conclude returns the map, and whether it is exact. content is where an empty
// value would be.
func (p *scalarProof) conclude(start, end, content int) (scalarText, bool) {
	if !p.exact() {
		return unmapped(start, end), false
	}
	return scalarText{Start: start, End: end, runs: p.runs, first: content, last: content}, true
}
