package render

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestIsRemote(t *testing.T) {
	t.Parallel()
	for _, entry := range []string{
		"https://example.com/x.yaml", "HTTPS://example.com/x", "http://example.com/org/repo", "github.com/org/repo?ref=v1",
		"GitHub.com:org/repo", "git@example.com:org/repo.git", "git@example.com/org/repo", "user-1@h:x", "ssh://git@example.com/org/repo",
		"git::https://example.com/org/repo", "GIT::x", "file:///srv/repo.git", "file://localhost/x", "https://x\n", "oci://registry.example.com/x",
	} {
		assert.True(t, isRemote(entry), entry)
	}
	for _, entry := range []string{
		"", "app.yaml", "../base", "./github.com/org/repo", "/abs/https", "a@b", "@scope/x", "1@h:x", "base/https:/x", "c:/x", "@", "a b@c:d",
	} {
		assert.False(t, isRemote(entry), entry)
	}
}

func TestLooksRemote(t *testing.T) {
	t.Parallel()
	for _, entry := range []string{
		"gitlab.com/org/repo", "bitbucket.org/org/repo/x?ref=1", "gh:org/repo", "host/_git/repo", "host/org/repo.git", "host/repo.git/base", "s3://bucket/x",
	} {
		assert.True(t, looksRemote(entry), entry)
	}
	for _, entry := range []string{"", ".", "..", "../base", "app.yaml", "dir/app.yaml", "a.b/c", "../../x/y/z", "./x/y/z"} {
		assert.False(t, looksRemote(entry), entry)
	}
}

func TestRedactURL(t *testing.T) {
	t.Parallel()
	assert.Equal(t, "https://host/x@y", redactURL("https://me:p@ss@host/x@y"))
	assert.Equal(t, "git::https://host/x", redactURL("git::https://ghp_token@host/x"))
	assert.Equal(t, "ssh://git@host/x", redactURL("ssh://git:secret@host/x"))
	assert.Equal(t, "git@host:x", redactURL("git@host:x"))
}
