package link

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/link/provider"
	"example.com/mxlint/internal/manifest"
)

// masked stands for a value that must not be shown.
const masked = "(masked)"

// maskedFields hold values that may be secret, whatever they are called.
var maskedFields = map[string]bool{
	"customConfiguration": true, "microflowConstants": true, "mxAdminPassword": true, "debuggerPassword": true,
	"environmentVariables": true, "clientCertificates": true, "key": true, "certificate": true, "jettyOptions": true,
	"runtimeLicense": true,
}

// maskedSpec returns the content below spec as plain values: unknown ones are
// null, and what is or may be secret is masked.
func maskedSpec(v view) any {
	spec := v.at("spec")
	if spec.node == nil {
		return nil
	}
	return plain(spec.node, v.doc.Kind, "", false, 0)
}

// plainDepth bounds how deep values are shown.
const plainDepth = 64

func plain(node *yaml.Node, kind, name string, hide bool, depth int) any {
	node = manifest.Resolve(node)
	hide = hide || holdsSecrets(kind, name)
	// secretArgs may be passwords, and are not looked for in the text.
	hide = hide || name == "objects" && node != nil && strings.Contains(node.Value, "secretArgs")
	if node == nil || depth > plainDepth {
		return nil
	}
	switch node.Kind {
	case yaml.MappingNode:
		object := make(map[string]any)
		for _, entry := range manifest.Entries(node) {
			key := manifest.Resolve(entry.Key).Value
			object[key] = plain(entry.Value, kind, key, hide, depth+1)
		}
		return object
	case yaml.SequenceNode:
		list := make([]any, 0, len(node.Content))
		for _, item := range node.Content {
			list = append(list, plain(item, kind, name, hide, depth+1))
		}
		return list
	}
	return plainScalar(node, hide)
}

func plainScalar(node *yaml.Node, hide bool) any {
	switch node.Tag {
	case "!!null":
		return nil
	case "!!bool":
		return kubernetesString(node) == "true"
	case "!!int":
		if n, err := strconv.ParseInt(node.Value, 0, 64); err == nil && !hide {
			return n
		}
	}
	switch {
	case hide:
		return masked
	case provider.Unknown(node.Value):
		return nil
	}
	return HideComments(HideInURL(node.Value))
}

// HideInURL replaces, character by character, the password in the URLs of a
// text and the signature of a presigned one.
func HideInURL(text string) string {
	if !strings.Contains(text, "://") {
		return text
	}
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "://")
		if !found {
			b.WriteString(text)
			return b.String()
		}
		end := len(after)
		if length := strings.IndexAny(after, " \t\r\n\"'<>,"); length >= 0 {
			end = length
		}
		b.WriteString(before + "://" + hideInNested(after[:end]))
		text = after[end:]
	}
}

// nestedAddresses is how many addresses one may hold, in its query for the most
// part; in what holds more, nothing further is shown.
const nestedAddresses = 16

// hideInNested is HideInURL for what follows the scheme and may hold schemes.
func hideInNested(address string) string {
	at := 0
	for range nestedAddresses {
		address = address[:at] + hideInAddress(address[at:])
		next := strings.Index(address[at:], "://")
		if next < 0 {
			return address
		}
		at += next + len("://")
	}
	return address[:at] + stars(address[at:])
}

// hideInAddress is HideInURL for what follows the scheme.
func hideInAddress(address string) string {
	authority := address
	if at := strings.IndexAny(address, "/?#"); at >= 0 {
		authority = address[:at]
	}
	if at := strings.LastIndexByte(authority, '@'); at >= 0 {
		if colon := strings.IndexByte(authority[:at], ':'); colon >= 0 {
			address = address[:colon+1] + stars(address[colon+1:at]) + address[at:]
		}
	}
	_, query, found := strings.Cut(address, "?")
	if !found {
		return address
	}
	parts := strings.Split(query, "&")
	for i, part := range parts {
		if name, value, _ := strings.Cut(part, "="); strings.EqualFold(name, "sig") || strings.EqualFold(name, "X-Amz-Signature") || looksSecret(name) {
			parts[i] = part[:len(part)-len(value)] + stars(value)
		}
	}
	return address[:len(address)-len(query)] + strings.Join(parts, "&")
}

func stars(text string) string { return strings.Repeat("*", utf8.RuneCountInString(text)) }
