package merging

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A pair is two texts side by side that scroll together.
type pair struct {
	page        *Page
	left, right *fyne.Container
	scroll      *container.Scroll
	object      fyne.CanvasObject
	shown       [2]annotate.ProposalID
}

func newPair(p *Page) *pair {
	x := &pair{page: p, left: container.New(widgets.Column{Gap: 6}), right: container.New(widgets.Column{Gap: 6})}
	x.scroll = container.NewVScroll(container.New(widgets.Column{Side: 24, End: 4}, container.New(halves(32), x.left, x.right)))
	x.object = x.scroll
	return x
}

// show puts the two entries of a sight beside each other.
func (x *pair) show(s staff.Sight) {
	p := x.page
	a, okA := p.o.Entry(s.Left)
	b, okB := p.o.Entry(s.Right)
	if !okA || !okB {
		return
	}
	left, right, legend := staff.Beside(a.Sheet(), b.Sheet())
	p.legend.SetText(p.w.Text("merging.legend." + string(legend)))
	leads, follows := "merging.lead", "merging.other"
	if s.Merged {
		leads, follows = "merging.lead.merged", "merging.other.merged"
	}
	if !s.Merged && s.Cluster.Kind == registry.Contrary {
		leads, follows = "merging.one", "merging.one"
	}
	wishes := !s.Merged && (s.Cluster.Kind == registry.Contrary || s.Cluster.Kind == registry.SameWish)
	x.fill(x.left, leads, s.Left, left, wishes)
	x.fill(x.right, follows, s.Right, right, wishes)
	if now := [2]annotate.ProposalID{s.Left, s.Right}; now != x.shown {
		x.shown = now
		x.scroll.ScrollToTop()
	}
	x.scroll.Content.Refresh()
}

// fill shows one text: who wrote it, its title and its parts, and what it wants of
// the report: first if that is why it is here.
func (x *pair) fill(c *fyne.Container, role string, id annotate.ProposalID, passages []staff.Passage, wishes bool) {
	p := x.page
	c.RemoveAll()
	line, _ := p.entryLine(id)
	c.Add(widgets.NewPassage(p.w.Text(role), widgets.Lettering{Bold: true, Colour: widgets.ColorSeal, Cut: true, Size: captionSize}))
	c.Add(widgets.NewPassage(line, widgets.Lettering{Colour: widgets.ColorSecondary, Cut: true}))
	part := ""
	for _, each := range passages {
		if part == "title" && each.Part != "title" && wishes {
			p.cites(c, id)
		}
		if each.Part != part && each.Part != "title" {
			c.Add(container.New(layout.NewCustomPaddedLayout(6, 0, 0, 0), widgets.NewPassage(p.w.Text("merging.part."+each.Part), caption)))
		}
		part = each.Part
		if part == "title" && len(each.Pieces) == 1 && !each.Pieces[0].Marked {
			c.Add(widgets.NewPassage(each.Pieces[0].Text, widgets.Lettering{Bold: true, Wrap: true}))
			continue
		}
		var pieces []widgets.Piece
		for _, piece := range each.Pieces {
			change := widgets.Kept
			if piece.Marked {
				change = widgets.Come
			}
			pieces = append(pieces, widgets.Piece{Text: piece.Text, Change: change})
		}
		c.Add(widgets.NewRedline(pieces))
	}
	if !wishes || part == "title" {
		p.cites(c, id)
	}
}

// cites lists what an entry wants of the report.
func (p *Page) cites(c *fyne.Container, id annotate.ProposalID) {
	e, _ := p.o.Entry(id)
	for i, cite := range e.Proposal.Cites {
		if i == 0 {
			c.Add(container.New(layout.NewCustomPaddedLayout(6, 0, 0, 0), widgets.NewPassage(p.w.Text("merging.part.cites"), caption)))
		}
		text := "“" + cite.Anchor.Quote + "”"
		if cite.Ask != "" {
			text += p.w.Text("merging.ask", "ask", cite.Ask)
		}
		c.Add(widgets.NewPassage(text, prose))
	}
}
