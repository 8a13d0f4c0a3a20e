package report

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"example.com/mxlint/internal/lint"
)

type sarifRule struct {
	ID               string         `json:"id"`
	ShortDescription sarifText      `json:"shortDescription"`
	FullDescription  sarifText      `json:"fullDescription"`
	Help             sarifText      `json:"help"`
	HelpURI          string         `json:"helpUri,omitempty"`
	Default          sarifDefault   `json:"defaultConfiguration"`
	Properties       sarifRuleExtra `json:"properties"`
}

type sarifDefault struct {
	Level string `json:"level"`
}

// sarifRuleExtra has the properties that code scanning reads (tags, problem.severity),
// and those of mxlint.
type sarifRuleExtra struct {
	Tags            []string `json:"tags"`
	ProblemSeverity string   `json:"problem.severity"`
	Since           string   `json:"since,omitempty"`
	Fixable         bool     `json:"fixable"`
}

func newSARIFRule(rule *lint.Rule) sarifRule {
	title := cmp.Or(oneLine(rule.Title), rule.ID)
	description := cmp.Or(oneLine(rule.Description), title)
	return sarifRule{
		ID:               rule.ID,
		ShortDescription: sarifText{Text: title},
		FullDescription:  sarifText{Text: description},
		Help:             sarifText{Text: sarifHelp(rule, description), Markdown: rule.Page},
		HelpURI:          firstURL(rule.Sources),
		Default:          sarifDefault{Level: sarifLevel(rule.Severity)},
		Properties: sarifRuleExtra{
			Tags:            sarifTags(rule),
			ProblemSeverity: sarifProblem(rule.Severity),
			Since:           rule.Since,
			Fixable:         rule.Fixable,
		},
	}
}

// sarifHelp returns the help for viewers without Markdown, which is required.
func sarifHelp(rule *lint.Rule, description string) string {
	lines := []string{description}
	if len(rule.Sources) > 0 {
		lines = append(lines, "", "Sources:")
		for _, source := range rule.Sources {
			lines = append(lines, "- "+source)
		}
	}
	return strings.Join(append(lines, "", "More: mxlint explain "+rule.ID), "\n")
}

// sarifTags returns the words to find a rule by; the schema requires that they are
// unique.
func sarifTags(rule *lint.Rule) []string {
	tags := []string{rule.Category()}
	for _, provider := range rule.Providers {
		if !slices.Contains(tags, provider) {
			tags = append(tags, provider)
		}
	}
	return tags
}

// sarifProblem returns the severity in the terms of code scanning.
func sarifProblem(severity lint.Severity) string {
	if severity == lint.Error || severity == lint.Warning {
		return severity.String()
	}
	return "recommendation"
}

// firstURL returns the first source that is a URL, in valid form.
func firstURL(sources []string) string {
	for _, source := range sources {
		address, err := url.Parse(source)
		if err == nil && (address.Scheme == "https" || address.Scheme == "http") && address.Host != "" {
			return address.String()
		}
	}
	return ""
}
