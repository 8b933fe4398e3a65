//go:build !(darwin && cgo)

package main

// onOpened does nothing: here a file that is opened starts the program with the
// file's name.
func onOpened(func(path string)) {}
