package drafts

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"
)

// A sheetOfTest is the page on a real desk, with a clock that is wound by hand.
type sheetOfTest struct {
	*Page
	folder string
	later  []func() // what waits for time to pass
	told   error    // the last notice
}

// at opens the page on the data in folder, in a window of the smallest screen
// at 125 %, less the bars of the window.
func at(t *testing.T, folder string) *sheetOfTest {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("r.ttf", assets.WindowRegular()), fyne.NewStaticResource("b.ttf", assets.WindowBold())))
	s := &sheetOfTest{folder: folder}
	d := desk.Open(desk.Settings{
		Folder: folder,
		After: func(_ time.Duration, f func()) func() {
			i := len(s.later)
			s.later = append(s.later, f)
			return func() { s.later[i] = func() {} }
		},
	})
	if !d.Keeps() {
		t.Fatalf("the desk keeps nothing: %v", d.Trouble())
	}
	w := test.NewTempWindow(t, nil)
	s.Page = New(d, assets.Language(assets.Chinese), w)
	d.Changed = func(topic desk.Topic) {
		if topic == desk.Notices {
			s.told = d.Notice()
		}
		s.Changed(topic)
	}
	w.SetContent(s.Object())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1093, 510))
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
		if s.told != nil {
			t.Errorf("told: %v", s.told)
		}
	})
	return s
}

// wait lets time pass until nothing waits for it any more.
func (s *sheetOfTest) wait() {
	for len(s.later) > 0 {
		f := s.later[0]
		s.later = s.later[1:]
		f()
	}
}

func (s *sheetOfTest) type_(f fyne.Focusable, text string) {
	s.win.Canvas().Focus(f)
	test.Type(f, text)
}

// said are the sentences of the findings.
func (s *sheetOfTest) said() string {
	var all []string
	for _, o := range s.findings.rows.Objects {
		all = append(all, o.(*findingRow).words.Text())
	}
	return strings.Join(all, "\n")
}

func (s *sheetOfTest) input(t *testing.T, key string) *input {
	t.Helper()
	for _, in := range s.form.inputs {
		if in.key == key {
			return in
		}
	}
	t.Fatalf("no field %s on the page", key)
	return nil
}

func TestWriteWithoutCitation(t *testing.T) {
	folder := t.TempDir()
	paper := filepath.Join(t.TempDir(), "建议.pdf")
	s := at(t, folder)
	if !s.empty.Visible() || s.desk.Visible() {
		t.Error("with no drafts the page does not say what to do next")
	}
	s.write()
	if s.empty.Visible() || !s.scroll.Visible() || s.d.Draft() == nil {
		t.Fatal("no sheet to write on")
	}
	if !strings.Contains(s.head.title.PlaceHolder, "关于") {
		t.Errorf("hint of the title: %q", s.head.title.PlaceHolder)
	}
	if !strings.Contains(s.said(), "标题") {
		t.Errorf("an empty draft is told nothing about its title:\n%s", s.said())
	}

	s.type_(s.head.title, "关于加快公共充电桩建设的建议")
	s.type_(s.body.parts[desk.Situation].text, "老城区的居民小区没有固定车位，充电要到三公里外。")
	s.type_(s.body.parts[desk.Measures].text, "请在报告中明确区县分配。")
	if got := s.body.parts[desk.Situation].count.Text(); got != "24 字 · 占 67%" {
		t.Errorf("count of the first part: %q", got)
	}
	if _, waiting := s.d.SavedAt(); !waiting {
		t.Error("what was typed does not wait to be saved")
	}
	s.wait()
	if _, waiting := s.d.SavedAt(); waiting {
		t.Error("time has passed and nothing was saved")
	}
	if strings.Contains(s.said(), "标题") {
		t.Errorf("the title is there, but still asked for:\n%s", s.said())
	}
	if got := s.list.rows.Objects[0].(*draftRow).title.Text(); got != "关于加快公共充电桩建设的建议" {
		t.Errorf("in the list: %q", got)
	}

	s.Save = func(name string, done func(string)) {
		if name != "建议_关于加快公共充电桩建设的建议.pdf" {
			t.Errorf("offered name: %q", name)
		}
		done(paper)
	}
	if s.next.box.Visible() {
		t.Error("what comes next is shown before there is a paper")
	}
	s.Print()
	if s.wrote() {
		t.Error("what is grave was not shown before the paper was made")
	}
	s.answer(t, "仍然生成")
	if data, err := os.ReadFile(paper); err != nil || !strings.HasPrefix(string(data), "%PDF") {
		t.Fatalf("no paper was made: %v", err)
	}
	if !s.next.box.Visible() || !strings.Contains(s.next.file.Text(), "建议.pdf") {
		t.Errorf("what comes next is not shown: %q", s.next.file.Text())
	}
}

