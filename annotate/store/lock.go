package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/user"
	"path/filepath"
	"time"
)

// lockName is the file whose lock says who owns the folder. The system lets go
// of the lock when its process ends, however it ends, so that a lock is never
// stale; the file itself stays.
const lockName = "desk.lock"

// A LockedError says who owns a data folder. It is ErrLocked.
type LockedError struct {
	Owner   string    `json:"owner"`
	Program string    `json:"program"`
	PID     int       `json:"pid"`
	Host    string    `json:"host"` // the machine of that process
	Since   time.Time `json:"since"`
}

// Error returns "the data folder is in use: by wang, desk, process 4711".
func (e *LockedError) Error() string {
	if e.PID == 0 {
		return ErrLocked.Error()
	}
	return fmt.Sprintf("%v: by %s, %s, process %d", ErrLocked, e.Owner, e.Program, e.PID)
}

// Unwrap makes e an ErrLocked.
func (e *LockedError) Unwrap() error { return ErrLocked }

// errHeld is what lockFile returns when another process has the file.
var errHeld = errors.New("held")

type lock struct{ file *os.File }

// takeLock takes the lock at path or says who has it; it does not wait.
func takeLock(path string, o options) (*lock, error) {
	f, err := lockFile(path)
	if errors.Is(err, errHeld) {
		return nil, holder(path)
	}
	if err != nil {
		return nil, err
	}
	me := LockedError{Owner: o.owner, Program: filepath.Base(os.Args[0]), PID: os.Getpid(), Host: hostName(), Since: o.now()}
	data, err := json.Marshal(me)
	if err == nil {
		err = f.Truncate(0)
	}
	if err == nil {
		_, err = f.WriteAt(data, 0)
	}
	if err != nil {
		return nil, firstOf(err, f.Close())
	}
	return &lock{f}, nil
}

// Holder says who has the folder dir now; nil if nobody has, or if that cannot
// be told. It does not keep the lock, and makes no folder.
func Holder(dir string) *LockedError {
	if _, err := os.Stat(filepath.Join(dir, lockName)); err != nil {
		return nil
	}
	f, err := lockFile(filepath.Join(dir, lockName))
	if err == nil {
		_ = f.Close() // which lets go of it
		return nil
	}
	var held *LockedError
	if errors.Is(err, errHeld) && errors.As(holder(filepath.Join(dir, lockName)), &held) {
		return held
	}
	return nil
}

// Same reports whether the owner is this program of this user on this machine,
// in another process.
func (e *LockedError) Same() bool {
	return e.PID != 0 && e.PID != os.Getpid() && e.Program == filepath.Base(os.Args[0]) && e.Owner == userName() && e.Host == hostName()
}

// holder reads who has the lock. A file that is being written just now tells
// nobody's name, and that is no reason not to say that the folder is in use.
func holder(path string) error {
	e := new(LockedError)
	f, err := os.Open(path)
	if err != nil {
		return e
	}
	defer func() { _ = f.Close() }() // it was only read
	data, err := io.ReadAll(io.LimitReader(f, 4096))
	if err != nil || json.Unmarshal(data, e) != nil {
		return &LockedError{}
	}
	return e
}

// release lets go. Closing the file does it; an error there cannot keep the
// lock.
func (l *lock) release() { _ = l.file.Close() }

// hostName is the name of this machine, "?" if the system will not say.
func hostName() string {
	if name, err := os.Hostname(); err == nil {
		return name
	}
	return "?"
}

// userName is the name of whoever runs the program, "?" if the system will not
// say.
func userName() string {
	if u, err := user.Current(); err == nil && u.Username != "" {
		return u.Username
	}
	for _, key := range []string{"USER", "USERNAME"} {
		if name := os.Getenv(key); name != "" {
			return name
		}
	}
	return "?"
}
