package spelling

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNearestName(t *testing.T) {
	t.Parallel()
	known := []string{"failOn", "replicas", "runtimeLeaderSelection"}
	for name, want := range map[string]string{
		"fail-on": "failOn", "FAIL_ON": "failOn", "failOn": "", "replica": "replicas", "runtime.leader.selection": "runtimeLeaderSelection",
		"runtime": "", "": "",
	} {
		assert.Equal(t, want, NearestName(name, known), name)
	}
}
