package access

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// parse reads the files of a test, which must be policy files.
func parse(t *testing.T, files map[string]string) []*File {
	t.Helper()
	var parsed []*File
	for name, content := range files {
		require.True(t, Recognise(name, []byte(content)), "%s is not recognised", name)
		f, err := Parse(name, []byte(content))
		require.NoError(t, err)
		require.NotNil(t, f, "%s is no policy", name)
		parsed = append(parsed, f)
	}
	return parsed
}

// summaries describes each problem: where it is, why, and what was expected.
func summaries(problems []Problem) []string {
	reported := []string{}
	for _, p := range problems {
		summary := fmt.Sprintf("%s:%d:%d %s %s", p.Path, p.Span.Start.Line, p.Span.Start.Column, p.Reason, strings.Join(p.Expected, " "))
		if len(p.Missing) > 0 {
			summary += " -" + strings.ReplaceAll(strings.Join(p.Missing, " -"), "secretsmanager:", "")
		}
		reported = append(reported, summary)
	}
	return reported
}

func vaultNeed(environment string, paths ...string) Need {
	namespace, name, _ := strings.Cut(environment, "/")
	need := Need{Environment: environment, Namespace: namespace, Name: name, Provider: "vault", VaultRole: name}
	for _, path := range paths {
		need.VaultPaths = append(need.VaultPaths, VaultPath{Path: path, Ref: Ref{Doc: path}})
	}
	return need
}

func awsNeed(environment string, secrets ...string) Need {
	namespace, name, _ := strings.Cut(environment, "/")
	need := Need{
		Environment: environment, Namespace: namespace, Name: name, Provider: "aws",
		RoleARN: "arn:aws:iam::123456789012:role/" + name,
	}
	for _, secret := range secrets {
		need.Secrets = append(need.Secrets, Secret{Name: secret, Type: "secretsmanager", Ref: Ref{Doc: secret}})
	}
	return need
}

func TestProblemCarriesEverybodyConcerned(t *testing.T) {
	t.Parallel()
	files := parse(t, map[string]string{"p.hcl": `path "secret/shared/*" { capabilities = ["read"] }`})
	problems := Judge(files, []Need{
		vaultNeed("shop/web", "secret/data/shared/db", "secret/data/shared/files"),
		vaultNeed("shop/api", "secret/data/shared/db"),
	}, nil)
	require.Len(t, problems, 1)
	p := problems[0]
	assert.Equal(t, RuleVaultPolicy, p.Rule)
	assert.Equal(t, "shop/api", p.Environment)
	assert.Equal(t, []string{"shop/api", "shop/web"}, p.Environments)
	assert.Equal(t, []string{"secret/data/shared/db", "secret/data/shared/files"}, p.Expected)
	assert.Equal(t, []Ref{{Doc: "secret/data/shared/db"}, {Doc: "secret/data/shared/files"}}, p.Related)
	assert.Equal(t, "secret/shared/*", p.Name)
	assert.Equal(t, 6, p.Span.Start.Column)
	assert.Equal(t, 23, p.Span.End.Column)
}

func TestReasons(t *testing.T) {
	t.Parallel()
	files := parse(t, map[string]string{
		"a.hcl":  "path \"secret/data/a\" {\n}\npath \"secret/b\" { capabilities = [\"read\"] }\npath \"secret/data/c\" { policy = \"deny\" }",
		"b.hcl":  "path \"secret/data/d\" { capabilities = [\"read\"]",
		"a.json": `{"Statement": {"Sid": "One", "Effect": "Allow", "Action": "secretsmanager:Get*", "Resource": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/one"}}`,
		"t.json": `{"issuer": "x", "subject": "system:serviceaccount:shop:wep"}`,
	})
	needs := []Need{
		vaultNeed("shop/web", "secret/data/a", "secret/data/b", "secret/data/c", "secret/data/d"),
		awsNeed("shop/web", "shop/one"),
	}
	problems := Judge(files, needs, nil)
	reasons := make([]Reason, len(problems))
	for i, p := range problems {
		reasons[i] = p.Reason
	}
	assert.Equal(t, []Reason{NoRead, OtherPath, Denied, OtherARN, Unreadable, NearSubject}, reasons)
}
