package intakes

import (
	"errors"
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// typedForms are the kinds in the order of their number keys.
var typedForms = []annotate.Form{annotate.Suggestion, annotate.Criticism, annotate.Opinion, annotate.Motion}

// A typing is the form for what stands on paper alone, filled by keys: Enter goes
// on, Ctrl+Enter enters it and clears the form for the next.
type typing struct {
	page *Page

	code, name, number, delegation, title, kind, category, cosigners *widgets.Field

	fields    []*widgets.Field // in the order of Enter
	found     *widgets.Passage // where the code stands
	offer     *fyne.Container  // people of the roster
	offered   []annotate.Deputy
	picked    annotate.Deputy // from the roster
	scan      string
	scanned   *widgets.Passage
	told      *widgets.Passage
	dialog    *dialog.CustomDialog
	completes bool // a field is being filled by the form itself
}

// TypeIn opens the form, once somebody has said their name.
func (p *Page) TypeIn() {
	p.named(func() {
		if p.typing == nil {
			p.typing = newTyping(p)
		}
	})
}

// SaveTyped enters what the form holds, if it is open.
func (p *Page) SaveTyped() {
	if p.typing != nil {
		p.typing.save()
	}
}

func newTyping(p *Page) *typing {
	t := &typing{page: p, found: say("", aside), told: say("", strong), scanned: say("", grey), offer: container.New(layout.NewRowWrapLayout())}
	form := container.New(column{gap: 6})
	for _, f := range []struct {
		to  **widgets.Field
		key string
	}{{&t.code, "code"}, {&t.name, "name"}, {&t.number, "number"}, {&t.delegation, "delegation"}, {&t.title, "title"},
		{&t.kind, "kind"}, {&t.category, "category"}, {&t.cosigners, "cosigners"}} {
		field, at := widgets.NewField(), len(t.fields)
		*f.to = field
		t.fields = append(t.fields, field)
		field.OnSubmitted = func(string) { t.next(at) }
		field.OnKey = func(e *fyne.KeyEvent) bool {
			if e.Name == fyne.KeyEscape {
				t.dialog.Hide()
			}
			return e.Name == fyne.KeyEscape
		}
		if hint := "intakes.typed.hint." + f.key; p.w.Has(hint) {
			field.SetPlaceHolder(p.w.Text(hint))
		}
		form.Add(container.New(shelf{widths: []float32{96, 0}, gap: 8}, say(p.w.Text("intakes.typed."+f.key), label), field))
		switch f.key {
		case "code":
			form.Add(t.found)
		case "name":
			form.Add(t.offer)
		case "category":
			form.Add(say(numbered(p.o.Categories()), widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true}))
		}
	}
	t.code.OnChanged = func(string) { t.look() }
	t.name.OnChanged = func(string) { t.suggest() }
	t.kind.OnChanged = func(text string) { t.byNumber(t.kind, text, forms()) }
	t.category.OnChanged = func(text string) { t.byNumber(t.category, text, p.o.Categories()) }
	choose := widget.NewButton(p.w.Text("intakes.typed.scan"), func() {
		p.ChooseFiles(func(paths []string) {
			if len(paths) > 0 {
				t.scan = paths[0]
				t.scanned.SetText(filepath.Base(t.scan))
			}
		})
	})
	form.Add(container.New(shelf{widths: []float32{96, 0}, gap: 8}, choose, t.scanned))
	form.Add(t.told)
	shown(t.found, false)
	shown(t.offer, false)
	t.dialog = dialog.NewCustomWithoutButtons(p.w.Text("intakes.typed"), container.New(inset{8, 8}, form), p.win)
	save := widget.NewButton(p.w.Text("intakes.typed.save"), t.save)
	save.Importance = widgets.Primary
	t.dialog.SetButtons([]fyne.CanvasObject{widget.NewButton(p.w.Text("intakes.typed.close"), func() { t.dialog.Hide() }), save})
	t.dialog.SetOnClosed(func() {
		p.typing = nil
		p.attend()
	})
	t.dialog.Resize(fyne.NewSize(min(620, p.win.Canvas().Size().Width-40), 0))
	t.dialog.Show()
	p.win.Canvas().Focus(t.code)
	return t
}

func forms() []string {
	var all []string
	for _, f := range typedForms {
		all = append(all, string(f))
	}
	return all
}

// numbered lists names with the keys that choose them.
func numbered(names []string) string {
	var parts []string
	for i, n := range names[:min(len(names), 9)] {
		parts = append(parts, strconv.Itoa(i+1)+n)
	}
	return strings.Join(parts, " ")
}

