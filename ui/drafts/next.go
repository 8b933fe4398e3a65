package drafts

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/widgets"
)

// next says what comes after the paper was made: nothing has been handed in
// yet, and this program cannot do it.
type next struct {
	page        *Page
	file, steps *widgets.Passage
	faint       *widgets.Passage
	box         fyne.CanvasObject
}

func newNext(p *Page) *next {
	n := &next{page: p, file: say("", aside), faint: say("", aside)}
	n.steps = say(p.w.Text("drafts.next.steps"), prose)
	title := say(p.w.Text("drafts.next"), widgets.Lettering{Size: theme.SizeNameSubHeadingText, Bold: true})
	buttons := container.NewHBox(
		widget.NewButton(p.w.Text("drafts.open"), func() { p.Open(p.d.Written().File) }),
		widget.NewButton(p.w.Text("drafts.reveal"), func() { p.Reveal(p.d.Written().File) }),
	)
	bar := canvas.NewRectangle(theme.Color(widgets.ColorDone))
	bar.SetMinSize(fyne.NewSize(4, 0))
	n.box = widgets.NewPane(widgets.ColorField, container.NewBorder(nil, nil, bar, nil,
		container.New(column{side: 16, end: 14, gap: 8}, title, n.steps, n.file, n.faint, buttons)))
	n.box.Hide()
	return n
}

func (n *next) redraw() {
	paper := n.page.d.Written()
	was := n.box.Visible()
	shown(n.box, paper.File != "")
	n.file.SetText(n.page.w.Text("drafts.next.file", "file", filepath.Base(paper.File),
		"folder", filepath.Dir(paper.File), "pages", paper.Pages))
	n.faint.SetText(n.page.w.Text("drafts.next.missing", "signs", string(paper.Missing)))
	shown(n.faint, len(paper.Missing) > 0)
	if !was && n.box.Visible() {
		n.page.scroll.ScrollToTop()
	}
}
