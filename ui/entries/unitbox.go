package entries

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/widgets"
)

// A unitBox is a field for the name of a unit, or of several, with the units that
// are meant put forward below it. Enter takes the first of them.
type unitBox struct {
	// OnDone is called when another value was entered. May be nil.
	OnDone func(text string)

	page    *Page
	many    bool
	field   *widgets.Field
	offers  *fyne.Container
	box     *fyne.Container
	kept    string   // as it was set
	advised []string // put forward while nothing is typed
	put     []string // put forward now
}

// mostOffers is how many units are put forward.
const mostOffers = 4

func newUnitBox(p *Page, many bool) *unitBox {
	u := &unitBox{page: p, many: many, field: widgets.NewField(), offers: container.New(flow{gap: 0})}
	if many {
		u.field.SetPlaceHolder(p.w.Text("entries.units.hint"))
	}
	u.field.OnChanged = func(string) { u.offer() }
	u.field.OnSubmitted = func(string) { u.submit() }
	u.field.OnBlur = u.done
	u.box = container.New(stack{}, u.field, u.offers)
	return u
}

// set shows units, and puts others forward.
func (u *unitBox) set(units, advised []string) {
	u.kept, u.advised = strings.Join(units, "、"), advised
	told := u.field.OnChanged
	u.field.OnChanged = nil
	u.field.SetText(u.kept)
	u.field.OnChanged = told
	u.offer()
}

// typed is the name that is being typed: the last of a list.
func (u *unitBox) typed() string {
	if !u.many {
		return strings.TrimSpace(u.field.Text)
	}
	parts := strings.FieldsFunc(u.field.Text, isComma)
	if len(parts) == 0 || strings.IndexFunc(u.field.Text[len(u.field.Text)-1:], isComma) >= 0 || strings.HasSuffix(u.field.Text, "、") {
		return ""
	}
	return strings.TrimSpace(parts[len(parts)-1])
}

func isComma(r rune) bool { return strings.ContainsRune(",，、;；", r) }

// offer puts forward what may be meant.
func (u *unitBox) offer() {
	var names []string
	switch text := u.typed(); {
	case u.field.Text == u.kept || text == "":
		for _, a := range u.advised {
			if !strings.Contains(u.field.Text, a) {
				names = append(names, a)
			}
		}
	default:
		names = u.page.o.Complete(text)
		if slices.Contains(names, text) {
			names = nil
		}
	}
	names = names[:min(len(names), mostOffers)]
	if slices.Equal(names, u.put) {
		return
	}
	u.put = names
	u.offers.Objects = nil
	for _, name := range names {
		link := widget.NewHyperlink(name, nil)
		link.OnTapped = func() { u.take(name) }
		u.offers.Add(link)
	}
	shown(u.offers, len(names) > 0)
	u.offers.Refresh()
	u.box.Refresh()
	u.page.detail.fit()
}

// take puts a unit in the place of what is typed.
func (u *unitBox) take(name string) {
	text := name
	if u.many {
		head := strings.TrimSuffix(u.field.Text, u.typed())
		if u.typed() == "" && head != "" && !strings.HasSuffix(head, "、") {
			head += "、"
		}
		text = head + name
	}
	u.field.SetText(text)
	u.done()
}

// submit takes the first unit put forward for what is typed.
func (u *unitBox) submit() {
	if u.field.Text != u.kept && len(u.put) > 0 && u.typed() != "" {
		u.take(u.put[0])
		return
	}
	u.done()
}

// done tells of another value once.
func (u *unitBox) done() {
	if u.field.Text == u.kept || u.OnDone == nil {
		return
	}
	u.kept = u.field.Text
	u.OnDone(u.kept)
}

// units are the units that are put forward for an entry: the one that is wished
// for, then those whose duties its words point to.
func (p *Page) units(id annotate.ProposalID) []string {
	var names []string
	if e, ok := p.o.Entry(id); ok && e.Proposal.Host != "" {
		names = append(names, e.Proposal.Host)
	}
	for _, s := range p.o.Advice(id).Units {
		if !slices.Contains(names, s.Name) {
			names = append(names, s.Name)
		}
	}
	return names
}

// flow puts links beside each other, in as many lines as they need.
type flow struct{ gap float32 }

// MinSize is called by Fyne; two lines are enough for what is put forward.
func (f flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	if len(objects) == 0 {
		return fyne.Size{}
	}
	height := objects[0].MinSize().Height
	if len(objects) > 2 {
		height *= 2
	}
	return fyne.NewSize(0, height)
}

// Layout is called by Fyne.
func (f flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x, y := float32(0), float32(0)
	for _, o := range objects {
		m := o.MinSize()
		if x > 0 && x+m.Width > size.Width {
			x, y = 0, y+m.Height
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(m)
		x += m.Width + f.gap
	}
}
