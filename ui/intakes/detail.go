package intakes

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A detail shows what was read of the row at the cursor: why it has its state,
// what the sheet says, and against what the register has, field by field.
type detail struct {
	page    *Page
	content *fyne.Container
	scroll  *container.Scroll
	box     fyne.CanvasObject
	row     int
}

func newDetail(p *Page) *detail {
	d := &detail{page: p, row: -1}
	d.content = container.New(column{gap: 10})
	d.scroll = container.NewVScroll(container.New(inset{16, 12}, d.content))
	d.box = widgets.NewPane(widgets.ColorPane, d.scroll)
	return d
}

// redraw shows the row at the cursor.
func (d *detail) redraw() {
	p := d.page
	i := p.tray.now()
	if i != d.row {
		d.scroll.ScrollToTop()
	}
	d.row = i
	d.content.Objects = nil
	if i >= 0 {
		d.fill(i)
	}
	d.content.Refresh()
	d.scroll.Refresh()
}

func (d *detail) fill(i int) {
	p := d.page
	r := p.in.Rows()[i]
	add := func(o ...fyne.CanvasObject) { d.content.Objects = append(d.content.Objects, o...) }
	title := r.Proposal.Title
	if title == "" {
		title = r.File
	}
	dot := canvas.NewRectangle(theme.Color(stateColours[r.Verdict]))
	dot.CornerRadius = 2
	dot.SetMinSize(fyne.NewSize(9, 9))
	add(say(title, heading), container.New(shelf{widths: []float32{9, 0}, gap: 6, top: false}, dot,
		say(p.w.Text("staff.verdict."+string(r.Verdict))+"　"+r.File, one)))
	add(say(desk.SayRow(p.w, r), prose))
	if r.Why == registry.OtherHand {
		add(say(p.w.Text("intakes.otherkey"), aside))
	}
	there, registered, known := p.in.There(i)
	if r.Verdict == registry.Conflict && known {
		add(d.choices(r, registered)...)
	}
	if r.Err != nil {
		add(say(p.w.Text("intakes.damaged"), aside))
		return
	}
	if known && r.Verdict != registry.Duplicate {
		add(d.compared(there, registered, r)...)
	}
	add(d.sheet(r)...)
}

// choices are what can be decided about a conflict.
func (d *detail) choices(r registry.Row, registered bool) []fyne.CanvasObject {
	p := d.page
	all := []fyne.CanvasObject{say(p.w.Text("intakes.choose"), strong)}
	for n, c := range registry.Choices {
		key := "intakes.choice." + string(c)
		if c == registry.KeepThere && !registered {
			key = "intakes.choice.first"
		}
		b := widget.NewButton(p.w.Text(key, "n", n+1), func() { p.decide(c) })
		b.Alignment = widget.ButtonAlignLeading
		if r.Choice == c {
			b.SetIcon(theme.ConfirmIcon())
		}
		all = append(all, b)
	}
	return all
}

// compared shows what it meets beside what was handed in, field by field.
func (d *detail) compared(there annotate.Proposal, registered bool, r registry.Row) []fyne.CanvasObject {
	p := d.page
	differ := desk.Differences(there, r.Proposal)
	if len(differ) == 0 {
		return nil
	}
	pair := func(a, b fyne.CanvasObject) fyne.CanvasObject {
		return container.New(shelf{widths: []float32{0, 0}, gap: 12, top: true}, a, b)
	}
	left, right := "intakes.there", "intakes.new"
	switch {
	case r.Verdict != registry.Conflict:
		left, right = "intakes.before", "intakes.now"
	case !registered:
		left, right = "intakes.first", "intakes.this"
	}
	all := []fyne.CanvasObject{widget.NewSeparator(), say(p.w.Text("intakes.differs", "n", len(differ)), strong)}
	gone := widgets.Gone
	if r.Verdict == registry.Conflict { // neither of two is the older: nothing was struck
		gone = widgets.Come
		all = append(all, say(p.w.Text("intakes.differs.line"), caption))
	}
	all = append(all, pair(say(p.w.Text(left), caption), say(p.w.Text(right), caption)))
	for _, f := range differ {
		was, now := pieces(f.Spans, desk.Under, gone), pieces(f.Spans, desk.Struck, gone)
		all = append(all, say(desk.SayField(p.w, f.Field), caption),
			pair(widgets.NewCard(widgets.NewRedline(was)), widgets.NewCard(widgets.NewRedline(now))))
	}
	return all
}

