package desk

import (
	"errors"
	"reflect"

	"deputydesk/annotate"
)

// ErrFrozen is why the text of a draft cannot be changed: it was finalised.
var ErrFrozen = errors.New("the draft is finalised")

// ErrChangedSince is why a change cannot be taken back: what it changed was
// changed again by hand.
var ErrChangedSince = errors.New("changed again since")

// change does something to the open draft as one step that can be undone. A
// page may have to show it, so it is told. change must not alter what a slice
// of the draft holds, but put a new slice in its place.
func (d *Desk) change(change func(*annotate.Proposal)) {
	if d.draft == nil {
		d.tell(ErrNoDraft)
		return
	}
	if d.draft.IsFrozen() {
		d.tell(ErrFrozen)
		return
	}
	before := *d.draft
	d.Edit(change)
	d.tookStep(before, *d.draft)
}

// mark is change for what may be noted of a finalised draft as well: who
// signed it, and how far it has come.
func (d *Desk) mark(change func(*annotate.Proposal)) {
	if d.draft == nil {
		d.tell(ErrNoDraft)
		return
	}
	before := *d.draft
	d.touch(change)
	d.tookStep(before, *d.draft)
}

// tookStep remembers a change of the open draft, and says that there was one.
// It compares what was with what is, field by field, so that taking it back
// leaves alone what was typed elsewhere meanwhile.
func (d *Desk) tookStep(before, after annotate.Proposal) {
	after.Changed, after.Revision = before.Changed, before.Revision // those are nobody's doing
	if reflect.DeepEqual(before, after) {
		return
	}
	id := before.ID
	turn := func(from, to annotate.Proposal) func() error {
		return func() error {
			if d.draft == nil || d.draft.ID != id {
				d.OpenDraft(id)
			}
			if d.draft == nil || d.draft.ID != id {
				return ErrNoDraft
			}
			whole := true
			d.touch(func(p *annotate.Proposal) {
				whole = turned(reflect.ValueOf(p).Elem(), reflect.ValueOf(from), reflect.ValueOf(to))
			})
			d.changed(Edited)
			if !whole {
				d.tell(ErrChangedSince) // the step is spent all the same
			}
			return nil
		}
	}
	d.did(step{undo: turn(after, before), redo: turn(before, after)})
	d.changed(Edited)
}

// turned sets every field of p in which from and to differ to what to has, if p
// has what from has. It reports whether all of them could be set.
func turned(p, from, to reflect.Value) bool {
	if p.Kind() == reflect.Struct && p.Type().PkgPath() == reflect.TypeFor[annotate.Proposal]().PkgPath() {
		whole := true
		for i := range p.NumField() {
			whole = turned(p.Field(i), from.Field(i), to.Field(i)) && whole
		}
		return whole
	}
	a, b := from.Interface(), to.Interface()
	switch {
	case reflect.DeepEqual(a, b):
		return true
	case !reflect.DeepEqual(p.Interface(), a):
		return false
	}
	p.Set(to)
	return true
}
