package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestReleased(t *testing.T) {
	t.Parallel()
	for version, want := range map[string]bool{
		"v0.1.0": true, "v12.0.3": true, "(devel)": false, "": false,
		"v0.0.0-20261125120000-0123456789ab": false, "v0.1.1-0.20261125120000-0123456789ab+dirty": false, "v0.1.0+dirty": false,
	} {
		assert.Equal(t, want, released(version), version)
	}
}
