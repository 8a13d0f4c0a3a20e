package report

import "reflect"

// fill replaces every nil slice and map below a pointer with an empty one, so that JSON
// has a list where it promises one. Fields that JSON leaves out are not changed.
func fill[T any](document *T) { fillValue(reflect.ValueOf(document)) }

func fillValue(value reflect.Value) {
	switch value.Kind() {
	case reflect.Pointer:
		if !value.IsNil() {
			fillValue(value.Elem())
		}
	case reflect.Struct:
		for i := range value.NumField() {
			if field := value.Type().Field(i); field.IsExported() && field.Tag.Get("json") != "-" {
				fillValue(value.Field(i))
			}
		}
	case reflect.Slice:
		if value.IsNil() {
			value.Set(reflect.MakeSlice(value.Type(), 0, 0))
		}
		for i := range value.Len() {
			fillValue(value.Index(i))
		}
	case reflect.Map:
		fillMap(value)
	}
}

// fillMap fills copies of the elements, since those of a map cannot be set.
func fillMap(value reflect.Value) {
	if value.IsNil() {
		value.Set(reflect.MakeMap(value.Type()))
	}
	for iterator := value.MapRange(); iterator.Next(); {
		element := reflect.New(value.Type().Elem())
		element.Elem().Set(iterator.Value())
		fillValue(element)
		value.SetMapIndex(iterator.Key(), element.Elem())
	}
}
