package desk

import "errors"

// An Action is something the user may be able to do now. A button greys itself
// out when Off says why not.
type Action struct {
	Do  func()
	Off error // why not; nil if allowed
}

// A step is one thing that can be taken back and done again.
type step struct {
	undo, redo func() error
}

// undoSteps is how many steps can be taken back. A deputy's evening of marking
// stays under it; each step holds one note.
const undoSteps = 200

// did remembers a step that has just been done.
func (d *Desk) did(s step) {
	d.done = append(d.done, s)
	if len(d.done) > undoSteps {
		d.done = d.done[1:]
	}
	d.undone = nil
	d.changed(Steps)
}

// Did remembers that something was done beside the desk's own actions, and how
// it is taken back and done again.
func (d *Desk) Did(undo, redo func() error) { d.did(step{undo, redo}) }

// Undo takes back the last change of a note or a list, what is being typed
// included.
func (d *Desk) Undo() Action {
	if len(d.done) == 0 && !d.Typing() {
		return Action{Off: ErrNothingToUndo}
	}
	return Action{Do: func() { d.move(&d.done, &d.undone, func(s step) func() error { return s.undo }) }}
}

// Redo does again what Undo took back.
func (d *Desk) Redo() Action {
	if len(d.undone) == 0 {
		return Action{Off: ErrNothingToUndo}
	}
	return Action{Do: func() { d.move(&d.undone, &d.done, func(s step) func() error { return s.redo }) }}
}

// Typing reports whether words of a note or of the outline are being typed that
// are no step yet.
func (d *Desk) Typing() bool {
	return d.jotting != nil && d.jotting.note.Text != d.jotting.was.Text || d.speech.typing
}

// move runs the last step of from and puts it onto to. A step whose change
// cannot be saved stays where it is.
func (d *Desk) move(from, to *[]step, run func(step) func() error) {
	if err := errors.Join(d.endJotting(), d.endOutline()); err != nil {
		d.tell(err)
		return
	}
	last := len(*from) - 1
	if last < 0 {
		return // what was just typed leaves nothing to do again
	}
	s := (*from)[last]
	if err := run(s)(); err != nil {
		d.tell(err)
		return
	}
	*from = (*from)[:last]
	*to = append(*to, s)
	d.changed(Steps)
}

// Press does what a says, or tells the user why it cannot be done now.
func (d *Desk) Press(a Action) {
	if a.Off != nil {
		d.tell(a.Off)
		return
	}
	a.Do()
}
