package desk

import (
	"fmt"
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
)

// A Version is an older state of a draft, as the store keeps it.
type Version = store.Revision

// Revisions are the older states of the open draft, the newest first.
func (d *Desk) Revisions() []Version {
	if d.draft == nil || d.store == nil {
		return nil
	}
	all, err := d.store.Revisions(d.draft.ID)
	if err != nil {
		d.tell(err)
		return nil
	}
	slices.Reverse(all)
	return all
}

// RestoreRevision makes revision n the open draft again. What was there before
// is kept as a revision, so that this can be done the other way round.
func (d *Desk) RestoreRevision(n int) {
	if d.draft == nil || d.store == nil {
		return
	}
	if err := d.Flush(); err != nil {
		d.tell(err)
		return
	}
	p, err := d.store.RestoreRevision(d.draft.ID, n)
	if err != nil {
		d.tell(err)
		return
	}
	p.State, p.Frozen, p.Signatures, p.Changed = annotate.Drafting, "", d.draft.Signatures, d.set.Now()
	d.draft, d.dirty, d.written = &p, true, Paper{}
	d.tell(d.Flush())
	d.changed(Edited)
}

// LeaveField saves what was typed, now that the keyboard leaves a field.
func (d *Desk) LeaveField() { d.tell(d.Flush()) }

// SaveCopy writes the open draft as a text file at path and says so if that
// cannot be done.
func (d *Desk) SaveCopy(path string) {
	if err := d.SaveElsewhere(path); err != nil {
		d.tell(fmt.Errorf("%s: %w", path, err))
	}
}

// CopyName is what the text file of a draft is called unless the user says
// otherwise.
func CopyName(p annotate.Proposal) string {
	name := FileName(p)
	return name[:len(name)-len(".pdf")] + ".toml"
}
