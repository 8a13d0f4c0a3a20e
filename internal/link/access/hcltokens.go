package access

import "github.com/hashicorp/hcl/v2/hclsyntax"

// maxOperators bounds the operators of a file: each may nest in the one before,
// and a policy needs none.
const maxOperators = 1000

// tooDeep returns where a text nests deeper than the parser, which recurses,
// should follow, or -1.
func tooDeep(tokens hclsyntax.Tokens) int {
	depth, operators := 0, 0
	for _, token := range tokens {
		switch token.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen,
			hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc,
			hclsyntax.TokenTemplateInterp, hclsyntax.TokenTemplateControl:
			depth++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen,
			hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
			depth = max(depth-1, 0)
		case hclsyntax.TokenBang, hclsyntax.TokenMinus, hclsyntax.TokenQuestion:
			operators++
		}
		if depth > maxDepth || operators > maxOperators {
			return token.Range.Start.Byte
		}
	}
	return -1
}

// namedPaths returns whatever stands as `path "..."`, each an empty block. The
// parser gives up behind its first fault; this tells whose the file is.
func namedPaths(data string, tokens hclsyntax.Tokens) []member {
	var found []member
	for i := range tokens {
		if i+1 >= len(tokens) || string(tokens[i].Bytes) != "path" || tokens[i+1].Type != hclsyntax.TokenOQuote {
			continue
		}
		from := tokens[i+1].Range
		for _, token := range tokens[i+2:] {
			if token.Type == hclsyntax.TokenCQuote {
				label := data[from.End.Byte:token.Range.Start.Byte]
				from.End = token.Range.End
				block := newMember(label, from, value{kind: object})
				found = append(found, newMember("path", tokens[i].Range, value{kind: object, members: []member{block}}))
			}
			if token.Type != hclsyntax.TokenQuotedLit {
				break
			}
		}
	}
	return found
}
