package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"sigs.k8s.io/kustomize/kyaml/yaml"

	"example.com/mxlint/internal/manifest"
)

// readLimited reads a file that is maintained by hand: one beyond the limit was
// named by mistake. An error does not name the path.
func readLimited(path string, limit int64) ([]byte, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, manifest.TrimPath(err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("it is larger than %d bytes", limit)
	}
	return data, manifest.TrimPath(err)
}

// parse returns the value of the only document of data, nil if there is none or
// it is empty.
func parse(path string, data []byte) (*yaml.Node, error) {
	decoder := yaml.NewDecoder(bytes.NewReader(data))
	var document, second yaml.Node
	switch err := decoder.Decode(&document); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, syntaxProblem(path, data, err)
	}
	switch err := decoder.Decode(&second); {
	case errors.Is(err, io.EOF):
	case err != nil:
		return nil, syntaxProblem(path, data, err)
	default:
		return nil, &Problem{path, place(second.Content[0]), "a second document: expected one only"}
	}
	if root := document.Content[0]; !manifest.IsNull(root) {
		return root, nil
	}
	return nil, nil
}

func syntaxProblem(path string, data []byte, err error) *Problem {
	message, line := manifest.SyntaxFault(string(data), err)
	return &Problem{Path: path, At: manifest.Pos{Line: line, Column: 1}, Message: "not valid YAML: " + oneLine(message)}
}

func oneLine(message string) string { return strings.Join(strings.Fields(message), " ") }
