package desk

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/seeds/report"
)

// A Part is one of the three parts of a body.
type Part int

// The parts, as 建议 calls them; a 议案 has 案由, 案据 and 方案 in their places.
const (
	Situation Part = iota
	Analysis
	Measures
)

// Parts are the parts in order.
var Parts = []Part{Situation, Analysis, Measures}

// Key is the part's key in FILE.toml, which findings name: "body.situation".
func (t Part) Key(form annotate.Form) string {
	keys := [3]string{"body.situation", "body.analysis", "body.proposal"}
	if form == annotate.Motion {
		keys = [3]string{"body.reason", "body.basis", "body.plan"}
	}
	return keys[t]
}

func (t Part) of(p *annotate.Proposal) *string {
	return [3]*string{&p.Body.Situation, &p.Body.Analysis, &p.Body.Proposal}[t]
}

// In is the text of the part in a proposal.
func (t Part) In(p annotate.Proposal) string { return *t.of(&p) }

// Put writes the text of the part into a proposal.
func (t Part) Put(p *annotate.Proposal, text string) { *t.of(p) = text }

// PartText is the text of a part of the open draft.
func (d *Desk) PartText(t Part) string {
	if d.draft == nil {
		return ""
	}
	return *t.of(d.draft)
}

// SetPartText writes a part of the open draft.
func (d *Desk) SetPartText(t Part, text string) {
	if d.draft != nil && *t.of(d.draft) != text {
		d.Edit(func(p *annotate.Proposal) { *t.of(p) = text })
	}
}

// SetTitle writes the title of the open draft, in one line.
func (d *Desk) SetTitle(title string) {
	title = strings.Join(strings.Fields(title), " ")
	if d.draft != nil && d.draft.Title != title {
		d.Edit(func(p *annotate.Proposal) { p.Title = title })
	}
}

// TitleExample shows what a title of the open draft looks like, "" if the rule
// pack says nothing of it.
func (d *Desk) TitleExample() string {
	if d.draft == nil {
		return ""
	}
	t, _ := d.pack.Title(string(d.draft.Form))
	return t.Example
}

// Lengths are the characters of each part of the open draft, white space left
// out, and their share of the whole in percent.
func (d *Desk) Lengths() (chars, share [3]int) {
	total := 0
	for _, t := range Parts {
		chars[t] = len([]rune(report.Squeeze(d.PartText(t))))
		total += chars[t]
	}
	if total == 0 {
		return chars, share
	}
	for t := range chars {
		share[t] = (chars[t]*100 + total/2) / total
	}
	return chars, share
}

// SetForm makes the open draft one of another form. No word is lost: what was
// cited is amended in a 修改意见 and the other way round, and a title that ends
// with the name of the old form ends with the new one.
func (d *Desk) SetForm(form annotate.Form) {
	if d.draft == nil || d.draft.Form == form || !slices.Contains(annotate.Forms, form) {
		return
	}
	d.change(func(p *annotate.Proposal) { setForm(p, form) })
	d.changed(Edited)
}

// setForm is SetForm for any proposal.
func setForm(p *annotate.Proposal, form annotate.Form) {
	if stem, named := strings.CutSuffix(p.Title, "的"+string(p.Form)); named {
		p.Title = stem + "的" + string(form)
	}
	switch {
	case form == annotate.Revision && len(p.Amends) == 0:
		for _, c := range p.Cites {
			p.Amends = append(p.Amends, annotate.Amendment{
				Anchor: c.Anchor, Op: annotate.Replace, To: c.Anchor.Quote, Page: c.Page, Line: c.Line,
			})
		}
	case p.Form == annotate.Revision && len(p.Cites) == 0:
		for _, a := range p.Amends {
			p.Cites = append(p.Cites, annotate.Citation{Anchor: a.Anchor, Page: a.Page, Line: a.Line})
		}
	}
	p.Form = form
}

// SetAsk says what the open draft asks of citation i.
func (d *Desk) SetAsk(i int, ask annotate.Ask) {
	if d.draft != nil && i < len(d.draft.Cites) && d.draft.Cites[i].Ask != ask {
		d.Edit(func(p *annotate.Proposal) {
			p.Cites = slices.Clone(p.Cites) // a paper being made may hold the old ones
			p.Cites[i].Ask = ask
		})
	}
}

// Uncite takes citation i off the open draft; Undo puts it back.
func (d *Desk) Uncite(i int) {
	if d.draft == nil || i >= len(d.draft.Cites) {
		return
	}
	gone := d.draft.Cites[i]
	d.onDraft(
		func(p *annotate.Proposal) { p.Cites = slices.Delete(slices.Clone(p.Cites), i, i+1) },
		func(p *annotate.Proposal) {
			p.Cites = slices.Insert(slices.Clone(p.Cites), min(i, len(p.Cites)), gone)
		})
}

