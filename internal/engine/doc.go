// Package engine runs mxlint from arguments to findings. Read run.go first: it lists
// the stages in order.
package engine
