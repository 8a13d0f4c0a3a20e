package engine

// Strict makes a run compile its rules in full.
func Strict(options Options) Options {
	options.strict = true
	return options
}

// Workers sets the number of goroutines of a run, regardless of the processors.
func Workers(options Options, workers int) Options {
	options.workers = workers
	return options
}
