package ui

import (
	"path/filepath"
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
	manyFiles       = 0x200
	explorerLook    = 0x80000 // with manyFiles: names are parted by zeros
)

var (
	commonDialogs   = syscall.NewLazyDLL("comdlg32.dll")
	getSaveFileName = commonDialogs.NewProc("GetSaveFileNameW")
	getOpenFileName = commonDialogs.NewProc("GetOpenFileNameW")
	activeWindow    = syscall.NewLazyDLL("user32.dll").NewProc("GetActiveWindow")
)

// chooseFile shows the system's own dialog for saving.
func chooseFile(v *Window, name string, done func(path string)) {
	ask(getSaveFileName, v.words.Text("window.save.title"), name, overwritePrompt|pathMustExist, func(paths []string) { done(paths[0]) })
}

// chooseOpen shows the system's own dialog for opening.
func chooseOpen(v *Window, done func(path string)) {
	ask(getOpenFileName, v.words.Text("window.import.title"), "", fileMustExist, func(paths []string) { done(paths[0]) })
}

// chooseMany shows the system's own dialog for opening several files.
func chooseMany(v *Window, done func(paths []string)) {
	ask(getOpenFileName, v.words.Text("window.import.title"), "", fileMustExist|manyFiles|explorerLook, done)
}

// browseInfo is BROWSEINFOW of the Windows shell.
type browseInfo struct {
	owner, root       uintptr
	display, title    *uint16
	flags             uint32
	callback, context uintptr
	image             int32
}

// Flags of browseInfo: folders of disks alone, in a dialog that can be resized.
const browseFolders, browseNewLook = 0x1, 0x40

var (
	shell         = syscall.NewLazyDLL("shell32.dll")
	browse        = shell.NewProc("SHBrowseForFolderW")
	pathOfList    = shell.NewProc("SHGetPathFromIDListW")
	freeTaskBlock = syscall.NewLazyDLL("ole32.dll").NewProc("CoTaskMemFree")
)

// chooseFolder shows the system's own dialog for a folder.
func chooseFolder(v *Window, done func(path string)) {
	display := make([]uint16, syscall.MAX_PATH)
	b := browseInfo{display: &display[0], flags: browseFolders | browseNewLook}
	b.owner, _, _ = activeWindow.Call()
	if t, err := syscall.UTF16PtrFromString(v.words.Text("window.folder.title")); err == nil {
		b.title = t
	}
	list, _, _ := browse.Call(uintptr(unsafe.Pointer(&b)))
	if list == 0 {
		return
	}
	path := make([]uint16, 32768)
	ok, _, _ := pathOfList.Call(list, uintptr(unsafe.Pointer(&path[0])))
	_, _, _ = freeTaskBlock.Call(list)
	if ok != 0 {
		done(syscall.UTF16ToString(path))
	}
}

func ask(dialog *syscall.LazyProc, title, name string, flags uint32, done func(paths []string)) {
	buffer := make([]uint16, 32768) // a path may be that long
	copy(buffer, utf16.Encode([]rune(name)))
	o := openFileName{file: &buffer[0], maxFile: uint32(len(buffer)), flags: flags | hideReadOnly | noChangeDir}
	o.size = uint32(unsafe.Sizeof(o))
	if t, err := syscall.UTF16PtrFromString(title); err == nil {
		o.title = t
	}
	o.owner, _, _ = activeWindow.Call() // or the dialog may stand behind it
	if ok, _, _ := dialog.Call(uintptr(unsafe.Pointer(&o))); ok == 0 {
		return
	}
	if flags&manyFiles == 0 {
		done([]string{syscall.UTF16ToString(buffer)}) // behind its zero stands what is left of a longer name
		return
	}
	done(chosen(buffer))
}

// chosen are the paths in the buffer of a dialog for several files: one, or a
// folder and the names in it, each ended by a zero and all by another.
func chosen(buffer []uint16) []string {
	var parts []string
	for len(buffer) > 0 && buffer[0] != 0 {
		part := syscall.UTF16ToString(buffer)
		parts = append(parts, part)
		buffer = buffer[min(len(buffer), len(utf16.Encode([]rune(part)))+1):]
	}
	if len(parts) < 2 {
		return append(parts, "")[:1]
	}
	var paths []string
	for _, name := range parts[1:] {
		paths = append(paths, filepath.Join(parts[0], name))
	}
	return paths
}
