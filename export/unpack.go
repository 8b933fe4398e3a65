package export

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/google/uuid"

	"deputydesk/annotate"
)

// Limits of a packet that is read. A proposal is some 10 kB and a session has
// some 500; whatever is a hundred times that is no packet but an attack or an
// accident.
const (
	maxPacket  = 64 << 20  // bytes of the file
	maxEntries = 5000      // entries of the zip
	maxEntry   = 8 << 20   // bytes of one entry, unpacked
	maxContent = 256 << 20 // bytes of all entries, unpacked
)

// What is wrong with a packet; every error of Unpack is one of them.
var (
	ErrPacket   = errors.New("not a usable packet")
	ErrAltered  = errors.New("the content was altered")
	ErrTooLarge = errors.New("too large")
	ErrCritical = errors.New("made by a newer program")
)

// critical lists the names that this reader knows; so far there are none.
var critical []string

// Unpack reads a packet; name stands in its errors. A packet that it returns is
// whole: its items are those the manifest names, and a signature, if there is
// one, is right.
func Unpack(name string, data []byte) (Packet, error) {
	p, err := unpack(data)
	if err != nil {
		return Packet{}, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}

func unpack(data []byte) (Packet, error) {
	entries, err := unzip(data, maxEntry, ErrPacket)
	if err != nil {
		return Packet{}, err
	}
	var p Packet
	p.manifest = entries["manifest.json"]
	if p.manifest == nil {
		return p, fmt.Errorf("no manifest.json: %w", ErrPacket)
	}
	if err := json.Unmarshal(p.manifest, &p.Manifest); err != nil {
		return p, fmt.Errorf("manifest.json: %w: %w", ErrPacket, err)
	}
	for _, name := range p.Manifest.Critical {
		if !slices.Contains(critical, name) {
			return p, fmt.Errorf("critical %q: %w", name, ErrCritical)
		}
	}
	if p.Manifest.Schema < 1 {
		return p, fmt.Errorf("schema %d: %w", p.Manifest.Schema, ErrPacket)
	}
	if err := p.verify(entries["signature"]); err != nil {
		return p, err
	}
	delete(entries, "manifest.json")
	delete(entries, "signature")
	p.raw = entries
	return p, p.readItems()
}

// verify checks the signature, if there is one.
func (p *Packet) verify(data []byte) error {
	if data == nil {
		return nil
	}
	s := new(Seal)
	if err := json.Unmarshal(data, s); err != nil {
		return fmt.Errorf("signature: %w: %w", ErrPacket, err)
	}
	if s.Algorithm != "ed25519" || len(s.Key) != ed25519.PublicKeySize {
		return fmt.Errorf("signature: unknown kind %q: %w", s.Algorithm, ErrPacket)
	}
	if !ed25519.Verify(s.Key, p.manifest, s.Value) {
		return fmt.Errorf("signature: %w", ErrAltered)
	}
	p.Seal = s
	return nil
}

// readItems reads the items that the manifest names and sees that there are no
// others.
func (p *Packet) readItems() error {
	named := map[string]bool{}
	for _, i := range p.Manifest.Items {
		name := itemName(i.ID)
		data := p.raw[name]
		switch {
		case !properID(i.ID) || named[name]:
			return fmt.Errorf("item %q: %w", i.ID, ErrPacket)
		case data == nil:
			return fmt.Errorf("item %s: missing: %w", i.ID, ErrAltered)
		case digest(data) != i.SHA256:
			return fmt.Errorf("item %s: %w", i.ID, ErrAltered)
		}
		named[name] = true
		var item annotate.Proposal
		if err := json.Unmarshal(data, &item); err != nil {
			return fmt.Errorf("item %s: %w: %w", i.ID, ErrPacket, err)
		}
		if item.ID != i.ID {
			return fmt.Errorf("item %s: holds %q: %w", i.ID, item.ID, ErrAltered)
		}
		p.Items = append(p.Items, item)
	}
	for name := range p.raw {
		if strings.HasPrefix(name, "items/") && !named[name] {
			return fmt.Errorf("%s: not in the manifest: %w", name, ErrAltered)
		}
	}
	if id := packetID(p.Manifest.Items); id != p.Manifest.ID {
		return fmt.Errorf("id: %w", ErrAltered)
	}
	return p.verifyFiles()
}

// unzip returns the entries of a zip file by name, within the limits: most bytes
// an entry. A file that is no such zip is called bad.
func unzip(data []byte, most int, bad error) (map[string][]byte, error) {
	if len(data) > maxPacket {
		return nil, fmt.Errorf("%d MB: %w", len(data)>>20, ErrTooLarge)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", bad, err)
	}
	if len(z.File) > maxEntries {
		return nil, fmt.Errorf("%d entries: %w", len(z.File), ErrTooLarge)
	}
	entries, seen, total := map[string][]byte{}, map[string]bool{}, 0
	for _, f := range z.File {
		if !properName(f.Name) || seen[strings.ToLower(f.Name)] {
			return nil, fmt.Errorf("entry %q: %w", f.Name, bad)
		}
		seen[strings.ToLower(f.Name)] = true
		content, err := readEntry(f, min(most, maxContent-total), bad)
		if err != nil {
			return nil, fmt.Errorf("entry %q: %w", f.Name, err)
		}
		total += len(content)
		entries[f.Name] = content
	}
	return entries, nil
}

// readEntry reads at most limit bytes, whatever size the entry claims to have.
func readEntry(f *zip.File, limit int, bad error) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", bad, err)
	}
	defer func() { _ = r.Close() }() // it was only read
	content, err := io.ReadAll(io.LimitReader(r, int64(limit)+1))
	if len(content) > limit {
		return nil, ErrTooLarge
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrAltered, err)
	}
	return content, nil
}

// properName says whether an entry's name is a plain relative path.
func properName(name string) bool {
	if name == "" || strings.ContainsAny(name, "\\:\x00") || strings.HasPrefix(name, "/") || strings.HasSuffix(name, "/") {
		return false
	}
	for _, part := range strings.Split(name, "/") {
		if part == "" || part == "." || part == ".." {
			return false
		}
	}
	return true
}

// properID says whether id is a UUID in its usual form, which is safe as a
// file name.
func properID(id annotate.ProposalID) bool {
	u, err := uuid.Parse(string(id))
	return err == nil && u.String() == string(id)
}
