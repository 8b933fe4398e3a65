package desk

import (
	"strconv"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"

	"github.com/google/uuid"
)

// AddTarget says that the selected words state a target that was not read. As
// much as the rules see in them is filled in; a person corrects the rest.
func (d *Desk) AddTarget() Action {
	return d.AddTargetAs(nil)
}

// AddTargetAs is AddTarget with what the target demands; nil for what the rules
// see in the words.
func (d *Desk) AddTargetAs(aim *annotate.Aim) Action {
	for _, t := range d.SelectedTargets() {
		if t.Span == d.selection.Span {
			return Action{Off: ErrTargetThere}
		}
	}
	var said annotate.Aim
	if aim == nil {
		said = d.Guess(d.Words())
	} else {
		var err error
		if said, err = aim.Tidy(); err != nil {
			return Action{Off: err}
		}
	}
	return d.onSelection(func(a annotate.Anchor) {
		c := annotate.Correction{
			ID: annotate.CorrectionID(uuid.NewString()), Ruling: annotate.Added, Aims: []annotate.Aim{said},
			Pin: annotate.Pin{Anchor: a, Read: said}, Changed: d.set.Now(),
		}
		if err := d.rule(nil, []annotate.Correction{c}); err != nil {
			d.tell(err)
			return
		}
		d.tell(&Outcome{"desk.target.added", []any{"quote", a.Quote}})
	})
}

// subjectRunes is how much of words without a figure is put forward as their
// subject.
const subjectRunes = 16

// Guess is what the rules see in some words of the open report: the first
// target, else a milestone called by the words.
func (d *Desk) Guess(words string) annotate.Aim {
	words = strings.Trim(strings.TrimSpace(words), "，。；、,;")
	if all := d.readAlone(words); len(all) > 0 {
		return annotate.AimOf(all[0])
	}
	subject := []rune(words)
	return annotate.Aim{Kind: target.Milestone, Subject: string(subject[:min(subjectRunes, len(subject))]), Due: d.Due("")}
}

// readAlone reads words as if they stood alone among the aims of the open
// report.
func (d *Desk) readAlone(words string) []target.Target {
	return target.Of(&report.Report{ID: "x", Year: d.open.Year, Sections: []report.Section{{
		Path: "二", Paragraphs: []report.Paragraph{{ID: "x/二/1", Section: "二", Text: words}}}}})
}

// Due is the last day of a deadline as printed, 6月底前, in the year of the open
// report: its end for "", and "" for what is not understood.
func (d *Desk) Due(deadline string) string {
	for _, t := range d.readAlone(deadline + "新建道路1公里") {
		if t.Deadline == deadline {
			return t.Due
		}
	}
	return ""
}

// Value reads a number as people type it: 3000, 3,000, 7.5%, 1.2万, 36亿.
func Value(text string) (v float64, ok bool) {
	text = strings.NewReplacer(",", "", "，", "", " ", "", "　", "", "％", "", "%", "").Replace(text)
	text = strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' {
			return r - '０' + '0'
		}
		return r
	}, text)
	times := 1.0
	for _, big := range []struct {
		words string
		value float64
	}{{"万亿", 1e12}, {"亿", 1e8}, {"万", 1e4}} {
		if short, cut := strings.CutSuffix(text, big.words); cut {
			text, times = short, big.value
			break
		}
	}
	v, err := strconv.ParseFloat(text, 64)
	return v * times, err == nil
}

// A Said is what a person typed about a target.
type Said struct {
	Subject    string
	Milestone  bool // no number is to be reached
	Comparator target.Comparator
	Measure    target.Measure
	Value      string // 580, 7.5, 3万
	Unit       string
	Deadline   string // 6月底前; "" for the year's end
}

// CorrectAs is CorrectTarget with what was typed.
func (d *Desk) CorrectAs(id target.ID, all ...Said) Action {
	t, _, ok := d.Target(id)
	if !ok {
		return Action{Off: ErrNoTarget}
	}
	var aims []annotate.Aim
	for _, s := range all {
		a := annotate.Aim{Kind: target.Quantified, Subject: s.Subject, Comparator: s.Comparator, Measure: s.Measure,
			Unit: s.Unit, Deadline: strings.TrimSpace(s.Deadline), Due: t.Due}
		if a.Deadline != t.Deadline {
			a.Due = d.Due(a.Deadline)
		}
		if s.Milestone {
			a.Kind = target.Milestone
		} else if a.Value, ok = Value(s.Value); !ok {
			return Action{Off: annotate.ErrNoValue}
		}
		aims = append(aims, a)
	}
	return d.CorrectTarget(id, aims...)
}