// What was typed is there after the program was closed.
func TestDraftComesBack(t *testing.T) {
	folder := t.TempDir()
	t.Run("write", func(t *testing.T) {
		s := at(t, folder)
		s.write()
		s.type_(s.head.title, "关于保障村医待遇的建议")
		s.win.Canvas().Unfocus()
		if _, waiting := s.d.SavedAt(); waiting {
			t.Error("leaving a field did not save it")
		}
		s.type_(s.input(t, "deputy.name").focus.(*widgets.Field), "测试代表甲")
	})
	t.Run("read", func(t *testing.T) {
		s := at(t, folder)
		if s.choose.Visible() != true || len(s.list.rows.Objects) != 1 {
			t.Fatalf("%d drafts in the list", len(s.list.rows.Objects))
		}
		test.Tap(s.list.rows.Objects[0].(*draftRow))
		if s.head.title.Text != "关于保障村医待遇的建议" {
			t.Errorf("title: %q", s.head.title.Text)
		}
		in := s.input(t, "deputy.name")
		if in.focus.(*widgets.Field).Text != "测试代表甲" || !in.folded {
			t.Error("a name that is filled in is not among the folded fields")
		}
	})
}

func TestFindingLeadsToItsField(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	for key, want := range map[string]fyne.Focusable{
		"title":              s.head.title,
		"body.proposal":      s.body.parts[desk.Measures].text,
		"deputy.number":      s.input(t, "deputy.number").focus,
		"earlier_number":     s.input(t, "earlier_number").focus,
		"cosigner[3].number": s.cosign.add,
	} {
		s.focus(key)
		if s.win.Canvas().Focused() != want {
			t.Errorf("%s: the keyboard is at %T", key, s.win.Canvas().Focused())
		}
	}
	if !s.form.rest.Visible() {
		t.Error("the folded fields stayed folded")
	}
	for _, f := range s.d.Findings() {
		found := false
		for _, part := range []func(string) (fyne.CanvasObject, fyne.Focusable){s.head.find, s.body.find, s.cosign.find, s.files.find, s.form.find, s.quotes.find} {
			o, _ := part(f.Field)
			found = found || o != nil
		}
		if !found {
			t.Errorf("%s %s: no place on the page", f.Rule, f.Field)
		}
	}
}

// The words of the text point to a category; one click takes it.
func TestCategoryIsPutForward(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	in := s.input(t, "category")
	if in.suggest.Visible() {
		t.Errorf("an empty draft is offered %v", in.put)
	}
	s.type_(s.head.title, "关于加快公共充电桩建设的建议")
	s.wait()
	if len(in.put) == 0 || !in.suggest.Visible() {
		t.Fatal("nothing is put forward")
	}
	want := in.put[0]
	in.suggest.Objects[1].(*widget.Hyperlink).OnTapped()
	if s.d.Draft().Category != want || in.focus.(*widget.Select).Selected != want || in.suggest.Visible() {
		t.Errorf("category %q, on the page %q", s.d.Draft().Category, in.focus.(*widget.Select).Selected)
	}
}

// What was noted stands in the field from which it would otherwise be typed away.
func TestNotedWordsStandInTheField(t *testing.T) {
	s := at(t, t.TempDir())
	p := s.d.Report().Paragraphs()[10]
	sentence, _ := report.SentenceAt(p.Text, 0)
	s.d.Select(p.ID, sentence)
	s.do(s.d.Jot("每个区县各建多少？"))
	s.do(s.d.WriteOnSelection(annotate.Suggestion))
	if got := s.body.parts[desk.Situation].text.Text(); got != "每个区县各建多少？" {
		t.Errorf("written on the sentence: %q", got)
	}
	s.do(s.d.QuoteNotes([]annotate.NoteID{s.d.Notes()[0].ID}, ""))
	if got := s.body.parts[desk.Situation].text.Text(); got != "每个区县各建多少？" {
		t.Errorf("quoted from the notes: %q", got)
	}
}

