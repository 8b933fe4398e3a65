package drafts

import (
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// said collects the words of the panel and its buttons.
func (r *reference) said() (words string, buttons []*widget.Button) {
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		switch o := o.(type) {
		case *widgets.Passage:
			words += o.Text() + "\n"
		case *widget.Button:
			buttons = append(buttons, o)
		case *fyne.Container:
			for _, each := range o.Objects {
				walk(each)
			}
		}
	}
	walk(r.rows)
	return words, buttons
}

func TestPanelOffersWithReasonsAndFillsInWhenAsked(t *testing.T) {
	s := at(t, t.TempDir())
	s.do(s.d.Write(annotate.Suggestion))
	if words, _ := s.reference.said(); !strings.Contains(words, "写上标题") {
		t.Errorf("with nothing written the panel says\n%s", words)
	}
	s.d.SetTitle("关于办好社区老年食堂的建议")
	s.d.SetPartText(0, "空巢老人一天只做一顿饭，社区助餐点少。")
	s.wait()
	words, buttons := s.reference.said()
	for _, want := range []string{"社会建设\n文中有“", "市民政局\n文中有“老年食堂"} {
		if !strings.Contains(words, want) {
			t.Errorf("the panel lacks %q:\n%s", want, words)
		}
	}
	if s.d.Draft().Category != "" {
		t.Errorf("the category was filled in unasked: %s", s.d.Draft().Category)
	}
	test.Tap(buttons[0])
	if s.d.Draft().Category != "社会建设" {
		t.Errorf("category %q", s.d.Draft().Category)
	}
	s.do(s.d.Write(annotate.Suggestion))
	s.d.SetTitle("关于发展社区老年助餐的建议")
	s.d.SetPartText(0, "空巢老人做饭难，社区助餐点少。")
	s.wait()
	words, buttons = s.reference.said()
	if !strings.Contains(words, "关于办好社区老年食堂的建议\n我的草稿") {
		t.Errorf("the panel says\n%s", words)
	}
	for _, b := range buttons {
		if b.Text == "打开" {
			test.Tap(b)
		}
	}
	if s.d.Draft().Title != "关于办好社区老年食堂的建议" {
		t.Errorf("open is %s", s.d.Draft().Title)
	}
}
