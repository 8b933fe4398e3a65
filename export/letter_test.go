package export

import (
	"bytes"
	"crypto/ed25519"
	"errors"
	"testing"

	"deputydesk/annotate"
)

func pair(t *testing.T) (secret, public string) {
	t.Helper()
	secret, public, err := NewKey()
	if err != nil {
		t.Fatal(err)
	}
	return secret, public
}

func TestLettersAreReadByThoseTheyAreFor(t *testing.T) {
	committee, committeePublic := pair(t)
	own, ownPublic := pair(t)
	other, _ := pair(t)
	plain := []byte("一份建议")
	letter, err := Encrypt(plain, committeePublic, ownPublic)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(letter, plain) || !IsLetter(letter) || IsLetter(plain) {
		t.Error("what is a letter is not told apart")
	}
	for _, tt := range []struct {
		reader  string
		secrets []string
		want    error
	}{
		{"the committee", []string{committee}, nil},
		{"the deputy", []string{own}, nil},
		{"one of several", []string{other, committee + "\n"}, nil},
		{"somebody else", []string{other}, ErrClosed},
		{"nobody", nil, ErrClosed},
		{"no key", []string{"abc"}, ErrNotSecret},
	} {
		got, err := Decrypt(letter, tt.secrets...)
		if !errors.Is(err, tt.want) || tt.want == nil && !bytes.Equal(got, plain) {
			t.Errorf("%s: %q, %v", tt.reader, got, err)
		}
	}
	for at := len(letterHead); at < len(letter); at += 7 {
		bent := bytes.Clone(letter)
		bent[at] ^= 1
		if got, err := Decrypt(bent, committee); err == nil && !bytes.Equal(got, plain) {
			t.Errorf("byte %d changed: read as %q", at, got)
		}
	}
	if _, err := Decrypt(letter[:len(letter)-5], committee); err == nil {
		t.Error("a letter cut short was read")
	}
	if _, err := Encrypt(plain); !errors.Is(err, ErrNoReader) {
		t.Errorf("to nobody: %v", err)
	}
}

// What an attacker on the way may do to a signed packet, and what becomes of it.
func TestSignedPacketsShowWhatWasDoneToThem(t *testing.T) {
	key := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{7}, ed25519.SeedSize))
	made := func(revision int) Packet {
		p := annotate.New("5b0c6c2e-6f0d-4f0c-8a43-0f5d2f1d7e11", annotate.Suggestion)
		p.Revision = revision
		p.Body.Proposal = "增加公共充电桩"
		packet, err := NewPacket("测试代表甲", []annotate.Proposal{p})
		if err != nil {
			t.Fatal(err)
		}
		packet.Sign(key)
		return packet
	}
	first, second := made(1), made(2)
	for _, tt := range []struct {
		name string
		do   func(p *Packet)
		want error
	}{
		{"nothing", func(*Packet) {}, nil},
		{"an older item under the newer manifest", func(p *Packet) { p.raw = first.raw }, ErrAltered},
		{"the older manifest with its items, under the newer signature", func(p *Packet) { p.raw, p.manifest = first.raw, first.manifest }, ErrAltered},
		{"a word of the manifest", func(p *Packet) { p.manifest = bytes.Replace(p.manifest, []byte("甲"), []byte("乙"), 1) }, ErrAltered},
		{"the signature of another key in its place", func(p *Packet) {
			p.Sign(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{8}, ed25519.SeedSize)))
		}, nil}, // whole, and the key says that it is somebody else
	} {
		p := second
		tt.do(&p)
		data, err := p.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		got, err := Unpack("x.dbz", data)
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
		if tt.want == nil && bytes.Equal(got.Seal.Key, second.Seal.Key) != (tt.name == "nothing") {
			t.Errorf("%s: the key does not tell", tt.name)
		}
	}
}

// Whatever is called a letter, opening it ends with the packet or an error.
func FuzzDecrypt(f *testing.F) {
	const secret = "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX"
	f.Add([]byte(letterHead + "-> X25519 abc\nabc\n--- abc\n"))
	f.Add([]byte(letterHead))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Decrypt(data, secret)
		if err == nil && IsLetter(data) == bytes.Equal(got, data) {
			t.Errorf("%q opened as itself", data)
		}
	})
}