// labelWidth is the room for the name of a field, in pixels.
const labelWidth = 140

// longest is how many characters that are the same in both are shown in a row;
// of more, the beginning and the end.
const longest = 60

// pieces is one of two wordings: all spans but those with the mark of the other;
// what the later one lacks is shown as gone says.
func pieces(spans []desk.Marked, other export.Mark, gone widgets.Change) []widgets.Piece {
	var all []widgets.Piece
	for _, s := range spans {
		switch {
		case s.Mark == other:
		case s.Mark == desk.Struck:
			all = append(all, widgets.Piece{Text: s.Text, Change: gone})
		case s.Mark == desk.Under:
			all = append(all, widgets.Piece{Text: s.Text, Change: widgets.Come})
		default:
			text := []rune(s.Text)
			if len(text) > longest {
				text = append(append(append([]rune{}, text[:longest/2]...), '…', '…'), text[len(text)-longest/2:]...)
			}
			all = append(all, widgets.Piece{Text: string(text)})
		}
	}
	if len(all) == 0 {
		all = []widgets.Piece{{Text: "—"}}
	}
	return all
}

// sheet is what was read of the sheet; what is lacking says so.
func (d *detail) sheet(r registry.Row) []fyne.CanvasObject {
	p, s := d.page, r.Proposal
	all := []fyne.CanvasObject{widget.NewSeparator(), say(p.w.Text("intakes.sheet"), strong)}
	lacks := map[string]bool{}
	for _, f := range r.Lacks {
		f, _, _ = strings.Cut(f, "[")
		lacks[f] = true
	}
	guessed := map[string]bool{}
	for _, g := range r.Guesses {
		guessed[g.Field] = guessed[g.Field] || !g.Sure
	}
	field := func(key, value string) {
		set := prose
		switch {
		case guessed[key] && value != "":
			value, set = value+"　"+p.w.Text("intakes.guessed"), alarm
		case value == "" && lacks[key]:
			value, set = p.w.Text("intakes.lacking"), alarm
		case value == "":
			return
		case lacks[key]:
			value, set = value+"　"+p.w.Text("intakes.malformed"), alarm
		}
		all = append(all, container.New(shelf{widths: []float32{labelWidth, 0}, gap: 8, top: true},
			say(desk.SayField(p.w, key), label), say(value, set)))
	}
	var signers []string
	for _, c := range s.Cosigners {
		signers = append(signers, c.Name)
	}
	field("title", s.Title)
	field("kind", string(s.Form))
	field("deputy.name", s.Deputy.Name)
	field("deputy.number", s.Deputy.Number)
	field("deputy.delegation", s.Deputy.Delegation)
	field("deputy.post", s.Deputy.Post)
	field("deputy.phone", s.Deputy.Phone)
	field("cosigner", strings.Join(signers, p.w.Text("finder.comma")))
	field("category", s.Category)
	field("host", s.Host)
	field("cohosts", strings.Join(s.Cohosts, p.w.Text("finder.comma")))
	field("formed", strings.Join(s.Formed, p.w.Text("finder.comma")))
	field("repeated", s.Repeated)
	field("date", s.Date)
	field("attachments", strings.Join(s.Attachments, p.w.Text("finder.comma")))
	for _, f := range r.Lacks {
		if key, _, _ := strings.Cut(f, "["); !shownFields[key] {
			field(key, "")
		}
	}
	code := p.w.Text("intakes.code", "code", export.Code(s))
	if r.Digest != "" {
		code = p.w.Text("intakes.code.hash", "code", export.Code(s), "hash", r.Digest[:min(12, len(r.Digest))])
	}
	all = append(all, say(code, caption))
	for _, part := range []string{s.Body.Situation, s.Body.Analysis, s.Body.Proposal} {
		if part != "" {
			all = append(all, say(part, prose))
		}
	}
	return all
}

// shownFields are the fields for which sheet has a line of its own.
var shownFields = map[string]bool{"title": true, "kind": true, "deputy.name": true, "deputy.number": true, "deputy.delegation": true, "deputy.post": true,
	"deputy.phone": true, "cosigner": true, "category": true, "host": true, "cohosts": true, "formed": true, "repeated": true, "date": true, "attachments": true}
