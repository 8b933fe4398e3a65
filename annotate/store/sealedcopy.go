package store

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"deputydesk/annotate/disk"
)

// A copy of a sealed database is one file: this line, the envelope on a line,
// the encrypted blocks. It can be opened on any machine by whoever knows the
// passphrase, and by nobody else.
const copyMagic = "deputy desk sealed copy 1\n"

// longestEnvelope bounds the second line, in bytes.
const longestEnvelope = 64 << 10

// wrapCopy puts the envelope of dir before the encrypted database at path.
func wrapCopy(dir, path string) error {
	e, err := readEnvelope(dir)
	if err != nil {
		return err
	}
	if e == nil {
		return fmt.Errorf("%s: %w", keyName, fs.ErrNotExist)
	}
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	bare := path + ".bare"
	if err := disk.Rename(path, bare); err != nil {
		return err
	}
	defer drop(bare)
	in, err := os.Open(bare)
	if err != nil {
		return err
	}
	defer done(in)
	out, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, io.MultiReader(strings.NewReader(copyMagic), bytes.NewReader(append(line, '\n')), in))
	return firstOf(err, out.Close())
}

// takeCopy writes the database that the copy at path holds to the file to, and
// returns its envelope; nil if the copy lies in clear.
func takeCopy(path, to string) (*envelope, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer done(in)
	e, body, err := copyHead(in)
	if err == nil && e == nil {
		e, err = besideKept(path)
	}
	if err != nil {
		return nil, err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return nil, err
	}
	_, err = io.Copy(out, body)
	return e, firstOf(err, out.Close())
}

// besideKept returns the envelope of a sealed database that was put aside.
func besideKept(path string) (*envelope, error) {
	data, err := os.ReadFile(keyOf(path))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	e := new(envelope)
	if err == nil {
		err = json.Unmarshal(data, e)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(keyOf(path)), err)
	}
	return e, nil
}

// copyHead reads what stands before the database in a copy.
func copyHead(in io.Reader) (*envelope, io.Reader, error) {
	body := bufio.NewReaderSize(in, longestEnvelope)
	if head, err := body.Peek(len(copyMagic)); err != nil || string(head) != copyMagic {
		return nil, body, nil // a short file is no sealed copy; whoever opens it will say so
	}
	if _, err := body.Discard(len(copyMagic)); err != nil {
		return nil, nil, err
	}
	line, err := body.ReadSlice('\n')
	if err != nil {
		return nil, nil, fmt.Errorf("%w: its envelope is cut short", ErrDamaged)
	}
	e := new(envelope)
	if err := json.Unmarshal(line, e); err != nil {
		return nil, nil, fmt.Errorf("%w: its envelope: %w", ErrDamaged, err)
	}
	return e, body, nil
}

// SealedCopy reports whether the copy at path asks for a passphrase.
func SealedCopy(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer done(f)
	e, _, err := copyHead(f)
	if err == nil && e == nil {
		e, err = besideKept(path)
	}
	return err == nil && e != nil
}

// lostEnvelope finds the envelope of a sealed folder whose key file is gone, in
// the newest backup; nil if the folder has no sealed database, or lies in clear.
func lostEnvelope(dir string) (*envelope, error) {
	for name, want := range map[string]bool{sealedName: true, FileName: false, keyGone: false} {
		_, err := os.Lstat(filepath.Join(dir, name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		if (err == nil) != want {
			return nil, nil
		}
	}
	for _, path := range backups(dir) {
		f, err := os.Open(path)
		if err != nil {
			continue // an older one may do
		}
		e, _, err := copyHead(f)
		done(f)
		if err == nil && e != nil {
			return e, e.write(dir)
		}
	}
	return nil, fmt.Errorf("%s is missing, and no backup has it: %w", keyName, ErrNoKey)
}

// keyTail names the key file beside a sealed database that is kept.
const keyTail = ".key"

func keyOf(kept string) string { return kept + keyTail }

// keptName is the beginning of the name of a database that is put aside.
func (o options) keptName(why string) string {
	if o.key != nil {
		return "desk-sealed-" + why + "-"
	}
	return "desk-" + why + "-"
}

// syncFile waits until what was written at path is on the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return firstOf(f.Sync(), f.Close())
}
