package ui

import (
	"syscall"
	"unicode/utf16"
	"unsafe"
)

// openFileName is OPENFILENAMEW of the Windows common dialogs.
type openFileName struct {
	size                uint32
	owner, instance     uintptr
	filter              *uint16
	customFilter        *uint16
	maxCustomFilter     uint32
	filterIndex         uint32
	file                *uint16
	maxFile             uint32
	fileTitle           *uint16
	maxFileTitle        uint32
	initialDir, title   *uint16
	flags               uint32
	fileOffset, fileExt uint16
	defExt              *uint16
	custData, hook      uintptr
	templateName        *uint16
	reserved            uintptr
	reserved2, flagsEx  uint32
}

// Flags of openFileName.
const (
	overwritePrompt = 0x2
	hideReadOnly    = 0x4
	noChangeDir     = 0x8
	pathMustExist   = 0x800
)

var getSaveFileName = syscall.NewLazyDLL("comdlg32.dll").NewProc("GetSaveFileNameW")

// chooseFile shows the system's own dialog.
func chooseFile(v *Window, name string, done func(path string)) {
	buffer := make([]uint16, 32768) // a path may be that long
	copy(buffer, utf16.Encode([]rune(name)))
	o := openFileName{
		file: &buffer[0], maxFile: uint32(len(buffer)),
		flags: overwritePrompt | hideReadOnly | noChangeDir | pathMustExist,
	}
	o.size = uint32(unsafe.Sizeof(o))
	if title, err := syscall.UTF16PtrFromString(v.words.Text("window.save.title")); err == nil {
		o.title = title
	}
	if ok, _, _ := getSaveFileName.Call(uintptr(unsafe.Pointer(&o))); ok != 0 {
		done(syscall.UTF16ToString(buffer))
	}
}
