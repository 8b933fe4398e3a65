package store

import (
	"bytes"
	"cmp"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	_ "github.com/ncruces/go-sqlite3/vfs/adiantum" // registers sealedVFS
	"golang.org/x/crypto/chacha20poly1305"

	"deputydesk/annotate/disk"
)

// Names of a sealed folder. A plain and a sealed database have different names,
// so that no start can take the one for the other; keyName decides which holds.
const (
	sealedName = "desk-sealed.db"
	openedName = "desk-opened.db" // the plain database while a seal is being taken off
	keyGone    = "desk.key.gone"  // the seal is off, what it held has yet to be removed
	keptTail   = ".sealed"        // a damaged or replaced plain database, sealed as a whole
)

// sealedVFS is the file layer of a sealed database: every block is encrypted.
const sealedVFS = "adiantum"

// keptPatterns are the plain databases that are kept for their owner and never
// opened; a seal covers them too.
var keptPatterns = []string{"desk-damaged-*.db*", "desk-replaced-*.db*"}

// Sealed reports whether the data folder dir asks for a passphrase.
func Sealed(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, keyName))
	return err == nil
}

// CheckSecret says whether secret opens the sealed folder dir without opening
// it: nil, ErrPassphrase, or ErrSealed for an empty one.
func CheckSecret(dir, secret string) error {
	e, err := readEnvelope(dir)
	if err == nil && e != nil {
		_, err = e.open(secret)
	}
	if err != nil {
		return fmt.Errorf("store %s: %w", dir, classify(err))
	}
	return nil
}

// Sealed reports whether what is saved is encrypted on the disk.
func (s *Store) Sealed() bool { return s.opt.key != nil }

// Seal encrypts everything in the folder under passphrase: the database, its
// backups and kept copies; what stood there in clear is removed. A store that is
// sealed already gets the new passphrase. The recovery code, which also opens
// the store, is returned once and kept nowhere. Whenever the machine goes down,
// the folder holds one whole store, sealed or not.
func (s *Store) Seal(passphrase string) (code string, err error) {
	if code, err = s.seal(passphrase); err != nil {
		return "", s.failed("seal", err)
	}
	return code, nil
}

func (s *Store) seal(passphrase string) (string, error) {
	if strings.TrimSpace(passphrase) == "" {
		return "", ErrPassphrase
	}
	if err := s.present(); err != nil {
		return "", err
	}
	key := s.opt.key
	if key == nil {
		key = make([]byte, keyLen)
		if _, err := rand.Read(key); err != nil {
			return "", err
		}
	}
	e, code, err := seal(key, passphrase)
	if err != nil {
		return "", err
	}
	if s.opt.key != nil {
		return code, e.write(s.dir)
	}
	o := s.opt
	o.key = key
	if err := s.swap(o, filepath.Join(s.dir, sealedName), func() error { return e.write(s.dir) }); err != nil {
		return "", err
	}
	s.daily()
	return code, nil
}

// Unseal takes the seal off: everything lies in clear again.
func (s *Store) Unseal() error {
	if s.opt.key == nil {
		return nil
	}
	o := s.opt
	o.key = nil
	err := s.swap(o, filepath.Join(s.dir, openedName), func() error {
		if err := errors.Join(openKept(s.dir, s.opt.key), leaveKeys(s.dir)); err != nil {
			return err
		}
		return disk.Rename(filepath.Join(s.dir, keyName), filepath.Join(s.dir, keyGone))
	})
	if err != nil {
		return s.failed("unseal", err)
	}
	s.daily()
	return nil
}

// swap writes the database anew at path as o says, calls commit, and goes on
// with the new one. Before commit returns nil the old one holds.
func (s *Store) swap(o options, path string, commit func() error) error {
	drop(path)
	_, err := s.db.Exec(`VACUUM INTO ?`, address(path, o))
	if err == nil {
		err = syncFile(path)
	}
	if err == nil {
		err = commit()
	}
	if err != nil {
		drop(path)
		return err
	}
	old, was := s.db, s.path()
	s.opt = o
	err = old.Close()
	if err == nil {
		drop(was) // its content has just been written anew
		err = settle(s.dir, o)
	}
	if err != nil {
		return err
	}
	if s.db, err = openFile(s.path(), o); err != nil {
		return err
	}
	s.file, err = identity(s.path())
	return err
}

// settle finishes what a change of the seal left to do, on the way or after the
// machine went down, and does nothing in a folder that is at rest.
func settle(dir string, o options) error {
	at := func(name string) string { return filepath.Join(dir, name) }
	if o.key != nil {
		drop(at(openedName))
		if _, err := os.Lstat(at(sealedName)); errors.Is(err, fs.ErrNotExist) {
			return nil // nothing to stand for what lies in clear
		} else if err != nil {
			return err
		}
		if plainDatabase(at(FileName)) {
			if err := keepPlain(dir, o); err != nil {
				return err
			}
		}
		for _, name := range []string{readingName, fillingName} {
			if plainDatabase(at(name)) {
				drop(at(name))
			}
		}
		copies, err := filepath.Glob(filepath.Join(globbed(dir), backupFolder, "*"))
		if err != nil {
			return err
		}
		for _, path := range copies { // also one that was never finished
			if plainDatabase(path) {
				_ = disk.Remove(path) // the next one is sealed; tried again at the next start
			}
		}
		return sealKept(dir, o.key)
	}
	_, err := os.Lstat(at(keyGone))
	gone := err == nil
	if _, err := os.Lstat(at(openedName)); err == nil && gone {
		if err := disk.Rename(at(openedName), at(FileName)); err != nil {
			return err
		}
	} else {
		drop(at(openedName))
	}
	if gone && plainDatabase(at(FileName)) {
		drop(at(sealedName))
		for _, path := range backups(dir) {
			if !plainDatabase(path) {
				_ = disk.Remove(path) // the next one is plain
			}
		}
		return disk.Remove(at(keyGone))
	}
	return nil
}

