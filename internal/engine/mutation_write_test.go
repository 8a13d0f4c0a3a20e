package engine_test

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf16"

	"sigs.k8s.io/kustomize/kyaml/yaml"
)

// forms are the styles of the scalar that holds `objects`.
var forms = []string{"literal", "folded", "double", "strip", "lines", "json", "keep", "single"}

// layouts are the ways to lay out documents in files.
var layouts = []string{"files", "stream", "list", "crlf", "json", "bom", "utf16"}

// objects returns the text of `objects`, with marks.
func (w *world) objects() string {
	if w.raw != "" {
		return w.raw
	}
	if w.form == "json" || w.form == "single" {
		return w.jsonObjects()
	}
	var b strings.Builder
	switch w.provider {
	case "vault":
		for _, e := range w.entries {
			b.WriteString(e.yaml("- ", "  "))
		}
	case "aws":
		b.WriteString(w.holder.yaml("- ", "  "))
		if len(w.entries) > 0 {
			b.WriteString("  jmesPath:\n")
		}
		for _, e := range w.entries {
			b.WriteString(e.yaml("    - ", "      "))
		}
	case "azure":
		b.WriteString("array:\n")
		for _, e := range w.entries {
			b.WriteString("  - |\n" + e.yaml("    ", "    "))
		}
	}
	return b.String()
}

func (e entry) yaml(first, rest string) string {
	var b strings.Builder
	for i, f := range e {
		prefix := rest
		if i == 0 {
			prefix = first
		}
		fmt.Fprintf(&b, "%s%s: %s\n", prefix, f.key, f.value)
	}
	return b.String()
}

func (w *world) jsonObjects() string {
	var items []string
	for _, e := range w.entries {
		if w.provider == "azure" {
			items = append(items, quoteJSON(e.yaml("", "")))
		} else {
			items = append(items, e.json())
		}
	}
	list := strings.Join(items, ",\n  ")
	switch w.provider {
	case "aws":
		holder := w.holder.json()
		return "[" + strings.TrimSuffix(holder, "}") + `, "jmesPath": [` + "\n  " + list + "\n]}]\n"
	case "azure":
		return `{"array": [` + "\n  " + list + "\n]}\n"
	}
	return "[\n  " + list + "\n]\n"
}

func (e entry) json() string {
	var members []string
	for _, f := range e {
		key, marked := strings.CutPrefix(f.key, mark)
		text := quoteJSON(key) + ": " + jsonSource(f.value)
		if marked {
			text = mark + text
		}
		members = append(members, text)
	}
	return "{" + strings.Join(members, ", ") + "}"
}

// jsonSource converts a YAML scalar to JSON, with its mark in front.
func jsonSource(source string) string {
	bare, marked := strings.CutPrefix(source, mark)
	var value any
	if err := yaml.Unmarshal([]byte(bare), &value); err != nil {
		value = bare
	}
	text, _ := json.Marshal(value)
	if marked {
		return mark + string(text)
	}
	return string(text)
}

func quoteJSON(text string) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	_ = encoder.Encode(text)
	return strings.TrimSuffix(b.String(), "\n")
}

// classText returns the class with its objects in the style of the world.
func (w *world) classText() string {
	objects := w.objects()
	if w.layout == "json" {
		return w.class // the objects are filled in as a JSON string
	}
	indented := strings.ReplaceAll("      "+strings.TrimSuffix(objects, "\n"), "\n", "\n      ")
	text := ""
	switch w.form {
	case "folded":
		text = ">\n" + indented
	case "strip":
		text = "|-\n" + indented
	case "keep":
		text = "|+\n" + indented
	case "double":
		text = `"` + escape(objects) + `"`
	case "lines":
		text = "\"\\\n" + escapedLines(objects) + `      "`
	case "single":
		text = "'" + strings.ReplaceAll(strings.TrimSpace(indented), "'", "''") + "'"
	default:
		text = "|\n" + indented
	}
	return strings.Replace(w.class, objectsHere, text, 1)
}

func escape(text string) string {
	return strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`).Replace(text)
}

// escapedLines writes each line of a text as a line of a double-quoted scalar.
func escapedLines(text string) string {
	var b strings.Builder
	for line := range strings.Lines(text) {
		line = escape(strings.TrimSuffix(line, "\n"))
		if strings.HasPrefix(line, " ") || strings.HasPrefix(line, "\t") {
			line = `\` + line
		}
		b.WriteString("      " + line + "\\n\\\n")
	}
	return b.String()
}

// files lays out the documents in files, marks included.
func (w *world) files() map[string]string {
	documents := map[string]string{}
	var order []string
	for _, part := range [][2]string{{"app", w.app}, {"account", w.account}, {"class", w.classText()}, {"operator", w.deployment()}} {
		if strings.TrimSpace(part[1]) != "" && w.class != "" || part[0] != "class" && strings.TrimSpace(part[1]) != "" {
			documents[part[0]] = part[1]
			order = append(order, part[0])
		}
	}
	for i, text := range w.more {
		name := fmt.Sprintf("more%d", i)
		documents[name] = text
		order = append(order, name)
	}
	files := map[string]string{}
	switch w.layout {
	case "files":
		for name, text := range documents {
			files[name+".yaml"] = text
		}
	case "json":
		for name, text := range documents {
			files[name+".json"] = w.jsonDocument(text)
		}
	case "list":
		text := "apiVersion: v1\nkind: List\nitems:\n"
		for _, name := range order {
			lines := strings.TrimSuffix(documents[name], "\n")
			text += "  - " + strings.ReplaceAll(lines, "\n", "\n    ") + "\n"
		}
		files["list.yaml"] = text
	default:
		var texts []string
		for _, name := range order {
			texts = append(texts, documents[name])
		}
		files["stream.yaml"] = strings.Join(texts, "---\n")
	}
	return files
}

func (w *world) deployment() string {
	if w.operator == "" {
		return ""
	}
	text := "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: mendix-operator\n"
	if w.named {
		text += "  namespace: " + w.namespace + "\n"
	}
	return text + "spec:\n  template:\n    spec:\n      containers:\n        - name: mendix-operator\n          image: registry.example.com/mendix-operator:" + w.operator + "\n"
}

// encode converts a text to the bytes of its layout.
func (w *world) encode(text string) []byte {
	switch w.layout {
	case "crlf":
		return []byte(strings.ReplaceAll(text, "\n", "\r\n"))
	case "bom":
		return []byte("\ufeff" + text)
	case "utf16":
		data := []byte{0xff, 0xfe}
		for _, unit := range utf16.Encode([]rune(text)) {
			data = binary.LittleEndian.AppendUint16(data, unit)
		}
		return data
	}
	return []byte(text)
}
