package secret

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHideComments(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"a: b # of no account": "a: b # of no account",
		"a: b # password x":    "a: b #***********",
		"a: b\t#password x":    "a: b\t#**********",
		"# the admin password is x until it moves to a file\nb": "#*************************************************\nb",
		"b#password": "b#password",
		`objects: "- a # password x\n- b # c\n- d # my token\n"`: `objects: "- a #***********\n- b # c\n- d #*********\n"`,
		`a: b # password "x\ny"`:                                 `a: b #****************`,
	} {
		assert.Equal(t, want, HideComments(text), text)
	}
}
