package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/link"
)

// mounting returns an environment that mounts one file for database-host.
func mounting(name string, match link.Match) *link.Subject {
	return &link.Subject{Environment: link.Environment{
		ID: "shop/orders", Name: "orders", MountedFiles: []link.MountedFile{{Name: name, Key: "database-host", Match: match}},
	}}
}

func pair(t *testing.T, left, right *link.Subject) Pair {
	t.Helper()
	c := Compare(Side{Environments: []*link.Subject{left}}, Side{Environments: []*link.Subject{right}})
	require.Len(t, c.Pairs, 1)
	return c.Pairs[0]
}

// What only one side seems to mount may be mounted on the other as well.
func TestCompareUnknown(t *testing.T) {
	t.Parallel()
	unread := &link.Subject{Environment: link.Environment{ID: "shop/orders", Name: "orders", Storage: "s3", MountsUnknown: "`objects` cannot be decoded"}}
	p := pair(t, unread, mounting("database-host", link.MatchExact))
	assert.Empty(t, p.KeysOnlyRight)
	assert.Empty(t, p.Differences)
	assert.Equal(t, []Difference{{What: "what is mounted", Left: "`objects` cannot be decoded"}}, p.Unknown)
	assert.False(t, p.Equal())
}

// A key that is misspelled on one side is not mounted there.
func TestCompareMisspelt(t *testing.T) {
	t.Parallel()
	p := pair(t, mounting("database-hots", link.MatchNear), mounting("database-host", link.MatchExact))
	assert.Equal(t, []string{"database-hots"}, p.FilesOnlyLeft)
	assert.Equal(t, []string{"database-host"}, p.KeysOnlyRight)
	same := pair(t, mounting("database-host", link.MatchExact), mounting("database-host", link.MatchExact))
	assert.True(t, same.Equal())
}