// next goes on from field i; from the name with the first who is offered.
func (t *typing) next(i int) {
	if t.fields[i] == t.name && len(t.offered) > 0 {
		t.take(t.offered[0])
		return
	}
	if i+1 < len(t.fields) {
		t.page.win.Canvas().Focus(t.fields[i+1])
		return
	}
	t.save()
}

// byNumber fills a field with the name of a number that was typed, and goes on.
func (t *typing) byNumber(f *widgets.Field, text string, names []string) {
	n, err := strconv.Atoi(text)
	if t.completes || err != nil || n < 1 || n > len(names) {
		return
	}
	t.completes = true
	f.SetText(names[n-1])
	t.completes = false
	for i, each := range t.fields {
		if each == f {
			t.next(i)
		}
	}
}

// look says where the code that is being typed stands.
func (t *typing) look() {
	p := t.page
	_, bad := desk.PlainCode(t.code.Text)
	shown(t.found, bad == nil)
	if bad != nil {
		return
	}
	got, ok := p.o.FindCode(t.code.Text)
	key := "intakes.typed.found"
	switch {
	case !ok:
		key = "intakes.typed.unknown"
	case got.Arrived:
		key = "intakes.typed.arrived"
	case got.Number != "":
		key = "intakes.typed.found.number"
	}
	t.found.SetText(p.w.Text(key, "title", got.Title, "name", got.Deputy.Name, "number", got.Number))
}

// suggest offers people of the roster for the name that is being typed.
func (t *typing) suggest() {
	if t.completes {
		return
	}
	t.offered, t.picked = t.page.o.OfferPeople(strings.TrimSpace(t.name.Text)), annotate.Deputy{}
	t.offer.Objects = nil
	for _, who := range t.offered {
		link := widget.NewHyperlink(strings.TrimSpace(who.Name+" "+who.Number+" "+who.Delegation), nil)
		link.OnTapped = func() { t.take(who) }
		t.offer.Add(link)
	}
	shown(t.offer, len(t.offered) > 0)
	t.offer.Refresh()
}

// take fills in somebody of the roster and goes on to the title.
func (t *typing) take(who annotate.Deputy) {
	t.completes = true
	t.name.SetText(who.Name)
	t.number.SetText(who.Number)
	t.delegation.SetText(who.Delegation)
	t.completes = false
	t.picked, t.offered = who, nil
	shown(t.offer, false)
	t.page.win.Canvas().Focus(t.title)
}

// save enters what was typed and clears the form, all but the delegation; what
// is wrong is said and stays.
func (t *typing) save() {
	p := t.page
	who := t.picked
	if who.Name != strings.TrimSpace(t.name.Text) {
		who = annotate.Deputy{Name: strings.TrimSpace(t.name.Text)}
	}
	who.Number, who.Delegation = strings.TrimSpace(t.number.Text), strings.TrimSpace(t.delegation.Text)
	e, row, err := p.o.TypeIn(desk.Typing{Code: strings.TrimSpace(t.code.Text), Deputy: who, Form: annotate.Form(strings.TrimSpace(t.kind.Text)), Title: t.title.Text,
		Category: t.category.Text, Cosigners: t.cosigners.Text, Scan: t.scan, File: p.w.Text("intakes.typed.paper")})
	if err != nil {
		t.wrong(row, err)
		return
	}
	t.told.SetLettering(strong)
	t.told.SetText(p.w.Text("intakes.typed.done", "title", e.Proposal.Title, "name", e.Proposal.Deputy.Name))
	keep := t.delegation.Text
	t.completes = true
	for _, f := range t.fields {
		f.SetText("")
	}
	t.delegation.SetText(keep)
	t.completes = false
	t.picked, t.offered, t.scan = annotate.Deputy{}, nil, ""
	t.scanned.SetText("")
	shown(t.offer, false)
	p.win.Canvas().Focus(t.code)
}

// wrong says why nothing was entered.
func (t *typing) wrong(row registry.Row, err error) {
	said := desk.Tell(t.page.w, err)
	if errors.Is(err, desk.ErrNotTaken) {
		said = desk.SayRow(t.page.w, row)
	}
	t.told.SetLettering(alarm)
	t.told.SetText(said)
	if errors.Is(err, desk.ErrTypedLacks) {
		f := t.title
		if strings.TrimSpace(t.name.Text) == "" {
			f = t.name
		}
		t.page.win.Canvas().Focus(f)
	}
}
