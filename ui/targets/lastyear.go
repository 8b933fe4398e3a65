package targets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/seeds/report"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A lastYear is the second tab: what became of last year's targets.
type lastYear struct {
	page *Page

	made  desk.Comparison
	only  desk.Reached // the pairs that are shown; "" for all
	pairs []desk.Pair

	title, counts, note *widgets.Passage
	choose              *widget.Select // the report to compare with
	earlier             []*report.Report
	filter              *widget.Select
	export              *widget.Button
	list                *widget.List
	emptyTitle, empty   *widgets.Passage
	head                *fyne.Container
	nothing             fyne.CanvasObject
	all                 fyne.CanvasObject
}

// outcomes are the choices of the filter, after the first, which is all.
var outcomes = []desk.Reached{desk.Met, desk.Missed, desk.Unclear, desk.Unsaid}

func newLastYear(p *Page) *lastYear {
	l := &lastYear{page: p}
	grey := widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true}
	l.title = widgets.NewPassage("", widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true, Cut: true})
	l.counts, l.note = widgets.NewPassage("", grey), widgets.NewPassage(p.w.Text("targets.pairs.note"), grey)
	l.choose = widget.NewSelect(nil, l.chosen)
	l.choose.PlaceHolder = p.w.Text("targets.pairs.choose")
	names := []string{p.w.Text("targets.pairs.all")}
	for _, o := range outcomes {
		names = append(names, p.w.Text("targets.reached."+string(o)))
	}
	l.filter = widget.NewSelect(names, l.filtered)
	l.filter.SetSelectedIndex(0)
	l.export = widget.NewButton(p.w.Text("targets.export"), l.save)
	l.emptyTitle = widgets.NewPassage(p.w.Text("targets.pairs.none.title"), widgets.Lettering{Bold: true})
	l.empty = widgets.NewPassage("", widgets.Lettering{Colour: widgets.ColorSecondary, Wrap: true})

	l.list = widget.NewList(func() int { return len(l.pairs) },
		func() fyne.CanvasObject { return newPairRow(l) },
		func(i widget.ListItemID, o fyne.CanvasObject) { o.(*pairRow).set(l.pairs[i]) })
	l.list.HideSeparators = true
	l.list.OnSelected = func(widget.ListItemID) { l.list.UnselectAll() }

	about := container.New(shelf{[]float32{0, 190, 120, exportWidth}, 8},
		container.NewVBox(l.title, l.counts, l.note),
		container.NewVBox(l.choose), container.NewVBox(l.filter), container.NewVBox(l.export))
	strip := widgets.NewPane(widgets.ColorPane, container.New(widgets.Inset{X: 24, Y: 8}, about))
	l.nothing = container.New(widgets.Inset{X: 120, Y: 60}, container.NewVBox(l.emptyTitle, l.empty))
	l.head = container.New(pairLayout{})
	for _, key := range []string{"plan", "result", "reached", "verdict"} {
		l.head.Add(widgets.NewPassage(p.w.Text("targets.pairs."+key), widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText}))
	}
	top := container.NewVBox(strip, widget.NewSeparator(), container.New(widgets.Inset{X: 24, Y: 4}, l.head))
	l.all = container.NewBorder(top, nil, nil, nil,
		container.NewStack(container.New(widgets.Inset{X: 24, Y: 0}, container.New(pairHeights{l}, l.list)), l.nothing))
	return l
}

// redraw shows the comparison of the open report.
func (l *lastYear) redraw() {
	p := l.page
	made, ok := p.d.LastYear()
	l.made, l.pairs = made, nil
	for _, pair := range made.Pairs {
		if l.only == "" || pair.Reached == l.only {
			l.pairs = append(l.pairs, pair)
		}
	}
	slices.SortStableFunc(l.pairs, func(a, b desk.Pair) int { return said(b) - said(a) })
	l.offer()
	open := p.d.Report()
	none := p.w.Text("targets.pairs.none", "body", open.Body, "year", open.Year-1)
	if len(l.earlier) > 0 {
		none += p.w.Text("targets.pairs.none.choose")
	}
	l.empty.SetText(none)
	l.nothing.Hide()
	for _, o := range []fyne.CanvasObject{l.counts, l.note, l.filter, l.export, l.head} {
		o.Show()
	}
	if ok {
		l.title.SetText(desk.ComparisonName(p.w, made))
		l.counts.SetText(p.w.Text("targets.pairs.counts", "old", desk.Name(made.Old), "n", len(made.Pairs), "met", made.Count(desk.Met),
			"missed", made.Count(desk.Missed), "unclear", made.Count(desk.Unclear), "unsaid", made.Count(desk.Unsaid), "later", made.Later))
	} else {
		l.title.SetText(p.w.Text("targets.tab.lastyear"))
		l.nothing.Show()
		for _, o := range []fyne.CanvasObject{l.counts, l.note, l.filter, l.export, l.head} {
			o.Hide()
		}
	}
	l.measure(l.list.Size().Width)
	l.list.Refresh()
}

// said is 1 if the newer report says something of a target: those stand first.
func said(p desk.Pair) int {
	if p.Found {
		return 1
	}
	return 0
}

// offer fills the menu of reports.
func (l *lastYear) offer() {
	l.earlier = l.page.d.Earlier()
	var names []string
	at := -1
	for i, r := range l.earlier {
		names = append(names, desk.Name(r))
		if r == l.made.Old {
			at = i
		}
	}
	l.choose.OnChanged = nil
	l.choose.SetOptions(names)
	if at < 0 {
		l.choose.ClearSelected()
	} else {
		l.choose.SetSelectedIndex(at)
	}
	l.choose.OnChanged = l.chosen
	if len(names) == 0 {
		l.choose.Disable()
	} else {
		l.choose.Enable()
	}
}

func (l *lastYear) chosen(string) {
	if i := l.choose.SelectedIndex(); i >= 0 {
		l.page.d.CompareWith(l.earlier[i].ID)
	}
}

func (l *lastYear) filtered(string) {
	l.only = ""
	if i := l.filter.SelectedIndex(); i > 0 {
		l.only = outcomes[i-1]
	}
	if l.list != nil {
		l.redraw()
		l.list.ScrollToTop()
	}
}

// save asks for a name and saves the comparison as a table.
func (l *lastYear) save() {
	p := l.page
	p.save(desk.ComparisonName(p.w, l.made)+".xlsx", func(path string) { p.d.SaveComparison(p.w, l.made, path) })
}
