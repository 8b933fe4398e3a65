package desk

import (
	"bufio"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"deputydesk/annotate/disk"
	"deputydesk/annotate/registry"
	"deputydesk/annotate/store"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/export/xlsx"
)

// issueRecord are the records of what was printed and handed out.
const issueRecord = "issued"

// archivedSetting keeps what was archived last.
const archivedSetting = "archived"

// An Archived is what is known of an archive of a session: one that was just
// written, or one that was opened.
type Archived struct {
	File    string    `json:"file"`
	ID      string    `json:"id"`
	Session string    `json:"session"`
	Maker   string    `json:"maker,omitempty"`
	Made    time.Time `json:"made"`
	Entries int       `json:"entries"`
	Files   int       `json:"files"` // in the archive, attachments included
	Bytes   int64     `json:"bytes"`
	Signed  string    `json:"signed,omitempty"` // fingerprint of the key; "" unsigned

	Missing []string `json:"missing,omitempty"` // attachments whose bytes were nowhere

	// Register is the fingerprint of the register that was archived.
	Register string `json:"register,omitempty"`
}

// NoteIssued writes down that something was printed or handed out.
func (d *Desk) NoteIssued(i export.Issue) {
	if d.store == nil {
		return
	}
	all, err := d.Issued()
	if err == nil {
		i.At = d.set.Now()
		err = d.store.SaveRecords(store.Record{Kind: issueRecord, ID: fmt.Sprintf("%06d", len(all)+1), Value: i})
	}
	d.tell(err)
}

// Issued is what was printed and handed out, the first first.
func (d *Desk) Issued() ([]export.Issue, error) {
	if d.store == nil {
		return nil, nil
	}
	return store.Records[export.Issue](d.store, issueRecord)
}

// A Keepsake is everything of a register that goes into an archive, so that it
// can be written away from the desk's goroutine.
type Keepsake struct {
	archive export.Archive
	list    []byte
	key     ed25519.PrivateKey
	print   string
}

// Keepsake takes the register as it stands. session and maker stand in the
// archive; session may be "" for that of the proposals.
func (d *Desk) Keepsake(w assets.Words, session, maker string) (Keepsake, error) {
	b, err := d.Book()
	if err != nil {
		return Keepsake{}, err
	}
	if len(b.Entries) == 0 {
		return Keepsake{}, ErrNoProposals
	}
	k := Keepsake{print: b.Fingerprint()}
	if k.archive.Issued, err = d.Issued(); err != nil {
		return k, err
	}
	if session == "" {
		session = b.Entries[0].Proposal.Session
	}
	k.archive.Entries, k.archive.Files = b.Entries, d.FileBytes
	k.archive.Manifest = export.ArchiveManifest{Session: session, Maker: maker, Made: d.set.Now(), Program: "deputydesk " + assets.Version, Highest: b.Highest}
	if k.list, err = xlsx.CSV(registerTable(w, b.Entries, export.Staff{Session: session})); err != nil {
		return k, err
	}
	if len(d.keys.Sign) == ed25519.SeedSize {
		k.key = ed25519.NewKeyFromSeed(d.keys.Sign)
	}
	return k, nil
}

// Write saves the archive at path and reads it back: what it returns stands in
// the file. When ctx is cancelled nothing is left. step may be nil.
func (k Keepsake) Write(ctx context.Context, path string, step func(done, of int)) (a Archived, err error) {
	tmp, err := os.CreateTemp(filepath.Dir(path), ".save-*")
	if err != nil {
		return a, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("archive %s: %w", filepath.Base(path), err), os.Remove(tmp.Name()))
		}
	}()
	out := bufio.NewWriterSize(tmp, 1<<20)
	_, missing, err := export.WriteArchive(out, k.archive, k.list, k.key, func(done, of int) error {
		if step != nil {
			step(done, of)
		}
		return ctx.Err()
	})
	if err == nil {
		err = out.Flush()
	}
	if err == nil {
		err = tmp.Sync()
	}
	if err = errors.Join(err, tmp.Close()); err != nil {
		return a, err
	}
	_, a, err = readArchive(tmp.Name())
	if err != nil {
		return a, err
	}
	if err := ctx.Err(); err != nil {
		return a, err
	}
	a.Missing, a.Register, a.File = missing, k.print, path
	return a, disk.Rename(tmp.Name(), path)
}

