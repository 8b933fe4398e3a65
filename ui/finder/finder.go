// Package finder is the pane of search (查找): what was found and how, by kind
// and section, with the matched words marked; and, in an empty box, what was
// looked for lately.
//
// It draws a desk and calls its methods; it decides nothing.
package finder

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"deputydesk/assets"
	"deputydesk/search"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A Page is the pane of results.
type Page struct {
	// OnPick is called with words that should go into the search box.
	OnPick func(words string)

	// OnHelp is called when the user wants to see how to ask.
	OnHelp func()

	// OnOpened is called after a hit was clicked, so that the keyboard goes
	// back to the box.
	OnOpened func()

	desk  *desk.Desk
	words assets.Words

	object *fyne.Container // results or recent, one at a time

	results *fyne.Container
	stage   *widgets.Passage // how it was found, or why nothing was
	near    *Picks           // words to search for instead
	help    *Picks
	remark  *widgets.Passage // what the report lacks, what was left out
	tools   *fyne.Container
	rows    map[fyne.CanvasObject]fyne.CanvasObject // what each is wrapped in
	facets  *Picks
	order   *Picks
	scope   *widget.Select // which reports are searched
	scopes  []desk.Scope
	list    *list
	shown   desk.Finds

	recent *recent
}

// New returns the pane of d.
func New(d *desk.Desk, w assets.Words) *Page {
	p := &Page{desk: d, words: w, recent: newRecent(d, w)}
	p.stage = widgets.NewPassage("", widgets.Lettering{Wrap: true})
	p.remark = widgets.NewPassage("", widgets.Lettering{Wrap: true, Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText})
	p.near = NewPicks(Setting{Link: true}, func(i int) { p.pick(p.near.Words()[i]) })
	p.help = NewPicks(Setting{Link: true}, func(int) { call(p.OnHelp) })
	p.help.Set([]string{w.Text("finder.help")}, -1)
	p.facets = NewPicks(Setting{}, func(i int) { d.ShowKind(p.shown.Facets[i].Kind) })
	p.order = NewPicks(Setting{}, func(i int) { d.ShowInOrder(i == 1) })
	p.scope = widget.NewSelect(nil, nil)
	p.recent.picks.OnPick = func(i int) { p.pick(p.recent.picks.Words()[i]) }

	prev := widget.NewButtonWithIcon("", theme.MoveUpIcon(), d.PrevHit)
	next := widget.NewButtonWithIcon("", theme.MoveDownIcon(), d.NextHit)
	prev.Importance, next.Importance = widget.LowImportance, widget.LowImportance
	p.tools = container.New(layout.NewCustomPaddedVBoxLayout(0), p.scope,
		p.facets, container.NewBorder(nil, nil, nil, container.NewHBox(prev, next), p.order))
	p.rows = make(map[fyne.CanvasObject]fyne.CanvasObject)
	side := func(o fyne.CanvasObject, by float32) fyne.CanvasObject {
		p.rows[o] = container.New(layout.NewCustomPaddedLayout(0, 0, by, titleSide), o)
		return p.rows[o]
	}
	head := container.New(layout.NewCustomPaddedLayout(10, 0, 0, 0), container.New(layout.NewCustomPaddedVBoxLayout(4),
		side(p.stage, titleSide), side(p.near, titleSide-pickSide), side(p.remark, titleSide),
		side(p.help, titleSide-pickSide), side(p.tools, titleSide-pickSide)))
	p.list = newList(d, w, p.open)
	p.results = container.NewBorder(head, nil, nil, nil, p.list)
	p.object = container.NewStack(p.results, p.recent.object)
	p.Changed(desk.Everything)
	return p
}

func call(f func()) {
	if f != nil {
		f()
	}
}

func (p *Page) pick(words string) {
	if p.OnPick != nil {
		p.OnPick(words)
	}
}

func (p *Page) open(i int) {
	p.desk.OpenHit(i)
	call(p.OnOpened)
}

// Object is what the window shows.
func (p *Page) Object() fyne.CanvasObject { return p.object }

// Empty reports whether there is nothing to show: the box is empty, and was
// never used.
func (p *Page) Empty() bool {
	return strings.TrimSpace(p.shown.Text) == "" && len(p.desk.Recent()) == 0
}

// Changed redraws what shows t.
func (p *Page) Changed(t desk.Topic) {
	if t != desk.Answered && t != desk.Everything {
		return
	}
	f := p.desk.Finds()
	p.shown = f
	asked := strings.TrimSpace(f.Text) != ""
	p.results.Hidden, p.recent.object.Hidden = !asked, asked
	if !asked {
		p.recent.show()
	}
	p.stage.SetText(p.headline(f))
	p.near.Set(f.Answer.Near, -1)
	p.remark.SetText(p.remarks(f))
	p.showTools(f)
	for _, o := range []struct {
		object fyne.CanvasObject
		shown  bool
	}{
		{p.near, len(f.Answer.Near) > 0}, {p.remark, p.remark.Text() != ""},
		{p.help, f.Wrong != nil}, {p.tools, len(f.Rows) > 0},
	} {
		if o.shown {
			p.rows[o.object].Show()
		} else {
			p.rows[o.object].Hide()
		}
	}
	p.list.show(f)
	p.object.Refresh()
}

