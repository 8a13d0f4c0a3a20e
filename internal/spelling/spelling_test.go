package spelling

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNearestName(t *testing.T) {
	t.Parallel()
	known := []string{"parameters", "failOn", "replicas", "runtimeLeaderSelection"}
	for name, want := range map[string]string{
		"fail-on": "failOn", "FAIL_ON": "failOn", "failOn": "", "replica": "replicas", "runtime.leader.selection": "runtimeLeaderSelection",
		"runtime": "", "": "", "params": "parameters", "param": "parameters", "par": "", "paramount": "",
	} {
		assert.Equal(t, want, NearestName(name, known), name)
	}
}