// keepPlain puts a plain database that lies in a sealed folder aside, where
// sealKept will find it: somebody may have copied it there.
func keepPlain(dir string, o options) error {
	path := filepath.Join(dir, FileName)
	kept, err := freeName(dir, "desk-replaced-"+o.now().Format("20060102-150405"))
	if err != nil {
		return err
	}
	if err := disk.Rename(path+"-wal", kept+"-wal"); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return disk.Rename(path, kept)
}

// plainDatabase says whether the file at path can be read by anybody.
func plainDatabase(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer done(f)
	head := make([]byte, 16)
	_, err = f.ReadAt(head, 0)
	return err == nil && bytes.HasPrefix(head, []byte("SQLite format 3"))
}

// keptKey is the key of files that are sealed as a whole.
func keptKey(key []byte) []byte {
	mac := hmac.New(sha256.New, key)
	_, _ = mac.Write([]byte("kept files")) // a hash takes everything
	return mac.Sum(nil)
}

// sealKept seals the kept copies of dir that lie there in clear: some are
// damaged, so they are sealed as bytes.
func sealKept(dir string, key []byte) error {
	return eachKept(dir, key, func(path string, data []byte, aead cipher.AEAD) (string, []byte, error) {
		if strings.HasSuffix(path, keptTail) {
			return "", nil, nil
		}
		nonce := make([]byte, aead.NonceSize())
		if _, err := rand.Read(nonce); err != nil {
			return "", nil, err
		}
		return path + keptTail, aead.Seal(nonce, nonce, data, nil), nil
	})
}

// openKept opens what sealKept sealed. What is cut short, or of another key,
// stays as it is.
func openKept(dir string, key []byte) error {
	return eachKept(dir, key, func(path string, data []byte, aead cipher.AEAD) (string, []byte, error) {
		plain, ok := strings.CutSuffix(path, keptTail)
		if !ok || len(data) < aead.NonceSize() {
			return "", nil, nil
		}
		data, err := aead.Open(nil, data[:aead.NonceSize()], data[aead.NonceSize():], nil)
		if err != nil {
			return "", nil, nil
		}
		return plain, data, nil
	})
}

// eachKept writes each kept file anew as turn says, under the name that turn
// gives it, and removes the old one; "" leaves it.
func eachKept(dir string, key []byte, turn func(path string, data []byte, aead cipher.AEAD) (string, []byte, error)) error {
	aead, err := chacha20poly1305.NewX(keptKey(key))
	if err != nil {
		return err
	}
	for _, pattern := range keptPatterns {
		paths, err := filepath.Glob(filepath.Join(globbed(dir), pattern))
		if err != nil {
			return err
		}
		for _, path := range paths {
			if strings.HasSuffix(path, partTail) {
				// Never finished, and what it was made of is still there.
				if err := disk.Remove(path); err != nil {
					return err
				}
			}
		}
		for _, path := range paths {
			if strings.HasSuffix(path, partTail) {
				continue
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			to, data, err := turn(path, data, aead)
			if err == nil && to != "" {
				if err = writeWhole(to, data); err == nil {
					err = disk.Remove(path)
				}
			}
			if err != nil {
				return fmt.Errorf("%s: %w", filepath.Base(path), err)
			}
		}
	}
	return nil
}

// leaveKeys puts the key file beside each sealed database that is kept, so that
// its passphrase still opens it.
func leaveKeys(dir string) error {
	e, err := os.ReadFile(filepath.Join(dir, keyName))
	if err != nil {
		return err
	}
	paths, err := filepath.Glob(filepath.Join(globbed(dir), "desk-sealed-*-*.db"))
	for _, path := range paths {
		if _, had := os.Lstat(keyOf(path)); err == nil && had != nil {
			err = writeWhole(keyOf(path), e)
		}
	}
	return err
}

// globbed is dir as a pattern that matches nothing but itself.
func globbed(dir string) string {
	return strings.NewReplacer(`[`, `[[]`, `*`, `[*]`, `?`, `[?]`).Replace(dir)
}

// address is how SQLite is told of the database at path: with the key, if it is
// sealed. A drive stands right after the colon, as in file:C:/数据/desk.db; with a
// stroke before it Windows finds nothing.
func address(path string, o options) string {
	vfs := cmp.Or(o.vfs, "os")
	tail := ""
	if o.key != nil {
		vfs, tail = sealedVFS, "&hexkey="+hex.EncodeToString(o.key)
	}
	path = filepath.ToSlash(path)
	if strings.HasPrefix(path, "//") {
		path = "//" + path // a share: what stands after two strokes would be taken for an authority
	}
	return "file:" + strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(path) + "?vfs=" + vfs + tail
}
