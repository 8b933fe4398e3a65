package manual

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/assets/manual"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// widest is the widest the words get and listWidth the width of the list of
// chapters, in pixels; labelWidth is the room of "12." and of a dot.
const widest, listWidth, labelWidth = 820, 240, 28

// lay puts the blocks of a document below each other.
func (p *Page) lay(m manual.Document) {
	for _, b := range m.Blocks {
		words := said(b.Spans)
		switch b.Kind {
		case manual.Chapter:
			o := container.New(layout.NewCustomPaddedLayout(14, 0, 0, 0), widgets.NewPassage(words, chapter))
			p.places[placeOf(b)] = o
			p.text.Add(o)
		case manual.Part:
			p.text.Add(widgets.NewPassage(words, strong))
		case manual.Item:
			p.text.Add(labelled("·", words, b.Deep))
		case manual.Step:
			p.text.Add(labelled(b.Label, words, b.Deep))
		case manual.Remark:
			p.text.Add(remark(words))
		case manual.Typed:
			p.text.Add(typed(words))
		case manual.Table:
			p.text.Add(table(b))
		case manual.Figure:
			p.picture(b)
		default:
			p.text.Add(widgets.NewPassage(words, prose))
		}
	}
}

// said are the words of spans; bold ones stand in 「」 where the rest is not bold,
// since a passage has one lettering.
func said(all []manual.Span) string {
	var b strings.Builder
	for _, s := range all {
		if s.Bold && len(all) > 1 {
			b.WriteString("「" + s.Text + "」")
			continue
		}
		b.WriteString(s.Text)
	}
	return b.String()
}

// labelled is an item or a step.
func labelled(label, words string, deep bool) fyne.CanvasObject {
	left := float32(8)
	if deep {
		left += labelWidth
	}
	return container.New(layout.NewCustomPaddedLayout(0, 0, left, 0),
		container.New(beside{labelWidth}, widgets.NewPassage(label, besideIt), widgets.NewPassage(words, prose)))
}

// remark stands on a ground of its own, with a bar.
func remark(words string) fyne.CanvasObject {
	bar := canvas.NewRectangle(theme.Color(widgets.ColorWarning))
	bar.SetMinSize(fyne.NewSize(4, 0))
	return widgets.NewPane(widgets.ColorField, container.NewBorder(nil, nil, bar, nil,
		container.New(widgets.Column{Side: 12, End: 8}, widgets.NewPassage(words, prose))))
}

// typed is a line to be typed as it stands: it can be selected and copied.
func typed(words string) fyne.CanvasObject {
	l := widget.NewLabel(words)
	l.Selectable = true
	l.Wrapping = fyne.TextWrapBreak
	return widgets.NewPane(widgets.ColorPane, l)
}

// table is ruled between its rows.
func table(b manual.Block) fyne.CanvasObject {
	shares := desk.ColumnShares(b)
	all := container.New(widgets.Column{Gap: 6})
	for i, row := range b.Rows {
		set := prose
		if i == 0 {
			set = strong
		}
		cells := container.New(columns(shares))
		for _, cell := range row {
			cells.Add(widgets.NewPassage(said(cell), set))
		}
		all.Add(cells)
		all.Add(widget.NewSeparator())
	}
	return all
}

// picture shows a picture as wide as the words, and its caption.
func (p *Page) picture(b manual.Block) {
	img, err := manual.Picture(b.File)
	if err != nil {
		p.text.Add(widgets.NewPassage(p.w.Text("manual.broken", "detail", err), prose))
		return
	}
	c := canvas.NewImageFromImage(img)
	c.FillMode = canvas.ImageFillContain
	p.text.Add(container.New(shaped{float32(img.Bounds().Dy()) / float32(img.Bounds().Dx())}, c))
	p.text.Add(widgets.NewPassage(said(b.Spans), caption))
}
