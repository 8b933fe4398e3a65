package desk

import "deputydesk/annotate"

// A jotting is a note while it is being typed: it is kept as often as a draft,
// but is one step to undo.
type jotting struct {
	on     Selection
	note   annotate.Annotation
	was    annotate.Annotation
	isNew  bool
	dirty  bool
	cancel func()
}

// Jot takes the words typed into the note of the selection so far. They are on
// disk within two seconds, or at once when the selection or the page changes.
func (d *Desk) Jot(text string) Action {
	return d.onSelection(func(a annotate.Anchor) {
		if d.jotting == nil || d.jotting.on != d.selection {
			j := &jotting{on: d.selection}
			var found bool
			if j.note, found = d.NoteAt(d.selection); !found {
				j.note, j.isNew = d.newNote(a, annotate.Yellow, ""), true
			}
			j.was = j.note
			if !d.begin(j) {
				return
			}
		}
		d.jot(text)
	})
}

// begin ends the note being typed and goes on with j. It reports false, and the
// old one stays, if that could not be saved.
func (d *Desk) begin(j *jotting) bool {
	if err := d.endJotting(); err != nil {
		d.tell(err)
		return false
	}
	d.jotting = j
	return true
}

// jot takes the words typed so far and sees to it that they are saved soon.
func (d *Desk) jot(text string) {
	j := d.jotting
	if j.note.Text == text {
		return
	}
	j.note.Text, j.dirty = text, true
	if j.cancel == nil {
		j.cancel = d.set.After(autosaveAfter, func() {
			j.cancel = nil
			d.tell(d.keepJotting())
		})
	}
}

// keepJotting writes the note being typed to disk and goes on with it.
func (d *Desk) keepJotting() error {
	j := d.jotting
	if j == nil || !j.dirty {
		return nil
	}
	j.note.Changed = d.set.Now()
	if err := d.putNote(j.note); err != nil {
		return err
	}
	j.dirty = false
	return nil
}

// endJotting writes the note being typed and makes it one step to undo.
func (d *Desk) endJotting() error {
	j := d.jotting
	if j == nil {
		return nil
	}
	if j.cancel != nil {
		j.cancel()
		j.cancel = nil
	}
	if err := d.keepJotting(); err != nil {
		return err // it stays, and is tried again
	}
	d.jotting = nil
	if j.note.Text == j.was.Text {
		return nil
	}
	note, was, isNew := j.note, j.was, j.isNew
	d.did(step{
		undo: func() error {
			if isNew {
				return d.dropNote(note.ID)
			}
			return d.putNote(was)
		},
		redo: func() error { return d.putNote(note) },
	})
	return nil
}

// EndNote is called when the keyboard leaves the note: what was typed is on
// disk when it returns.
func (d *Desk) EndNote() { d.tell(d.endJotting()) }
