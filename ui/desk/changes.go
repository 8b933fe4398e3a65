package desk

import (
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
)

// Revised is the change of the text of a report, from one edition to the next (换文本).
type Revised struct {
	Old, New *report.Report
	TextChange
	Touched []Touched // notes and citations whose words are not simply there any more
	Tray    []Touched // 待重新定位: those of them whose words were not found
}

// Touched is a note or a citation that the new edition concerns.
type Touched struct {
	Note  annotate.NoteID     // or
	Draft annotate.ProposalID // the draft that cites
	Title string              // the draft's title; "" for a note
	Text  string              // what the note says
	Quote string
	Found annotate.Found
}

// Revised compares the open report with its edition before, nil if there is
// none. Numbers that changed come first in everything that shows it, then
// what they concern.
func (d *Desk) Revised() *Revised {
	all := d.editions[d.open.ID]
	if len(all) < 2 {
		return nil
	}
	old, now := all[len(all)-2], all[len(all)-1]
	if d.revisedText == nil || d.revisedText.Old != old || d.revisedText.New != now {
		d.revisedText = &Revised{Old: old, New: now, TextChange: d.CompareTexts(old, now)}
	}
	r := *d.revisedText
	touch := func(t Touched) {
		if t.Found.Status == annotate.Orphan {
			r.Tray = append(r.Tray, t)
			return
		}
		r.Touched = append(r.Touched, t)
	}
	for _, n := range d.Notes() {
		if f := d.Where(n.Anchor, now); f.Status != annotate.Attached {
			touch(Touched{Note: n.ID, Text: n.Text, Quote: n.Anchor.Quote, Found: f})
		}
	}
	for _, p := range d.drafts {
		for _, c := range p.Cites {
			if c.Anchor.Report != now.ID {
				continue
			}
			if f := d.Where(c.Anchor, now); f.Status != annotate.Attached {
				touch(Touched{Draft: p.ID, Title: p.Title, Quote: c.Anchor.Quote, Found: f})
			}
		}
	}
	return &r
}

// GoToText turns to words of the open report.
func (d *Desk) GoToText(id report.ParagraphID, words string) {
	p, ok := d.open.Paragraph(id)
	if !ok {
		return
	}
	if at := strings.Index(p.Text, words); at >= 0 {
		span := report.Span{Start: at, End: at + len(words)}
		d.goToWords(d.stand(), id, span)
		return
	}
	d.Go(id, report.Span{})
}

// Reattach ties a note whose words were not found to the selected words
// (待重新定位).
func (d *Desk) Reattach(id annotate.NoteID) Action {
	n, ok := d.Note(id)
	if !ok {
		return Action{Off: ErrNoNote}
	}
	return d.onSelection(func(a annotate.Anchor) {
		n.Anchor = a
		d.tell(d.SaveNote(n))
	})
}
