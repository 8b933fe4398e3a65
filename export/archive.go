package export

import (
	"archive/zip"
	"crypto/ed25519"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

// Session archive format (.dba, 归档), schema 1.
//
// One file holds everything that a session's register was: it is kept with the
// files of the session, opened years later to look something up, and opened
// once next year to compare with. It is a zip; entries are deflated, without
// times, so that the same register is the same bytes:
//
//	entries/<uuid>.json     one registry.Entry each: the proposal as it was handed
//	                        in, earlier revisions, number, decisions, journal
//	attachments/<sha256>    the bytes of each file that a proposal names
//	list.csv                the register as a table that any program opens
//	papers.json             a list of Issue: what was printed and handed out
//	manifest.json           an ArchiveManifest
//	signature               a Seal over the bytes of manifest.json; may be missing
//
// The manifest names every other entry with size and hash, and its id is the
// hash of these: a changed entry, or one taken out or put in, is found out. It
// and the signature stand last, since what they say is known last.
//
// Readers keep to the limits below whatever the file claims, refuse names that
// lead anywhere else, an entry that stands twice and one that the manifest does
// not name, and, by the manifest's "critical" list, what a newer program wrote in
// a way they would misread. Fields they do not know they pass over.

// archiveSchema is the schema that is written.
const archiveSchema = 1

// ErrArchive is wrapped by every error about a file that is no usable archive;
// ErrAltered and ErrTooLarge say the rest.
var ErrArchive = errors.New("not a usable archive")

// An Archive is the register of one session.
type Archive struct {
	Manifest ArchiveManifest
	Entries  []registry.Entry // in the order of the register
	Issued   []Issue
	Seal     *Seal // nil: not signed

	// Files returns the bytes of an attachment by its hash.
	Files func(hash string) ([]byte, error)
}

// An ArchiveManifest says what an archive holds.
type ArchiveManifest struct {
	Schema   int            `json:"schema"`
	Critical []string       `json:"critical,omitempty"` // what a reader must know to read this
	ID       string         `json:"id"`                 // hash of the files, 64 hex digits
	Session  string         `json:"session"`            // 漯河市第八届人民代表大会第三次会议
	Made     time.Time      `json:"made"`
	Maker    string         `json:"maker,omitempty"`
	Program  string         `json:"program,omitempty"`
	Order    []string       `json:"order"`             // ids of the entries, as they came
	Highest  map[string]int `json:"highest,omitempty"` // the last number given, by series
	Files    []ArchiveFile  `json:"files"`             // by name
}

// An ArchiveFile is one line of the manifest.
type ArchiveFile struct {
	Name   string `json:"name"`
	Size   int64  `json:"size"` // bytes, unpacked
	SHA256 string `json:"sha256"`
}

// An Issue 印发 is a paper or a folder that was made of the register.
type Issue struct {
	At        time.Time `json:"at"`
	Who       string    `json:"who,omitempty"`
	Job       string    `json:"job"`  // 目录, 汇编, 交办包 …
	Name      string    `json:"name"` // of the file or folder, without its place
	Pages     int       `json:"pages,omitempty"`
	Files     int       `json:"files,omitempty"`
	Proposals int       `json:"proposals"`
}

// An archiver writes the entries of one archive.
type archiver struct {
	z     *zip.Writer
	files []ArchiveFile
}

func (w *archiver) add(name string, data []byte) error {
	f, err := w.z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Flags: utf8Name})
	if err == nil {
		_, err = f.Write(data)
	}
	if err != nil {
		return fmt.Errorf("archive: %s: %w", name, err)
	}
	w.files = append(w.files, ArchiveFile{name, int64(len(data)), digest(data)})
	return nil
}

// WriteArchive writes a with the register as a table, list, and signs it with
// key if there is one. A proposal's file that Files does not know is left out
// and returned by its name: an old archive is better than none. step hears of
// each entry and stops the work with an error.
func WriteArchive(out io.Writer, a Archive, list []byte, key ed25519.PrivateKey, step func(done, of int) error) (manifest ArchiveManifest, missing []string, err error) {
	w := &archiver{z: zip.NewWriter(out)}
	there := map[string]bool{}
	m := a.Manifest
	m.Schema, m.Order = archiveSchema, []string{}
	for i, e := range a.Entries {
		if err := step(i, len(a.Entries)); err != nil {
			return m, nil, err
		}
		if !properID(e.Proposal.ID) {
			return m, nil, fmt.Errorf("archive: %q: id %q is not a UUID", e.Proposal.Title, e.Proposal.ID)
		}
		m.Order = append(m.Order, string(e.Proposal.ID))
		data, err := json.Marshal(e)
		if err == nil {
			err = w.add(entryName(e.Proposal.ID), data)
		}
		if err != nil {
			return m, nil, err
		}
		for _, f := range e.Attached() {
			if there[f.SHA256] {
				continue
			}
			there[f.SHA256] = true
			data, err := a.Files(f.SHA256)
			if err != nil {
				missing = append(missing, f.Name)
				continue
			}
			if err := w.add(attachments+f.SHA256, data); err != nil {
				return m, nil, err
			}
		}
	}
	papers, err := encode(a.Issued)
	if err != nil {
		return m, nil, err
	}
	if err := errors.Join(w.add("list.csv", list), w.add("papers.json", papers)); err != nil {
		return m, nil, err
	}
	slices.SortFunc(w.files, func(a, b ArchiveFile) int { return strings.Compare(a.Name, b.Name) })
	m.Files = w.files
	m.ID = archiveID(m.Files)
	data, err := encode(m)
	if err == nil {
		err = w.add("manifest.json", data)
	}
	if err == nil && key != nil {
		public, _ := key.Public().(ed25519.PublicKey)
		var seal []byte
		if seal, err = encode(Seal{Algorithm: "ed25519", Key: public, Value: ed25519.Sign(key, data)}); err == nil {
			err = w.add("signature", seal)
		}
	}
	return m, missing, errors.Join(err, w.z.Close())
}

// archiveID hashes the names and hashes of the files, which are in order.
func archiveID(files []ArchiveFile) string {
	var b strings.Builder
	for _, f := range files {
		fmt.Fprintf(&b, "%s %s\n", f.Name, f.SHA256)
	}
	return digest([]byte(b.String()))
}

func entryName(id annotate.ProposalID) string { return "entries/" + string(id) + ".json" }

// Classes counts what the entries of the archive were answered with: A 64, B 38.
// What was not answered does not count.
func (a Archive) Classes() map[string]int {
	n := map[string]int{}
	for _, e := range a.Entries {
		if e.Answer != "" {
			n[e.Answer]++
		}
	}
	return n
}
