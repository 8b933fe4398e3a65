package targets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// pairWidths are those of the columns of a pair: the target, the result, the
// outcome and what a person says of the match.
var pairWidths = shelf{[]float32{0, 0, 84, 168}, 14}

// A quote is words of a report that a click leads to.
type quote struct {
	widget.BaseWidget
	words  *widgets.Passage
	tapped func()
}

var (
	_ fyne.Tappable      = (*quote)(nil)
	_ desktop.Cursorable = (*quote)(nil)
)

func newQuote(tapped func()) *quote {
	q := &quote{words: widgets.NewPassage("", widgets.Lettering{Wrap: true}), tapped: tapped}
	q.ExtendBaseWidget(q)
	return q
}

// Tapped leads to the words.
func (q *quote) Tapped(*fyne.PointEvent) { q.tapped() }

// Cursor is called by Fyne.
func (q *quote) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer is called by Fyne.
func (q *quote) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(q.words) }

// A pairRow shows a target of last year and what became of it.
type pairRow struct {
	widget.BaseWidget
	tab          *lastYear
	pair         desk.Pair
	plan, result *quote
	outcome      *widgets.Passage
	right, wrong *widget.Hyperlink
	ask, box     *fyne.Container
}

func newPairRow(l *lastYear) *pairRow {
	r := &pairRow{tab: l}
	d, w := l.page.d, l.page.w
	r.plan = newQuote(func() { d.GoToWords(l.made.Old, r.pair.Plan) })
	r.result = newQuote(func() {
		if r.pair.Found {
			d.GoToWords(l.made.New, r.pair.Result)
		}
	})
	r.outcome = widgets.NewPassage("", widgets.Lettering{Bold: true})
	judge := func(v desk.Verdict) func() {
		return func() { d.Press(d.JudgePair(l.made, r.pair, v)) }
	}
	r.right, r.wrong = widget.NewHyperlink(w.Text("targets.pairs.confirm"), nil), widget.NewHyperlink(w.Text("targets.pairs.reject"), nil)
	r.right.OnTapped, r.wrong.OnTapped = judge(desk.Matches), judge(desk.Differs)
	r.ask = container.NewHBox(r.right, r.wrong)
	r.box = container.New(pairLayout{}, r.plan, r.result, r.outcome, r.ask)
	r.ExtendBaseWidget(r)
	return r
}

// set shows a pair.
func (r *pairRow) set(p desk.Pair) {
	r.pair = p
	w := r.tab.page.w
	r.plan.words.SetText(p.Plan.Quote)
	r.result.words.SetText(resultText(p))
	r.outcome.SetLettering(widgets.Lettering{Bold: p.Reached == desk.Met || p.Reached == desk.Missed, Colour: outcomeColour(p.Reached)})
	r.outcome.SetText(w.Text("targets.reached." + string(p.Reached)))
	r.ask.Hidden = !p.Found
	r.right.SetText(w.Text("targets.pairs.confirm"))
	if p.Verdict == desk.Matches {
		r.right.SetText("✓ " + w.Text("targets.verdict.matches"))
	}
	r.Refresh()
}

// resultText is what stands under 完成.
func resultText(p desk.Pair) string {
	if !p.Found {
		return "—"
	}
	return p.Result.Quote
}

// outcomeColour is green for what was reached and amber for what was not.
func outcomeColour(r desk.Reached) fyne.ThemeColorName {
	switch r {
	case desk.Met:
		return theme.ColorNameSuccess
	case desk.Missed:
		return theme.ColorNameWarning
	}
	return widgets.ColorSecondary
}

// CreateRenderer is called by Fyne.
func (r *pairRow) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewBorder(nil, widget.NewSeparator(), nil, nil, r.box))
}

// pairLayout lays the cells of a pair beside each other; target and result
// share what the others leave.
type pairLayout struct{}

// quoteWidth is how wide target and result are in a row of width pixels.
func quoteWidth(width float32) float32 {
	return (width - pairWidths.widths[2] - pairWidths.widths[3] - 3*pairWidths.gap) / 2
}

// MinSize is called by Fyne.
func (pairLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, firstLine) }

// Layout is called by Fyne.
func (pairLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for c, o := range objects {
		w := pairWidths.widths[c]
		if w == 0 {
			w = quoteWidth(size.Width)
		}
		y, h := float32(rowSpace), o.MinSize().Height
		if c < 2 {
			h = size.Height - 2*rowSpace // a click anywhere on it counts
		}
		if c == 3 {
			y += (firstLine - h) / 2
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
		x += w + pairWidths.gap
	}
}

// pairHeights lays the list out and tells it how high its rows are.
type pairHeights struct{ tab *lastYear }

// MinSize is called by Fyne.
func (l pairHeights) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout is called by Fyne.
func (l pairHeights) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if objects[0].Size().Width != size.Width {
		l.tab.measure(size.Width)
	}
	objects[0].Resize(size)
}

// measure tells the list how high each row is when it is width wide.
func (l *lastYear) measure(width float32) {
	if width <= 0 {
		return
	}
	probe := widgets.NewPassage("", widgets.Lettering{Wrap: true})
	for i, p := range l.pairs {
		var h float32
		for _, text := range []string{p.Plan.Quote, resultText(p)} {
			probe.SetText(text)
			h = max(h, probe.HeightFor(quoteWidth(width)))
		}
		l.list.SetItemHeight(i, h+2*rowSpace+1)
	}
}
