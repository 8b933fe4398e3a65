package store

import (
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"deputydesk/annotate/disk"
)

// A Recovery says that the database was damaged and what was saved of it. It is
// an error, since nobody opens a data folder expecting one; but the store that
// came with it works.
type Recovery struct {
	Kept   string         // path of the damaged file, which is never deleted; "" if there was none
	Saved  map[string]int // rows that are there again, by table: "note", "draft" …
	Lost   []string       // tables of which something could not be read
	Backup string         // path of the copy that rows of those were taken from; "" for none
}

// Error says in one line what happened.
func (r *Recovery) Error() string {
	if r.Kept == "" {
		return fmt.Sprintf("the database was gone: %d drafts and %d notes taken from %s", r.Saved["draft"], r.Saved["note"], r.Backup)
	}
	said := fmt.Sprintf("the database was damaged: %d drafts and %d notes recovered, the damaged file is kept as %s",
		r.Saved["draft"], r.Saved["note"], r.Kept)
	if len(r.Lost) > 0 {
		said += "; not all could be read of: " + strings.Join(r.Lost, ", ")
	}
	return said
}

// Names of recovery in the data folder.
const (
	readingName   = "desk-reading.db"   // a copy, since reading may change a database
	fillingName   = "desk-filling.db"   // the new database while it is being filled
	recoveredName = "desk-recovered.db" // the new database, complete, on its way to FileName
)

// emptied reports whether the database of dir is gone or has no byte in it,
// though there is a copy of it: a power cut may leave the one, a virus scanner
// the other. SQLite would take either for a new database.
func emptied(dir string, o options) bool {
	info, err := os.Stat(filepath.Join(dir, o.name()))
	return (errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0) && len(backups(dir)) > 0
}

// recoverFile moves the damaged database of dir aside, together with its log,
// and puts in its place a new one with what can be read of it. The new one is
// complete before the damaged one is touched: whenever the machine goes down,
// the next start either finds the damaged file again or finishes the exchange.
func recoverFile(dir string, o options) (*Recovery, error) {
	path := filepath.Join(dir, o.name())
	reading, filling := filepath.Join(dir, readingName), filepath.Join(dir, fillingName)
	drop(reading)
	drop(filling)
	defer drop(reading)
	for _, tail := range []string{"", "-wal"} {
		if err := copyFile(path+tail, reading+tail); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	r := &Recovery{Saved: map[string]int{}}
	if err := r.fill(reading, filling, o); err != nil {
		return nil, err
	}
	if err := disk.Rename(filling, filepath.Join(dir, recoveredName)); err != nil {
		return nil, err
	}
	return r, r.exchange(dir, o)
}

// exchange puts the complete new database in the place of the damaged one.
func (r *Recovery) exchange(dir string, o options) error {
	path := filepath.Join(dir, o.name())
	kept, err := freeName(dir, o.keptName("damaged")+o.now().Format("20060102-150405"))
	if err != nil {
		return err
	}
	for _, tail := range []string{"", "-wal", "-journal"} {
		err := disk.Rename(path+tail, kept+tail)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if err == nil && tail == "" {
			r.Kept = kept
		}
	}
	return disk.Rename(filepath.Join(dir, recoveredName), path)
}

// finishExchange does what exchange had left to do when the machine went down.
func finishExchange(dir string, o options) (*Recovery, error) {
	if _, err := os.Lstat(filepath.Join(dir, recoveredName)); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	r := &Recovery{Saved: map[string]int{}}
	return r, r.exchange(dir, o)
}

// freeName returns the path of a file name.db in dir that is not there yet.
func freeName(dir, name string) (string, error) {
	for n := 1; ; n++ {
		path := filepath.Join(dir, name+".db")
		if n > 1 {
			path = filepath.Join(dir, fmt.Sprintf("%s-%d.db", name, n))
		}
		if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
			return path, nil
		} else if err != nil {
			return "", err
		}
	}
}

// drop removes a database that this file made, and its log. What is not there
// need not be removed, and what cannot be removed is overwritten or left.
func drop(path string) {
	for _, tail := range []string{"", "-wal", "-journal", "-shm"} {
		_ = disk.Remove(path + tail)
	}
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer func() { _ = in.Close() }() // it was only read
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return firstOf(err, out.Close())
}

// fill makes the database at path to from what can be read at path from.
func (r *Recovery) fill(from, to string, o options) error {
	fresh, err := openFile(to, o)
	if err != nil {
		return err
	}
	if err := migrate(fresh, len(migrations)); err != nil {
		return firstOf(err, fresh.Close())
	}
	err = r.salvage(from, fresh, o)
	if err == nil && len(r.Lost) > 0 {
		err = r.complete(filepath.Dir(from), from, fresh, o)
	}
	return firstOf(err, fresh.Close())
}

// salvage reads what can be read of the damaged file.
func (r *Recovery) salvage(from string, fresh *sql.DB, o options) error {
	old, err := openFile(from, options{key: o.key, init: tolerant})
	if err != nil {
		return err
	}
	defer done(old)
	var version int
	if old.QueryRow(`PRAGMA user_version`).Scan(&version) != nil || version == 0 {
		// Not even its first page can be read, or there is none.
		for _, t := range salvaged {
			r.Lost = append(r.Lost, t.table)
		}
		return nil
	}
	for _, t := range salvaged {
		if err := r.table(old, fresh, t.table, t.columns); err != nil {
			return err
		}
	}
	return nil
}

