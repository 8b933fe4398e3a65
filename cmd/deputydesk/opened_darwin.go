//go:build cgo

package main

/*
#cgo CFLAGS: -x objective-c
#cgo LDFLAGS: -framework Cocoa
void openedAttach(void);
*/
import "C"

// openedFile takes a file that was opened in the Finder; nil before onOpened.
var openedFile func(path string)

// onOpened has take called on the UI's goroutine with each file that is opened in
// the Finder, also the one that the program was started for: a Mac does not name
// it on the command line. To be called before the window is made.
func onOpened(take func(path string)) {
	openedFile = take
	C.openedAttach()
}

//export openedTake
func openedTake(path *C.char) {
	if openedFile != nil {
		openedFile(C.GoString(path))
	}
}
