package link

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestUnmounted(t *testing.T) {
	t.Parallel()
	tables := testTables(t)
	database := []string{"database-type", "database-jdbc-url", "database-host", "database-name", "database-username", "database-password"}
	s3 := []string{"storage-endpoint", "storage-bucket-name", "storage-access-key-id", "storage-secret-access-key"}
	azure := []string{"storage-azure-account-name", "storage-azure-account-key", "storage-azure-container"}
	cases := []struct {
		name          string
		storage       Storage
		mounted, want []string
	}{
		{"nothing at all", "", nil, slices.Concat(database, []string{"storage-service-name"}, s3, azure)},
		{"all of S3", "s3", slices.Concat(database, []string{"storage-service-name"}, s3), nil},
		{"all of Azure", "azure", slices.Concat(database, []string{"storage-service-name"}, azure), nil},
		{"no password", "azure", slices.Concat(database[:5], []string{"storage-service-name"}, azure), database[5:]},
		{"optional keys are not wanted", "s3", slices.Concat(database, s3, []string{"storage-perform-delete"}), []string{"storage-service-name"}},
		{"mixed families want both", "mixed", slices.Concat(database, []string{"storage-service-name"}, s3[:1], azure[:1]), slices.Concat(s3[1:], azure[1:])},
	}
	for _, c := range cases {
		mounted := make(map[string][]int)
		for i, key := range c.mounted {
			mounted[key] = []int{i}
		}
		assert.Equal(t, c.want, tables.unmounted(c.storage, mounted), c.name)
	}
}
