package desk

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/export/pdf"

	"github.com/google/uuid"
)

// OpenFile does with a file what its content asks for, whatever it is called: a
// session package sets the program up, a proposal as text becomes a new draft,
// notes and corrections of targets are taken in, of a packet or a paper with one inside it
// is said what it is, and everything else is taken for a report.
func (d *Desk) OpenFile(path string) {
	name := filepath.Base(path)
	secrets := d.secrets()
	d.set.Background(func() {
		data, err := readSource(path)
		then := func() { d.ImportFile(path) }
		if err == nil {
			if do := d.opener(name, data, secrets); do != nil {
				then = do
			}
		}
		d.set.Post(func() {
			if err != nil { // of a file that nobody has looked into
				d.tell(fmt.Errorf("%s: %w", name, err))
				return
			}
			then()
		})
	})
}

// CarriesProposal reports whether a file holds the data of a proposal: it is a
// packet, or a paper with one inside.
func CarriesProposal(path string) bool {
	data, err := readSource(path)
	if err != nil {
		return false
	}
	_, inside := pdf.Data(data)
	return inside || export.Carried(data) == export.PacketFile
}

// opener reads a file that is no report and returns what to do with it on the
// desk; nil for one that may be a report. It does not touch the desk.
func (d *Desk) opener(name string, data []byte, secrets []string) func() {
	packet := data
	switch export.Carried(data) {
	case export.SessionArchive:
		o, err := readOffer(name, data)
		return func() {
			if err != nil {
				d.tell(refuse(name, err))
				return
			}
			d.consider(o)
		}
	case export.PacketFile:
	default:
		inside, ok := pdf.Data(data)
		if !ok {
			return d.textOpener(name, data)
		}
		packet = inside
	}
	p, err := unpack(name, packet, secrets)
	return func() {
		if err != nil {
			d.tell(refuse(name, err))
			return
		}
		d.tell(describe(p))
	}
}

// describe says what a packet holds.
func describe(p export.Packet) error {
	if len(p.Items) == 0 {
		return &Outcome{"desk.file.packet.empty", nil}
	}
	first := p.Items[0]
	key := "desk.file.packet"
	if len(p.Items) > 1 {
		key = "desk.file.packets"
	}
	return &Outcome{key, []any{"title", first.Title, "deputy", first.Deputy.Name, "kind", string(first.Form), "n", len(p.Items)}}
}

// importCorrections is ImportCorrections of a file that was read.
func (d *Desk) importCorrections(all []annotate.Correction) {
	fates, err := d.TakeCorrections(all)
	if err != nil {
		d.tell(err)
		return
	}
	args := []any{"n", len(fates)}
	for fate, n := range CountFates(fates) {
		args = append(args, string(fate), n)
	}
	d.tell(&Outcome{"desk.corrections.taken", args})
}

// errOtherJSON is why a file of data is not taken in.
var errOtherJSON = errors.New("neither notes nor corrections of targets")

// importNotes is ImportNotes of a file that was read, and turns to them.
func (d *Desk) importNotes(all []annotate.Annotation) {
	fates, err := d.TakeNotes(all)
	if err != nil {
		d.tell(err)
		return
	}
	args := []any{"n", len(fates)}
	for outcome, n := range CountTaken(fates) {
		args = append(args, string(outcome), n)
	}
	d.Turn(Margin)
	d.tell(&Outcome{"desk.notes.taken", args})
}

// mostDraft is how large a proposal as text may be, in bytes; a long one has a
// thousandth of it.
const mostDraft = 8 << 20

// textOpener is opener for a proposal as text: one that is called so, or that
// reads as one.
func (d *Desk) textOpener(name string, data []byte) func() {
	if all, err := annotate.ReadCorrections(name, data); err == nil {
		return func() { d.importCorrections(all) }
	}
	if all, err := export.ReadNotes(name, data); err == nil {
		return func() { d.importNotes(all) }
	}
	if strings.EqualFold(filepath.Ext(name), ".json") {
		return func() { d.tell(&Refusal{"desk.file.badjson", []any{"file", name}, errOtherJSON}) }
	}
	called := strings.EqualFold(filepath.Ext(name), ".toml")
	if !called && (len(data) > mostDraft || !utf8.Valid(data)) {
		return nil
	}
	p, err := annotate.ReadFile(name, data)
	if !called && (err != nil || p.Title == "") {
		return nil
	}
	return func() {
		if err != nil {
			d.tell(&Refusal{"desk.file.badtext", []any{"detail", err}, err})
			return
		}
		d.tell(d.adopt(p))
	}
}

// adopt makes a proposal that was read a draft of this desk and opens it. It
// keeps its id, by which staff know its revisions, unless a draft that is or was
// here has the same: no draft is ever overwritten.
func (d *Desk) adopt(p annotate.Proposal) error {
	if d.store == nil {
		return d.trouble
	}
	if err := d.Flush(); err != nil {
		return err
	}
	deleted, err := d.store.DeletedDrafts()
	if err != nil {
		return err
	}
	key := "desk.file.draft"
	for _, other := range append(deleted, d.drafts...) {
		if other.ID == p.ID {
			p.ID, key = annotate.ProposalID(uuid.NewString()), "desk.file.draft.again"
			p.Revision = 1
			break
		}
	}
	d.Bind(&p)
	p.State = annotate.Drafting
	p.Created, p.Changed = d.set.Now(), d.set.Now()
	if err := d.store.SaveDraft(p); err != nil {
		return fmt.Errorf("draft not saved: %w", err)
	}
	d.drafts = append([]annotate.Proposal{p}, d.drafts...)
	if err := d.index.SetPrivate(d.privateDocs()); err != nil {
		return err
	}
	d.openDraft(p)
	return &Outcome{key, []any{"title", p.Title}}
}
