package report

import (
	"github.com/fatih/color"

	"example.com/mxlint/internal/lint"
)

// palette paints the text form, or leaves it as it is. It asks neither the
// environment nor the terminal: whoever calls has decided.
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

// painter makes colours that paint, or that leave texts as they are.
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
