package desk

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"deputydesk/annotate/registry"
	"deputydesk/annotate/similar"
	"deputydesk/annotate/store"
	"deputydesk/assets"
	"deputydesk/export/xlsx"
)

// Records of sessions that were archived and are compared with.
const (
	pastRecord      = "past"
	pastEntryRecord = "past-entry"
)

// A Past 上届 is an archived session that this one is compared with.
type Past struct {
	Archived
	Proposals []registry.Entry `json:"-"` // as they are remembered; see registry.Remembered
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
		now.Proposals = append(now.Proposals, registry.Remembered(e, hidden))
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

// recurs is the score from which a proposal of last session is listed as the same
// matter: well above similar.Threshold, so that the list is short enough for a
// person to go through. Each line says how near the two are.
const recurs = 0.3

// A Recurrence 上届对照 is a proposal and those of archived sessions about the same
// matter, the nearest first.
type Recurrence struct {
	Entry  registry.Entry
	Before []Similar
}

// Recurrences compares entries with archived sessions; those without anything
// like them are left out. It may be called away from the desk's goroutine.
func Recurrences(ctx context.Context, past []Past, entries []registry.Entry, step func(done, of int)) ([]Recurrence, error) {
	corpus, from := gatherPast(past)
	var all []Recurrence
	for i, e := range entries {
		if step != nil {
			step(i, len(entries))
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r := Recurrence{Entry: e}
		for _, h := range corpus.Near(comparable(string(e.Proposal.ID), e.Proposal), mostSimilar) {
			if h.Score >= recurs {
				s := from[h.ID]
				s.Score, s.Words = h.Score, h.Words
				r.Before = append(r.Before, s)
			}
		}
		if len(r.Before) > 0 {
			all = append(all, r)
		}
	}
	return all, nil
}

// gatherPast are the proposals of archived sessions as they are compared with.
func gatherPast(past []Past) (*similar.Corpus, map[string]Similar) {
	corpus, from := new(similar.Corpus), map[string]Similar{}
	for i, old := range past {
		for _, e := range old.Proposals {
			s := pastSimilar(old, i == 0, e)
			from[s.ID] = s
			corpus.Add(comparable(s.ID, e.Proposal))
		}
	}
	return corpus, from
}

func pastSimilar(old Past, latest bool, e registry.Entry) Similar {
	return Similar{ID: old.ID + "/" + string(e.Proposal.ID), Source: Before, File: e.NumberText(), Title: e.Proposal.Title,
		Session: old.Session, Latest: latest, State: e.State, Answer: e.Answer}
}

// WriteRecurrences saves what Recurrences found as a table.
func (d *Desk) WriteRecurrences(w assets.Words, all []Recurrence, path string) (Bound, error) {
	head := func(key string, width float64) xlsx.Column {
		return xlsx.Column{Head: w.Text("press.list.head." + key), Width: width}
	}
	t := xlsx.Table{Name: w.Text("press.list.before"), Title: w.Text("press.list.before"), Page: w.Text("targets.sheet.page"), Columns: []xlsx.Column{
		head("number", 11), head("title", 46), head("lead", 12), head("before", 24), head("beforetitle", 46), head("answer", 9), head("near", 9)}}
	for _, r := range all {
		for _, s := range r.Before {
			t.Rows = append(t.Rows, []any{r.Entry.NumberText(), r.Entry.Proposal.Title, r.Entry.Proposal.Deputy.Name, SaySource(w, s), s.Title, s.Answer, s.Percent()})
		}
	}
	file, err := writeTables(path, t)
	return Bound{File: file, Pages: 1, Proposals: len(all)}, err
}
