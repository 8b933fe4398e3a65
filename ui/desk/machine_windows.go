package desk

import (
	"fmt"
	"path/filepath"
	"syscall"
	"unsafe"
)

var (
	rtlGetVersion        = syscall.NewLazyDLL("ntdll.dll").NewProc("RtlGetVersion") // the other ways answer what a manifest asks for
	getUserLocale        = syscall.NewLazyDLL("kernel32.dll").NewProc("GetUserDefaultLocaleName")
	getVolumeInformation = syscall.NewLazyDLL("kernel32.dll").NewProc("GetVolumeInformationW")
	getDiskFreeSpace     = syscall.NewLazyDLL("kernel32.dll").NewProc("GetDiskFreeSpaceExW")
	getSystemMetrics     = syscall.NewLazyDLL("user32.dll").NewProc("GetSystemMetrics")
)

// osVersion is OSVERSIONINFOW.
type osVersion struct {
	size, major, minor, build, platform uint32
	pack                                [128]uint16
}

// systemName is what the system calls itself, "Windows 11, 10.0.22631".
func systemName() string {
	v := osVersion{}
	v.size = uint32(unsafe.Sizeof(v))
	if status, _, _ := rtlGetVersion.Call(uintptr(unsafe.Pointer(&v))); status != 0 { // the error of a lazy call is never nil
		return "Windows"
	}
	name := v.major
	if v.major == 10 && v.build >= 22000 { // the first of Windows 11
		name = 11
	}
	return fmt.Sprintf("Windows %d, %d.%d.%d", name, v.major, v.minor, v.build)
}

// systemLocale is the language of the user, "zh-CN".
func systemLocale() string {
	var name [85]uint16 // LOCALE_NAME_MAX_LENGTH
	if n, _, _ := getUserLocale.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(len(name))); n == 0 {
		return ""
	}
	return syscall.UTF16ToString(name[:])
}

// remoteSession is SM_REMOTESESSION.
const remoteSession = 0x1000

// sessionFacts tell whether the screen is another machine's.
func sessionFacts() []Fact {
	remote, _, _ := getSystemMetrics.Call(remoteSession)
	return []Fact{fact("remote", remote != 0)}
}

// volumeOf is the kind of the file system of path and how many bytes of it are
// free.
func volumeOf(path string) (kind string, free int64) {
	if root, err := syscall.UTF16PtrFromString(filepath.VolumeName(path) + `\`); err == nil {
		var name [64]uint16
		if ok, _, _ := getVolumeInformation.Call(uintptr(unsafe.Pointer(root)), 0, 0, 0, 0, 0, uintptr(unsafe.Pointer(&name[0])), uintptr(len(name))); ok != 0 {
			kind = syscall.UTF16ToString(name[:])
		}
	}
	if dir, err := syscall.UTF16PtrFromString(path); err == nil {
		if ok, _, _ := getDiskFreeSpace.Call(uintptr(unsafe.Pointer(dir)), uintptr(unsafe.Pointer(&free)), 0, 0); ok == 0 {
			free = 0
		}
	}
	return kind, free
}