// Amend changes amendment i of the open draft.
func (d *Desk) Amend(i int, change func(*annotate.Amendment)) {
	if d.draft == nil || i >= len(d.draft.Amends) {
		return
	}
	was := d.draft.Amends[i]
	now := was
	change(&now)
	if now != was {
		d.Edit(func(p *annotate.Proposal) {
			p.Amends = slices.Clone(p.Amends)
			p.Amends[i] = now
		})
	}
}

// Unamend takes amendment i off the open draft; Undo puts it back.
func (d *Desk) Unamend(i int) {
	if d.draft == nil || i >= len(d.draft.Amends) {
		return
	}
	gone := d.draft.Amends[i]
	d.onDraft(
		func(p *annotate.Proposal) { p.Amends = slices.Delete(slices.Clone(p.Amends), i, i+1) },
		func(p *annotate.Proposal) {
			p.Amends = slices.Insert(slices.Clone(p.Amends), min(i, len(p.Amends)), gone)
		})
}

// onDraft does something to the open draft that can be undone while that draft
// is open; with another one open it is opened first.
func (d *Desk) onDraft(do, back func(*annotate.Proposal)) {
	id := d.draft.ID
	run := func(change func(*annotate.Proposal)) func() error {
		return func() error {
			if d.draft == nil || d.draft.ID != id {
				d.OpenDraft(id)
			}
			if d.draft == nil || d.draft.ID != id {
				return ErrNoDraft
			}
			if d.Frozen() {
				return ErrFrozen
			}
			d.Edit(change)
			d.changed(Edited)
			return nil
		}
	}
	if err := run(do)(); err != nil {
		d.tell(err)
		return
	}
	d.did(step{undo: run(back), redo: run(do)})
}

// GoToQuote turns to the words that an anchor of the open draft quotes.
func (d *Desk) GoToQuote(a annotate.Anchor) {
	from := d.stand()
	d.openReport(a.Report)
	f := d.Where(a, d.open)
	if f.Paragraph == "" {
		return
	}
	d.goToWords(from, f.Paragraph, f.Span)
}

// Locator says where an anchor's words stand, as printed on the sheet.
func (d *Desk) Locator(a annotate.Anchor) string {
	r := d.Find(a.Report)
	if r == nil {
		return ""
	}
	return a.Locator(r)
}

// Findings are what the rules say of the open draft, the gravest first.
func (d *Desk) Findings() []check.Finding {
	if d.draft == nil {
		return nil
	}
	found := d.Check(*d.draft)
	slices.SortStableFunc(found, func(a, b check.Finding) int { return weight[a.Severity] - weight[b.Severity] })
	return found
}

var weight = map[check.Severity]int{check.Error: 0, check.Warning: 1, check.Hint: 2}

// CiteSelection adds the selected words to the open draft: as a citation, with
// the target they state if there is exactly one, or as an amendment of a
// 修改意见.
func (d *Desk) CiteSelection() Action {
	if d.draft == nil {
		return Action{Off: ErrNoDraft}
	}
	a, err := d.anchor()
	if err != nil {
		return Action{Off: err}
	}
	return Action{Do: func() {
		if d.draft.Form == annotate.Revision {
			d.change(func(p *annotate.Proposal) {
				p.Amends = append(slices.Clone(p.Amends), annotate.Amendment{Anchor: a, Op: annotate.Replace, To: a.Quote})
				*p = d.Ordered(*p)
			})
			return
		}
		d.change(func(p *annotate.Proposal) {
			cite := annotate.Citation{Anchor: a}
			if touched := d.SelectedTargets(); len(touched) == 1 {
				cite.Target, cite.Ask = touched[0].ID, annotate.Asks[0]
			}
			p.Cites = append(slices.Clone(p.Cites), cite)
		})
	}}
}

// Cited reports whether the open draft quotes the selected words already.
func (d *Desk) Cited() bool {
	words := d.Words()
	if d.draft == nil || words == "" {
		return false
	}
	is := func(a annotate.Anchor) bool { return a.Paragraph == d.selection.Paragraph && a.Quote == words }
	return slices.ContainsFunc(d.draft.Cites, func(c annotate.Citation) bool { return is(c.Anchor) }) ||
		slices.ContainsFunc(d.draft.Amends, func(m annotate.Amendment) bool { return is(m.Anchor) })
}
