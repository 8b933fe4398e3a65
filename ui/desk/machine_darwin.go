package desk

import "syscall"

// systemName is what the system calls itself, "macOS 14.5".
func systemName() string {
	version, err := syscall.Sysctl("kern.osproductversion")
	if err != nil {
		return "macOS"
	}
	return "macOS " + version
}

// systemLocale is the language of the surroundings; a program that was clicked
// has none.
func systemLocale() string { return surroundings("LANG") }

// sessionFacts tell nothing that the window does not.
func sessionFacts() []Fact { return nil }

// volumeOf is the kind of the file system of path and how many bytes of it are
// free.
func volumeOf(path string) (kind string, free int64) {
	var s syscall.Statfs_t
	if syscall.Statfs(path, &s) != nil {
		return "", 0
	}
	name := make([]byte, 0, len(s.Fstypename))
	for _, c := range s.Fstypename {
		if c == 0 {
			break
		}
		name = append(name, byte(c))
	}
	return string(name), int64(s.Bavail) * int64(s.Bsize)
}
