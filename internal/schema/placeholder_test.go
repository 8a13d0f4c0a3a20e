package schema

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestUndecided(t *testing.T) {
	t.Parallel()
	for _, text := range []string{
		"${NAME}", "a-${N}-b", "$(NAME)", "{{ .Values.x }}", "<{Vault-namespace}>", "{<Vault-namespace>}",
		"<name>", "a < b <role-name>", "<Your client ID>", "AKIA####",
	} {
		assert.True(t, undecided(text), text)
	}
	for _, text := range []string{
		"", "name", "$NAME", "${NAME", "a < b > c", "<>", "<1>", "{}", "{a}", "<{x}", "#", "a(b)", "}}{{", "<na/me>",
	} {
		assert.False(t, undecided(text), text)
	}
}
