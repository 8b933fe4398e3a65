package desk

import (
	"path/filepath"
	"slices"
	"strings"

	"deputydesk/annotate/registry"
	"deputydesk/annotate/store"
	"deputydesk/assets"
)

// Records of sessions that were archived and are compared with.
const (
	pastRecord      = "past"
	pastEntryRecord = "past-entry"
)

// A Past 上届 is an archived session that this one is compared with.
type Past struct {
	Archived
	Proposals []registry.Entry `json:"-"` // as they are remembered; see registry.Stripped
}

// A pastEntry is one of its proposals as it is kept.
type pastEntry struct {
	Of    string         `json:"of"` // id of the archive
	Entry registry.Entry `json:"entry"`
}

// Past are the sessions that are compared with, the last one first.
func (d *Desk) Past() []Past {
	if d.past.read || d.store == nil {
		return d.past.all
	}
	d.past.read = true
	heads, err := store.Records[Archived](d.store, pastRecord)
	d.tell(err)
	if len(heads) == 0 {
		return nil
	}
	entries, err := store.Records[pastEntry](d.store, pastEntryRecord)
	d.tell(err)
	for _, h := range heads {
		p := Past{Archived: h}
		for _, e := range entries {
			if e.Of == h.ID {
				p.Proposals = append(p.Proposals, e.Entry)
			}
		}
		d.past.all = append(d.past.all, p)
	}
	slices.SortStableFunc(d.past.all, func(a, b Past) int { return b.Made.Compare(a.Made) })
	return d.past.all
}

// pasts are the archived sessions, once they were read.
type pasts struct {
	read bool
	all  []Past
}

// UsePast 打开上届归档 takes an archive in to compare with; telephones, addresses and
// attachments stay outside. The one that was made last of a session counts.
// Undo lets go of it again.
func (d *Desk) UsePast(path string) (Archived, error) {
	if d.store == nil {
		return Archived{}, d.trouble
	}
	archive, a, err := readArchive(path)
	if err != nil {
		return a, err
	}
	a.File = filepath.Base(path)
	var in, out []store.Record
	for _, p := range d.Past() {
		if p.Session == a.Session && p.ID != a.ID {
			in = append(in, forget(p)...)
			out = append(out, recall(p)...)
		}
	}
	now := Past{Archived: a}
	for _, e := range archive.Entries {
		now.Proposals = append(now.Proposals, registry.Stripped(e, hidden))
	}
	in, out = append(in, recall(now)...), append(forget(now), out...)
	keep := d.turnPast(in)
	if err := keep(); err != nil {
		return a, err
	}
	d.did(step{undo: d.turnPast(out), redo: keep})
	return a, nil
}

// ForgetPast lets go of an archived session; Undo brings it back.
func (d *Desk) ForgetPast(id string) {
	for _, p := range d.Past() {
		if p.ID != id {
			continue
		}
		drop := d.turnPast(forget(p))
		if err := drop(); err != nil {
			d.tell(err)
			return
		}
		d.did(step{undo: d.turnPast(recall(p)), redo: drop})
		return
	}
}

func recall(p Past) []store.Record {
	records := []store.Record{{Kind: pastRecord, ID: p.ID, Value: p.Archived}}
	for _, e := range p.Proposals {
		records = append(records, store.Record{Kind: pastEntryRecord, ID: p.ID + "/" + string(e.Proposal.ID), Value: pastEntry{p.ID, e}})
	}
	return records
}

func forget(p Past) []store.Record {
	records := []store.Record{{Kind: pastRecord, ID: p.ID}}
	for _, e := range p.Proposals {
		records = append(records, store.Record{Kind: pastEntryRecord, ID: p.ID + "/" + string(e.Proposal.ID)})
	}
	return records
}

// turnPast keeps records of archived sessions.
func (d *Desk) turnPast(records []store.Record) func() error {
	return func() error {
		if err := d.store.SaveRecords(records...); err != nil {
			return err
		}
		d.past, d.alike = pasts{}, comparison{}
		d.changed(Compared)
		return nil
	}
}

// SaySource says where a similar proposal is: 我的草稿, 上届第034号，答复B类.
func SaySource(w assets.Words, s Similar) string {
	if s.Source != Before {
		return w.Text("suggest.source."+string(s.Source)) + s.File
	}
	session := s.Session
	if s.Latest {
		session = w.Text("suggest.latest")
	}
	said := []string{w.Text("suggest.source.before", "session", session, "number", s.File)}
	if s.State != "" && s.State != registry.Registered && s.State != registry.Filed {
		said = append(said, string(s.State))
	}
	if s.Answer != "" {
		said = append(said, w.Text("suggest.answered", "class", s.Answer))
	}
	return strings.Join(said, w.Text("suggest.then"))
}

// AskedBefore are the proposals of archived sessions about the same matter as an
// entry, the nearest first.
func (d *Desk) AskedBefore(e registry.Entry) []Similar {
	if len(d.Past()) == 0 {
		return nil
	}
	return slices.DeleteFunc(d.similar(e.Sheet(), mostSimilar*4), func(s Similar) bool { return s.Source != Before })
}
