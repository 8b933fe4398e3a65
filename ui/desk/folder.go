package desk

import (
	"errors"
	"path/filepath"
)

// ErrNoHome is why the data folder cannot be named: the system does not say
// where the user's files are.
var ErrNoHome = errors.New("no home folder")

// ErrNoRoom is why the data folder could not be opened: its disk is full. Nothing
// had been written yet.
var ErrNoRoom = errors.New("no room to open the data folder")

// DefaultFolder names the data folder of this platform: %LOCALAPPDATA% on
// Windows (never the roaming profile, which is copied over the network),
// Application Support on a Mac, XDG_DATA_HOME elsewhere. FolderFor asks first what
// lies beside the program.
func DefaultFolder(goos string, getenv func(string) string) (string, error) {
	const name = "DeputyDesk"
	home := getenv("HOME")
	switch goos {
	case "windows":
		if local := getenv("LOCALAPPDATA"); local != "" {
			return filepath.Join(local, name), nil
		}
		home = getenv("USERPROFILE")
		if home != "" {
			return filepath.Join(home, "AppData", "Local", name), nil
		}
	case "darwin":
		if home != "" {
			return filepath.Join(home, "Library", "Application Support", name), nil
		}
	default:
		if data := getenv("XDG_DATA_HOME"); filepath.IsAbs(data) {
			return filepath.Join(data, "deputydesk"), nil
		}
		if home != "" {
			return filepath.Join(home, ".local", "share", "deputydesk"), nil
		}
	}
	return "", ErrNoHome
}
