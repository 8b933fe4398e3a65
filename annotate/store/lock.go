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
	me := LockedError{Owner: o.owner, Program: filepath.Base(os.Args[0]), PID: os.Getpid(), Since: o.now()}
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
