// Package policy compiles the rules once per run and judges subjects with them: here,
// and nowhere else, paths in Rego results become findings with positions. Rego has no
// access to the network, the clock, the environment or randomness.
package policy
