package drafts

import (
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/widgets"
)

// next says what comes after the paper was made: nothing has been handed in
// yet, and this program cannot do it.
type next struct {
	page  *Page
	title *widgets.Passage
	file  *widgets.Passage
	faint *widgets.Passage // what no font could print
	bar   *canvas.Rectangle
	filed *widget.Button // the deputy says that it was handed in
	paper string         // the file last made
	of    time.Time      // when the draft was changed that it shows
	box   fyne.CanvasObject
}

func newNext(p *Page) *next {
	n := &next{page: p, file: say("", aside), faint: say("", aside), bar: canvas.NewRectangle(nil)}
	n.title = say("", widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true})
	n.filed = widgets.Quiet(p.w.Text("drafts.stage.to.已交"), func() { p.setState(annotate.Filed) })
	buttons := container.NewHBox(
		widget.NewButton(p.w.Text("drafts.open"), func() { p.Open(p.d.Written().File) }),
		widget.NewButton(p.w.Text("drafts.reveal"), func() { p.Reveal(p.d.Written().File) }),
		n.filed,
	)
	n.bar.SetMinSize(fyne.NewSize(4, 0))
	n.box = widgets.NewPane(widgets.ColorField, container.NewBorder(nil, nil, n.bar, nil,
		container.New(widgets.Column{Side: 16, End: 14, Gap: 8}, n.title, say(p.w.Text("drafts.next.steps"), prose), n.file, n.faint, buttons)))
	n.box.Hide()
	return n
}

// redraw shows the paper that was made of the draft, if there is one, and says
// so when the draft has been changed since.
func (n *next) redraw() {
	paper, draft := n.page.d.Written(), n.page.d.Draft()
	widgets.Shown(n.filed, n.page.d.SetState(annotate.Filed).Off == nil)
	fresh := paper.File != "" && !n.box.Visible()
	widgets.Shown(n.box, paper.File != "")
	if paper.File == "" || draft == nil {
		n.paper = ""
		return
	}
	if key := paper.File + paper.SHA256; key != n.paper {
		n.paper, n.of, fresh = key, draft.Changed, true
	}
	title, colour := "drafts.next", widgets.ColorDone
	if !draft.Changed.Equal(n.of) {
		title, colour = "drafts.stale", widgets.ColorWarning
	}
	n.title.SetText(n.page.w.Text(title))
	n.bar.FillColor = theme.Color(colour)
	n.bar.Refresh()
	n.file.SetText(n.page.w.Text("drafts.next.file", "file", filepath.Base(paper.File),
		"folder", filepath.Dir(paper.File), "pages", paper.Pages))
	n.faint.SetText(n.page.w.Text("drafts.next.missing", "signs", paper.Missing))
	widgets.Shown(n.faint, paper.Missing != "")
	if fresh {
		n.page.refit()
		n.page.scroll.ScrollToTop()
	}
}
