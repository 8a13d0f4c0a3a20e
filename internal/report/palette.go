package report

import (
	"github.com/fatih/color"

	"example.com/mxlint/internal/lint"
)

// palette colours the text form, or leaves it as it is. It checks neither the
// environment nor the terminal: that is for the caller to decide.
type palette struct {
	place, error, warning, info, rule, fix *color.Color
}

func newPalette(colored bool) *palette {
	paint := painter(colored)
	return &palette{
		place:   paint(color.Bold),
		error:   paint(color.FgRed, color.Bold),
		warning: paint(color.FgYellow, color.Bold),
		info:    paint(color.FgCyan, color.Bold),
		rule:    paint(color.Faint),
		fix:     paint(color.FgGreen),
	}
}

// painter returns a function that creates colours, or colours without effect.
func painter(colored bool) func(...color.Attribute) *color.Color {
	return func(attributes ...color.Attribute) *color.Color {
		painted := color.New(attributes...)
		if colored {
			painted.EnableColor()
		} else {
			painted.DisableColor()
		}
		return painted
	}
}

func (p *palette) severity(severity lint.Severity) *color.Color {
	switch severity {
	case lint.Error:
		return p.error
	case lint.Warning:
		return p.warning
	default:
		return p.info
	}
}
