package reader

import (
	"testing"

	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// The right pane stands level with the sentence it is about, goes along when the
// text is scrolled, and stays in view.
func TestRightPaneIsLevelWithItsSentence(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("window-regular.ttf", assets.WindowRegular()), fyne.NewStaticResource("window-bold.ttf", assets.WindowBold())))
	d := desk.Open(desk.Settings{})
	t.Cleanup(func() { _ = d.Close() }) // it keeps nothing
	p := New(d, assets.Language(assets.Chinese))
	d.Changed = p.Changed
	w := test.NewTempWindow(t, p.Object())
	w.Resize(fyne.NewSize(1500, 1300))

	pane := func() float32 { return p.side.held.Objects[0].Position().Y }
	line := func() float32 {
		from, _ := p.prose.Selection()
		at, _ := p.prose.CellOf(from)
		return at.Y
	}
	first := d.Report().Sections[0].Paragraphs[0]
	d.SelectSentence(first.ID, len(first.Text)-4, false)
	if line() < 300 || pane() != line()-sideAbove {
		t.Errorf("the sentence is at %.0f, the pane at %.0f", line(), pane())
	}
	p.prose.ScrollTo(widgets.Position{Block: 3, Offset: 0})
	if pane() != max(0, line()-sideAbove) {
		t.Errorf("scrolled, the sentence is at %.0f, the pane at %.0f", line(), pane())
	}
	p.prose.ScrollTo(widgets.Position{Block: 30})
	if line() > 0 || pane() != 0 {
		t.Errorf("the sentence is far above, at %.0f, and the pane at %.0f", line(), pane())
	}
	w.Resize(fyne.NewSize(1500, 420))
	d.SelectSentence(first.ID, len(first.Text)-4, false)
	at, _ := p.prose.Selection()
	p.prose.Reveal(at)
	room := p.side.held.Size().Height - p.side.held.Objects[0].MinSize().Height
	if want := max(0, min(line()-sideAbove, room)); pane() != want || line() <= sideAbove {
		t.Errorf("in a low window the sentence is at %.0f and the pane at %.0f, want %.0f", line(), pane(), want)
	}
}
