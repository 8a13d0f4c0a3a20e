// Package policy compiles the rules once per run and lets them judge subjects:
// what Rego says of paths becomes findings with places here, and nowhere else.
// Rego has no way to the network, the clock, the environment or randomness.
package policy
