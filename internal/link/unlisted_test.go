package link

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestResourceNames(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, other ResourceName
		want        bool
	}{
		{ResourceName{"orders", ""}, ResourceName{"orders", "shop"}, true},
		{ResourceName{"orders", "shop"}, ResourceName{"orders", "shop"}, true},
		{ResourceName{"orders", "test"}, ResourceName{"orders", "shop"}, false},
		{ResourceName{"orders", "test"}, ResourceName{"orders", ""}, false}, // the namespace of the other is set later, by whom is unknown
		{ResourceName{"bills", ""}, ResourceName{"orders", ""}, false},
	} {
		names := ResourceNames{}
		names.Add(c.other)
		assert.Equal(t, c.want, names.Repeats(c.name), "%v and %v", c.name, c.other)
	}
}
