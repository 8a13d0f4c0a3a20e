// Package engine is a run from arguments to findings. Read run.go first: the
// stops of the way stand there in order.
package engine
