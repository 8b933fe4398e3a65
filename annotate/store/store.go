// Package store keeps what a person typed. It is the only thing in this
// program that anybody can lose, so its law is: what Save has returned from is
// on the disk, whatever happens to the process or the machine afterwards.
//
// One SQLite file, desk.db, in one data folder holds notes, drafts with their
// revisions, settings and imported reports. Under a passphrase it is
// desk-sealed.db, encrypted block by block, and nothing of it lies in clear. One process at a time owns the
// folder. Deleting is soft, and a changed note or draft leaves its earlier
// words behind.
//
// A Store may be used by several goroutines; they wait for each other.
package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/driver"

	"deputydesk/annotate"
)

// FileName is the name of the database in the data folder.
const FileName = "desk.db"

// A Store is an open data folder.
type Store struct {
	dir  string
	opt  options
	db   *sql.DB
	lock *lock
	file os.FileInfo // the database as it was opened; see present
	now  func() time.Time
}

// An Option changes how a folder is opened.
type Option func(*options)

type options struct {
	now    func() time.Time
	owner  string
	secret string                    // passphrase or recovery code
	key    []byte                    // of a sealed database; nil if it lies in clear
	vfs    string                    // layer under SQLite; tests put one there that fails. "" is the system's
	init   func(*sqlite3.Conn) error // tests make the disk small with it
}

// At gives the store a clock; without it revisions carry the time of day.
func At(now func() time.Time) Option { return func(o *options) { o.now = now } }

// As gives the name that another process is told while this one owns the
// folder; without it the user's name of the system.
func As(owner string) Option { return func(o *options) { o.owner = owner } }

// With gives the passphrase of a sealed folder, or its recovery code.
func With(secret string) Option { return func(o *options) { o.secret = secret } }

// Open opens the data folder dir and makes it if there is none. It returns an
// error that is ErrLocked, ErrNewer, ErrReadOnly, ErrFull or ErrNoFolder; a
// sealed folder that is opened without its passphrase is ErrSealed, with another
// one ErrPassphrase.
//
// A damaged database is no error: it is moved aside and kept, what can be read
// of it goes into a new one, and the second result says so; so does it where
// there is a copy of a database, but nothing in the database or none at all. It
// is nil if all was well.
func Open(dir string, with ...Option) (*Store, *Recovery, error) {
	o := newOptions(with)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, nil, fmt.Errorf("store %s: %w", dir, classify(err))
	}
	l, err := takeLock(filepath.Join(dir, lockName), o)
	if err != nil {
		return nil, nil, fmt.Errorf("store %s: %w", dir, classify(err))
	}
	s := &Store{dir: dir, lock: l, now: o.now}
	recovery, err := s.open(o)
	if err != nil {
		if s.db != nil {
			err = firstOf(err, s.db.Close())
		}
		l.release()
		return nil, nil, fmt.Errorf("store %s: %w", dir, classify(err))
	}
	return s, recovery, nil
}

func newOptions(with []Option) options {
	o := options{now: func() time.Time { return time.Now().In(annotate.Beijing).Truncate(time.Second) }, owner: userName()}
	for _, w := range with {
		w(&o)
	}
	return o
}

// open opens the database, and once more after it had to be recovered.
func (s *Store) open(o options) (*Recovery, error) {
	e, err := readEnvelope(s.dir)
	if err != nil {
		return nil, err
	}
	if e != nil {
		if o.key, err = e.open(o.secret); err != nil {
			return nil, err
		}
	}
	s.opt = o
	recovery, err := finishExchange(s.dir, o)
	if err == nil {
		err = settle(s.dir, o)
	}
	if err != nil {
		return nil, err
	}
	if emptied(s.dir, o) {
		err = ErrDamaged
	} else {
		err = s.connect(s.path(), o)
	}
	if damaged(err) {
		if recovery, err = recoverFile(s.dir, o); err == nil {
			err = s.connect(s.path(), o)
		}
	}
	if err != nil {
		return nil, err
	}
	if s.file, err = identity(s.path()); err != nil {
		return nil, err
	}
	s.daily()
	return recovery, nil
}

// connect opens the file, sees whether it is sound and brings it to the newest
// schema. On an error no connection is left open.
func (s *Store) connect(path string, o options) error {
	db, err := openFile(path, o)
	if err != nil {
		return err
	}
	err = sound(db)
	if err == nil {
		err = migrate(db, len(migrations))
	}
	if err != nil {
		return firstOf(err, db.Close())
	}
	s.db = db
	return nil
}

