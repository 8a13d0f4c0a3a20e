package main

import (
	"io"
	"os"

	"github.com/mattn/go-isatty"
)

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && (isatty.IsTerminal(file.Fd()) || isatty.IsCygwinTerminal(file.Fd()))
}

// wantsColor decides on colours: by the flag, then NO_COLOR and FORCE_COLOR, then
// whether the output is a terminal.
func wantsColor(flag string, terminal bool) (bool, error) {
	if err := choose("--color", flag, colorWords()); err != nil {
		return false, err
	}
	switch {
	case flag != "auto":
		return flag == "always", nil
	case os.Getenv("NO_COLOR") != "":
		return false, nil
	case os.Getenv("FORCE_COLOR") != "" && os.Getenv("FORCE_COLOR") != "0":
		return true, nil
	}
	return terminal && os.Getenv("TERM") != "dumb", nil
}
