package store

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/chacha20poly1305"

	"deputydesk/annotate/disk"
)

// keyName is the file that says a data folder is sealed: the key of the
// database, wrapped once by the passphrase and once by the recovery code.
const keyName = "desk.key"

// keyLen is the length of a data key in bytes.
const keyLen = 32

// An envelope is the content of keyName. Whoever has it and neither of the two
// secrets has nothing.
type envelope struct {
	Format     int     `json:"format"`
	Passphrase wrapped `json:"passphrase"`
	Recovery   wrapped `json:"recovery"` // 恢复码
}

// A wrapped key is a data key sealed with XChaCha20-Poly1305 under a key that
// Argon2id makes of a secret.
type wrapped struct {
	Salt    []byte `json:"salt"`
	Time    uint32 `json:"time"`   // passes
	Memory  uint32 `json:"memory"` // KiB
	Threads uint8  `json:"threads"`
	Sealed  []byte `json:"sealed"` // nonce, ciphertext, tag
}

// What a new key costs to try: some tenths of a second and 64 MiB for each
// guess. A file may ask for more, but not for so much that opening it is an
// attack.
const mostTime, mostMemory = 64, 2 << 20

var argonTime, argonMemory, argonThreads uint32 = 3, 64 << 10, 4 // tests guess cheaply

func wrap(dataKey []byte, secret string) (wrapped, error) {
	w := wrapped{Salt: make([]byte, 16), Time: argonTime, Memory: argonMemory, Threads: uint8(argonThreads)}
	nonce := make([]byte, chacha20poly1305.NonceSizeX)
	if _, err := rand.Read(w.Salt); err != nil {
		return w, err
	}
	if _, err := rand.Read(nonce); err != nil {
		return w, err
	}
	aead, err := chacha20poly1305.NewX(w.stretch(secret))
	if err != nil {
		return w, err
	}
	w.Sealed = aead.Seal(nonce, nonce, dataKey, nil)
	return w, nil
}

func (w wrapped) stretch(secret string) []byte {
	return argon2.IDKey([]byte(secret), w.Salt, w.Time, w.Memory, w.Threads, chacha20poly1305.KeySize)
}

// unwrap returns the data key, or ErrPassphrase.
func (w wrapped) unwrap(secret string) ([]byte, error) {
	if w.Time < 1 || w.Time > mostTime || w.Memory < 8 || w.Memory > mostMemory || w.Threads < 1 || len(w.Sealed) < chacha20poly1305.NonceSizeX {
		return nil, fmt.Errorf("%s: %w", keyName, ErrDamaged)
	}
	aead, err := chacha20poly1305.NewX(w.stretch(secret))
	if err != nil {
		return nil, err
	}
	key, err := aead.Open(nil, w.Sealed[:aead.NonceSize()], w.Sealed[aead.NonceSize():], nil)
	if err != nil {
		return nil, ErrPassphrase
	}
	if len(key) != keyLen {
		return nil, fmt.Errorf("%s: %w", keyName, ErrDamaged)
	}
	return key, nil
}

// seal makes an envelope for dataKey and the recovery code that also opens it.
func seal(dataKey []byte, passphrase string) (envelope, string, error) {
	code, err := newCode()
	if err != nil {
		return envelope{}, "", err
	}
	e := envelope{Format: 1}
	if e.Passphrase, err = wrap(dataKey, passphrase); err != nil {
		return e, "", err
	}
	e.Recovery, err = wrap(dataKey, plainCode(code))
	return e, code, err
}

// open returns the data key if secret is the passphrase or the recovery code.
func (e envelope) open(secret string) ([]byte, error) {
	if e.Format != 1 {
		return nil, fmt.Errorf("%s: format %d: %w", keyName, e.Format, ErrNewer)
	}
	if secret == "" {
		return nil, ErrSealed
	}
	key, err := e.Passphrase.unwrap(secret)
	if errors.Is(err, ErrPassphrase) && len(plainCode(secret)) == codeLen {
		return e.Recovery.unwrap(plainCode(secret))
	}
	return key, err
}

// readEnvelope returns the envelope of dir, nil if the folder is not sealed.
func readEnvelope(dir string) (*envelope, error) {
	data, err := os.ReadFile(filepath.Join(dir, keyName))
	if errors.Is(err, fs.ErrNotExist) {
		return lostEnvelope(dir)
	}
	if err != nil {
		return nil, err
	}
	e := new(envelope)
	if err := json.Unmarshal(data, e); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", keyName, ErrDamaged, err)
	}
	return e, nil
}

// write puts the envelope into dir; from then on the folder is sealed with it.
func (e envelope) write(dir string) error {
	data, err := json.MarshalIndent(e, "", "  ")
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(dir, keyName), append(data, '\n'))
}

// partTail names a file while it is being written.
const partTail = ".part"

// writeWhole writes a file that is complete and on the disk, or not there.
func writeWhole(path string, data []byte) error {
	part := path + partTail
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	err = firstOf(err, f.Sync())
	if err = firstOf(err, f.Close()); err != nil {
		return err
	}
	if err := disk.Rename(part, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

// codeLetters are what a recovery code is written in: no I, L, O or U, which
// are misread on paper. codeLen of them are 125 bits.
const (
	codeLetters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
	codeLen     = 25
)

// newCode makes a recovery code: "7K2QF-…", five groups of five.
func newCode() (string, error) {
	raw := make([]byte, codeLen)
	if _, err := rand.Read(raw); err != nil {
		return "", err
	}
	var b strings.Builder
	for i, r := range raw {
		if i > 0 && i%5 == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(codeLetters[r%32])
	}
	return b.String(), nil
}

// misread turns what eyes and hands make of a code back into it.
var misread = strings.NewReplacer("O", "0", "I", "1", "L", "1", "-", "", " ", "", "－", "", "—", "", "　", "")

// plainCode is a recovery code as it is hashed: its letters and digits.
func plainCode(code string) string { return misread.Replace(strings.ToUpper(code)) }
