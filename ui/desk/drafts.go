package desk

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/export"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"

	"github.com/google/uuid"
)

// autosaveAfter is how long typing may pause before it is on disk. Two seconds
// of words is what a deputy may lose to a power cut; this leaves a margin.
const autosaveAfter = 1200 * time.Millisecond

// reviseAfter is how long one may write before a revision is kept anyway.
const reviseAfter = 10 * time.Minute

// ErrNoDraft is why nothing can be printed yet.
var ErrNoDraft = errors.New("no draft is open")

// card is the setting that keeps a deputy's details for the next draft.
const card = "deputy"

// Drafts lists the drafts, the one changed last first.
func (d *Desk) Drafts() []annotate.Proposal { return d.drafts }

// Draft is the open one, nil if none.
func (d *Desk) Draft() *annotate.Proposal { return d.draft }

// Write starts a proposal without any citation.
func (d *Desk) Write(form annotate.Form) Action { return d.start(form, nil) }

// WriteOnSelection starts a proposal that cites the selected words, and the target
// they state if there is exactly one; it begins with what was noted on them.
func (d *Desk) WriteOnSelection(form annotate.Form) Action {
	a, err := d.anchor()
	if err != nil {
		return Action{Off: err}
	}
	cite := annotate.Citation{Anchor: a}
	if touched := d.SelectedTargets(); len(touched) == 1 && touched[0].Span.Overlaps(d.selection.Span) {
		cite.Target, cite.Ask = touched[0].ID, annotate.Asks[0]
	}
	begin := d.start(form, []annotate.Citation{cite})
	if begin.Off != nil || form == annotate.Revision {
		return begin
	}
	return Action{Do: func() {
		d.tell(d.endJotting())
		n, noted := d.NoteAt(d.selection)
		begin.Do()
		if words := strings.TrimSpace(n.Text); noted && words != "" && d.draft != nil {
			d.Edit(func(p *annotate.Proposal) { p.Body.Situation = words })
			d.changed(Edited) // the page has drawn the draft as it began
		}
	}}
}

// WriteOnTarget starts a proposal against a target.
func (d *Desk) WriteOnTarget(id target.ID, form annotate.Form) Action {
	t, r, ok := d.Target(id)
	if !ok {
		return Action{Off: ErrNothingSelected}
	}
	a, ok := anchorOf(r, t)
	if !ok {
		return Action{Off: ErrNothingSelected}
	}
	return d.start(form, []annotate.Citation{{Anchor: a, Target: id, Ask: annotate.Asks[0]}})
}

func (d *Desk) start(form annotate.Form, cites []annotate.Citation) Action {
	if d.store == nil {
		return Action{Off: d.trouble}
	}
	return Action{Do: func() {
		d.tell(d.Flush()) // the card just typed belongs on the new draft as well
		p := annotate.New(annotate.ProposalID(uuid.NewString()), form)
		p.Created, p.Changed = d.set.Now(), d.set.Now()
		p.Date = d.set.Now().Format(time.DateOnly)
		p.Session = d.open.Session
		p.Cites = cites
		p.Deputy = d.Card()
		d.meetingDefaults(&p)
		if form == annotate.Revision && len(cites) > 0 {
			for _, c := range cites {
				p.Amends = append(p.Amends, annotate.Amendment{Anchor: c.Anchor, Op: annotate.Replace, To: c.Anchor.Quote})
			}
			p.Cites = nil
		}
		if err := d.store.SaveDraft(p); err != nil {
			d.tell(err)
			return
		}
		d.drafts = append([]annotate.Proposal{p}, d.drafts...)
		d.openDraft(p)
	}}
}

// OpenDraft opens a draft of the list.
func (d *Desk) OpenDraft(id annotate.ProposalID) { d.openDraftOf(string(id)) }

func (d *Desk) openDraftOf(id string) {
	if err := d.Flush(); err != nil { // it may be the open one, and the list older than what is typed
		d.tell(err)
		return
	}
	for _, p := range d.drafts {
		if string(p.ID) == id {
			d.openDraft(p)
			return
		}
	}
}

func (d *Desk) openDraft(p annotate.Proposal) {
	d.LeaveDraft()
	if d.draft != nil {
		return // it could not be saved, so it stays on the screen
	}
	d.draft = &p
	d.written = Paper{}
	d.changed(Drafted)
	d.Turn(Drafting)
	d.changed(Edited)
}

// LeaveDraft saves the open draft, keeps a revision of it and closes it.
func (d *Desk) LeaveDraft() {
	if d.draft == nil {
		return
	}
	if err := d.Flush(); err != nil {
		d.tell(err)
		return
	}
	d.tell(d.store.Revise(d.draft.ID, "left"))
	d.draft = nil
	d.changed(Edited)
}

