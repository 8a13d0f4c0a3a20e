package link

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNameRepeats(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, other Name
		want        bool
	}{
		{Name{"orders", ""}, Name{"orders", "shop"}, true},
		{Name{"orders", "shop"}, Name{"orders", "shop"}, true},
		{Name{"orders", "test"}, Name{"orders", "shop"}, false},
		{Name{"orders", "test"}, Name{"orders", ""}, false}, // the other's is set on the way, by whom is not known
		{Name{"bills", ""}, Name{"orders", ""}, false},
	} {
		assert.Equal(t, c.want, c.name.Repeats(c.other), "%v and %v", c.name, c.other)
	}
}
