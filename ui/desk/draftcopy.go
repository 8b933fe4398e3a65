package desk

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/export"

	"github.com/google/uuid"
)

// ErrNothingToCopy is why nothing was copied: the file holds no proposal.
var ErrNothingToCopy = errors.New("no proposal in it")

// A Template is a draft to begin others from.
type Template struct {
	ID       string            `json:"id"`
	Name     string            `json:"name"`
	Proposal annotate.Proposal `json:"proposal"`
}

const templateRecord = "template"

// fresh is a new draft that says what p says. Who signed and when, the number of
// the earlier paper and the day do not come along, and the deputy is whoever
// writes here now.
func (d *Desk) fresh(p annotate.Proposal) annotate.Proposal {
	p = p.Bare()
	p.ID, p.Revision, p.State = annotate.ProposalID(uuid.NewString()), 1, annotate.Drafting
	p.Created, p.Changed = d.set.Now(), d.set.Now()
	p.Date, p.Hour, p.When = d.set.Now().Format(time.DateOnly), "", "大会期间"
	p.Cosigners, p.EarlierNumber = nil, ""
	if p.Session == "" || d.open.Session != "" {
		p.Session = d.open.Session
	}
	if card := d.Card(); card.Name != "" {
		p.Deputy = card
	}
	d.meetingDefaults(&p)
	d.Bind(&p)
	return p
}

// Copy makes a new draft (复制为新稿) that says what p says: last year's, one
// from a packet, or the open one.
func (d *Desk) Copy(p annotate.Proposal) Action {
	if d.store == nil {
		return Action{Off: d.trouble}
	}
	return Action{Do: func() {
		d.tell(d.Flush())
		d.openNew(d.fresh(p))
	}}
}

// openNew saves a draft that is new here and opens it.
func (d *Desk) openNew(p annotate.Proposal) {
	if err := d.store.SaveDraft(p); err != nil {
		d.tell(err)
		return
	}
	d.drafts = append([]annotate.Proposal{p}, d.drafts...)
	d.tell(d.index.SetPrivate(d.privateDocs()))
	d.openDraft(p)
}

// CopyDraft copies a draft of the list.
func (d *Desk) CopyDraft(id annotate.ProposalID) Action {
	if d.draft != nil && d.draft.ID == id {
		return d.Copy(*d.draft)
	}
	for _, p := range d.drafts {
		if p.ID == id {
			return d.Copy(p)
		}
	}
	return Action{Off: ErrNoDraft}
}

// ReadProposals reads what can be copied out of a file: a packet, a paper with
// the data inside, or FILE.toml.
func (d *Desk) ReadProposals(path string) ([]annotate.Proposal, error) {
	name := filepath.Base(path)
	if strings.EqualFold(filepath.Ext(path), ".toml") {
		data, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		p, err := annotate.ReadFile(name, data)
		if err != nil {
			return nil, &Refusal{"desk.file.badtext", []any{"detail", err}, err}
		}
		return []annotate.Proposal{p}, nil
	}
	packet, err := d.ReadPacket(path)
	if err != nil {
		return nil, &Refusal{"desk.draft.copy.bad", []any{"file", name, "detail", err}, err}
	}
	if len(packet.Items) == 0 {
		return nil, &Refusal{"desk.draft.copy.bad", []any{"file", name, "detail", ErrNothingToCopy}, ErrNothingToCopy}
	}
	d.takeFiles(packet)
	return packet.Items, nil
}

// takeFiles keeps the attachments that came in a packet, so that a copy has
// them.
func (d *Desk) takeFiles(packet export.Packet) {
	for _, p := range packet.Items {
		for _, f := range p.Files {
			if data := packet.Attachment(f.SHA256); data != nil {
				d.tell(d.keepFile(f.SHA256, data))
			}
		}
	}
}

// Templates are what drafts can be begun from, in the order in which they were
// made.
func (d *Desk) Templates() []Template {
	if d.store == nil {
		return nil
	}
	all, err := store.Records[Template](d.store, templateRecord)
	if err != nil {
		d.tell(err)
	}
	return all
}

// SaveTemplate keeps the open draft as a template called name, or by its title;
// Undo takes it off the list. Its author, signers and day are left out.
func (d *Desk) SaveTemplate(name string) {
	if d.draft == nil || d.store == nil {
		d.tell(ErrNoDraft)
		return
	}
	p := d.draft.Bare()
	p.Deputy, p.Cosigners, p.Date, p.Hour, p.EarlierNumber = annotate.Deputy{}, nil, "", "", ""
	if name = strings.TrimSpace(name); name == "" {
		name = p.Title
	}
	t := Template{ID: uuid.NewString(), Name: name, Proposal: p}
	keep := func() error { return d.store.SaveRecords(store.Record{Kind: templateRecord, ID: t.ID, Value: t}) }
	if err := keep(); err != nil {
		d.tell(err)
		return
	}
	d.did(step{undo: func() error { return d.store.SaveRecords(store.Record{Kind: templateRecord, ID: t.ID}) }, redo: keep})
	d.tell(&Outcome{"desk.draft.template.saved", []any{"name", name}})
}

// FromTemplate begins a draft from a template.
func (d *Desk) FromTemplate(id string) Action {
	all := d.Templates()
	at := slices.IndexFunc(all, func(t Template) bool { return t.ID == id })
	if at < 0 {
		return Action{Off: ErrNoDraft}
	}
	return d.Copy(all[at].Proposal)
}

// DropTemplate takes a template off the list; Undo brings it back.
func (d *Desk) DropTemplate(id string) {
	all := d.Templates()
	at := slices.IndexFunc(all, func(t Template) bool { return t.ID == id })
	if at < 0 {
		return
	}
	t := all[at]
	drop := func() error { return d.store.SaveRecords(store.Record{Kind: templateRecord, ID: id}) }
	if err := drop(); err != nil {
		d.tell(err)
		return
	}
	d.did(step{undo: func() error { return d.store.SaveRecords(store.Record{Kind: templateRecord, ID: id, Value: t}) }, redo: drop})
	d.changed(Drafted)
}

// AddDraft takes what a file holds among the drafts and opens the last of it: a
// FILE.toml keeps its id and finds its attachments beside it; proposals of a
// packet or a paper are copied. It returns how many there were.
func (d *Desk) AddDraft(path string) (int, error) {
	all, err := d.ReadProposals(path)
	if err != nil {
		return 0, err
	}
	for _, p := range all {
		if !strings.EqualFold(filepath.Ext(path), ".toml") {
			d.openNew(d.fresh(p))
			continue
		}
		if err := d.AttachBeside(&p, filepath.Dir(path)); err != nil {
			return 0, err
		}
		if err := d.adopt(p); err != nil && !GoodNews(err) {
			return 0, err
		}
	}
	return len(all), nil
}

// DraftCalled finds a draft of the list by its id, the beginning of it or its
// short code.
func (d *Desk) DraftCalled(name string) (annotate.Proposal, bool) {
	plain := func(s string) string { return strings.ToLower(strings.ReplaceAll(s, "-", "")) }
	code, _, _ := strings.Cut(name, "/")
	var found []annotate.Proposal
	for _, p := range d.drafts {
		if string(p.ID) == name {
			return p, true
		}
		if code != "" && strings.HasPrefix(plain(string(p.ID)), plain(code)) {
			found = append(found, p)
		}
	}
	if len(found) != 1 {
		return annotate.Proposal{}, false
	}
	return found[0], true
}
