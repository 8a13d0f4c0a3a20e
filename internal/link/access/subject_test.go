package access

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSubjects(t *testing.T) {
	t.Parallel()
	orders := awsNeed("shop/orders", "shop/orders")
	anywhere := Need{Environment: "orders", Name: "orders"}
	near := []string{"p.json:1:34 near-subject system:serviceaccount:shop:orders"}
	tests := map[string]struct {
		subject string
		needs   []Need
		want    []string
	}{
		"equal":                {"system:serviceaccount:shop:orders", []Need{orders}, nil},
		"name":                 {"system:serviceaccount:shop:order", []Need{orders}, near},
		"name in other case":   {"system:serviceaccount:shop:Orders", []Need{orders}, near},
		"name between hyphens": {"system:serviceaccount:shop:or-ders", []Need{orders}, near},
		"namespace":            {"system:serviceaccount:shops:orders", []Need{orders}, near},
		"both":                 {"system:serviceaccount:shops:order", []Need{orders}, nil},
		"far namespace":        {"system:serviceaccount:billing:orders", []Need{orders}, nil},
		"far name":             {"system:serviceaccount:shop:invoices", []Need{orders}, nil},
		"exchanged":            {"system:serviceaccount:orders:shop", []Need{orders}, near},
		"no prefix":            {"shop:orders", []Need{orders}, near},
		"misspelled prefix":    {"system:serviceaccounts:shop:orders", []Need{orders}, near},
		"wildcard":             {"system:serviceaccount:shop:order*", []Need{orders}, nil},
		"placeholder":          {"system:serviceaccount:shop:${name}", []Need{orders}, nil},
		"another's":            {"system:serviceaccount:shop2:orders", []Need{orders, vaultNeed("shop2/orders")}, nil},
		"nearest":              {"system:serviceaccount:shop:orderss", []Need{orders, vaultNeed("shop/ordersss1")}, near},
		"no namespace, equal":  {"system:serviceaccount:x:orders", []Need{anywhere}, nil},
		"no namespace, near":   {"system:serviceaccount:x:order", []Need{anywhere}, []string{"p.json:1:34 near-subject system:serviceaccount:<namespace>:orders"}},
		"pipeline":             {"repo:example/orders:environment:shop", []Need{orders}, nil},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			credential := `{"issuer": "https://", "subject":"` + test.subject + `"}`
			assert.ElementsMatch(t, test.want, summaries(Judge(parse(t, map[string]string{"p.json": credential}), test.needs, nil)))
		})
	}
}

// A subject that is an account of its own is not a misspelling of another one, and a
// denied subject was not meant to be let in.
func TestSubjectsThatAreRight(t *testing.T) {
	t.Parallel()
	const condition = `"Principal": {"Federated": "x"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": {"StringEquals": {"oidc/id:sub": "system:serviceaccount:shop:order"}}`
	has := func(namespace, name string) bool { return namespace == "shop" && name == "order" }
	judge := func(effect string, has HasAccount) []Problem {
		return Judge(parse(t, map[string]string{"p.json": iamDocument(`"Effect": "` + effect + `", ` + condition)}), []Need{awsNeed("shop/orders", "shop/orders")}, has)
	}
	assert.Len(t, judge("Allow", nil), 1)
	assert.Empty(t, judge("Allow", has))
	assert.Empty(t, judge("Deny", nil))
}

func TestTrustConditions(t *testing.T) {
	t.Parallel()
	const wrong = `"system:serviceaccount:shop:order"`
	tests := map[string]struct {
		condition string
		count     int
	}{
		"equals":       {`{"StringEquals": {"oidc/id:sub": ` + wrong + `}}`, 1},
		"like":         {`{"StringLike": {"oidc/id:sub": ` + wrong + `}}`, 1},
		"list":         {`{"StringEquals": {"oidc/id:sub": ["system:serviceaccount:shop:orders", ` + wrong + `]}}`, 1},
		"qualified":    {`{"ForAnyValue:StringLikeIfExists": {"oidc/id:sub": [` + wrong + `]}}`, 1},
		"not equals":   {`{"StringNotEquals": {"oidc/id:sub": ` + wrong + `}}`, 0},
		"other claim":  {`{"StringEquals": {"oidc/id:aud": ` + wrong + `}}`, 0},
		"no condition": {`{}`, 0},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			trust := iamDocument(`"Effect": "Allow", "Principal": {"Federated": "x"}, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": ` + test.condition)
			assert.Len(t, Judge(parse(t, map[string]string{"p.json": trust}), []Need{awsNeed("shop/orders", "shop/orders")}, nil), test.count)
		})
	}
}