// headline says in a line how the answer was found, or what is wrong with the
// question.
func (p *Page) headline(f desk.Finds) string {
	if f.Wrong != nil {
		return p.words.Text("finder.query."+string(f.Wrong.Why), "at", f.Wrong.Character)
	}
	a := f.Answer
	a.Query = short(bare(a.Query))
	switch {
	case len(a.Near) == 0 || a.Stage != search.None:
	case sounded(a.Query):
		return p.words.Text("finder.pick.sound", "query", a.Query)
	default:
		return p.words.Text("finder.pick", "query", a.Query)
	}
	return desk.Stage(p.words, a)
}

// bare is a query without the quotation marks around all of it, which the
// headline sets itself.
func bare(query string) string {
	q := strings.TrimSpace(query)
	for _, marks := range []string{`""`, "“”", "「」"} {
		r := []rune(marks)
		if inner, ok := strings.CutPrefix(q, string(r[0])); ok {
			if inner, ok = strings.CutSuffix(inner, string(r[1])); ok && !strings.ContainsAny(inner, marks) {
				return inner
			}
		}
	}
	return q
}

// sounded reports whether a query is letters only, as of pinyin: then the words
// that come near are what it may mean, and nothing is missing yet.
func sounded(query string) bool {
	return query != "" && strings.IndexFunc(query, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) }) < 0
}

// longest is how many characters of a query the headline repeats: two lines of
// the pane. A pasted paragraph must not push the hits away.
const longest = 24

func short(query string) string {
	if r := []rune(query); len(r) > longest {
		return string(r[:longest-1]) + "…"
	}
	return query
}

// remarks are what a careful reader should know besides.
func (p *Page) remarks(f desk.Finds) string {
	var all []string
	picking := len(f.Answer.Near) > 0 && sounded(f.Answer.Query)
	if f.Wrong == nil && f.Lacks.Missing() && f.Answer.Query != "" && !picking {
		key := "finder.lacks"
		switch {
		case f.Lacks.After == "":
			key += ".before"
		case f.Lacks.Before == "":
			key += ".after"
		}
		all = append(all, p.words.Text(key, "before", f.Lacks.Before, "after", f.Lacks.After))
	}
	if f.Answer.Stage == search.Exact && len(f.Answer.Also) > 0 { // the headline names them in the other stages
		all = append(all, p.words.Text("finder.also", "also", strings.Join(f.Answer.Also, p.words.Text("finder.comma"))))
	}
	if f.More {
		all = append(all, p.words.Text("finder.more", "n", len(f.Rows)))
	}
	if len(f.Skipped) > 0 {
		lines := strings.Trim(fmt.Sprint(f.Skipped[:min(len(f.Skipped), 5)]), "[]")
		all = append(all, p.words.Text("finder.synonyms.skipped", "lines", strings.ReplaceAll(lines, " ", p.words.Text("finder.comma"))))
	}
	return strings.Join(all, "\n")
}

// showTools shows the facets and the order.
func (p *Page) showTools(f desk.Finds) {
	var names []string
	current := -1
	for i, facet := range f.Facets {
		key := "finder.kind.all"
		if facet.Kind != "" {
			key = "finder.kind." + string(facet.Kind)
		}
		name := p.words.Text(key)
		if facet.Kind != "" { // how many there are in all says the headline
			name += " " + strconv.Itoa(facet.Count)
		}
		names = append(names, name)
		if facet.Kind == f.Kind {
			current = i
		}
	}
	p.facets.Set(names, current)
	p.showScopes()
	order := 0
	if f.InOrder {
		order = 1
	}
	p.order.Set([]string{p.words.Text("finder.order.best"), p.words.Text("finder.order.print")}, order)
}

// showScopes offers which reports to search, once there are several.
func (p *Page) showScopes() {
	p.scopes = p.desk.Scopes()
	p.scope.Hidden = len(p.scopes) == 0
	p.scope.OnChanged = nil
	names, current := []string{}, 0
	for i, s := range p.scopes {
		names = append(names, p.scopeName(s))
		if s == p.desk.Scope() {
			current = i
		}
	}
	p.scope.Options = names
	if len(names) > 0 {
		p.scope.SetSelectedIndex(current)
	}
	p.scope.OnChanged = func(string) { p.desk.SearchIn(p.scopes[p.scope.SelectedIndex()]) }
}

func (p *Page) scopeName(s desk.Scope) string {
	switch {
	case s.Year > 0:
		return p.words.Text("finder.scope.year", "year", s.Year)
	case s.Body != "":
		return p.words.Text("finder.scope.body", "body", s.Body)
	}
	for _, r := range p.desk.Reports() {
		if r.ID == s.Report {
			return desk.Name(r)
		}
	}
	return p.words.Text("finder.scope.all")
}
