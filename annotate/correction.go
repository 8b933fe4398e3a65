package annotate

import (
	"cmp"
	"errors"
	"math"
	"slices"
	"strings"
	"time"

	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// An Aim is what a target demands, without the words that say it.
type Aim struct {
	Kind       target.Kind       `json:"kind"`
	Subject    string            `json:"subject"`
	Comparator target.Comparator `json:"comparator,omitempty"` // "" for a milestone
	Measure    target.Measure    `json:"measure,omitempty"`    // "" for a milestone
	Value      float64           `json:"value,omitempty"`      // in the base unit
	Unit       string            `json:"unit,omitempty"`
	Deadline   string            `json:"deadline,omitempty"` // as printed
	Due        string            `json:"due,omitempty"`      // civil date "2024-06-30"
}

// AimOf is what t demands.
func AimOf(t target.Target) Aim {
	return Aim{Kind: t.Kind, Subject: t.Subject, Comparator: t.Comparator, Measure: t.Measure,
		Value: t.Value, Unit: t.Unit, Deadline: t.Deadline, Due: t.Due}
}

// on is t demanding a.
func (a Aim) on(t target.Target) target.Target {
	t.Kind, t.Subject, t.Comparator, t.Measure = a.Kind, a.Subject, a.Comparator, a.Measure
	t.Value, t.Unit, t.Deadline, t.Due = a.Value, a.Unit, a.Deadline, a.Due
	return t
}

// Why an Aim cannot stand.
var (
	ErrNoSubject = errors.New("a target without subject")
	ErrNoValue   = errors.New("a target that has neither value nor is a milestone")
)

// Tidy is a without blanks, and without what its kind does not have.
func (a Aim) Tidy() (Aim, error) {
	a.Subject, a.Unit, a.Deadline = strings.TrimSpace(a.Subject), strings.TrimSpace(a.Unit), strings.TrimSpace(a.Deadline)
	if a.Subject == "" {
		return a, ErrNoSubject
	}
	switch a.Kind {
	case target.Milestone:
		a.Comparator, a.Measure, a.Value, a.Unit = "", "", 0, ""
		return a, nil
	case target.Quantified:
		a.Comparator = cmp.Or(a.Comparator, target.Exactly)
		a.Measure = cmp.Or(a.Measure, target.Level)
		if !math.IsNaN(a.Value) && !math.IsInf(a.Value, 0) {
			return a, nil
		}
	}
	return a, ErrNoValue
}

// A Pin names a target across editions and re-imports: by its words, which
// Anchor finds again, and among targets of the same words by what was read
// there.
type Pin struct {
	Anchor Anchor    `json:"anchor"`
	Target target.ID `json:"target,omitempty"` // as it was called; a hint
	Read   Aim       `json:"read"`             // as it was read
}

// PinOf names t, a target of r; ok is false if r has no such paragraph.
func PinOf(r *report.Report, t target.Target) (p Pin, ok bool) {
	para, ok := r.Paragraph(t.Paragraph)
	if !ok {
		return Pin{}, false
	}
	return Pin{Anchor: AnchorAt(r, para, t.Span), Target: t.ID, Read: AimOf(t)}, true
}

// Pick returns which of all p names, when its words now stand where found says;
// -1 if none. The words must be the same ones, or hold the same figure.
func (p Pin) Pick(found Found, all []target.Target) int {
	best, most := -1, 0
	for i, t := range all {
		if t.Paragraph != found.Paragraph || !t.Span.Overlaps(found.Span) {
			continue
		}
		figure := t.Kind == p.Read.Kind && t.Value == p.Read.Value && t.Unit == p.Read.Unit
		if t.Span != found.Span && !figure {
			continue
		}
		score := 1
		for weight, is := range map[int]bool{16: t.Span == found.Span, 8: figure, 4: t.Subject == p.Read.Subject, 2: t.ID == p.Target} {
			if is {
				score += weight
			}
		}
		if score > most {
			best, most = i, score
		}
	}
	return best
}

// CorrectionID names one correction; a UUID.
type CorrectionID string

// A Ruling is what a person says of a target.
type Ruling string

// The rulings.
const (
	Confirmed Ruling = "confirmed" // it is as it was read
	Corrected Ruling = "corrected" // it demands Aims[0]
	Split     Ruling = "split"     // it is several: Aims, in order
	Deleted   Ruling = "deleted"   // it is none
	Added     Ruling = "added"     // it was not read: Aims, in order
)

// A Correction is a person's last word on a target. It is kept apart from the
// text, which is never changed.
type Correction struct {
	ID      CorrectionID `json:"id"`
	Pin                  // of what was read; of the selected words for Added
	Ruling  Ruling       `json:"ruling"`
	Aims    []Aim        `json:"aims,omitempty"`
	Changed time.Time    `json:"changed"`
}

// Says reports whether c and d say the same, whoever said it and when.
func (c Correction) Says(d Correction) bool {
	return c.Ruling == d.Ruling && slices.Equal(c.Aims, d.Aims)
}

// valid reports whether c can be applied at all.
func (c Correction) valid() bool {
	for _, a := range c.Aims {
		if _, err := a.Tidy(); err != nil {
			return false
		}
	}
	n := len(c.Aims)
	switch c.Ruling {
	case Confirmed, Deleted:
		return c.ID != "" && n == 0
	case Corrected:
		return c.ID != "" && n == 1
	case Split, Added:
		return c.ID != "" && n > 0
	}
	return false
}

// part is what the i-th target of c is called. The first keeps the name of the
// target that was read, so that drafts go on citing it.
func (c Correction) part(i int, read target.ID) target.ID {
	if i == 0 && read != "" {
		return read
	}
	id := strings.ReplaceAll(string(c.ID), "-", "")
	return target.ID(id[:min(12, len(id))] + "-" + string(rune('a'+i%26)))
}

// A Whence says which correction made a target.
type Whence struct {
	Correction CorrectionID
	Part       int // of its Aims
}

// An Outcome is what corrections made of the targets of a report.
type Outcome struct {
	Targets []target.Target // in reading order
	Removed []target.Target // that a person deleted
	From    map[target.ID]Whence
	Status  map[CorrectionID]Status // of the words; only Attached and Moved were applied
}

// Correct applies corrections to the targets read off r; where finds words in
// it. A correction whose words are gone, or stand there with another number,
// is not applied: it was said of something else.
func Correct(r *report.Report, read []target.Target, all []Correction, where func(Anchor) Found) Outcome {
	out := Outcome{From: map[target.ID]Whence{}, Status: map[CorrectionID]Status{}}
	said := map[int]Correction{} // index into read → what was said of it
	var added []target.Target
	for _, c := range all {
		found := where(c.Anchor)
		out.Status[c.ID] = found.Status
		if found.Status != Attached && found.Status != Moved {
			continue
		}
		if c.Ruling != Added {
			i := c.Pick(found, read)
			if _, twice := said[i]; i >= 0 && !twice {
				said[i] = c
			}
			if i >= 0 {
				continue
			}
		}
		added = append(added, out.stated(r, c, found)...)
	}
	for i, t := range read {
		c, ok := said[i]
		switch {
		case !ok:
			out.Targets = append(out.Targets, t)
		case c.Ruling == Deleted:
			out.Removed = append(out.Removed, t)
			out.From[t.ID] = Whence{Correction: c.ID}
		case c.Ruling == Confirmed:
			out.Targets = append(out.Targets, t)
			out.From[t.ID] = Whence{Correction: c.ID}
		default:
			out.Targets = append(out.Targets, out.parts(c, t, t.ID)...)
		}
	}
	out.insert(r, added)
	return out
}

// stated are the targets of a correction whose words no target was read off:
// what a person said is a target is one, even if the rules have changed.
func (o *Outcome) stated(r *report.Report, c Correction, found Found) []target.Target {
	p, ok := r.Paragraph(found.Paragraph)
	if !ok || c.Ruling == Deleted {
		return nil
	}
	if c.Ruling == Confirmed {
		c.Aims = []Aim{c.Read}
	}
	return o.parts(c, target.Target{Paragraph: p.ID, Section: p.Section, Span: found.Span,
		Quote: found.Span.Of(p.Text), Tone: target.Expected}, "")
}

// parts are the targets that c makes of t.
func (o *Outcome) parts(c Correction, t target.Target, read target.ID) []target.Target {
	var all []target.Target
	for i, a := range c.Aims {
		each := a.on(t)
		each.ID = c.part(i, read)
		if c.Ruling != Corrected && (a.Value != t.Value || a.Unit != t.Unit) {
			each.Figure = report.Span{}
		}
		o.From[each.ID] = Whence{c.ID, i}
		all = append(all, each)
	}
	return all
}

// insert puts targets where they are read.
func (o *Outcome) insert(r *report.Report, added []target.Target) {
	order := map[report.ParagraphID]int{}
	for i, p := range r.Paragraphs() {
		order[p.ID] = i
	}
	for _, t := range added {
		at := slices.IndexFunc(o.Targets, func(u target.Target) bool {
			return cmp.Or(cmp.Compare(order[u.Paragraph], order[t.Paragraph]), cmp.Compare(u.Span.Start, t.Span.Start)) > 0
		})
		if at < 0 {
			at = len(o.Targets)
		}
		o.Targets = slices.Insert(o.Targets, at, t)
	}
}
