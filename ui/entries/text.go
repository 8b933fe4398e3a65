package entries

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// text is the proposal as the deputy wrote it: its parts, the words of the report
// it is about, and what is attached.
func (p *Page) text(e registry.Entry) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	say := func(text string, set widgets.Lettering) {
		if text != "" {
			all = append(all, widgets.NewPassage(text, set))
		}
	}
	for _, part := range desk.Parts {
		if text := strings.TrimSpace(part.In(e.Proposal)); text != "" {
			say(desk.SayField(p.w, part.Key(e.Proposal.Form)), heading)
			say(text, plain)
		}
	}
	if len(e.Proposal.Cites) > 0 {
		say(p.w.Text("entries.cites"), heading)
	}
	for _, c := range e.Proposal.Cites {
		all = append(all, p.quote(c.Anchor, string(c.Ask)))
	}
	if len(e.Proposal.Amends) > 0 {
		say(p.w.Text("entries.amends"), heading)
	}
	for _, a := range e.Proposal.Amends {
		all = append(all, p.quote(a.Anchor, string(a.Op)+" "+a.To))
		say(a.Reason, aside)
	}
	if files := desk.Attachments(e.Proposal); len(files) > 0 {
		say(p.w.Text("entries.files"), heading)
		for _, f := range files {
			all = append(all, p.file(f))
		}
	}
	if len(all) == 0 {
		say(p.w.Text("entries.notext"), aside)
	}
	if len(e.Papers) > 0 {
		say(p.w.Text("entries.papers"), heading)
		for _, f := range e.Papers {
			all = append(all, p.file(f))
		}
	}
	return all
}

// quote is a place of the report that a proposal is about; a click goes there.
func (p *Page) quote(a annotate.Anchor, ask string) fyne.CanvasObject {
	words := container.New(stack{2}, widgets.NewPassage("“"+a.Quote+"”　"+ask, plain))
	where := p.d.Locator(a)
	if where == "" {
		words.Add(widgets.NewPassage(p.w.Text("entries.cites.elsewhere"), aside))
		return words
	}
	link := widget.NewHyperlink(p.w.Text("entries.cites.go", "where", where), nil)
	link.OnTapped = func() { p.d.GoToQuote(a) }
	words.Add(container.NewHBox(link, layout.NewSpacer()))
	return words
}

// file is an attachment; a click opens it, where its bytes came along.
func (p *Page) file(f annotate.File) fyne.CanvasObject {
	if f.SHA256 == "" {
		return widgets.NewPassage(p.w.Text("entries.file.paper", "name", f.Name), aside)
	}
	link := widget.NewHyperlink(f.Name, nil)
	link.OnTapped = func() {
		path, err := p.o.Unpack(f)
		if err != nil {
			p.d.Tell(err)
			return
		}
		p.Open(path)
	}
	return container.NewHBox(link, layout.NewSpacer())
}

// earlier are the revisions that were replaced, and what changed after each.
func (p *Page) earlier(e registry.Entry) []fyne.CanvasObject {
	if len(e.Earlier) == 0 {
		return []fyne.CanvasObject{widgets.NewPassage(p.w.Text("entries.earlier.none"), aside)}
	}
	var all []fyne.CanvasObject
	for i := len(e.Earlier) - 1; i >= 0; i-- {
		next := e.Proposal
		if i+1 < len(e.Earlier) {
			next = e.Earlier[i+1].Proposal
		}
		was := e.Earlier[i]
		all = append(all, widgets.NewPassage(p.w.Text("entries.earlier", "from", was.Proposal.Revision, "to", next.Revision,
			"time", clock(was.Received)), heading))
		for _, diff := range desk.Differences(was.Proposal, next) {
			all = append(all, widgets.NewPassage(desk.SayField(p.w, diff.Field), aside), widgets.NewRedline(redlined(diff.Spans)))
		}
	}
	return all
}

// redlined is a comparison of the press as the window shows it.
func redlined(spans []desk.Marked) []widgets.Piece {
	var all []widgets.Piece
	for _, s := range spans {
		change := widgets.Kept
		switch s.Mark {
		case desk.Struck:
			change = widgets.Gone
		case desk.Under:
			change = widgets.Come
		}
		all = append(all, widgets.Piece{Text: s.Text, Change: change})
	}
	return all
}

// journal is who changed what, the last change first.
func (p *Page) journal(e registry.Entry) []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i := len(e.Journal) - 1; i >= 0; i-- {
		c := e.Journal[i]
		all = append(all, container.New(stack{}, widgets.NewPassage(p.o.SayChange(p.w, c), plain),
			widgets.NewPassage(strings.TrimSpace(clock(c.At)+"　"+c.Who), aside)))
	}
	return all
}
