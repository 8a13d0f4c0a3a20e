package access

import "github.com/hashicorp/hcl/v2/hclsyntax"

// maxCostly bounds the tokens of a file on which the parser spends more than
// its share: it nests operators and directives in those before, and copies all
// pieces of a string or heredoc for each one. A policy needs none.
const maxCostly = 10_000

// beyond returns where a text asks more of the parser than a policy would, or -1.
func beyond(tokens hclsyntax.Tokens) int {
	depth, costly := 0, 0
	for i, token := range tokens {
		switch token.Type {
		case hclsyntax.TokenOBrace, hclsyntax.TokenOBrack, hclsyntax.TokenOParen,
			hclsyntax.TokenOQuote, hclsyntax.TokenOHeredoc, hclsyntax.TokenTemplateInterp:
			depth++
		case hclsyntax.TokenTemplateControl:
			depth++
			costly++
		case hclsyntax.TokenCBrace, hclsyntax.TokenCBrack, hclsyntax.TokenCParen,
			hclsyntax.TokenCQuote, hclsyntax.TokenCHeredoc, hclsyntax.TokenTemplateSeqEnd:
			depth = max(depth-1, 0)
		case hclsyntax.TokenBang, hclsyntax.TokenMinus, hclsyntax.TokenQuestion,
			hclsyntax.TokenStar, hclsyntax.TokenDoubleColon, hclsyntax.TokenStringLit:
			costly++
		case hclsyntax.TokenQuotedLit:
			if i > 0 && tokens[i-1].Type == hclsyntax.TokenQuotedLit {
				costly++
			}
		}
		if depth > maxDepth || costly > maxCostly {
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
