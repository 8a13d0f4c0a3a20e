package spelling

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Comparing two texts of a megabyte character by character takes hours.
func TestDistanceOfTextsThatAreNoWords(t *testing.T) {
	t.Parallel()
	name, text := strings.Repeat("x", 1000), strings.Repeat("x", 1<<20)
	assert.Equal(t, 2, Distance("a"+name+"b", "c"+name+"d"))
	assert.Zero(t, Distance(text, text))
	assert.Equal(t, 2+len(text), Distance("a"+text+"b", "c"+text+"d"))
	assert.Equal(t, len(text), Distance("xy", text))
}

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

// Every field of every document is looked up, and nearly all of them are known.
func TestNearestNameOfAKnownOneAllocatesNothing(t *testing.T) {
	known := []string{"parameters", "provider", "secretObjects"}
	assert.Zero(t, testing.AllocsPerRun(100, func() { NearestName("provider", known) }))
}

func BenchmarkNearestName(b *testing.B) {
	known := []string{"parameters", "provider", "secretObjects", "allowOverrideSecretsWithSecretStoreCSIDriver", "mendixRuntimeVersion"}
	b.ReportAllocs()
	for b.Loop() {
		NearestName("somethingElse", known)
	}
}
