package report

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"example.com/mxlint/internal/link"
)

func TestMemberStatuses(t *testing.T) {
	t.Parallel()
	account := func(state link.MarkState) link.Resources {
		return link.Resources{Account: &link.Account{Mark: link.Mark{State: state, Key: "key", Value: "no"}}}
	}
	found := []link.Link{{Kind: "ServiceAccount", State: "found"}}
	state := func(state link.LinkState) []link.Link {
		return []link.Link{{Kind: "ServiceAccount", State: state, Odd: "ServiceAccount", Namespace: "a", Wanted: "b"}}
	}
	for name, test := range map[string]struct {
		e    link.Environment
		kind string
		want verdict
		says string
	}{
		"app made by the Portal":  {link.Environment{Mode: "connected"}, "MendixApp", holds, "Portal"},
		"app of nobody":           {link.Environment{Orphan: true, Name: "a"}, "MendixApp", fails, `none is named "a"`},
		"app unread":              {link.Environment{Links: []link.Link{{Kind: "MendixApp", State: "unreadable"}}}, "MendixApp", undetermined, "could not be read"},
		"app that reads":          {link.Environment{Resources: link.Resources{App: &link.App{SecretStore: "true"}}}, "MendixApp", holds, "reads"},
		"app that does not":       {link.Environment{Resources: link.Resources{App: &link.App{SecretStore: "false"}}}, "MendixApp", fails, "is false"},
		"app that does not say":   {link.Environment{Resources: link.Resources{App: &link.App{SecretStore: "absent"}}}, "MendixApp", fails, "is not set"},
		"app that may read":       {link.Environment{Resources: link.Resources{App: &link.App{SecretStore: "unknown"}}}, "MendixApp", undetermined, "cannot be determined"},
		"account":                 {link.Environment{Resources: account("ok"), Links: found}, "ServiceAccount", holds, "annotated"},
		"account without mark":    {link.Environment{Resources: account("absent"), Links: found}, "ServiceAccount", fails, "environment-account\" is missing"},
		"account with wrong mark": {link.Environment{Resources: account("wrong"), Links: found}, "ServiceAccount", fails, `is "no", not "true"`},
		"account with near mark":  {link.Environment{Resources: account("near"), Links: found}, "ServiceAccount", fails, "is not known"},
		"account with label":      {link.Environment{Resources: account("label"), Links: found}, "ServiceAccount", fails, "is a label"},
		"account with template":   {link.Environment{Resources: account("unknown"), Links: found}, "ServiceAccount", undetermined, "cannot be determined"},
		"account missing":         {link.Environment{Name: "a", Links: state("missing")}, "ServiceAccount", fails, `none is named "a"`},
		"account elsewhere":       {link.Environment{Links: state("mismatch")}, "ServiceAccount", fails, `namespace "a"`},
		"account external":        {link.Environment{Links: state("external")}, "ServiceAccount", holds, "configuration"},
		"account unneeded":        {link.Environment{Links: state("unneeded")}, "ServiceAccount", holds, "not needed"},
		"account unread":          {link.Environment{Links: state("unreadable")}, "ServiceAccount", undetermined, "could not be read"},
	} {
		var got []memberStatus
		for _, status := range memberStatuses(&test.e) {
			if status.kind == test.kind {
				got = append(got, status)
			}
		}
		require.Len(t, got, 1, name)
		assert.Equal(t, test.want, got[0].verdict, name)
		assert.Contains(t, got[0].reason, test.says, name)
	}
}

func TestFileStates(t *testing.T) {
	t.Parallel()
	for want, file := range map[string]link.MountedFile{
		"key": {Match: "exact", Duplicate: -1}, "twice": {Match: "exact", Duplicate: 0}, "misspelt": {Match: "near", Nearest: []string{"a", "b"}},
		"swapped": {Match: "swapped"}, "unknown": {Match: "unknown"}, "hidden": {Match: "hidden"}, "refused": {Match: "refused"}, "other": {Match: "foreign"},
	} {
		_, word, _ := fileState(&file)
		assert.Equal(t, want, word)
	}
	_, word, _ := fileState(&link.MountedFile{Match: "foreign", Parent: true})
	assert.Equal(t, "other", word)
}

func TestInspectJSONHasLists(t *testing.T) {
	t.Parallel()
	var out bytes.Buffer
	require.NoError(t, Inspect(&out, "json", Inspection{Environments: []*link.Subject{{}}}, false))
	assert.NotContains(t, out.String(), "null")
	assert.Contains(t, out.String(), `"vaultMounts": {}`)
	assert.Error(t, Inspect(&out, "yaml", Inspection{}, false))
}

func TestComparePairs(t *testing.T) {
	t.Parallel()
	side := func(name string, ids ...string) Side {
		s := Side{Name: name}
		for _, id := range ids {
			subject := &link.Subject{}
			subject.ID, subject.Name = id, id[strings.LastIndexByte(id, '/')+1:]
			s.Environments = append(s.Environments, subject)
		}
		return s
	}
	for name, test := range map[string]struct {
		left, right Side
		pairs       []string
		only        []string
	}{
		"by ID first":       {side("l", "a/x", "b/x"), side("r", "b/x", "a/x"), []string{"a/x=a/x", "b/x=b/x"}, nil},
		"then by name":      {side("l", "dev/x", "dev/y"), side("r", "prod/y", "prod/x"), []string{"dev/x=prod/x", "dev/y=prod/y"}, nil},
		"one with one":      {side("l", "x"), side("r", "y"), []string{"x=y"}, nil},
		"one with two":      {side("l", "x"), side("r", "y", "z"), nil, []string{"-x", "+y", "+z"}},
		"each partner once": {side("l", "a/x", "b/x"), side("r", "c/x"), []string{"a/x=c/x"}, []string{"-b/x"}},
		"nothing":           {side("l"), side("r", "x"), nil, []string{"+x"}},
	} {
		c := Compare(test.left, test.right)
		var pairs, only []string
		for _, pair := range c.Pairs {
			pairs = append(pairs, pair.Left+"="+pair.Right)
			assert.True(t, pair.Equal(), name)
		}
		for _, id := range c.OnlyLeft {
			only = append(only, "-"+id)
		}
		for _, id := range c.OnlyRight {
			only = append(only, "+"+id)
		}
		assert.Equal(t, test.pairs, pairs, name)
		assert.Equal(t, test.only, only, name)
	}
}