// complete takes from the newest sound backup the rows that are missing in the
// tables of which something was lost. It reads a copy, at path work.
func (r *Recovery) complete(dir, work string, fresh *sql.DB, o options) error {
	for _, path := range backups(dir) {
		drop(work)
		if _, err := takeCopy(path, work); err != nil {
			return err
		}
		old, err := openFile(work, options{key: o.key})
		if err != nil {
			return err
		}
		if sound(old) != nil {
			_ = old.Close() // a copy, and no good
			continue
		}
		for _, t := range salvaged {
			if err == nil && slices.Contains(r.Lost, t.table) {
				err = r.missing(old, fresh, t.table, t.columns)
			}
		}
		r.Backup = path
		return firstOf(err, old.Close())
	}
	return nil
}

// missing copies the rows whose key is not there yet.
func (r *Recovery) missing(old, fresh *sql.DB, table, columns string) error {
	tx, err := fresh.Begin()
	if err != nil {
		return err
	}
	c := &copier{old: old, tx: tx, table: table, columns: columns, anyRow: true}
	c.run(`ORDER BY rowid`)
	if c.err != nil {
		_ = tx.Rollback() // the first error counts
		return c.err
	}
	r.Saved[table] += c.rows
	return tx.Commit()
}

// tolerant lets SQLite read a file that is shorter than its own first page
// says; only a copy is opened so.
func tolerant(c *sqlite3.Conn) error { return c.Exec(`PRAGMA writable_schema = on`) }

// table copies the rows of one table: from the front as far as they can be
// read, then from the back, and what lies between one by one. The error is one
// of writing.
func (r *Recovery) table(old, fresh *sql.DB, table, columns string) error {
	var there int
	if err := old.QueryRow(`SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = ?`, table).Scan(&there); err == nil && there == 0 {
		return nil // an older schema
	}
	tx, err := fresh.Begin()
	if err != nil {
		return err
	}
	c := &copier{old: old, tx: tx, table: table, columns: columns}
	front, whole := c.run(`ORDER BY rowid`)
	if !whole && c.err == nil {
		r.Lost = append(r.Lost, table)
		back, _ := c.run(`ORDER BY rowid DESC`)
		if back == 0 {
			back = front + probed
		}
		for id := front + 1; id < back && id <= front+probed && c.err == nil; id++ {
			c.run(fmt.Sprintf(`WHERE rowid = %d`, id))
		}
	}
	if whole && c.broken {
		r.Lost = append(r.Lost, table)
	}
	if c.err != nil {
		_ = tx.Rollback() // the first error counts
		return c.err
	}
	r.Saved[table] = c.rows
	return tx.Commit()
}

// probed is how many rows in a damaged stretch are tried one by one. A deputy
// has hundreds of notes and a session thousands of entries; each try takes some
// microseconds.
const probed = 100_000

// A copier copies rows of one table.
type copier struct {
	old            *sql.DB
	tx             *sql.Tx
	table, columns string
	anyRow         bool // rows get new rowids
	rows           int
	broken         bool  // a row was left out since its value makes no sense
	err            error // of writing
}

// run copies the rows that a query finds. It returns the last rowid it read and
// whether the query came to its end.
func (c *copier) run(which string) (last int64, whole bool) {
	rows, err := c.old.Query(`SELECT rowid, ` + c.columns + ` FROM ` + c.table + ` NOT INDEXED ` + which)
	if err != nil {
		return 0, false
	}
	defer done(rows)
	names := strings.Split(c.columns, ", ")
	width := len(names)
	insert := `INSERT OR IGNORE INTO ` + c.table + ` (rowid, ` + c.columns + `) VALUES (?` + strings.Repeat(", ?", width) + `)`
	for rows.Next() {
		values := make([]any, width+1)
		into := make([]any, width+1)
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return last, false
		}
		id, ok := values[0].(int64)
		if !ok {
			return last, false
		}
		last = id
		if !wellFormed(names, values[1:]) {
			c.broken = true
			continue
		}
		if c.anyRow {
			values[0] = nil // the database gives the row a number
		}
		done, err := c.tx.Exec(insert, values...)
		if err != nil {
			if damaged(err) || classifiedFull(err) {
				c.err = err
				return last, false
			}
			continue // a row so damaged that it breaks the table's own rules
		}
		if n, err := done.RowsAffected(); err == nil {
			c.rows += int(n)
		}
	}
	return last, rows.Err() == nil
}

// wellFormed says whether the values that should be JSON are.
func wellFormed(names []string, values []any) bool {
	for i, name := range names {
		if name != "body" && name != "value" && name != "meta" {
			continue
		}
		text, ok := values[i].(string)
		if !ok || !json.Valid([]byte(text)) {
			return false
		}
	}
	return true
}

func classifiedFull(err error) bool { return errors.Is(classify(err), ErrFull) }
