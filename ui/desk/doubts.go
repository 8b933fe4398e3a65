package desk

import (
	"errors"
	"slices"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
)

// ErrNoDoubts is why there is no doubtful place to go to.
var ErrNoDoubts = errors.New("the report has no doubtful places")

// Doubts are the places of the open report that read as if the print had
// slipped (排印提示).
func (d *Desk) Doubts() []intake.Doubt {
	if _, known := d.doubts[d.open.Edition]; !known {
		d.doubts[d.open.Edition] = intake.Doubts(d.open)
	}
	return d.doubts[d.open.Edition]
}

// DoubtsIn are the doubtful places that the selected words touch, and that of
// the heading above them where they stand right below it.
func (d *Desk) DoubtsIn(s Selection) []intake.Doubt {
	var in []intake.Doubt
	for _, each := range d.Doubts() {
		if each.Paragraph == s.Paragraph && (each.Span.Overlaps(s.Span) || each.Heading != "") {
			in = append(in, each)
		}
	}
	return in
}

// Staff reports whether the desk belongs to staff: it holds the key of a
// committee, with which letters to the committee are opened.
func (d *Desk) Staff() bool { return len(d.keys.More) > 0 }

// ShowsDoubts reports whether doubtful places are marked: as the user chose,
// else for staff, who proofread, and not for deputies, who read.
func (d *Desk) ShowsDoubts() bool {
	if chosen := d.View().Doubts; chosen != nil {
		return *chosen
	}
	return d.Staff()
}

// ChooseDoubts remembers whether the user wants doubtful places marked.
func (d *Desk) ChooseDoubts(on bool) {
	v := d.View()
	v.Doubts = &on
	d.KeepView(v)
}

// NextDoubt goes to the doubtful place after the selected words, from the last
// to the first again.
func (d *Desk) NextDoubt() Action {
	all := d.Doubts()
	if len(all) == 0 {
		return Action{Off: ErrNoDoubts}
	}
	return Action{Do: func() {
		next := slices.IndexFunc(all, d.behindSelection)
		to := all[max(next, 0)]
		span := to.Span
		if to.Heading != "" {
			p, _ := d.open.Paragraph(to.Paragraph)
			span = p.Sentences()[0]
		}
		d.goToWords(d.stand(), to.Paragraph, span)
	}}
}

// behindSelection reports whether x stands behind the selected words, anywhere
// if there are none.
func (d *Desk) behindSelection(x intake.Doubt) bool {
	s := d.selection
	if s.Paragraph == "" {
		return true
	}
	if x.Paragraph == s.Paragraph {
		return x.Span.Start >= s.Span.End
	}
	place := func(id report.ParagraphID) int {
		return slices.IndexFunc(d.open.Paragraphs(), func(p report.Paragraph) bool { return p.ID == id })
	}
	return place(x.Paragraph) > place(s.Paragraph)
}
