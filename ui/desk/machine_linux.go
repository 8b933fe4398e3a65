package desk

import (
	"os"
	"strings"
	"syscall"
)

// systemName is what the system calls itself, "Debian GNU/Linux 12, 6.1.0".
func systemName() string {
	name := ""
	if data, err := os.ReadFile("/etc/os-release"); err == nil {
		for line := range strings.Lines(string(data)) {
			if value, ok := strings.CutPrefix(line, "PRETTY_NAME="); ok {
				name = strings.Trim(strings.TrimSpace(value), `"`) + ", "
			}
		}
	}
	var u syscall.Utsname
	if syscall.Uname(&u) != nil {
		return name
	}
	var release strings.Builder
	for _, c := range u.Release {
		if c == 0 {
			break
		}
		release.WriteByte(byte(c))
	}
	return name + release.String()
}

// systemLocale is the language the user's programs speak, "zh_CN.UTF-8".
func systemLocale() string {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := surroundings(name); v != "" {
			return v
		}
	}
	return ""
}

// sessionFacts tell of the desktop and of the input method.
func sessionFacts() []Fact {
	return []Fact{
		fact("desktop", surroundings("XDG_CURRENT_DESKTOP")), fact("session", surroundings("XDG_SESSION_TYPE")),
		fact("x11", os.Getenv("DISPLAY") != ""), fact("wayland", os.Getenv("WAYLAND_DISPLAY") != ""),
		fact("remote", os.Getenv("SSH_CONNECTION") != ""), fact("input", surroundings("XMODIFIERS")),
	}
}

// fileSystems names the kinds of file systems that data folders lie on, by their
// magic numbers of statfs(2).
var fileSystems = map[uint32]string{
	0xEF53: "ext4", 0x9123683E: "btrfs", 0x58465342: "xfs", 0x01021994: "tmpfs", 0x794C7630: "overlay", 0x4D44: "fat", 0x2011BAB0: "exfat",
	0x5346544E: "ntfs", 0x7366746E: "ntfs3", 0x65735546: "fuse", 0x6969: "nfs", 0xFF534D42: "cifs", 0xFE534D42: "smb2", 0x2FC12FC1: "zfs", 0xF2F52010: "f2fs",
}

// volumeOf is the kind of the file system of path and how many bytes of it are
// free.
func volumeOf(path string) (kind string, free int64) {
	var s syscall.Statfs_t
	if syscall.Statfs(path, &s) != nil {
		return "", 0
	}
	return fileSystems[uint32(s.Type)], int64(s.Bavail) * int64(s.Bsize)
}