// openFile opens a database file as every connection of this room is opened.
//
// The process owns the folder, so the file stays locked and the WAL needs no
// shared memory. FULL makes a commit wait for the disk: a deputy types a few
// words a second at most, and a power cut must not cost one.
func openFile(path string, o options) (*sql.DB, error) {
	db, err := driver.Open(address(path, o), func(c *sqlite3.Conn) error {
		if o.init != nil {
			if err := o.init(c); err != nil {
				return err
			}
		}
		return c.Exec(`
			PRAGMA locking_mode = exclusive;
			PRAGMA journal_mode = wal;
			PRAGMA synchronous = full;
			PRAGMA foreign_keys = on;
			PRAGMA secure_delete = on;
			PRAGMA temp_store = memory;`)
	})
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	db.SetMaxIdleConns(1)
	db.SetConnMaxLifetime(0)
	return db, nil
}

// sound asks SQLite whether the file holds together, and looks at what the
// columns hold: a flipped bit in a text is no fault to SQLite.
func sound(db *sql.DB) error {
	var said string
	if err := db.QueryRow(`PRAGMA quick_check(1)`).Scan(&said); err != nil {
		return err
	}
	if said != "ok" {
		return fmt.Errorf("%w: %s", ErrDamaged, said)
	}
	var have int
	if err := db.QueryRow(`PRAGMA user_version`).Scan(&have); err != nil {
		return err
	}
	if have == 0 || have > len(migrations) {
		return nil // nothing in it yet, or migrate will say so
	}
	for _, t := range []string{"note", "draft", "draft_revision", "note_before"} {
		var broken int
		if err := db.QueryRow(`SELECT count(*) FROM ` + t + ` WHERE NOT json_valid(body)`).Scan(&broken); err != nil {
			return err
		}
		if broken > 0 {
			return fmt.Errorf("%w: %d rows of %s", ErrDamaged, broken, t)
		}
	}
	return nil
}

// Close lets go of the folder.
func (s *Store) Close() error {
	err := s.db.Close()
	s.lock.release()
	if err != nil {
		return fmt.Errorf("store %s: close: %w", s.dir, classify(err))
	}
	return nil
}

// path is where the database lies.
func (s *Store) path() string { return filepath.Join(s.dir, s.opt.name()) }

// name is the file of the database.
func (o options) name() string {
	if o.key != nil {
		return sealedName
	}
	return FileName
}

// Dir is the data folder.
func (s *Store) Dir() string { return s.dir }

// write runs f in a transaction that is on the disk when write returns nil.
func (s *Store) write(what string, f func(tx *sql.Tx) error) error {
	if err := s.present(); err != nil {
		return fmt.Errorf("store: %s: %w", what, err)
	}
	tx, err := s.db.Begin()
	if err != nil {
		return s.failed(what, err)
	}
	if err := f(tx); err != nil {
		// A rollback can only fail if the transaction is gone already.
		_ = tx.Rollback()
		return s.failed(what, err)
	}
	if err := tx.Commit(); err != nil {
		return s.failed(what, err)
	}
	return nil
}

// present says whether the database still lies where it was opened. An open
// file outlives its folder on some systems: saving would then seem to work.
func (s *Store) present() error {
	now, err := os.Stat(s.path())
	if err != nil || !os.SameFile(s.file, now) {
		return fmt.Errorf("%s: %w", s.dir, ErrNoFolder)
	}
	return nil
}

// identity is what tells the file at path from another one that comes into its
// place. On Windows it is only read when it is first asked for, and that must be
// now.
func identity(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	if err == nil && !os.SameFile(info, info) {
		err = fmt.Errorf("%s: %w", path, fs.ErrNotExist) // it went away meanwhile
	}
	return info, err
}

func (s *Store) failed(what string, err error) error {
	return fmt.Errorf("store: %s: %w", what, classify(err))
}

// stamp is the time of a change as it is written in the database.
func (s *Store) stamp() string { return s.now().Format(time.RFC3339) }

func parseStamp(text string) time.Time {
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		return time.Time{} // only this room writes stamps
	}
	return t.In(annotate.Beijing)
}

// bodies reads one JSON value a row from the first column of a query.
func bodies[T any](s *Store, what, query string, args ...any) ([]T, error) {
	rows, err := s.db.Query(query, args...)
	if err != nil {
		return nil, s.failed(what, err)
	}
	defer done(rows)
	var all []T
	for rows.Next() {
		var body []byte
		if err := rows.Scan(&body); err != nil {
			return nil, s.failed(what, err)
		}
		var v T
		if err := json.Unmarshal(body, &v); err != nil {
			return nil, s.failed(what, fmt.Errorf("%w: %w", ErrDamaged, err))
		}
		all = append(all, v)
	}
	if err := rows.Err(); err != nil {
		return nil, s.failed(what, err)
	}
	return all, nil
}

// done closes what was only read from: whether all was read is known before.
func done(c io.Closer) { _ = c.Close() }

// firstOf returns the first error, if any: the second one only followed from it.
func firstOf(a, b error) error {
	if a != nil {
		return a
	}
	return b
}
