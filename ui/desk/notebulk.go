package desk

import (
	"slices"

	"deputydesk/annotate"
)

// What is done to several notes at once is one step to undo. Of notes that are
// not there any more nothing is done.

// ColourNotes gives all of ids a colour.
func (d *Desk) ColourNotes(ids []annotate.NoteID, c annotate.Colour) Action {
	return d.eachNote(ids, func(n *annotate.Annotation) { n.Colour = c })
}

// KindNotes gives all of ids a kind.
func (d *Desk) KindNotes(ids []annotate.NoteID, k annotate.Kind) Action {
	return d.eachNote(ids, func(n *annotate.Annotation) { n.Kind = k })
}

// ShareNotes marks all of ids 共享, or private again.
func (d *Desk) ShareNotes(ids []annotate.NoteID, share bool) Action {
	return d.eachNote(ids, func(n *annotate.Annotation) { n.ToShare = share })
}

// TagNotes adds tags to all of ids; one that a note has already stays where it is.
func (d *Desk) TagNotes(ids []annotate.NoteID, tags []string) Action {
	return d.eachNote(ids, func(n *annotate.Annotation) {
		n.Tags = slices.Clone(n.Tags)
		for _, t := range tags {
			if !slices.Contains(n.Tags, t) {
				n.Tags = append(n.Tags, t)
			}
		}
	})
}

// UntagNotes takes a tag off all of ids.
func (d *Desk) UntagNotes(ids []annotate.NoteID, tag string) Action {
	return d.eachNote(ids, func(n *annotate.Annotation) {
		n.Tags = slices.DeleteFunc(slices.Clone(n.Tags), func(t string) bool { return t == tag })
	})
}

// RetagNote gives one note these tags instead of those it has.
func (d *Desk) RetagNote(id annotate.NoteID, tags []string) Action {
	return d.eachNote([]annotate.NoteID{id}, func(n *annotate.Annotation) { n.Tags = slices.Clip(tags) })
}

// ChoosePoints puts all of ids at the end of the outline, in their order.
func (d *Desk) ChoosePoints(ids []annotate.NoteID) Action {
	notes, off := d.among(ids)
	if off != nil {
		return Action{Off: off}
	}
	return d.reoutline(func(all []Point) []Point {
		for _, n := range notes {
			if !slices.ContainsFunc(all, func(p Point) bool { return p.Note == n.ID }) {
				all = append(all, Point{n.ID, n.Anchor, n.Text})
			}
		}
		return all
	})
}

// DeleteNotes takes all of ids away; Undo brings them back.
func (d *Desk) DeleteNotes(ids []annotate.NoteID) Action {
	if _, off := d.among(ids); off != nil {
		return Action{Off: off}
	}
	return Action{Do: func() {
		if err := d.endJotting(); err != nil {
			d.tell(err)
			return
		}
		notes, off := d.among(ids) // as they are now
		if off != nil {
			return
		}
		if err := d.dropNotes(notes); err != nil {
			d.tell(err)
			return
		}
		d.did(step{
			undo: func() error { return d.putNotes(notes) },
			redo: func() error { return d.dropNotes(notes) },
		})
	}}
}

// among are the notes called ids, in that order, or why nothing can be done.
func (d *Desk) among(ids []annotate.NoteID) ([]annotate.Annotation, error) {
	if d.store == nil {
		return nil, d.trouble
	}
	at := map[annotate.NoteID]int{}
	for i, n := range d.notes {
		at[n.ID] = i
	}
	var notes []annotate.Annotation
	for _, id := range ids {
		if i, ok := at[id]; ok {
			notes = append(notes, d.notes[i])
		}
	}
	if len(notes) == 0 {
		return nil, ErrNoNote
	}
	return notes, nil
}

// eachNote changes all of ids. Notes that are as they shall be are left alone,
// and if all are there is nothing to undo.
func (d *Desk) eachNote(ids []annotate.NoteID, change func(*annotate.Annotation)) Action {
	if _, off := d.among(ids); off != nil {
		return Action{Off: off}
	}
	return Action{Do: func() {
		if err := d.endJotting(); err != nil {
			d.tell(err)
			return
		}
		notes, off := d.among(ids)
		if off != nil {
			return
		}
		var was, now []annotate.Annotation
		for _, old := range notes {
			n := old
			change(&n)
			if n.Colour == old.Colour && n.Kind == old.Kind && n.ToShare == old.ToShare && slices.Equal(n.Tags, old.Tags) {
				continue
			}
			n.Changed = d.set.Now()
			was, now = append(was, old), append(now, n)
		}
		if len(now) == 0 {
			return
		}
		if err := d.putNotes(now); err != nil {
			d.tell(err)
			return
		}
		d.did(step{
			undo: func() error { return d.putNotes(was) },
			redo: func() error { return d.putNotes(now) },
		})
	}}
}

// putNotes keeps all of them or none, new or changed.
func (d *Desk) putNotes(all []annotate.Annotation) error {
	if d.store == nil {
		return d.trouble
	}
	if err := d.store.SaveNotes(all); err != nil {
		return err
	}
	at := map[annotate.NoteID]int{}
	for i, n := range d.notes {
		at[n.ID] = i
	}
	d.notes = slices.Clone(d.notes)
	for _, n := range all {
		if i, ok := at[n.ID]; ok {
			d.notes[i] = n
			continue
		}
		d.notes = append(d.notes, n)
	}
	d.noted()
	return nil
}

// dropNotes takes away all of them or none.
func (d *Desk) dropNotes(all []annotate.Annotation) error {
	if d.store == nil {
		return d.trouble
	}
	gone := map[annotate.NoteID]bool{}
	var ids []annotate.NoteID
	for _, n := range all {
		gone[n.ID] = true
		ids = append(ids, n.ID)
	}
	if err := d.store.DeleteNotes(ids); err != nil {
		return err
	}
	d.notes = slices.DeleteFunc(slices.Clone(d.notes), func(n annotate.Annotation) bool { return gone[n.ID] })
	d.noted()
	return nil
}
