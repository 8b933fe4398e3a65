package desk

import (
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"

	"github.com/google/uuid"
)

// marksOf are the marks on the targets of r.
func (d *Desk) marksOf(r *report.Report, all []target.Target) map[target.ID]annotate.MarkedTarget {
	on := map[target.ID]annotate.MarkedTarget{}
	for _, m := range d.aims.marks {
		if m.Anchor.Report != r.ID && m.Anchor.Edition != r.Edition {
			continue
		}
		if i := m.Pick(d.Where(m.Anchor, r), all); i >= 0 {
			on[all[i].ID] = m
		}
	}
	return on
}

// MarkTarget puts a mark of one's own on a target; "" takes it off.
func (d *Desk) MarkTarget(id target.ID, mark annotate.Mark) Action {
	if d.store == nil {
		return Action{Off: d.trouble}
	}
	t, r, ok := d.Target(id)
	if !ok {
		return Action{Off: ErrNoTarget}
	}
	old, had := d.marksOf(r, d.Targets(r))[id]
	pin, ok := annotate.PinOf(r, t)
	if !ok || !had && mark == "" {
		return Action{Off: ErrNoTarget}
	}
	next := annotate.MarkedTarget{ID: uuid.NewString(), Pin: pin, Mark: mark, Changed: d.set.Now()}
	if had {
		next.ID = old.ID
	}
	put := func(m annotate.MarkedTarget, is bool) func() error {
		return func() error { return d.putMark(m, is) }
	}
	return Action{Do: func() {
		if err := d.putMark(next, mark != ""); err != nil {
			d.tell(err)
			return
		}
		before := next
		if had {
			before = old
		}
		d.did(step{undo: put(before, had), redo: put(next, mark != "")})
	}}
}

// putMark keeps m, or takes it off the lists if it is not to be.
func (d *Desk) putMark(m annotate.MarkedTarget, is bool) error {
	if d.store == nil {
		return d.trouble
	}
	record := store.Record{Kind: markRecord, ID: m.ID}
	if is {
		record.Value = m
	}
	if err := d.store.SaveRecords(record); err != nil {
		return err
	}
	d.aims.marks = slices.DeleteFunc(d.aims.marks, func(k annotate.MarkedTarget) bool { return k.ID == m.ID })
	if is {
		d.aims.marks = append(d.aims.marks, m)
	}
	d.saved = d.set.Now()
	d.changed(Aimed)
	return nil
}

// TargetMarks lists the marks in the order they are offered.
var TargetMarks = annotate.Marks
