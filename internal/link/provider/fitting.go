package provider

import (
	"slices"

	"example.com/mxlint/internal/manifest"
)

// Fitting returns what another provider makes of the parameters that own was decoded
// from, if that one rejects nothing and reads every parameter, while the named one
// rejects them or none is named: then the name is wrong. Its first problem says so, if
// there is a name. It is nil if none fits.
func Fitting(own *Result, parameters []Parameter, tables *Tables) *Result {
	first := slices.IndexFunc(own.Problems, refuses)
	if own.Provider != "" && first < 0 {
		return nil
	}
	for _, name := range Names() {
		if name == own.Provider {
			continue
		}
		if result := Decode(name, parameters, tables); result.fits() {
			if own.Provider != "" {
				result.Problems = append([]Problem{misnamed(name, &own.Problems[first])}, result.Problems...)
			}
			return result
		}
	}
	return nil
}

// misnamed states, where the named provider fails first, whose objects these are.
func misnamed(right Name, failure *Problem) Problem {
	problem := Problem{Kind: KindObjectsShape, Fault: FaultForeign, Pointer: objectsPath.Inner(), Part: manifest.Value, Provider: right, Says: failure.Says}
	if failure.Kind == KindObjectsShape {
		problem.Pointer = failure.Pointer
	}
	return problem
}

func (r *Result) fits() bool {
	return r.Readable && len(r.Objects) > 0 && !slices.ContainsFunc(r.Problems, func(p Problem) bool {
		return refuses(p) || p.Kind == KindUnknownParameter || p.Kind == KindUnknownObjectField
	})
}

func refuses(p Problem) bool { return !p.Tolerated }