// readArchive reads and verifies an archive.
func readArchive(path string) (archive export.Archive, a Archived, err error) {
	f, err := os.Open(path)
	if err != nil {
		return archive, a, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	info, err := f.Stat()
	if err != nil {
		return archive, a, err
	}
	archive, err = export.ReadArchive(filepath.Base(path), f, info.Size())
	if err != nil {
		return archive, a, err
	}
	m := archive.Manifest
	a = Archived{File: path, ID: m.ID, Session: m.Session, Maker: m.Maker, Made: m.Made, Entries: len(archive.Entries), Files: len(m.Files), Bytes: info.Size()}
	if archive.Seal != nil {
		a.Signed = export.Fingerprint(hex.EncodeToString(archive.Seal.Key))
	}
	archive.Files = nil // the file is closed
	return archive, a, nil
}

// ReadArchive says what an archive holds, after it was verified.
func ReadArchive(path string) (Archived, error) {
	_, a, err := readArchive(path)
	return a, err
}

// KeepArchived remembers that the register was archived.
func (d *Desk) KeepArchived(a Archived) { d.tell(d.KeepSetting(archivedSetting, a)) }

// ArchivedLast is the archive that was written last, and whether the register is
// still what it holds.
func (d *Desk) ArchivedLast() (a Archived, current bool) {
	d.tell(d.Setting(archivedSetting, &a))
	if a.ID == "" {
		return a, false
	}
	b, err := d.Book()
	d.tell(err)
	return a, err == nil && b.Fingerprint() == a.Register
}

// ArchiveName is what the archive of a session is called unless the user says
// otherwise.
func ArchiveName(session string, made time.Time) string {
	return export.SafeName(session+"_归档_"+strconv.Itoa(made.Year())) + ".dba"
}

// Now is the desk's clock.
func (d *Desk) Now() time.Time { return d.set.Now() }

// hidden masks numbers of persons in free text.
var hidden = export.Hidden

// A Scrubbed 清除 says what went from the register, and what could not.
type Scrubbed struct {
	Entries  int      `json:"entries"`
	Deputies int      `json:"deputies"` // entries with a telephone, an address or a number of a card
	Named    int      `json:"named"`    // entries whose names went: they asked for it
	Texts    int      `json:"texts"`    // entries whose text went: it may not be published
	Files    int      `json:"files"`    // attachments
	Earlier  int      `json:"earlier"`  // revisions that others had replaced
	Left     []string `json:"left"`     // files that could not be removed
}

// Scrubbing says what ScrubRegister would take out.
func (d *Desk) Scrubbing() (Scrubbed, error) {
	b, err := d.Book()
	s := Scrubbed{Entries: len(b.Entries), Left: []string{}}
	for _, e := range b.Entries {
		p := e.Proposal
		after := registry.Scrub(e, func(text string) string { return text })
		q := after.Proposal
		count := func(n *int, yes bool) {
			if yes {
				*n++
			}
		}
		count(&s.Deputies, p.Deputy.Phone+p.Deputy.Address+p.Deputy.Postcode+p.Deputy.Number != "")
		count(&s.Named, p.Deputy.Name != q.Deputy.Name)
		count(&s.Texts, p.Body != q.Body)
		s.Files += len(p.Attachments) + len(e.Papers)
		s.Earlier += len(e.Earlier)
	}
	return s, err
}

// ScrubRegister 清除本届个人信息 takes everything out of the register that leads to a
// person and leaves nothing of it in the data folder, backups included. It
// cannot be taken back. Decisions, numbers, titles and public texts stay, and
// each journal says that it was done.
func (d *Desk) ScrubRegister(who string) (Scrubbed, error) {
	s, err := d.Scrubbing()
	if err != nil {
		return s, err
	}
	if s.Entries == 0 {
		return s, ErrNoProposals
	}
	if d.store == nil {
		return s, d.trouble
	}
	if d.taking {
		return s, ErrBusy
	}
	was, err := d.Book()
	if err != nil {
		return s, err
	}
	now := registry.Book{Entries: append([]registry.Entry{}, was.Entries...), Highest: was.Highest}
	now.ScrubAll(d.Decides(who), hidden)
	records := bookRecords(was, now)
	for hash := range d.attachedTo(was) {
		records = append(records, store.Record{Kind: fileRecord, ID: hash})
	}
	left, err := d.store.Erase(records...)
	s.Left = append(s.Left, left...)
	if err != nil {
		return s, err
	}
	d.done, d.undone = nil, nil // what can be taken back holds what went
	d.alike = comparison{}
	d.setBook(now)
	d.changed(Everything)
	return s, nil
}

// attachedTo are the hashes of attachments that only the register names.
func (d *Desk) attachedTo(b registry.Book) map[string]bool {
	all := map[string]bool{}
	for _, e := range b.Entries {
		for _, f := range e.Attached() {
			all[f.SHA256] = true
		}
	}
	for _, p := range d.drafts {
		for _, f := range p.Files {
			delete(all, f.SHA256)
		}
	}
	return all
}
