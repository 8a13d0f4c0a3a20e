package spelling

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPlain(t *testing.T) {
	t.Parallel()
	for written, want := range map[string]string{
		"database-host":           "database-host",
		"database\u2013host":      "database-host",
		"database\u2011host":      "database-host",
		"database\u2212host":      "database-host",
		"database-host\u200b":     "database-host",
		"\ufeffdatabase-host":     "database-host",
		"\u201cdatabase\u201d":    `"database"`,
		"database\u00a0host":      "database host",
		"\uff44atabase\uff0dhost": "database-host",
		"d\u0430tabase":           "d\u0430tabase",
		"\xff\u2014":              "\ufffd-",
	} {
		assert.Equal(t, want, Plain(written), "%q", written)
	}
}

func TestDistance(t *testing.T) {
	t.Parallel()
	for _, words := range []struct {
		a, b string
		want int
	}{
		{"host", "host", 0}, {"hsot", "host", 1}, {"hos", "host", 1}, {"", "host", 4},
		{"h\u043est", "host", 1}, {"ho\u2013st", "ho-st", 1}, {"h\xffst", "host", 1},
	} {
		assert.Equal(t, words.want, Distance(words.a, words.b), "%q %q", words.a, words.b)
		assert.Equal(t, words.want, Distance(words.b, words.a), "%q %q", words.b, words.a)
	}
}

func TestNearestOfOtherSigns(t *testing.T) {
	t.Parallel()
	known := []string{"database-host", "database-port"}
	for _, word := range []string{"database\u2013host", "database-h\u043est", "dat\u0430b\u0430se-host", "d\uff41tabase\u2014host\u200b"} {
		assert.Equal(t, []string{"database-host"}, Nearest(word, known), word)
	}
}
