package desk

import (
	"errors"
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"

	"github.com/google/uuid"
)

// aims is what a person says of the targets: kept apart from the text and
// found again by its words.
type aims struct {
	corrections []annotate.Correction
	marks       []annotate.MarkedTarget
	pairings    []annotate.Pairing
	read        map[report.Edition][]target.Target
	ruled       map[*report.Report]annotate.Outcome // of reports of the library
	against     map[report.ID]report.ID             // what a report is compared with, if a person chose
}

// The kinds of record under which they are kept.
const (
	correctionRecord = "correction"
	markRecord       = "target-mark"
	pairingRecord    = "pairing"
)

// Reasons why something about a target cannot be done now.
var (
	ErrNoTarget    = errors.New("no such target")
	ErrTargetThere = errors.New("these words state a target already")
	ErrAsRead      = errors.New("nobody has said anything of the target")
	ErrConfirmed   = errors.New("the target is settled already")
)

// A State says who says what a target demands.
type State string

// The states of a target: one of the rulings, or as the rules read it.
const (
	AsRead    State = "read"
	Confirmed State = State(annotate.Confirmed)
	Corrected State = State(annotate.Corrected)
	Split     State = State(annotate.Split)
	Deleted   State = State(annotate.Deleted)
	Added     State = State(annotate.Added)
)

// States lists the states in the order they are offered.
var States = []State{AsRead, Confirmed, Corrected, Split, Added, Deleted}

func (d *Desk) loadAims() {
	var err error
	if d.aims.corrections, err = store.Records[annotate.Correction](d.store, correctionRecord); err != nil {
		d.tell(err)
	}
	if d.aims.marks, err = store.Records[annotate.MarkedTarget](d.store, markRecord); err != nil {
		d.tell(err)
	}
	if d.aims.pairings, err = store.Records[annotate.Pairing](d.store, pairingRecord); err != nil {
		d.tell(err)
	}
	clear(d.targets)
	d.aims.ruled = nil
}

// asRead is what the rules read off r, of this year and of the last.
func (d *Desk) asRead(r *report.Report) []target.Target {
	if d.aims.read == nil {
		d.aims.read = map[report.Edition][]target.Target{}
	}
	if _, known := d.aims.read[r.Edition]; !known {
		d.aims.read[r.Edition] = target.Of(r)
	}
	all := d.aims.read[r.Edition]
	if len(all) > 0 && all[0].Paragraph.Report() != r.ID {
		return target.Of(r) // the same text under another name
	}
	return all
}

// stated is asRead without or with only the results.
func (d *Desk) stated(r *report.Report, past bool) []target.Target {
	var all []target.Target
	for _, t := range d.asRead(r) {
		if t.Past == past {
			all = append(all, t)
		}
	}
	return all
}

// correctionsOf are those of r.
func (d *Desk) correctionsOf(r *report.Report) []annotate.Correction {
	var all []annotate.Correction
	for _, c := range d.aims.corrections {
		if c.Anchor.Report == r.ID || c.Anchor.Edition == r.Edition {
			all = append(all, c)
		}
	}
	return all
}

// ruled is what the corrections make of the targets of r.
func (d *Desk) ruled(r *report.Report) annotate.Outcome {
	if o, known := d.aims.ruled[r]; known {
		return o
	}
	o := annotate.Correct(r, d.stated(r, false), d.correctionsOf(r), func(a annotate.Anchor) annotate.Found { return d.Where(a, r) })
	if d.Find(r.ID) == r {
		if d.aims.ruled == nil {
			d.aims.ruled = map[*report.Report]annotate.Outcome{}
		}
		d.aims.ruled[r] = o
	}
	return o
}

// rulingOn is the correction that made t, a target of r, and which part of it
// t is.
func (d *Desk) rulingOn(r *report.Report, id target.ID) (c annotate.Correction, part int, ok bool) {
	from, ok := d.ruled(r).From[id]
	if !ok {
		return c, 0, false
	}
	i := slices.IndexFunc(d.aims.corrections, func(c annotate.Correction) bool { return c.ID == from.Correction })
	if i < 0 {
		return c, 0, false
	}
	return d.aims.corrections[i], from.Part, true
}

// TargetState says who says what the target of r called id demands.
func (d *Desk) TargetState(r *report.Report, id target.ID) State {
	if c, _, ok := d.rulingOn(r, id); ok {
		return State(c.Ruling)
	}
	return AsRead
}

// onTarget is an action about a target; do gets the correction of it, new or
// not, and says what should become of it: nil to drop it.
func (d *Desk) onTarget(id target.ID, do func(c annotate.Correction, part int, known bool) (*annotate.Correction, error)) Action {
	if d.store == nil {
		return Action{Off: d.trouble}
	}
	t, r, ok := d.anyTarget(id)
	if !ok {
		return Action{Off: ErrNoTarget}
	}
	c, part, known := d.rulingOn(r, id)
	if !known {
		pin, ok := annotate.PinOf(r, t)
		if !ok {
			return Action{Off: ErrNoTarget}
		}
		c = annotate.Correction{ID: annotate.CorrectionID(uuid.NewString()), Pin: pin}
	}
	c.Aims = slices.Clone(c.Aims)
	next, err := do(c, part, known)
	if err != nil {
		return Action{Off: err}
	}
	return Action{Do: func() {
		var before []annotate.Correction
		if old, _, known := d.rulingOn(r, id); known {
			before = append(before, old)
		}
		var after []annotate.Correction
		if next != nil {
			next.Changed = d.set.Now()
			after = append(after, *next)
		}
		d.tell(d.rule(before, after))
	}}
}

