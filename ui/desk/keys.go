package desk

import (
	"crypto/ed25519"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/export/pdf"
)

// keysSetting holds the keys of this desk, which are made silently the first
// time it is opened: nobody enrols anything.
const keysSetting = "keys"

// A keyring is the secrets of one desk. It lies in the store, and is encrypted
// with it.
type keyring struct {
	Sign []byte   `json:"sign"` // seed of the Ed25519 key that signs packets
	Own  string   `json:"own"`  // age key, so that one's own letters can be opened again
	More []string `json:"more"` // age keys that staff brought along: the committee's
}

// loadKeys reads the keys, or makes them.
func (d *Desk) loadKeys() {
	if _, err := d.store.Setting(keysSetting, &d.keys); err != nil {
		d.tell(err)
		return
	}
	if len(d.keys.Sign) == ed25519.SeedSize && d.keys.Own != "" {
		return
	}
	fresh := keyring{Sign: make([]byte, ed25519.SeedSize), More: d.keys.More}
	_, err := rand.Read(fresh.Sign)
	if err == nil {
		fresh.Own, _, err = export.NewKey()
	}
	if err == nil {
		err = d.store.SetSetting(keysSetting, fresh)
	}
	if err != nil {
		return // packets are not signed then; a store that cannot be written says so itself
	}
	d.keys = fresh
}

// secrets are the keys that open letters to this desk.
func (d *Desk) secrets() []string {
	if d.keys.Own == "" {
		return d.keys.More
	}
	return append([]string{d.keys.Own}, d.keys.More...)
}

// UseKey lets the desk open what is encrypted to the committee until it is
// closed: secret is the committee's age key, as NewCommitteeKey writes it.
func (d *Desk) UseKey(secret string) error {
	if _, err := export.PublicKey(secret); err != nil {
		return err
	}
	d.keys.More = append(slices.Clone(d.keys.More), strings.TrimSpace(secret))
	return nil
}

// KeepKey is UseKey for good: staff opened their committee's key once.
func (d *Desk) KeepKey(secret string) error {
	if d.store == nil {
		return d.trouble
	}
	if slices.Contains(d.keys.More, strings.TrimSpace(secret)) {
		return nil
	}
	if err := d.UseKey(secret); err != nil {
		return err
	}
	return d.store.SetSetting(keysSetting, d.keys)
}

// PackProposals makes a packet of proposals with their attachments inside. It is
// signed if the desk keeps a key, and encrypted to the committee and to the desk
// itself if the session package brought the committee's key.
func (d *Desk) PackProposals(sender string, items []annotate.Proposal) ([]byte, error) {
	p, err := export.NewPacketFiles(sender, items, d.FileBytes)
	if err != nil {
		return nil, err
	}
	if len(d.keys.Sign) == ed25519.SeedSize {
		p.Sign(ed25519.NewKeyFromSeed(d.keys.Sign))
	}
	data, err := p.Bytes()
	if err != nil || d.CommitteeKey() == "" {
		return data, err
	}
	to := []string{d.CommitteeKey()}
	if own, err := export.PublicKey(d.keys.Own); err == nil {
		to = append(to, own)
	}
	return export.Encrypt(data, to...)
}

// ReadPacket reads a data file that somebody sent, or the one inside a paper.
// One that is encrypted needs a key of this desk.
func (d *Desk) ReadPacket(path string) (export.Packet, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return export.Packet{}, err
	}
	if inside, ok := pdf.Data(data); ok {
		data = inside
	}
	return unpack(path, data, d.secrets())
}

func unpack(name string, data []byte, secrets []string) (export.Packet, error) {
	data, err := export.Decrypt(data, secrets...)
	if err != nil {
		return export.Packet{}, fmt.Errorf("%s: %w", name, err)
	}
	return export.Unpack(name, data)
}

// NewCommitteeKey writes a new secret key to path, which must not be there yet,
// and returns the public one for session.toml.
func NewCommitteeKey(path string) (public string, err error) {
	secret, public, err := export.NewKey()
	if err != nil {
		return "", err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return "", err
	}
	_, err = f.WriteString(secret + "\n")
	return public, errors.Join(err, f.Sync(), f.Close())
}
