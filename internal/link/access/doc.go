// Package access determines what an environment may read. It checks the policies next
// to the manifests (Vault, AWS IAM, trust policies, federated credentials) against what
// the environments read, and writes the minimal policies that allow that.
//
// It only states facts; the rules of the category "access" judge them.
package access
