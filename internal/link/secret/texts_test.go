package secret

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Many secrets are found through an index, and few one by one: the result is the same.
func TestSecretsIndexed(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	word := func(most int) string {
		var b strings.Builder
		for range 1 + random.IntN(most) {
			b.WriteByte("abc\xc3\xa9"[random.IntN(5)])
		}
		return b.String()
	}
	var texts []string
	for range 300 {
		texts = append(texts, word(7))
	}
	secrets := newTexts(texts)
	assert.NotNil(t, secrets.sorted)
	for range 2000 {
		text := word(40)
		var want []string
		for _, secret := range secrets.texts {
			if strings.Contains(text, secret) {
				want = append(want, secret)
			}
		}
		assert.Equal(t, want, secrets.in(text), "%q", text)
	}
	assert.True(t, slices.IsSortedFunc(secrets.texts, func(a, b string) int { return len(b) - len(a) }))
	assert.Nil(t, Join(nil, nil))
	assert.Equal(t, "a", (*Texts)(nil).Hide("a"))
}

func TestHideInMessages(t *testing.T) {
	t.Parallel()
	const text = `secretPath "https://u:hunter9@x/secret/data" is an address`
	for _, secrets := range []*Texts{nil, newTexts([]string{"other"})} {
		assert.Equal(t, `secretPath "https://u:*******@x/secret/data" is an address`, secrets.Hide(text))
	}
}
