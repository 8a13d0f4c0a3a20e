package link

import (
	"reflect"

	"example.com/mxlint/internal/link/secret"
	"example.com/mxlint/internal/manifest"
)

// HideSecrets replaces the secrets of a subject's documents in its facts, so that they
// can be shown. Rules judge the facts as they are.
func HideSecrets(subject *Subject) {
	hideIn(reflect.ValueOf(subject).Elem(), SecretsAbout(subject.Documents))
}

// hideIn walks everything in a value that is encoded as JSON.
func hideIn(value reflect.Value, secrets *secret.Texts) {
	switch value.Kind() {
	case reflect.String:
		if text := secrets.Hide(value.String()); text != value.String() {
			value.SetString(text)
		}
	case reflect.Pointer:
		if !value.IsNil() {
			hideIn(value.Elem(), secrets)
		}
	case reflect.Slice:
		for i := range value.Len() {
			hideIn(value.Index(i), secrets)
		}
	case reflect.Map:
		hideInMap(value, secrets)
	case reflect.Interface:
		if hidden, changed := hideInPlain(value.Interface(), secrets); changed {
			value.Set(reflect.ValueOf(hidden))
		}
	case reflect.Struct:
		if value.Type() == reflect.TypeFor[Place]() {
			return // it names a value, but contains none
		}
		for i := range value.NumField() {
			if field := value.Type().Field(i); field.IsExported() && field.Tag.Get("json") != "-" {
				hideIn(value.Field(i), secrets)
			}
		}
	}
}

// hideInMap replaces the values with copies, since map values cannot be modified.
func hideInMap(value reflect.Value, secrets *secret.Texts) {
	for _, key := range value.MapKeys() {
		fresh := reflect.New(value.Type().Elem()).Elem()
		fresh.Set(value.MapIndex(key))
		hideIn(fresh, secrets)
		value.SetMapIndex(key, fresh)
	}
}

// hideInPlain is hideIn for the plain values of a spec.
func hideInPlain(plain any, secrets *secret.Texts) (result any, changed bool) {
	switch plain := plain.(type) {
	case string:
		text := secrets.Hide(plain)
		return text, text != plain
	case map[string]any:
		for key, below := range plain {
			if below, differs := hideInPlain(below, secrets); differs {
				plain[key] = below
			}
		}
	case []any:
		for i := range plain {
			if below, differs := hideInPlain(plain[i], secrets); differs {
				plain[i] = below
			}
		}
	}
	return plain, false
}

// SecretsAbout is secret.Of for the documents of a subject.
func SecretsAbout(documents []Document) *secret.Texts {
	docs := make([]*manifest.Doc, len(documents))
	for i := range documents {
		docs[i] = documents[i].Doc
	}
	return secret.Of(docs...)
}
