package desk

import "deputydesk/annotate"

// JotIn takes the words typed into a note so far, where the note stands in a
// list. They are on disk within two seconds, or at once when the keyboard
// leaves the note (EndNote); the whole is one step to undo.
func (d *Desk) JotIn(id annotate.NoteID, text string) Action {
	n, ok := d.Note(id)
	switch {
	case d.store == nil:
		return Action{Off: d.trouble}
	case !ok:
		return Action{Off: ErrNoNote}
	}
	return Action{Do: func() {
		if d.jotting == nil || d.jotting.note.ID != id {
			// on no selection: a click in the report begins another one
			if !d.begin(&jotting{note: n, was: n}) {
				return
			}
		}
		d.jot(text)
	}}
}
