package engine

// Strict has the rules of a run compiled in full.
func Strict(options Options) Options {
	options.strict = true
	return options
}

// Workers has a run use so many goroutines, however many processors there are.
func Workers(options Options, workers int) Options {
	options.workers = workers
	return options
}
