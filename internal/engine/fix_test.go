package engine_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/config"
	"example.com/mxlint/internal/engine"
	"example.com/mxlint/internal/link"
	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/rulepage"
	"example.com/mxlint/policies"
	"example.com/mxlint/rules"
	"example.com/mxlint/schemas"
)

// fixFolder fixes a folder with all fixes, including guesses, as the command does.
func fixFolder(t *testing.T, folder, operator string) *engine.FixOutcome {
	t.Helper()
	options := engine.Options{Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS}
	if operator != "" {
		options.Operators = []link.Version{link.OperatorVersion(operator, "--operator-version")}
	}
	found, err := config.Find(folder)
	require.NoError(t, err)
	if found != "" && strings.HasPrefix(found, folder) {
		options.Config, err = config.Load(found, "")
		require.NoError(t, err)
	}
	outcome, err := engine.Fix(context.Background(), options, engine.FixOptions{Unsafe: true})
	require.NoError(t, err)
	require.Empty(t, outcome.Before.Errors)
	return outcome
}

// TestFixRules checks each fixable rule against the bad example of its page: it offers
// a fix, the fix is kept, which means that it resolves its finding and brings about no
// other, and fixing a second time changes nothing.
func TestFixRules(t *testing.T) {
	t.Parallel()
	catalog, err := engine.Catalog(&engine.Options{Rules: rules.FS}, true)
	require.NoError(t, err)
	for _, rule := range catalog.Rules() {
		t.Run(rule.ID, func(t *testing.T) {
			t.Parallel()
			if !rule.Fixable {
				text, err := fs.ReadFile(rules.FS, rule.ID+"/rule.rego")
				require.NoError(t, err)
				assert.NotRegexp(t, `lib\.(with_fix|with_guess|missing_finding)`, string(text), "not fixable in the metadata, and it offers a fix")
				return
			}
			offered, safe := false, false
			examples, err := rulepage.Examples(rulepage.Read(rule.Page).Sections["Bad"])
			require.NoError(t, err)
			for i, bad := range examples {
				t.Run(fmt.Sprintf("Bad %d", i+1), func(t *testing.T) {
					offeredHere, safeHere := checkFixes(t, rule, &bad)
					offered, safe = offered || offeredHere, safe || safeHere
				})
			}
			assert.True(t, offered, "fixable in the metadata, and no Bad example offers a fix")
			assert.Equal(t, rule.Unsafe, !safe, "unsafe in the metadata is what offers no safe fix")
		})
	}
}

// checkFixes reports whether an example has a fix of the rule, and a safe one.
func checkFixes(t *testing.T, rule *lint.Rule, bad *rulepage.Example) (offered, safe bool) {
	folder := t.TempDir()
	require.NoError(t, bad.Write(folder))
	outcome := fixFolder(t, folder, bad.Operator)
	for _, f := range outcome.Before.Findings {
		if f.Rule == rule.ID && f.Fix != nil && f.Suppressed == nil {
			offered, safe = true, safe || !f.Fix.Unsafe
		}
	}
	assert.Empty(t, reasons(outcome), "every fix that is offered is kept")
	if !offered {
		return false, false
	}
	assert.True(t, slices.ContainsFunc(outcome.Applied, func(f lint.Finding) bool { return f.Rule == rule.ID }), "a fix of the rule is made")
	for i := range outcome.Files {
		require.NoError(t, outcome.Files[i].Write())
	}
	assert.Empty(t, fixFolder(t, folder, bad.Operator).Files, "mending twice is mending once")
	return true, safe
}

func reasons(outcome *engine.FixOutcome) []string {
	var reasons []string
	for _, dropped := range outcome.Dropped {
		reasons = append(reasons, dropped.Finding.Rule+": "+dropped.Reason)
	}
	return reasons
}

// classOf returns a class that mounts only what objects says.
func classOf(provider, objects string) string {
	return `apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata:
  name: orders
  namespace: shop
  annotations:
    privatecloud.mendix.com/environment-class: "true"
spec:
  provider: ` + provider + `
  parameters:
    roleName: orders
    objects: |
` + objects
}

func fixText(t *testing.T, text string, fixing engine.FixOptions) *engine.FixOutcome {
	t.Helper()
	path := filepath.Join(t.TempDir(), "class.yaml")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
	outcome, err := engine.Fix(context.Background(), engine.Options{Paths: []string{path}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS}, fixing)
	require.NoError(t, err)
	return outcome
}

const misspelledClass = `      - objectName: mx-admin-pasword
        secretKey: a
        secretPath: secret/orders
`

func TestFixChoosesRules(t *testing.T) {
	t.Parallel()
	outcome := fixText(t, classOf("vault", misspelledClass), engine.FixOptions{Only: []string{"vault/*"}})
	require.Len(t, outcome.Files, 1)
	assert.Contains(t, outcome.Files[0].After, "secret/data/orders")
	assert.Contains(t, outcome.Files[0].After, "mx-admin-pasword")
	assert.Empty(t, outcome.Left().Findings)
}