// Edit changes the open draft. It is on disk within two seconds, or at once
// when the focus moves (Flush).
//
// The text of a finalised draft stays as it is; the user is told.
func (d *Desk) Edit(change func(*annotate.Proposal)) {
	if d.Frozen() {
		d.tell(ErrFrozen)
		return
	}
	d.touch(change)
}

// touch is Edit whatever state the draft is in.
func (d *Desk) touch(change func(*annotate.Proposal)) {
	if d.draft == nil {
		return
	}
	change(d.draft)
	d.draft.Changed = d.set.Now()
	if !d.dirty {
		d.dirty = true
		d.changed(Saved)
	}
	if d.cancel != nil {
		return // a save is on its way and will take this change along
	}
	d.cancel = d.set.After(autosaveAfter, func() {
		d.cancel = nil
		d.tell(d.Flush())
	})
}

// Flush writes the open draft to disk now. When that fails the words stay on
// the screen, and the next change tries again.
func (d *Desk) Flush() error {
	if d.cancel != nil {
		d.cancel()
		d.cancel = nil
	}
	if !d.dirty || d.draft == nil {
		return nil
	}
	if d.store == nil {
		return d.trouble
	}
	if err := d.store.SaveDraft(*d.draft); err != nil {
		return fmt.Errorf("draft not saved: %w", err)
	}
	d.dirty = false
	d.saved = d.set.Now()
	d.keep(*d.draft)
	d.changed(Saved)
	return nil
}

// keep brings the list of drafts, the search and the deputy's card up to date
// with a draft that was saved.
func (d *Desk) keep(p annotate.Proposal) {
	for i := range d.drafts {
		if d.drafts[i].ID == p.ID {
			d.drafts[i] = p
		}
	}
	if p.Deputy != (annotate.Deputy{}) && p.Deputy != d.Card() {
		d.tell(d.store.SetSetting(card, p.Deputy))
	}
	d.tell(d.index.SetPrivate(d.privateDocs()))
	d.changed(Drafted)
	if p.Changed.Sub(d.revised(p.ID)) >= reviseAfter {
		d.tell(d.store.Revise(p.ID, "writing"))
	}
}

// revised is when the last revision of a draft was kept.
func (d *Desk) revised(id annotate.ProposalID) time.Time {
	all, err := d.store.Revisions(id)
	if err != nil || len(all) == 0 {
		return d.set.Now()
	}
	return all[len(all)-1].Time
}

// Card are the deputy's details as last typed, for the next draft.
func (d *Desk) Card() annotate.Deputy {
	var c annotate.Deputy
	if d.store == nil {
		return c
	}
	if _, err := d.store.Setting(card, &c); err != nil {
		d.tell(err)
	}
	return c
}

// DeleteDraft takes a draft off the list; Undo brings it back.
func (d *Desk) DeleteDraft(id annotate.ProposalID) Action {
	if d.store == nil {
		return Action{Off: d.trouble}
	}
	return Action{Do: func() {
		if d.draft != nil && d.draft.ID == id {
			d.LeaveDraft()
		}
		drop := func() error {
			return errors.Join(d.store.DeleteDraft(id), d.reloadDrafts())
		}
		if err := drop(); err != nil {
			d.tell(err)
			return
		}
		d.did(step{
			undo: func() error { return errors.Join(d.store.RestoreDraft(id), d.reloadDrafts()) },
			redo: drop,
		})
	}}
}

func (d *Desk) reloadDrafts() error {
	all, err := d.store.Drafts()
	if err != nil {
		return err
	}
	d.drafts = all
	d.changed(Drafted)
	return d.index.SetPrivate(d.privateDocs())
}

// Check applies the rules to a proposal, compares it with the deputy's other
// drafts, and asks the fonts of the paper for its characters.
func (d *Desk) Check(p annotate.Proposal) []check.Finding { return d.CheckBeside(p, d.drafts) }

// CheckBeside is Check beside other proposals than the drafts.
func (d *Desk) CheckBeside(p annotate.Proposal, others []annotate.Proposal) []check.Finding {
	found := check.Proposal(p, d.pack, d.Find, func(id report.ID) []target.Target { return d.Targets(d.Find(id)) })
	found = append(found, check.Together(p, others)...)
	return append(found, check.Glyphs(p, d.prints())...)
}

// prints says whether the paper's fonts have a character. They are read once;
// if they cannot be read, making the paper will say so, and not this.
func (d *Desk) prints() func(r rune) bool {
	fonts, err := d.paperFonts()
	if err != nil {
		return func(rune) bool { return true }
	}
	return func(r rune) bool {
		_, _, ok := fonts.Glyph(export.Fang, r)
		return ok
	}
}

// SavedAt is when words were last written to disk, and whether some wait.
func (d *Desk) SavedAt() (at time.Time, waiting bool) { return d.saved, d.dirty }
