package export

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"filippo.io/age"
)

// A packet may travel as a letter: the whole file encrypted with age to those
// who may read it. It is signed before, so that the signature is inside; age
// does not say who sent a file.

// letterHead is how every file of age begins.
const letterHead = "age-encryption.org/v1\n"

// Why a letter is not read.
var (
	ErrClosed    = errors.New("encrypted to somebody else")
	ErrNoReader  = errors.New("no key to encrypt to")
	ErrNotSecret = errors.New("not a secret key of age")
)

// NewKey makes the key pair of a reader: secret, which begins with
// AGE-SECRET-KEY-1 and stays where it is made, and public, which begins with
// age1 and goes into the session package 会议包.
func NewKey() (secret, public string, err error) {
	id, err := age.GenerateX25519Identity()
	if err != nil {
		return "", "", fmt.Errorf("key: %w", err)
	}
	return id.String(), id.Recipient().String(), nil
}

// PublicKey is the public half of a secret key.
func PublicKey(secret string) (string, error) {
	id, err := age.ParseX25519Identity(strings.TrimSpace(secret))
	if err != nil {
		return "", fmt.Errorf("key: %w", ErrNotSecret)
	}
	return id.Recipient().String(), nil
}

// IsLetter reports whether data is encrypted.
func IsLetter(data []byte) bool { return bytes.HasPrefix(data, []byte(letterHead)) }

// Encrypt makes packet a letter to all the given public keys; each of them opens
// it alone.
func Encrypt(packet []byte, to ...string) ([]byte, error) {
	var readers []age.Recipient
	for _, key := range to {
		r, err := age.ParseX25519Recipient(key)
		if err != nil {
			return nil, fmt.Errorf("letter: %w: %w", ErrNoReader, err)
		}
		readers = append(readers, r)
	}
	if len(readers) == 0 {
		return nil, fmt.Errorf("letter: %w", ErrNoReader)
	}
	var b bytes.Buffer
	w, err := age.Encrypt(&b, readers...)
	if err == nil {
		_, err = w.Write(packet)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("letter: %w", err)
	}
	return b.Bytes(), nil
}

// Decrypt opens a letter with whichever of the secret keys opens it; without one
// of them the error is ErrClosed. What is no letter comes back as it is.
func Decrypt(data []byte, secrets ...string) ([]byte, error) {
	if !IsLetter(data) {
		return data, nil
	}
	if len(data) > maxPacket {
		return nil, fmt.Errorf("letter: %d MB: %w", len(data)>>20, ErrTooLarge)
	}
	var ids []age.Identity
	for _, s := range secrets {
		id, err := age.ParseX25519Identity(strings.TrimSpace(s))
		if err != nil {
			return nil, fmt.Errorf("letter: %w", ErrNotSecret)
		}
		ids = append(ids, id)
	}
	if len(ids) == 0 {
		return nil, fmt.Errorf("letter: %w", ErrClosed)
	}
	r, err := age.Decrypt(bytes.NewReader(data), ids...)
	var none *age.NoIdentityMatchError
	if errors.As(err, &none) {
		return nil, fmt.Errorf("letter: %w", ErrClosed)
	}
	if err != nil {
		return nil, fmt.Errorf("letter: %w: %w", ErrPacket, err)
	}
	packet, err := io.ReadAll(io.LimitReader(r, maxPacket+1))
	if err != nil {
		return nil, fmt.Errorf("letter: %w: %w", ErrAltered, err)
	}
	if len(packet) > maxPacket {
		return nil, fmt.Errorf("letter: %w", ErrTooLarge)
	}
	return packet, nil
}
