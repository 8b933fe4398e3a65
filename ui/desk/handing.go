package desk

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"deputydesk/annotate/disk"
	"deputydesk/annotate/store"
)

// A Request is what a second start of the program asks of the window that is
// open already: to come to the front, with these files.
type Request struct {
	Files []string `json:"files"` // absolute paths
	Staff bool     `json:"staff"` // the pages of the staff were asked for
}

// handedFolder is where requests wait in the data folder, each a file of its
// own. Whoever removes the file has it: the window, which then does what is
// asked, or the second start, which has waited long enough.
const handedFolder = "handed"

// handingWait is how long a second start waits for the window: it looks twice a
// second, and may be busy drawing.
const handingWait = 3 * time.Second

// handingStale is how old a request is whose sender has gone without taking it back.
const handingStale = 10 * handingWait

// HandOver asks the window that has folder open to do what r says, and reports
// whether it does: then this start has nothing left to do. A folder that nobody
// has, or another user, machine or program, is not asked.
func HandOver(folder string, r Request) bool {
	if folder == "" {
		return false
	}
	if held := store.Holder(folder); held == nil || !held.Same() {
		return false
	}
	path, err := ask(folder, r)
	if err != nil {
		return false // as if nobody were there: the window will say what is wrong
	}
	for end := time.Now().Add(handingWait); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return true
		}
	}
	return errors.Is(os.Remove(path), fs.ErrNotExist) // taken in the last moment
}

// ask lays r into folder and returns the path of it.
func ask(folder string, r Request) (string, error) {
	data, err := json.Marshal(r)
	if err != nil {
		return "", err
	}
	dir := filepath.Join(folder, handedFolder)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", err
	}
	path := filepath.Join(dir, fmt.Sprintf("%d.json", os.Getpid()))
	if err := os.WriteFile(path+".new", data, 0o600); err != nil {
		return "", err
	}
	return path, disk.Rename(path+".new", path)
}

// Handed takes the requests that wait for this desk, the oldest name first. A
// desk that only reads takes none: they are another window's. What is not one,
// or has waited for nobody, is removed.
func (d *Desk) Handed() []Request {
	if d.store == nil {
		return nil
	}
	dir := filepath.Join(d.set.Folder, handedFolder)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil // nobody ever asked
	}
	var all []Request
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		info, err := e.Info()
		if err != nil || filepath.Ext(path) != ".json" && time.Since(info.ModTime()) < handingStale {
			continue // taken back just now, or being written
		}
		data, err := os.ReadFile(path)
		if os.Remove(path) != nil || err != nil || time.Since(info.ModTime()) > handingStale {
			continue
		}
		var r Request
		if json.Unmarshal(data, &r) == nil {
			all = append(all, r)
		}
	}
	return all
}
