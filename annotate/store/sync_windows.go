package store

// syncFolder has nothing to do: the system writes names with their files.
func syncFolder(string) error { return nil }
