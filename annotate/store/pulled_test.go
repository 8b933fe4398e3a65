package store

import (
	"errors"
	"fmt"
	"sync/atomic"
	"testing"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/util/vfsutil"
	"github.com/ncruces/go-sqlite3/vfs"
)

// pulled is a stick that is out: nothing on it can be read or written.
var pulled atomic.Bool

// stick is the file layer of such a stick.
type stick struct{ vfs.VFS }

func (s stick) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	if pulled.Load() {
		return nil, flags, sqlite3.IOERR
	}
	f, flags, err := vfsutil.WrapOpenFilename(s.VFS, name, flags)
	if err != nil {
		return nil, flags, err
	}
	return stickFile{f}, flags, nil
}

type stickFile struct{ vfs.File }

func (f stickFile) ReadAt(p []byte, at int64) (int, error) {
	if pulled.Load() {
		return 0, sqlite3.IOERR_READ
	}
	return f.File.ReadAt(p, at)
}

func (f stickFile) WriteAt(p []byte, at int64) (int, error) {
	if pulled.Load() {
		return 0, sqlite3.IOERR_WRITE
	}
	return f.File.WriteAt(p, at)
}

func (f stickFile) Sync(flags vfs.SyncFlag) error {
	if pulled.Load() {
		return sqlite3.IOERR_FSYNC
	}
	return f.File.Sync(flags)
}

// A stick is pulled out while somebody writes: nothing is said to be saved that
// is not, the folder is not taken for damaged, and plugged in again it goes on.
func TestStickPulledOut(t *testing.T) {
	vfs.Register("stick", stick{vfs.Find("os")})
	t.Cleanup(func() { pulled.Store(false); vfs.Unregister("stick") })
	dir := t.TempDir()
	on := func(o *options) { o.vfs = "stick" }
	s := open(t, dir, on)
	var saved []string
	for n := range 20 {
		must(t, s.SaveNote(note(fmt.Sprint(n), fmt.Sprint("第", n, "条"))))
		saved = append(saved, fmt.Sprint("第", n, "条"))
	}
	pulled.Store(true)
	for n := range 3 {
		if err := s.SaveNote(note(fmt.Sprint("out", n), "存不上的")); !errors.Is(err, ErrDevice) {
			t.Errorf("while it is out: %v", err)
		}
	}
	pulled.Store(false)
	if err := s.SaveNote(note("again", "又插上了")); err != nil {
		t.Errorf("plugged in again: %v", err)
	} else {
		saved = append(saved, "又插上了")
	}
	must(t, s.Close())
	same(t, "notes", notesOf(t, open(t, dir)), saved)
}
