package desk

import (
	"fmt"
	"path/filepath"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/annotate/similar"
	"deputydesk/annotate/store"
)

// oldKind are the records of proposals that are only there to be compared with:
// last year's, a colleague's.
const oldKind = "old-proposal"

// An oldProposal is one of them.
type oldProposal struct {
	File     string            `json:"file"` // that it came from
	Proposal annotate.Proposal `json:"proposal"`
}

// A Source says where a similar proposal is.
type Source string

// The sources.
const (
	OwnDraft Source = "draft"
	OldFile  Source = "file"
	Received Source = "received" // in the staff's register
	Before   Source = "before"   // in the register of an archived session
)

// A Similar is a proposal about the same matter.
type Similar struct {
	ID     string `json:"id"`
	Source Source `json:"source"`
	File   string `json:"file,omitempty"` // that it came from; in a register its number
	Title  string `json:"title"`

	// Of a proposal of an archived session: which, what became of it, and with
	// which class it was answered.
	Session string         `json:"session,omitempty"`
	Latest  bool           `json:"latest,omitempty"` // no later session is archived
	State   registry.State `json:"state,omitempty"`
	Answer  string         `json:"answer,omitempty"`

	Score float64  `json:"score"` // from similar.Threshold to 1
	Words []string `json:"words"` // that both say
}

// Percent is the score for people.
func (s Similar) Percent() int { return int(100*s.Score + 0.5) }

// A comparison is what proposals are compared with, kept while it stays the same.
type comparison struct {
	corpus *similar.Corpus
	key    string
	from   map[string]Similar // by id, without score and words
	old    []oldProposal
	read   bool // old was read from the store

	received []registry.Entry // of the staff's register
	booked   bool             // received was read; keepBook makes it be read again
}

// mostSimilar is how many similar proposals are shown.
const mostSimilar = 5

// Similar returns the proposals about the same matter as p: drafts and those
// that were taken in to compare with, the nearest first.
func (d *Desk) Similar(p annotate.Proposal) []Similar {
	d.gatherAlike(p.ID)
	var all []Similar
	for _, h := range d.alike.corpus.Near(comparable(string(p.ID), p), mostSimilar) {
		s := d.alike.from[h.ID]
		s.Score, s.Words = h.Score, append([]string{}, h.Words...)
		all = append(all, s)
	}
	return all
}

// comparable is what of a proposal is compared.
func comparable(id string, p annotate.Proposal) similar.Text {
	body := []string{p.Body.Situation, p.Body.Analysis, p.Body.Proposal}
	for _, a := range p.Amends {
		body = append(body, a.Anchor.Quote, a.To, a.Reason)
	}
	return similar.Text{ID: id, Title: p.Title, Body: strings.Join(body, "\n")}
}

// gatherAlike brings what p is compared with up to date: everything but p.
func (d *Desk) gatherAlike(p annotate.ProposalID) {
	a := &d.alike
	if !a.read && d.store != nil {
		a.read = true
		var err error
		if a.old, err = store.Records[oldProposal](d.store, oldKind); err != nil {
			d.tell(err)
		}
	}
	var key strings.Builder
	if !a.booked {
		a.received, a.booked = d.registered(), true
	}
	past := d.Past()
	fmt.Fprintf(&key, "%d %d", len(a.old), len(past))
	for _, e := range a.received {
		fmt.Fprintf(&key, " %s/%d", e.Proposal.ID, e.Proposal.Revision)
	}
	for _, draft := range d.drafts {
		if draft.ID != p {
			fmt.Fprintf(&key, " %s %d", draft.ID, draft.Changed.UnixNano())
		}
	}
	if a.corpus != nil && a.key == key.String() {
		return
	}
	a.key, a.corpus, a.from = key.String(), new(similar.Corpus), map[string]Similar{}
	add := func(id string, q annotate.Proposal, source Source, file string) {
		if _, twice := a.from[id]; twice || q.ID == p {
			return
		}
		a.from[id] = Similar{ID: id, Source: source, File: file, Title: q.Title}
		a.corpus.Add(comparable(id, q))
	}
	for _, draft := range d.drafts {
		add(string(draft.ID), draft, OwnDraft, "")
	}
	for _, e := range a.received {
		add(string(e.Proposal.ID), e.Proposal, Received, e.NumberText())
	}
	for i, old := range past {
		for _, e := range old.Proposals {
			found := pastSimilar(old, i == 0, e)
			a.from[found.ID] = found
			a.corpus.Add(comparable(found.ID, e.Proposal))
		}
	}
	for _, o := range a.old {
		add(string(o.Proposal.ID), o.Proposal, OldFile, o.File)
	}
}

// registered are the entries of the register, if this desk keeps one.
func (d *Desk) registered() []registry.Entry {
	if d.store == nil {
		return nil
	}
	b, err := d.Book()
	if err != nil {
		d.tell(err)
	}
	return b.Entries
}

// CompareFile takes the proposals in a file in to compare with, for this run only,
// and returns how many they are.
func (d *Desk) CompareFile(path string) (int, error) {
	all, err := d.ReadProposals(path)
	for _, p := range all {
		d.alike.old = append(d.alike.old, oldProposal{filepath.Base(path), p})
	}
	return len(all), err
}

// KeepToCompare takes the proposals in a file in to compare with and keeps them;
// Undo takes them out again.
func (d *Desk) KeepToCompare(path string) {
	if d.store == nil {
		d.tell(d.trouble)
		return
	}
	all, err := d.ReadProposals(path)
	if err != nil {
		d.tell(err)
		return
	}
	var in, out []store.Record
	for _, p := range all {
		in = append(in, store.Record{Kind: oldKind, ID: string(p.ID), Value: oldProposal{filepath.Base(path), p}})
		out = append(out, store.Record{Kind: oldKind, ID: string(p.ID)})
	}
	turn := func(records []store.Record) func() error {
		return func() error {
			if err := d.store.SaveRecords(records...); err != nil {
				return err
			}
			d.alike = comparison{}
			d.changed(Compared)
			return nil
		}
	}
	if err := turn(in)(); err != nil {
		d.tell(err)
		return
	}
	d.did(step{undo: turn(out), redo: turn(in)})
	d.tell(&Outcome{"suggest.kept", []any{"n", len(all), "file", filepath.Base(path)}})
}
