package store

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"github.com/ncruces/go-sqlite3"

	"deputydesk/annotate/disk"
)

// What a caller may want to tell apart.
var (
	ErrLocked     = errors.New("the data folder is in use")
	ErrDamaged    = errors.New("the database is damaged")
	ErrNewer      = errors.New("the database was written by a newer program")
	ErrReadOnly   = errors.New("the data folder cannot be written to")
	ErrFull       = errors.New("the disk is full")
	ErrNoFolder   = errors.New("the data folder is not there")
	ErrDevice     = errors.New("the disk does not answer")
	ErrNone       = errors.New("not in the store")
	ErrSealed     = errors.New("the data folder asks for a passphrase")
	ErrNoKey      = errors.New("the key of the data folder is not there")
	ErrPassphrase = errors.New("not the passphrase")
)

// classify wraps err in the sentinel of this package that it amounts to; an
// error that has one, or that is none of them, comes back as it is.
func classify(err error) error {
	if err == nil {
		return nil
	}
	for _, known := range []error{ErrLocked, ErrDamaged, ErrNewer, ErrReadOnly, ErrFull, ErrNoFolder, ErrNone, ErrSealed, ErrPassphrase, ErrNoKey, ErrDevice} {
		if errors.Is(err, known) {
			return err
		}
	}
	as := func(kind error) error { return fmt.Errorf("%w: %w", kind, err) }
	switch {
	case errors.Is(err, sqlite3.FULL), disk.Is(err, disk.ErrFull):
		return as(ErrFull)
	case errors.Is(err, sqlite3.READONLY), errors.Is(err, sqlite3.PERM), disk.Is(err, disk.ErrReadOnly), errors.Is(err, fs.ErrPermission):
		return as(ErrReadOnly)
	case damaged(err):
		return as(ErrDamaged)
	case errors.Is(err, sqlite3.IOERR), disk.Is(err, disk.ErrGone):
		return as(ErrDevice)
	case errors.Is(err, sqlite3.BUSY), errors.Is(err, sqlite3.LOCKED):
		return as(ErrLocked)
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR), errors.Is(err, fs.ErrExist):
		return as(ErrNoFolder)
	}
	return err
}

// damaged says whether err speaks of the content of a database file.
func damaged(err error) bool {
	return errors.Is(err, ErrDamaged) || errors.Is(err, sqlite3.CORRUPT) || errors.Is(err, sqlite3.NOTADB) ||
		errors.Is(err, sqlite3.IOERR_SHORT_READ)
}
