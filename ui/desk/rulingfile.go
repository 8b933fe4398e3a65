package desk

import (
	"fmt"
	"path/filepath"

	"deputydesk/annotate"
	"deputydesk/export/pdf"
	"deputydesk/seeds/report"
)

// A Fate is what became of one correction of a file.
type Fate string

// The fates; a correction that is not taken for one of the last three reasons
// is kept all the same, and counts when its words come back.
const (
	Taken   Fate = "taken"
	Already Fate = "already" // the same was said here before
	Mine    Fate = "mine"    // something else was said here before, and stands
	Waiting Fate = "waiting" // its report is not in the library
	Changed Fate = Fate(annotate.NumberChanged)
	Other   Fate = Fate(annotate.Reworded)
	Lost    Fate = Fate(annotate.Orphan)
)

// Fates lists the fates in the order they are told.
var Fates = []Fate{Taken, Already, Mine, Changed, Other, Lost, Waiting}

// A Fated is a correction of a file and what became of it.
type Fated struct {
	Quote  string          `json:"quote"`
	Ruling annotate.Ruling `json:"ruling"`
	Fate   Fate            `json:"outcome"`
}

// ReadCorrections reads a file of corrections.
func ReadCorrections(path string) ([]annotate.Correction, error) {
	data, err := readSource(path)
	if err != nil {
		return nil, err
	}
	return annotate.ReadCorrections(filepath.Base(path), data)
}

// WriteCorrections saves the corrections of r as a file for others, and returns
// how many they are. Marks of one's own are not in it.
func (d *Desk) WriteCorrections(r *report.Report, path string) (int, error) {
	all := d.correctionsOf(r)
	data, err := annotate.WriteCorrections(all)
	if err != nil {
		return 0, err
	}
	return len(all), pdf.Save(path, data)
}

// SaveCorrections is WriteCorrections of the open report, and tells.
func (d *Desk) SaveCorrections(path string) {
	n, err := d.WriteCorrections(d.open, path)
	if err != nil {
		d.tell(err)
		return
	}
	d.tell(&Outcome{"desk.corrections.saved", []any{"n", n, "file", filepath.Base(path)}})
}

// Apply takes corrections in for this run only: nothing is kept. They are taken
// to speak of r, whatever it is called where they were made.
func (d *Desk) Apply(r *report.Report, all []annotate.Correction) []Fated {
	for i := range all {
		all[i].Anchor.Report = r.ID
	}
	fates, taken := d.judge(d.aims.corrections, all, func(annotate.Correction) *report.Report { return r })
	d.aims.corrections = append(d.aims.corrections, taken...)
	d.reruled()
	return fates
}

// TakeCorrections takes the corrections of a file in, as one step that can be
// undone, and says what became of each. What was said here before stands.
func (d *Desk) TakeCorrections(all []annotate.Correction) ([]Fated, error) {
	if d.store == nil {
		return nil, d.trouble
	}
	fates, taken := d.judge(d.aims.corrections, all, d.about)
	if len(taken) == 0 {
		return fates, nil
	}
	return fates, d.rule(nil, taken)
}

// about is the report of the library that c speaks of; nil for none.
func (d *Desk) about(c annotate.Correction) *report.Report {
	if r := d.Find(c.Anchor.Report); r != nil {
		return r
	}
	for _, r := range d.reports {
		if r.Edition == c.Anchor.Edition {
			return r
		}
	}
	return nil
}

// ImportCorrections is TakeCorrections of a file, and tells.
func (d *Desk) ImportCorrections(path string) {
	all, err := ReadCorrections(path)
	if err != nil {
		d.tell(err)
		return
	}
	d.importCorrections(all)
}

// CountFates counts them; each fate is there.
func CountFates(all []Fated) map[Fate]int {
	n := map[Fate]int{}
	for _, f := range Fates {
		n[f] = 0
	}
	for _, f := range all {
		n[f.Fate]++
	}
	return n
}

// judge says what becomes of corrections where those of had were made before,
// and which are taken in.
func (d *Desk) judge(had, all []annotate.Correction, of func(annotate.Correction) *report.Report) (fates []Fated, taken []annotate.Correction) {
	said := map[string]annotate.Correction{}
	ids := map[annotate.CorrectionID]bool{}
	for _, c := range had {
		ids[c.ID] = true
		if r := of(c); r != nil {
			said[d.placeOf(r, c)] = c
		}
	}
	for _, c := range all {
		fate := Waiting
		if r := of(c); r != nil {
			place := d.placeOf(r, c)
			before, was := said[place]
			switch found := d.Where(c.Anchor, r); {
			case was && before.Says(c):
				fate = Already
			case was:
				fate = Mine
			case found.Status == annotate.Attached || found.Status == annotate.Moved:
				fate = Taken
			default:
				fate = Fate(found.Status)
			}
			if !was {
				said[place] = c
			}
		}
		if ids[c.ID] && fate != Mine {
			fate = Already
		}
		if !ids[c.ID] && fate != Already && fate != Mine {
			taken = append(taken, c)
			ids[c.ID] = true
		}
		fates = append(fates, Fated{c.Anchor.Quote, c.Ruling, fate})
	}
	return fates, taken
}

// placeOf tells corrections of one target from those of another.
func (d *Desk) placeOf(r *report.Report, c annotate.Correction) string {
	found := d.Where(c.Anchor, r)
	if found.Status != annotate.Attached && found.Status != annotate.Moved {
		return string(c.ID)
	}
	read := d.stated(r, false)
	if i := c.Pick(found, read); i >= 0 && c.Ruling != annotate.Added {
		return string(read[i].ID)
	}
	return fmt.Sprintf("%s %d %d", found.Paragraph, found.Span.Start, found.Span.End)
}
