package engine

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"example.com/mxlint/internal/lint"
	"example.com/mxlint/internal/manifest"
)

// One fault of a base is one finding for all overlays; several faults of one overlay at
// one inexact place stay separate.
func TestMergeDeployments(t *testing.T) {
	t.Parallel()
	at := manifest.Span{Path: "base/class.yaml", Start: manifest.Pos{Line: 4, Column: 9}}
	account, card := manifest.Span{Path: "base/account.yaml"}, manifest.Span{Path: "base/card.yaml"}
	finding := func(message, deployment string) lint.Finding {
		environment := ""
		if deployment != "" {
			environment = "shop-" + deployment + "/orders-" + deployment
		}
		return lint.Finding{Rule: "keys/misspelled", Message: message, Environment: environment, Deployment: deployment, Span: at}
	}
	merged := mergeDeployments([]lint.Finding{
		finding("plain", ""), finding("plain", ""), finding("other", ""),
		finding(`host in "shop-a"`, "a"), finding(`name of "orders-a"`, "a"), finding(`name of "orders-a"`, "a"),
		finding(`type in "shop-b"`, "b"), finding(`name of "orders-b"`, "b"), finding(`host in "shop-b"`, "b"),
		finding("is orders-a", "a"), finding("is orders-b", "b"), finding(`is "order-a"`, "a"), finding(`is "order-b"`, "b"), finding(`is "card-b"`, "b"),
	}, sourceNames{
		"a": {"orders-a": at, "order-a": account}, "b": {"orders-b": at, "order-b": account, "card-b": card},
	})
	var messages []string
	for _, f := range merged {
		messages = append(messages, f.Message)
	}
	assert.Equal(t, []string{"plain", "other", `host in "shop-a" (in "a", "b")`, `name of "orders-a" (in "a", "b")`, `type in "shop-b" (in "b")`,
		`is orders-a (in "a", "b")`, `is "order-a" (in "a", "b")`, `is "card-b" (in "b")`}, messages)
}