func TestQuotesOfTheReport(t *testing.T) {
	s := at(t, t.TempDir())
	p := s.d.Report().Paragraphs()[10]
	sentence, _ := report.SentenceAt(p.Text, 0)
	s.d.Select(p.ID, sentence)
	s.do(s.d.WriteOnSelection(annotate.Suggestion))
	if len(s.quotes.cards.Objects) != 1 || s.quotes.hint.Visible() || s.quotes.add.Visible() {
		t.Fatalf("%d cards, quoted words offered again: %v", len(s.quotes.cards.Objects), s.quotes.add.Visible())
	}
	other := s.d.Report().Paragraphs()[12]
	sentence, _ = report.SentenceAt(other.Text, 0)
	s.d.Select(other.ID, sentence)
	if !s.quotes.add.Visible() {
		t.Fatal("other words are selected and not offered")
	}
	test.Tap(s.quotes.add)
	if len(s.quotes.cards.Objects) != 2 || s.quotes.add.Visible() {
		t.Errorf("%d cards after quoting another sentence", len(s.quotes.cards.Objects))
	}
	s.d.SetAsk(1, "明确")
	s.d.Uncite(0)
	if len(s.quotes.cards.Objects) != 1 || s.d.Draft().Cites[0].Ask != "明确" {
		t.Errorf("after taking the first away: %+v", s.d.Draft().Cites)
	}
	s.do(s.d.Undo())
	if len(s.quotes.cards.Objects) != 2 || s.d.Draft().Cites[0].Anchor.Paragraph != p.ID {
		t.Errorf("undo did not bring it back: %+v", s.d.Draft().Cites)
	}

	s.head.form.SetSelected(string(annotate.Revision))
	if s.body.box.Visible() || len(s.d.Draft().Amends) != 2 {
		t.Errorf("as 修改意见: body shown %v, %d amendments", s.body.box.Visible(), len(s.d.Draft().Amends))
	}
	s.head.form.SetSelected(string(annotate.Motion))
	if !s.body.box.Visible() || s.body.parts[0].name.Text() != "案由" || len(s.d.Draft().Cites) != 2 {
		t.Errorf("as 议案: first part %q, %d citations", s.body.parts[0].name.Text(), len(s.d.Draft().Cites))
	}
	s.input(t, "motion_type")
}

func TestDeleteCanBeTakenBack(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	s.type_(s.head.title, "关于保障村医待遇的建议")
	s.write()
	s.list.remove()
	if len(s.d.Drafts()) != 1 || !s.list.undo.Visible() || s.d.Draft() != nil {
		t.Fatalf("%d drafts, undo offered %v", len(s.d.Drafts()), s.list.undo.Visible())
	}
	if s.list.gone.Text() != "已删除“未命名”。" {
		t.Errorf("said: %q", s.list.gone.Text())
	}
	s.list.takeBack()
	if len(s.d.Drafts()) != 2 || s.list.undo.Visible() {
		t.Errorf("%d drafts after undo", len(s.d.Drafts()))
	}
	s.d.OpenDraft(s.d.Drafts()[0].ID)
	s.list.remove()
	s.d.OpenDraft(s.d.Drafts()[0].ID)
	if s.list.undo.Visible() {
		t.Error("undo is still offered after another draft was opened")
	}
}

func TestOldVersionComesBack(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	text := s.body.parts[desk.Situation].text
	s.type_(text, "第一稿")
	id := s.d.Draft().ID
	s.write() // leaving keeps a revision
	s.d.OpenDraft(id)
	text.Select(0, len("第一稿"))
	text.Insert("第二稿，改坏了")
	older := s.d.Revisions()
	if len(older) != 1 {
		t.Fatalf("%d revisions", len(older))
	}
	s.chooseOlder()
	s.d.RestoreRevision(older[0].N)
	s.win.Canvas().Unfocus()
	if text.Text() != "第一稿" {
		t.Errorf("on the page: %q", text.Text())
	}
	if older = s.d.Revisions(); len(older) != 2 || older[0].Proposal.Body.Situation != "第二稿，改坏了" {
		t.Errorf("what was there before is not kept: %d revisions", len(older))
	}
}

// Nothing of the page is wider or higher than the smallest screen.
func TestPageFitsTheSmallestScreen(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	s.form.turn(true)
	if need := s.Object().MinSize(); need.Width > 1093 || need.Height > 480 {
		t.Errorf("the page needs %v", need)
	}
	if need := s.sheet.MinSize().Width; need > 1093-listWidth-theme.Padding() {
		t.Errorf("the sheet needs a width of %v", need)
	}
}
