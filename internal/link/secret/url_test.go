package secret

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestHideInURL(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"":                                                   "",
		"secret/data/orders":                                 "secret/data/orders",
		"https://vault.example.com":                          "https://vault.example.com",
		"https://me@example.com/a":                           "https://me@example.com/a",
		"https://me:pw@example.com":                          "https://me:**@example.com",
		"https://me:p@w@example.com":                         "https://me:***@example.com",
		"https://example.com/a:b@c":                          "https://example.com/a:b@c",
		"https://u:a,b'c@h, d":                               "https://u:*****@h, d",
		"[https://a,https://u:pw@h]":                         "[https://a,https://u:**@h]",
		"https://:pw@h/x?a=b":                                "https://:**@h/x?a=b",
		"https://h/a?sv=1&sig=abc%3D&x=y":                    "https://h/a?sv=1&sig=******&x=y",
		"https://h/a?X-Amz-Signature=12":                     "https://h/a?X-Amz-Signature=**",
		"https://h/a?token=abc":                              "https://h/a?token=***",
		"a: \"https://u:pw@h\" b: 'ftp://u:é@h'":             "a: \"https://u:**@h\" b: 'ftp://u:*@h'",
		"https://u:pw@h/?x=http://a:pw@c?token=d e://u:pw@h": "https://u:**@h/?x=http://a:**@c?token=* e://u:**@h",
		strings.Repeat("a://", 20) + "b:c":                   strings.Repeat("a://", 17) + strings.Repeat("*", 15),
		"http://u:p/w@h:82/x":                                "http://u:***@h:82/x",
		"http://u:p?w#@h/a@b":                                "http://u:********@b",
		"http://h:80/a@b":                                    "http://h:80/a@b",
		"http://[::1]/a@b":                                   "http://[::1]/a@b",
		"://":                                                "://",
		"x://u:pw@":                                          "x://u:**@",
		"x://u:pw@?":                                         "x://u:**@?",
	} {
		assert.Equal(t, want, HideInURL(text))
	}
}

func FuzzHideInURL(f *testing.F) {
	f.Add("https://u:pw@h/?sig=1://")
	f.Fuzz(func(t *testing.T, text string) {
		assert.Equal(t, HideInURL(text), HideInURL(HideInURL(text)), "once is enough")
	})
}
