package secret

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/mxlint/internal/manifest"
)

func TestLooksSecret(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"mxAdminPassword": true, "DB_PASSWORD": true, "com.mendix.storage.s3.SecretAccessKey": true, "api-key": true, "ApiKey": true, "SAS_TOKEN": true, "clientSecret": true, "team.example.com/passwd": true,
		"DatabaseName": false, "AccessKeyId": false, "PASSWORD_FILE": false, "TokenPath": false, "com.mendix.storage.s3.UseDefaultCredential": false, "key": false, "": false,
	} {
		assert.Equal(t, want, looksSecret(name), name)
	}
	for name, want := range map[string]bool{"secretKey": false, "secretPath": false, "secretArgs": true, "customConfiguration": true, "imagePullSecrets": false} {
		assert.Equal(t, want, Promises(name), name)
	}
}

func TestSecretsHide(t *testing.T) {
	t.Parallel()
	file := manifest.Decode("a.yaml", []byte(`kind: MendixApp
spec:
  runtime:
    mxAdminPassword: hunter22
    debuggerPassword: abc
    customConfiguration: '{"a": "inside1", "b": {"c": ["inside2"]}}'
    environmentVariables: [{name: VISIBLE, value: inside3}]
  replicas: 2
`), manifest.DefaultLimits(), nil)
	secrets := Of(file.Docs[0])
	assert.Equal(t, "******** ******* ******* ******* VISIBLE abc 2", secrets.Hide("hunter22 inside1 inside2 inside3 VISIBLE abc 2"), "what is short stands in too many words")
	assert.Equal(t, "x********x", secrets.Hide("xhunter22x"))
	assert.Equal(t, "a: b #****************\nc # d\n", HideComments("a: b # the password: x\nc # d\n"))
}
