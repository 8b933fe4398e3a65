package desk

import (
	"os"
	"path/filepath"
)

// PortableName is the folder beside the program that makes it portable: on a
// USB stick it travels with the program, and nothing is kept on the machine.
const PortableName = "代表案头数据"

// portableMark is the file beside the program that asks for that folder before
// it is there. What is in it does not matter.
const portableMark = "portable"

// FolderFor names the data folder of the program that lies at exe: the folder
// PortableName beside it if that is there, or if a file named portable asks for
// it; otherwise DefaultFolder. An empty exe is a program whose place is not
// known. It makes nothing.
func FolderFor(exe, goos string, getenv func(string) string) (string, error) {
	if folder, ok := portableFolder(exe); ok {
		return folder, nil
	}
	return DefaultFolder(goos, getenv)
}

// portableFolder is the data folder beside the program at exe. A link to the
// program is followed: the data lies where the program itself does.
func portableFolder(exe string) (string, bool) {
	if exe == "" {
		return "", false
	}
	if real, err := filepath.EvalSymlinks(exe); err == nil {
		exe = real
	}
	beside := filepath.Dir(exe)
	folder := filepath.Join(beside, PortableName)
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		return folder, true
	}
	if info, err := os.Stat(filepath.Join(beside, portableMark)); err == nil && info.Mode().IsRegular() {
		return folder, true
	}
	return "", false
}
