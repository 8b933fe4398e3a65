package entries

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/widgets"
)

// mostDigits is how many digits a number may be padded to.
const mostDigits = 8

// askNumbers asks how numbers look in this session and gives them: to the chosen
// entries or, if none is, to all that have none.
func (p *Page) askNumbers() {
	n := p.o.Numbering()
	prefix, motions, digits := widgets.NewField(), widgets.NewField(), widgets.NewField()
	prefix.SetText(n.Prefix)
	prefix.SetPlaceHolder(p.w.Text("entries.number.prefix.hint"))
	motions.SetText(n.Motions)
	motions.SetPlaceHolder(p.w.Text("entries.number.motions.hint"))
	digits.SetText(strconv.Itoa(max(n.Width, 3)))
	specimen := widgets.NewPassage("", widgets.Lettering{Wrap: true})
	read := func() (registry.Numbering, bool) {
		width, err := strconv.Atoi(strings.TrimSpace(digits.Text))
		return registry.Numbering{Prefix: strings.TrimSpace(prefix.Text), Motions: strings.TrimSpace(motions.Text), Width: width, Pattern: n.Pattern},
			err == nil && width > 0 && width <= mostDigits
	}
	show := func(string) {
		now, ok := read()
		if !ok {
			specimen.SetText(p.w.Text("entries.number.digits.wrong", "most", mostDigits))
			return
		}
		specimen.SetText(p.w.Text("entries.number.specimen",
			"suggestion", p.o.Specimen(now, string(annotate.Suggestion)), "motion", p.o.Specimen(now, string(annotate.Motion))))
	}
	for _, f := range []*widgets.Field{prefix, motions, digits} {
		f.OnChanged = show
	}
	show("")
	var ids []annotate.ProposalID
	about := p.w.Text("entries.number.all")
	if p.ledger.count() > 0 {
		ids = p.ledger.subjects()
		about = p.w.Text("entries.number.chosen", "n", len(ids))
	}
	form := container.New(stack{8}, widgets.NewPassage(about, widgets.Lettering{Wrap: true}),
		p.row("entries.number.prefix", prefix), p.row("entries.number.motions", motions), p.row("entries.number.digits", digits), specimen,
		widgets.NewPassage(p.w.Text("entries.number.kept"), widgets.Lettering{Colour: widgets.ColorSecondary, Size: theme.SizeNameCaptionText, Wrap: true}))
	p.ask("entries.number.title", "entries.number.yes", prefix, form, fyne.NewSize(480, 0), func() bool {
		now, ok := read()
		if !ok {
			return false
		}
		p.decide(func() error {
			if err := p.o.SetNumbering(now); err != nil {
				return err
			}
			return p.number(ids)
		})
		return true
	})
}
