package provider

import (
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// form is what a value has to look like. Forms that say how a value of objects decodes
// are handled where it is decoded.
type form string

const (
	formText        form = ""
	formBoolean     form = "boolean"     // Go's ParseBool, or empty
	formFlag        form = "flag"        // Go's ParseBool
	formURL         form = "url"         // accepted by Go's url.Parse
	formRegion      form = "region"      // a host label, since the SDK puts it into a host name
	formTranslation form = "translation" // "False" in any case, or one byte
	formQuery       form = "query"       // a path whose query, if any, parses
	formMethod      form = "method"      // an HTTP token, and a method that is answered with a body
	formMapping     form = "mapping"
	formList        form = "list"
	formMode        form = "mode"  // an integer file mode
	formCount       form = "count" // a 32-bit integer
	formFourOctal   form = "four-octal"
	formOctal       form = "octal"
)

func (f form) known() bool {
	return slices.Contains([]form{formText, formBoolean, formFlag, formURL, formRegion, formTranslation, formQuery,
		formMethod, formMapping, formList, formMode, formCount, formFourOctal, formOctal}, f)
}

// misfit returns what was expected of the value, and what the provider answers or does;
// fits is true if it has the form.
func (r *row) misfit(value string) (expected, says string, fits bool) {
	switch r.Form {
	case formBoolean, formFlag:
		if value == "" && r.Form == formBoolean {
			return "", "", true
		}
		_, err := strconv.ParseBool(value)
		return `"true" or "false"`, words(err), err == nil
	case formURL:
		_, err := url.Parse(value)
		return "a URL such as https://vault.example.com:8200", words(err), err == nil
	case formRegion:
		return "a region such as eu-west-1", "invalid input region " + value, value == "" || hostLabel(value)
	case formTranslation:
		return `"False" or a single character`, "pathTranslation must be either 'False' or a single character string",
			len(value) <= 1 || strings.EqualFold(value, "false")
	case formQuery:
		return queryMisfit(value)
	case formMethod:
		return methodMisfit(value)
	case formFourOctal:
		return `four octal digits in quotes, such as "0600"`, "Invalid File Permission: " + value, value == "" || octal(value) && len(value) == 4
	case formOctal:
		_, err := strconv.ParseInt(value, 8, 32)
		return `an octal number such as "0600"`, "the error is discarded and the file has mode 0", value == "" || err == nil
	}
	if len(r.Values) > 0 && value != "" {
		known := slices.ContainsFunc(r.Values, func(v string) bool { return v == value || r.AnyCase && strings.EqualFold(v, value) })
		return alternatives(r.Values), strings.ReplaceAll(r.Wrong, "{}", value), known
	}
	return "", "", true
}

func queryMisfit(value string) (expected, says string, fits bool) {
	_, query, found := strings.Cut(value, "?")
	if !found {
		return "", "", true
	}
	_, err := url.ParseQuery(query)
	return "a query such as ?version=3", "failed to parse query parameters from secretPath: " + words(err), err == nil
}

func methodMisfit(value string) (expected, says string, fits bool) {
	expected = "GET or PUT"
	if value == "HEAD" {
		return expected, "HEAD has no answer to read, and the provider crashes on it", false
	}
	if token(value) {
		return expected, "", true
	}
	return expected, "net/http: invalid method " + strconv.Quote(value), false
}

// token reports whether the text is a token of RFC 9110: a method is sent as it is.
func token(text string) bool {
	for i := range len(text) {
		if c := text[i]; !letter(c) && (c < '0' || c > '9') && strings.IndexByte("!#$%&'*+-.^_`|~", c) < 0 {
			return false
		}
	}
	return true
}

func words(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func octal(text string) bool {
	return text != "" && strings.Trim(text, "01234567") == ""
}

// hostLabel reports whether the text can be part of a host name: the SDK rejects other
// regions.
func hostLabel(text string) bool {
	for label := range strings.SplitSeq(text, ".") {
		if label == "" || len(label) > 63 {
			return false
		}
		for i := range len(label) {
			if c := label[i]; !letter(c) && (c < '0' || c > '9') && c != '-' {
				return false
			}
		}
	}
	return true
}

func alternatives(values []string) string {
	if len(values) == 1 {
		return values[0]
	}
	return strings.Join(values[:len(values)-1], ", ") + " or " + values[len(values)-1]
}

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }
