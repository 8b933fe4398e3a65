package desk

import (
	"errors"

	"deputydesk/annotate"
	"deputydesk/seeds/report"

	"github.com/google/uuid"
)

// Reasons why something about a note cannot be done now.
var (
	ErrNothingToUndo = errors.New("nothing to undo")
	ErrNoNote        = errors.New("no such note")
)

// Notes are the notes of the open report, in reading order as far as their
// words are found.
func (d *Desk) Notes() []annotate.Annotation {
	var in []annotate.Annotation
	for _, n := range d.notes {
		if n.Anchor.Report == d.open.ID {
			in = append(in, n)
		}
	}
	return in
}

// Note returns the note called id, and whether there is one.
func (d *Desk) Note(id annotate.NoteID) (annotate.Annotation, bool) {
	for _, n := range d.notes {
		if n.ID == id {
			return n, true
		}
	}
	return annotate.Annotation{}, false
}

// NoteAt is the note whose words overlap the selection.
func (d *Desk) NoteAt(s Selection) (annotate.Annotation, bool) {
	for _, n := range d.Notes() {
		if f := d.Where(n.Anchor, d.open); f.Paragraph == s.Paragraph && f.Span.Overlaps(s.Span) {
			return n, true
		}
	}
	return annotate.Annotation{}, false
}

// Mark puts a colour on the selected words. Words that have one change it.
func (d *Desk) Mark(c annotate.Colour) Action {
	return d.onSelection(func(a annotate.Anchor) {
		if n, ok := d.NoteAt(d.selection); ok {
			n.Colour = c
			d.tell(d.SaveNote(n))
			return
		}
		d.tell(d.SaveNote(d.newNote(a, c, "")))
	})
}

// Comment writes text about the selected words at once: into their note, or a
// new one.
func (d *Desk) Comment(text string) Action {
	jot := d.Jot(text)
	if jot.Off != nil {
		return jot
	}
	return Action{Do: func() {
		jot.Do()
		d.tell(d.endJotting())
	}}
}

func (d *Desk) onSelection(do func(annotate.Anchor)) Action {
	if d.store == nil {
		return Action{Off: d.trouble}
	}
	a, err := d.anchor()
	if err != nil {
		return Action{Off: err}
	}
	return Action{Do: func() { do(a) }}
}

func (d *Desk) newNote(a annotate.Anchor, c annotate.Colour, text string) annotate.Annotation {
	return annotate.Annotation{
		ID: annotate.NoteID(uuid.NewString()), Anchor: a, Colour: c, Kind: annotate.Remark, Text: text,
		Created: d.set.Now(), Changed: d.set.Now(),
	}
}

// SaveNote keeps n, new or changed, and can be undone.
func (d *Desk) SaveNote(n annotate.Annotation) error {
	old, was := d.Note(n.ID)
	n.Changed = d.set.Now()
	if err := d.putNote(n); err != nil {
		return err
	}
	d.did(step{
		undo: func() error {
			if !was {
				return d.dropNote(n.ID)
			}
			return d.putNote(old)
		},
		redo: func() error { return d.putNote(n) },
	})
	return nil
}

// DeleteNote takes the note away; Undo brings it back.
func (d *Desk) DeleteNote(id annotate.NoteID) Action { return d.DeleteNotes([]annotate.NoteID{id}) }

func (d *Desk) putNote(n annotate.Annotation) error {
	if d.store == nil {
		return d.trouble
	}
	if err := d.store.SaveNote(n); err != nil {
		return err
	}
	for i := range d.notes {
		if d.notes[i].ID == n.ID {
			d.notes[i] = n
			d.noted()
			return nil
		}
	}
	d.notes = append(d.notes, n)
	d.noted()
	return nil
}

func (d *Desk) dropNote(id annotate.NoteID) error {
	if err := d.store.DeleteNote(id); err != nil {
		return err
	}
	for i := range d.notes {
		if d.notes[i].ID == id {
			d.notes = append(d.notes[:i:i], d.notes[i+1:]...)
			break
		}
	}
	d.noted()
	return nil
}

func (d *Desk) noted() {
	d.saved = d.set.Now()
	d.tell(d.index.SetPrivate(d.privateDocs()))
	d.changed(Noted)
}

// GoToNote turns to the words of a note and selects them.
func (d *Desk) GoToNote(id annotate.NoteID) {
	n, ok := d.Note(id)
	if !ok {
		return
	}
	from := d.stand()
	d.openReport(n.Anchor.Report)
	f := d.Where(n.Anchor, d.open)
	if f.Paragraph == "" {
		return
	}
	d.goToWords(from, f.Paragraph, f.Span)
}

func (d *Desk) goToNote(id string) { d.GoToNote(annotate.NoteID(id)) }

// NotesIn are the notes on paragraph id with where their words stand now.
func (d *Desk) NotesIn(id report.ParagraphID) []annotate.Annotation {
	var in []annotate.Annotation
	for _, n := range d.Notes() {
		if d.Where(n.Anchor, d.open).Paragraph == id {
			in = append(in, n)
		}
	}
	return in
}
