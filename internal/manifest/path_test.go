package manifest

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestPathRoundTrip(t *testing.T) {
	t.Parallel()
	for _, keys := range [][]string{{"a"}, {"a/b", "c~d"}, {"e!"}, {"~1", "~0", "~2", "~3"}, {"~~", "!!", "//"}, {""}, {"a~21"}, {"mxlint.io/ignore", "名"}} {
		path := Path("")
		for _, key := range keys {
			path = path.Key(key)
		}
		var got []string
		for _, step := range path.segments() {
			assert.Equal(t, 1, step.nth)
			assert.False(t, step.inner)
			got = append(got, step.key)
		}
		assert.Equal(t, keys, got, "%s", path)
	}
}

func TestPath(t *testing.T) {
	t.Parallel()
	path := Path("").Key("spec").Repeated("name", 2).Inner().Index(3).Repeated("a/b", 1).Key("c!")
	assert.Equal(t, Path("/spec/name~22!/3/a~1b/c~3"), path)
	assert.Equal(t, "/spec/name!/3/a~1b/c!", path.Pointer())
	assert.Equal(t, []segment{{"spec", 1, false}, {"name", 2, true}, {"3", 1, false}, {"a/b", 1, false}, {"c!", 1, false}}, path.segments())
	assert.Nil(t, Path("").segments())
}

func FuzzPath(f *testing.F) {
	f.Add("a/b", "~2!", 2)
	f.Add("", "~", 1)
	f.Fuzz(func(t *testing.T, first, second string, nth int) {
		nth = 1 + nth&0xff
		path := Path("").Repeated(first, nth).Inner().Key(second)
		assert.Equal(t, []segment{{first, nth, true}, {second, 1, false}}, path.segments())
	})
}
