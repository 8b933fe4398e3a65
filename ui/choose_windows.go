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
	fileMustExist   = 0x1000
)

var (
	commonDialogs   = syscall.NewLazyDLL("comdlg32.dll")
	getSaveFileName = commonDialogs.NewProc("GetSaveFileNameW")
	getOpenFileName = commonDialogs.NewProc("GetOpenFileNameW")
)

// chooseFile shows the system's own dialog for saving.
func chooseFile(v *Window, name string, done func(path string)) {
	ask(getSaveFileName, v.words.Text("window.save.title"), name, overwritePrompt|pathMustExist, done)
}

// chooseOpen shows the system's own dialog for opening.
func chooseOpen(v *Window, done func(path string)) {
	ask(getOpenFileName, v.words.Text("window.import.title"), "", fileMustExist, done)
}

func ask(dialog *syscall.LazyProc, title, name string, flags uint32, done func(path string)) {
	buffer := make([]uint16, 32768) // a path may be that long
	copy(buffer, utf16.Encode([]rune(name)))
	o := openFileName{file: &buffer[0], maxFile: uint32(len(buffer)), flags: flags | hideReadOnly | noChangeDir}
	o.size = uint32(unsafe.Sizeof(o))
	if t, err := syscall.UTF16PtrFromString(title); err == nil {
		o.title = t
	}
	if ok, _, _ := dialog.Call(uintptr(unsafe.Pointer(&o))); ok != 0 {
		done(syscall.UTF16ToString(buffer))
	}
}
