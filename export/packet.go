package export

import (
	"archive/zip"
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"maps"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// Packet format (.dbz), schema 1.
//
// A packet is a zip file, its entries stored without compression, without times
// and in the order of their names, so that the same proposals are the same
// bytes on every machine:
//
//	manifest.json           a Manifest
//	items/<uuid>.json       one annotate.Proposal each, less its state and times
//	attachments/<sha256>    the bytes of each file that an item names
//	signature               a Seal over the bytes of manifest.json; may be missing
//
// The manifest holds the hash of every item, and the packet's id is the hash of
// these hashes: a changed item, or one taken out or put in, is found out.
//
// Readers keep fields and entries they do not know. A change that an old reader
// would misread is named in the manifest's "critical" list: a reader refuses a
// packet whose list has a name it does not know. Readers also refuse names that
// lead anywhere else, an entry that stands twice, and more than the limits in unpack.go.

// packetSchema is the schema that is written.
const packetSchema = 1

// A Packet carries proposals from one machine to another.
type Packet struct {
	Manifest Manifest            `json:"manifest"`
	Items    []annotate.Proposal `json:"items"`               // in the order of their ids
	Seal     *Seal               `json:"signature,omitempty"` // nil: not signed

	manifest []byte            // manifest.json as read or written
	raw      map[string][]byte // entries by name, as read or written, less manifest and signature
}

// A Manifest says what a packet holds.
type Manifest struct {
	Schema   int       `json:"schema"`
	Critical []string  `json:"critical,omitempty"` // what a reader must know to read this
	ID       string    `json:"id"`                 // hash of the items, 64 hex digits
	Sender   string    `json:"sender"`
	Sequence int       `json:"sequence"`       // the highest revision among the items
	Time     string    `json:"time,omitempty"` // civil date, the latest among the items
	Editions []Edition `json:"editions,omitempty"`
	Items    []Item    `json:"items"`
}

// An Edition says to which text the items refer.
type Edition struct {
	Report  report.ID      `json:"report"`
	Edition report.Edition `json:"edition"`
}

// An Item is one line of the manifest.
type Item struct {
	ID       annotate.ProposalID `json:"id"`
	Revision int                 `json:"revision"`
	Form     annotate.Form       `json:"kind"`
	Title    string              `json:"title"`
	SHA256   string              `json:"sha256"` // of items/<id>.json
}

// A Seal is a digital signature, made with a key that the sender's program once made for
// itself. It says that two packets come from the same machine, not whose it is.
type Seal struct {
	Algorithm string `json:"algorithm"` // "ed25519"
	Key       []byte `json:"key"`       // public key, base64 in JSON
	Value     []byte `json:"value"`
}

// Pack returns the bytes of a packet with the given proposals, unsigned.
func Pack(sender string, items []annotate.Proposal) ([]byte, error) {
	p, err := NewPacket(sender, items)
	if err != nil {
		return nil, err
	}
	return p.Bytes()
}

// NewPacket returns a packet with the given proposals, in the order of their
// ids. It refuses a proposal whose id is no UUID, and the same one twice.
func NewPacket(sender string, items []annotate.Proposal) (Packet, error) {
	p := Packet{
		Manifest: Manifest{Schema: packetSchema, Sender: sender, Items: []Item{}},
		Items:    slices.Clone(items),
		raw:      map[string][]byte{},
	}
	slices.SortFunc(p.Items, func(a, b annotate.Proposal) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for i := range p.Items {
		item := &p.Items[i]
		*item = item.Bare()
		if !properID(item.ID) {
			return Packet{}, fmt.Errorf("packet: proposal %q: id %q is not a UUID", item.Title, item.ID)
		}
		name := itemName(item.ID)
		if p.raw[name] != nil {
			return Packet{}, fmt.Errorf("packet: proposal %s: given twice", item.ID)
		}
		data, err := encode(item)
		if err != nil {
			return Packet{}, fmt.Errorf("packet: proposal %s: %w", item.ID, err)
		}
		p.raw[name] = data
		p.Manifest.Items = append(p.Manifest.Items, Item{item.ID, item.Revision, item.Form, item.Title, digest(data)})
		p.Manifest.Sequence = max(p.Manifest.Sequence, item.Revision)
		p.Manifest.Time = max(p.Manifest.Time, item.Date)
		p.Manifest.Editions = appendEditions(p.Manifest.Editions, *item)
	}
	slices.SortFunc(p.Manifest.Editions, func(a, b Edition) int {
		return strings.Compare(string(a.Report)+" "+string(a.Edition), string(b.Report)+" "+string(b.Edition))
	})
	p.Manifest.ID = packetID(p.Manifest.Items)
	var err error
	p.manifest, err = encode(p.Manifest)
	return p, err
}

func appendEditions(all []Edition, p annotate.Proposal) []Edition {
	add := func(a annotate.Anchor) {
		e := Edition{a.Report, a.Edition}
		if a.Report != "" && !slices.Contains(all, e) {
			all = append(all, e)
		}
	}
	for _, c := range p.Cites {
		add(c.Anchor)
	}
	for _, a := range p.Amends {
		add(a.Anchor)
	}
	return all
}

// packetID hashes the ids and hashes of the items, which are in order.
func packetID(items []Item) string {
	var b strings.Builder
	for _, i := range items {
		fmt.Fprintf(&b, "%s %s\n", i.ID, i.SHA256)
	}
	return digest([]byte(b.String()))
}

// Sign puts the signature of key on p, in place of an earlier one.
func (p *Packet) Sign(key ed25519.PrivateKey) {
	public, ok := key.Public().(ed25519.PublicKey)
	if !ok {
		return // an ed25519 key has no other public key
	}
	p.Seal = &Seal{Algorithm: "ed25519", Key: public, Value: ed25519.Sign(key, p.manifest)}
}

// Raw returns the JSON of the item called id as it came, with the fields that
// this program does not know; nil if there is none.
func (p Packet) Raw(id annotate.ProposalID) json.RawMessage { return p.raw[itemName(id)] }

// Bytes returns p as a file. A packet that was read comes out with every field
// and entry it came with.
func (p Packet) Bytes() ([]byte, error) {
	entries := map[string][]byte{"manifest.json": p.manifest}
	maps.Copy(entries, p.raw)
	if p.Seal != nil {
		data, err := encode(p.Seal)
		if err != nil {
			return nil, fmt.Errorf("packet: signature: %w", err)
		}
		entries["signature"] = data
	}
	data, err := zipped(entries)
	if err != nil {
		return nil, fmt.Errorf("packet: %w", err)
	}
	return data, nil
}

// zipped writes entries as every file of this room is written: in the order of
// their names, stored, without times.
func zipped(entries map[string][]byte) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(entries)) {
		data := entries[name]
		// Written raw, an entry has neither time nor trailer.
		e, err := w.CreateRaw(&zip.FileHeader{
			Name:               name,
			Method:             zip.Store,
			Flags:              utf8Name,
			CRC32:              crc32.ChecksumIEEE(data),
			CompressedSize64:   uint64(len(data)),
			UncompressedSize64: uint64(len(data)),
		})
		if err == nil {
			_, err = e.Write(data)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// utf8Name is the flag of a zip entry that its name is UTF-8.
const utf8Name = 0x800

func itemName(id annotate.ProposalID) string { return "items/" + string(id) + ".json" }

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// encode writes v as JSON that people can read: indented, Chinese as it is.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(v)
	return b.Bytes(), err
}
