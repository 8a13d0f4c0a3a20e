package policy

import (
	"encoding/json"
	"fmt"
	"path"
	"strings"
	"sync"

	"github.com/open-policy-agent/opa/v1/rego"
)

// ruleQueries holds the built-in rules that were compiled, and the queries for those of
// them that may report something for an input: for a correct environment that is a
// third of them, and evaluating takes half the time. It is safe for concurrent use.
type ruleQueries struct {
	rules   []queriedRule
	prepare func(query string) (rego.PreparedEvalQuery, error)

	mu      sync.Mutex
	queries map[string]rego.PreparedEvalQuery // by the names of the rules
}

type queriedRule struct {
	category, name string
	needs          []need
}

// mostQueries bounds the number of queries kept: correct environments need few sets of
// rules, and those that are wrong in their own ways share the query for all.
const mostQueries = 64

const everyRule = "data.mxlint.main.findings"

// newRuleQueries returns a ruleQueries for the rules in the files.
func newRuleQueries(files []moduleFile, prepare func(query string) (rego.PreparedEvalQuery, error)) *ruleQueries {
	a := &ruleQueries{prepare: prepare, queries: make(map[string]rego.PreparedEvalQuery)}
	for _, file := range files {
		folder := path.Dir(strings.TrimPrefix(file.path, rulesFolder))
		category, name := path.Split(folder)
		a.rules = append(a.rules, queriedRule{category: path.Clean(category), name: name, needs: readNeeds(file.text)})
	}
	return a
}

// query returns the query for the rules that an input needs.
func (a *ruleQueries) query(input Input) (rego.PreparedEvalQuery, error) {
	names := make(map[string][]string)
	count := 0
	for i := range a.rules {
		if rule := &a.rules[i]; meets(rule.needs, input) {
			names[rule.category] = append(names[rule.category], rule.name)
			count++
		}
	}
	query := everyRule
	if count < len(a.rules) {
		list, err := json.Marshal(names)
		if err != nil {
			return rego.PreparedEvalQuery{}, fmt.Errorf("naming rules: %w", err)
		}
		query = fmt.Sprintf("[finding | some finding in data.mxlint.main.findings_of(%s)]", list)
	}
	return a.prepared(query)
}

func (a *ruleQueries) prepared(query string) (rego.PreparedEvalQuery, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if prepared, known := a.queries[query]; known {
		return prepared, nil
	}
	if len(a.queries) >= mostQueries {
		query = everyRule
		if prepared, known := a.queries[query]; known {
			return prepared, nil
		}
	}
	prepared, err := a.prepare(query)
	if err == nil {
		a.queries[query] = prepared
	}
	return prepared, err
}
