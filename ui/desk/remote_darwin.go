package desk

import "syscall"

// localVolume is MNT_LOCAL of statfs(2).
const localVolume = 0x1000

// remote reports whether path lies on another machine.
func remote(path string) bool {
	var fs syscall.Statfs_t
	if err := syscall.Statfs(path, &fs); err != nil {
		return false
	}
	return fs.Flags&localVolume == 0
}
