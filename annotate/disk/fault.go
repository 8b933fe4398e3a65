package disk

import (
	"errors"
	"syscall"
)

// What a disk may have against it.
var (
	ErrFull     = errors.New("the disk is full")
	ErrReadOnly = errors.New("the disk cannot be written to")
	ErrGone     = errors.New("the disk does not answer")
	ErrHeld     = errors.New("another program has the file open")
	ErrName     = errors.New("no file can have this name")
)

// Is is errors.Is; if target is one of this package it also knows err by what
// this system calls it.
func Is(err, target error) bool {
	if errors.Is(err, target) {
		return true
	}
	var code syscall.Errno
	if !errors.As(err, &code) {
		return false
	}
	fault, known := faults[code]
	return known && fault == target
}