// What a fix uncovers is fixed with it, or reported.
func TestFixUncovers(t *testing.T) {
	t.Parallel()
	class := strings.Replace(classOf("azure", "      - objectName: mx-admin-password\n        objectType: cert\n"), "roleName: orders",
		"keyvaultName: orders\n    tenantID: 00000000-0000-0000-0000-000000000001\n    clientID: 00000000-0000-0000-0000-000000000002", 1)
	examples, err := rulepage.Examples("Base: azure with plans\n```yaml\n" + class + "```\n")
	require.NoError(t, err)
	folder := t.TempDir()
	require.NoError(t, examples[0].Write(folder))
	fix := func(fixing engine.FixOptions) *engine.FixOutcome {
		outcome, err := engine.Fix(context.Background(), engine.Options{Paths: []string{folder}, Rules: rules.FS, Policies: policies.FS, Schemas: schemas.FS}, fixing)
		require.NoError(t, err)
		return outcome
	}
	outcome := fix(engine.FixOptions{})
	assert.Empty(t, reasons(outcome))
	require.Len(t, outcome.Files, 1)
	assert.Contains(t, outcome.Files[0].After, "array:")
	assert.Contains(t, outcome.Files[0].After, "objectType: secret")

	outcome = fix(engine.FixOptions{Only: []string{"provider/*"}})
	assert.Empty(t, reasons(outcome))
	require.Len(t, outcome.Files, 1)
	assert.Contains(t, outcome.Files[0].After, "objectType: cert\n", "what the shape had hidden is reported, although it was not asked for")
	assert.True(t, slices.ContainsFunc(outcome.After.Findings, func(f lint.Finding) bool { return f.Rule == "azure/object-type" }))
}

// What else is wrong with a value of the wrong type was wrong before its fix.
func TestFixOfAType(t *testing.T) {
	t.Parallel()
	text := classOf("vault", "      - objectName: mx-admin-password\n        secretPath: secret/data/orders\n        secretKey: admin\n")
	text = strings.Replace(text, "    objects:", "    vaultSkipTLSVerify: true\n    objects:", 1)
	outcome := fixText(t, text, engine.FixOptions{})
	assert.Empty(t, reasons(outcome))
	require.Len(t, outcome.Files, 1)
	assert.Contains(t, outcome.Files[0].After, "vaultSkipTLSVerify: \"true\"")
}

// Once there are annotations, what else is missing in them is reported there, and does
// not count as brought about by the fix.
func TestFixMovesWhatIsMissing(t *testing.T) {
	t.Parallel()
	text := classOf("aws", "      - objectName: orders\n        objectType: secretsmanager\n        objectAlias: mx-admin-password\n") +
		"---\napiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: orders\n  namespace: shop\n"
	outcome := fixText(t, text, engine.FixOptions{})
	assert.Empty(t, reasons(outcome))
	require.Len(t, outcome.Files, 1)
	assert.Contains(t, outcome.Files[0].After, "  annotations:\n    privatecloud.mendix.com/environment-account: \"true\"\n")
	assert.True(t, slices.ContainsFunc(outcome.After.Findings, func(f lint.Finding) bool { return f.Rule == "aws/role-arn" }))
}

func TestFixUnsafe(t *testing.T) {
	t.Parallel()
	text := classOf("vault", "      - objectName: mx-admin-password\n        secretPath: secret/data/orders\n")
	outcome := fixText(t, text, engine.FixOptions{})
	assert.Empty(t, outcome.Files, "a guess is not made unasked")
	assert.Positive(t, outcome.Guesses())
	outcome = fixText(t, text, engine.FixOptions{Unsafe: true})
	require.Len(t, outcome.Files, 1)
	assert.Contains(t, outcome.Files[0].After, "secretKey: mx-admin-password")
}

func TestFixWrite(t *testing.T) {
	t.Parallel()
	outcome := fixText(t, classOf("vault", misspelledClass), engine.FixOptions{})
	require.Len(t, outcome.Files, 1)
	file := outcome.Files[0]
	path := filepath.FromSlash(file.Path)

	require.NoError(t, os.Chmod(path, 0o440))
	assert.ErrorContains(t, file.Write(), "read-only")
	require.NoError(t, os.Chmod(path, 0o640))
	require.NoError(t, os.WriteFile(path, append(file.BytesBefore, '\n'), 0o640))
	assert.ErrorContains(t, file.Write(), "changed while it was being linted")
	require.NoError(t, os.WriteFile(path, file.BytesBefore, 0o640))
	require.NoError(t, file.Write())
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, file.After, string(data))
	info, err := os.Stat(path)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o640), info.Mode().Perm())
}

// Files keep their encoding; a file that could not be written back unchanged is left
// alone, with the reason.
func TestFixEncodings(t *testing.T) {
	t.Parallel()
	utf16 := func(text string) string {
		var b strings.Builder
		for _, c := range []byte(text) {
			b.WriteString(string([]byte{c, 0}))
		}
		return b.String()
	}
	text := classOf("vault", misspelledClass)
	fixed := strings.NewReplacer("pasword", "password", "secret/orders", "secret/data/orders").Replace(text)
	for _, test := range []struct{ name, before, after string }{
		{"UTF-8 with a mark", "\xef\xbb\xbf" + text, "\xef\xbb\xbf" + fixed},
		{"CRLF", strings.ReplaceAll(text, "\n", "\r\n"), strings.ReplaceAll(fixed, "\n", "\r\n")},
		{"UTF-16", "\xff\xfe" + utf16(text), "\xff\xfe" + utf16(fixed)},
		{"UTF-16 without a mark", utf16(text), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			outcome := fixText(t, test.before, engine.FixOptions{})
			if test.after == "" {
				assert.Empty(t, outcome.Files)
				assert.NotEmpty(t, outcome.Dropped)
				assert.Contains(t, strings.Join(reasons(outcome), "\n"), "is UTF-16 without a byte order mark")
				return
			}
			require.Len(t, outcome.Files, 1)
			assert.Equal(t, test.after, string(outcome.Files[0].BytesAfter))
		})
	}
}
