package desk

import (
	"errors"
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// Proofing is the page on which the layout of an imported report is checked
// against its source (核对版式).
const Proofing Page = "proofing"

// Why the layout cannot be changed so.
var (
	ErrBuiltIn      = errors.New("the report came with the program")
	ErrNoPiece      = errors.New("no piece of the report is chosen")
	ErrNothingAbove = errors.New("nothing stands above that it could go on")
	ErrNoSplit      = errors.New("no words on both sides of the place")
	ErrIsSo         = errors.New("it is that already")
	ErrLongHeading  = errors.New("too long for a heading")
	ErrDroppedPiece = errors.New("it was left out")
	ErrNotDropped   = errors.New("it was not left out")
	ErrPrintOnly    = errors.New("it is no part of the text")
	ErrNoFix        = errors.New("the layout is as the program read it")
)

// longestHeading is how many characters a heading made by a person may have.
// The longest printed one known here has 48.
const longestHeading = 80

// proofing is the proof last looked at, and of which report it is.
type proofing struct {
	proof *intake.Proof
	of    *report.Report
	stale bool // the index does not know the last fixes
}

// importID is what an edition is called in the store.
func importID(r *report.Report) report.ID { return r.ID + "@" + report.ID(r.Edition.Short()) }

// Imported reports whether r was imported, so that its layout can be checked.
func (d *Desk) Imported(r *report.Report) bool { return d.imported[importID(r)] }

// JustImported reports whether the notice says that the open report came in, so
// that its layout may be checked now.
func (d *Desk) JustImported() bool {
	var o *Outcome
	return errors.As(d.notice, &o) && strings.HasPrefix(o.Key, "desk.import.") && d.Imported(d.open)
}

// CheckLayout opens the page on which the open report is checked against its
// source. It is never necessary: an imported report can be read at once.
func (d *Desk) CheckLayout() Action {
	if _, err := d.Proof(); err != nil {
		return Action{Off: err}
	}
	return Action{Do: func() {
		if d.JustImported() {
			d.Dismiss()
		}
		d.Turn(Proofing)
	}}
}

// Proof is the open report beside its source.
func (d *Desk) Proof() (*intake.Proof, error) { return d.proofOf(d.open) }

func (d *Desk) proofOf(r *report.Report) (*intake.Proof, error) {
	if d.proofing.of == r && d.proofing.proof != nil {
		return d.proofing.proof, nil
	}
	if d.store == nil {
		return nil, d.trouble
	}
	if !d.Imported(r) {
		return nil, ErrBuiltIn
	}
	kept, err := d.store.Report(importID(r))
	if err != nil {
		return nil, err
	}
	p, err := intake.Proofread(kept.Meta, kept.Name, kept.Source)
	if err != nil {
		return nil, err
	}
	d.proofing.proof, d.proofing.of = p, r
	return p, nil
}

// piece is piece i of the proof of the open report.
func (d *Desk) piece(i int) (*intake.Proof, intake.Piece, error) {
	p, err := d.Proof()
	switch {
	case err != nil:
		return nil, intake.Piece{}, err
	case i < 0 || i >= len(p.Pieces):
		return nil, intake.Piece{}, ErrNoPiece
	}
	switch p.Pieces[i].Kind {
	case intake.PrintOnly, intake.TailNotes:
		return nil, intake.Piece{}, ErrPrintOnly
	}
	return p, p.Pieces[i], nil
}

// FixLayout changes what piece i of the open report is taken for; offset is the
// byte of its text before which SplitHere begins a paragraph.
func (d *Desk) FixLayout(op intake.FixOp, i, offset int) Action {
	p, piece, err := d.piece(i)
	if err == nil {
		err = fixable(p, piece, op, i, offset)
	}
	if err != nil {
		return Action{Off: err}
	}
	next := p.Meta().Fixes
	if op == intake.MergeUp { // over page numbers between the two
		for k := i - 1; k >= 0 && p.Pieces[k].Kind == intake.PrintOnly; k-- {
			next = intake.AddFix(next, p.Fix(op, k, 0))
		}
	}
	return d.refitting(p, intake.AddFix(next, p.Fix(op, i, offset)))
}

// fixable is why op cannot be done to a piece; nil if it can.
func fixable(p *intake.Proof, piece intake.Piece, op intake.FixOp, i, offset int) error {
	if piece.Kind == intake.Dropped {
		return ErrDroppedPiece
	}
	level := map[intake.FixOp]int{intake.AsHeading1: 1, intake.AsHeading2: 2}[op]
	switch op {
	case intake.MergeUp:
		for i--; i >= 0 && p.Pieces[i].Kind == intake.PrintOnly; i-- {
		}
		if i < 0 || p.Pieces[i].Kind == intake.Dropped {
			return ErrNothingAbove
		}
	case intake.SplitHere:
		if !p.Splits(i, offset) {
			return ErrNoSplit
		}
	case intake.AsText:
		if piece.Level == 0 && piece.Kind == intake.TextBlock {
			return ErrIsSo
		}
	case intake.AsHeading1, intake.AsHeading2:
		first := report.Sentences(piece.Text)[0]
		switch {
		case piece.Level == level:
			return ErrIsSo
		case utf8.RuneCountInString(first.Of(piece.Text)) > longestHeading:
			return ErrLongHeading
		}
	}
	return nil
}

// RestorePiece brings a piece back that was left out.
func (d *Desk) RestorePiece(i int) Action {
	p, piece, err := d.piece(i)
	switch {
	case err != nil:
		return Action{Off: err}
	case piece.Kind != intake.Dropped:
		return Action{Off: ErrNotDropped}
	}
	return d.refitting(p, intake.WithoutFix(p.Meta().Fixes, piece.At, intake.DropHere))
}

// LastFix takes back the last fix of the layout, also one of an earlier day.
func (d *Desk) LastFix() Action {
	return d.lessFixes(func(all []intake.Fix) []intake.Fix { return slices.Clone(all[:len(all)-1]) })
}

// AsPrinted takes back all fixes of the layout of the open report.
func (d *Desk) AsPrinted() Action {
	return d.lessFixes(func([]intake.Fix) []intake.Fix { return nil })
}

func (d *Desk) lessFixes(less func([]intake.Fix) []intake.Fix) Action {
	p, err := d.Proof()
	if err != nil {
		return Action{Off: err}
	}
	all := p.Meta().Fixes
	if len(all) == 0 {
		return Action{Off: ErrNoFix}
	}
	return d.refitting(p, less(all))
}

// refitting gives the open report other fixes, as one step that can be undone.
func (d *Desk) refitting(p *intake.Proof, next []intake.Fix) Action {
	id, edition, was := d.open.ID, d.open.Edition, p.Meta().Fixes
	return Action{Do: func() {
		if err := d.refit(id, edition, next); err != nil {
			d.tell(err)
			return
		}
		d.did(step{
			undo: func() error { return d.refit(id, edition, was) },
			redo: func() error { return d.refit(id, edition, next) },
		})
	}}
}

// refit reads an edition of a report anew with these fixes and puts it in place
// of what was read before. Notes, citations and rulings find their words again.
func (d *Desk) refit(id report.ID, edition report.Edition, all []intake.Fix) error {
	at := slices.IndexFunc(d.editions[id], func(r *report.Report) bool { return r.Edition == edition })
	if at < 0 {
		return ErrNoReport
	}
	old := d.editions[id][at]
	p, err := d.proofOf(old)
	if err != nil {
		return err
	}
	if p, err = p.With(all); err != nil {
		return err
	}
	if err := d.store.SaveMeta(importID(old), p.Meta()); err != nil {
		return err
	}
	r := p.Report
	d.editions[id][at] = r
	if i := slices.Index(d.reports, old); i >= 0 {
		d.reports[i] = r
	}
	if d.open == old {
		d.open = r
		d.selection = Selection{}
	}
	d.proofing.proof, d.proofing.of, d.proofing.stale = p, r, true
	d.saved = d.set.Now()
	d.relaid(r)
	return nil
}

// relaid forgets what was worked out for the paragraphs of r as they were.
func (d *Desk) relaid(r *report.Report) {
	d.refitted[r.Edition] = true
	delete(d.finders, r.Edition)
	clear(d.where)
	delete(d.aims.read, r.Edition)
	delete(d.doubts, r.Edition)
	if m := d.meeting; m != nil && m.Session.Report != nil && m.Session.Report.ID == r.ID {
		d.takeDoubts(r.ID, m.Session.Doubts)
	}
	d.revisedText = nil
	d.changed(Text)
	d.changed(Selected)
	d.reruled()
	if d.page != Proofing {
		d.learnLayout()
	}
}

// learnLayout makes the fixes known to the search.
func (d *Desk) learnLayout() {
	if d.proofing.stale {
		d.proofing.stale = false
		d.reindex()
	}
}

// sameLayout reports whether the paragraphs of r are numbered as they were when
// a was made. Once its layout was changed the old number proves nothing.
func (d *Desk) sameLayout(a annotate.Anchor, r *report.Report) bool {
	return a.Edition == r.Edition && !d.refitted[r.Edition]
}

// carryFixes gives a new edition of a report the fixes of the one before it,
// where their words stand in it.
func (d *Desk) carryFixes(r *report.Report, name string, source []byte, meta intake.Meta) (*report.Report, intake.Meta) {
	all := d.editions[r.ID]
	if len(all) == 0 || !d.Imported(all[len(all)-1]) {
		return r, meta
	}
	before, err := d.store.Report(importID(all[len(all)-1]))
	if err != nil || len(before.Meta.Fixes) == 0 {
		return r, meta // the new text is read as it came
	}
	with := meta
	with.Fixes = before.Meta.Fixes
	p, err := intake.Proofread(with, name, source)
	if err != nil {
		return r, meta // with them it would be no report
	}
	return p.Report, p.Meta()
}

// loadedImport remembers that r is in the store.
func (d *Desk) loadedImport(r *report.Report, kept store.Import) {
	d.imported[importID(r)] = true
	if len(kept.Meta.Fixes) > 0 {
		d.refitted[r.Edition] = true
	}
}

// lendLayout gives a report of the library a layout that came from elsewhere,
// unless the user has changed it already.
func (d *Desk) lendLayout(r *report.Report, layout []intake.Fix) error {
	if len(layout) == 0 || !d.Imported(r) {
		return nil
	}
	p, err := d.proofOf(r)
	if err != nil || len(p.Meta().Fixes) > 0 {
		return err
	}
	return d.refit(r.ID, r.Edition, layout)
}