// anyTarget is Target, and also finds those that a person deleted.
func (d *Desk) anyTarget(id target.ID) (target.Target, *report.Report, bool) {
	if t, r, ok := d.Target(id); ok {
		return t, r, true
	}
	for _, r := range d.reports {
		for _, t := range d.ruled(r).Removed {
			if t.ID == id {
				return t, r, true
			}
		}
	}
	return target.Target{}, nil, false
}

// ConfirmTarget says that a target is as it was read.
func (d *Desk) ConfirmTarget(id target.ID) Action {
	return d.onTarget(id, func(c annotate.Correction, _ int, known bool) (*annotate.Correction, error) {
		if known {
			return nil, ErrConfirmed
		}
		c.Ruling = annotate.Confirmed
		return &c, nil
	})
}

// CorrectTarget says what a target really demands: one thing, or several if it
// was read as one.
func (d *Desk) CorrectTarget(id target.ID, aims ...annotate.Aim) Action {
	for i := range aims {
		tidy, err := aims[i].Tidy()
		if err != nil {
			return Action{Off: err}
		}
		aims[i] = tidy
	}
	if len(aims) == 0 {
		return Action{Off: annotate.ErrNoValue}
	}
	return d.onTarget(id, func(c annotate.Correction, part int, _ bool) (*annotate.Correction, error) {
		switch c.Ruling {
		case annotate.Split, annotate.Added:
			c.Aims = slices.Replace(c.Aims, part, part+1, aims...)
			return &c, nil
		}
		c.Ruling, c.Aims = annotate.Corrected, aims
		switch {
		case len(aims) > 1:
			c.Ruling = annotate.Split
		case aims[0] == c.Read:
			c.Ruling, c.Aims = annotate.Confirmed, nil
		}
		return &c, nil
	})
}

// DeleteTarget says that a target is none. One that a person had added is gone
// as if it had never been; the others can be had back from the list of deleted
// ones.
func (d *Desk) DeleteTarget(id target.ID) Action {
	a := d.deleteTarget(id)
	if a.Off != nil {
		return a
	}
	t, _, _ := d.anyTarget(id)
	return Action{Do: func() {
		a.Do()
		if _, _, still := d.Target(id); !still {
			d.tell(&Outcome{"desk.target.deleted", []any{"quote", t.Quote}})
		}
	}}
}

func (d *Desk) deleteTarget(id target.ID) Action {
	return d.onTarget(id, func(c annotate.Correction, part int, _ bool) (*annotate.Correction, error) {
		switch c.Ruling {
		case annotate.Split, annotate.Added:
			if c.Aims = slices.Delete(c.Aims, part, part+1); len(c.Aims) > 0 {
				return &c, nil
			}
			if c.Ruling == annotate.Added {
				return nil, nil
			}
		case annotate.Deleted:
			return nil, ErrNoTarget
		}
		c.Ruling, c.Aims = annotate.Deleted, nil
		return &c, nil
	})
}

// RestoreTarget takes back whatever was said of a target.
func (d *Desk) RestoreTarget(id target.ID) Action {
	return d.onTarget(id, func(_ annotate.Correction, _ int, known bool) (*annotate.Correction, error) {
		if !known {
			return nil, ErrAsRead
		}
		return nil, nil
	})
}

// rule puts the corrections after in place of those before, and can be undone.
func (d *Desk) rule(before, after []annotate.Correction) error {
	swap := func(out, in []annotate.Correction) func() error {
		return func() error { return d.putCorrections(out, in) }
	}
	if err := d.putCorrections(before, after); err != nil {
		return err
	}
	d.did(step{undo: swap(after, before), redo: swap(before, after)})
	return nil
}

// putCorrections takes some off the lists and puts others on.
func (d *Desk) putCorrections(out, in []annotate.Correction) error {
	if d.store == nil {
		return d.trouble
	}
	var records []store.Record
	for _, c := range out {
		records = append(records, store.Record{Kind: correctionRecord, ID: string(c.ID)})
	}
	for _, c := range in {
		records = append(records, store.Record{Kind: correctionRecord, ID: string(c.ID), Value: c})
	}
	if err := d.store.SaveRecords(records...); err != nil {
		return err
	}
	for _, c := range append(slices.Clone(out), in...) {
		d.aims.corrections = slices.DeleteFunc(d.aims.corrections, func(k annotate.Correction) bool { return k.ID == c.ID })
	}
	d.aims.corrections = append(d.aims.corrections, in...)
	d.saved = d.set.Now()
	d.reruled()
	d.reindex()
	return nil
}

// reruled shows everything that follows from the corrections anew.
func (d *Desk) reruled() {
	clear(d.targets)
	d.aims.ruled = nil
	d.changed(Aimed)
	d.changed(Noted) // the marks in the text
}
