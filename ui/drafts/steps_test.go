package drafts

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/ui/desk"
)

// wrote reports whether a paper was made of the open draft.
func (s *sheetOfTest) wrote() bool { return s.d.Written().File != "" }

// answer presses the button called label of the question in front.
func (s *sheetOfTest) answer(t *testing.T, label string) {
	t.Helper()
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatalf("nothing is asked; looked for %s", label)
	}
	for _, o := range test.LaidOutObjects(top) {
		if b, ok := o.(*widget.Button); ok && b.Text == label {
			test.Tap(b)
			return
		}
	}
	t.Fatalf("no button %s", label)
}

// buttons are the words of what can be pressed inside o.
func buttons(o fyne.CanvasObject) string {
	var all []string
	for _, o := range test.LaidOutObjects(o) {
		if b, ok := o.(*widget.Button); ok {
			all = append(all, b.Text)
		}
	}
	return strings.Join(all, " ")
}

// The button of a finding mends the field, and Undo brings it back.
func TestFindingIsMended(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	s.type_(s.head.title, "请求加快公共充电桩建设")
	s.win.Canvas().Unfocus()
	var row *findingRow
	for _, o := range s.findings.rows.Objects {
		if r := o.(*findingRow); r.mend != nil && strings.Contains(r.words.Text(), "标题宜写成") {
			row = r
		}
	}
	if row == nil {
		t.Fatalf("no button for the title:\n%s", s.said())
	}
	test.Tap(row.mend)
	if s.head.title.Text != "关于加快公共充电桩建设的建议" {
		t.Errorf("title: %q", s.head.title.Text)
	}
	s.do(s.d.Undo())
	if s.head.title.Text != "请求加快公共充电桩建设" {
		t.Errorf("after Undo: %q", s.head.title.Text)
	}
}

func TestFrozenSheetIsForReading(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	s.type_(s.head.title, "关于保障村医待遇的建议")
	s.type_(s.body.parts[desk.Situation].text, "村医待遇偏低。")
	s.setState(annotate.Final)
	s.answer(t, assets.Language(assets.Chinese).Text("drafts.final.anyway"))
	part := s.body.parts[desk.Situation]
	if !s.d.Frozen() || part.text.Visible() || part.final.Text() != "村医待遇偏低。" || !s.head.title.Disabled() {
		t.Errorf("the final text can still be written in: %v", part.text.Visible())
	}
	if got := s.stage.said.Text(); !s.stage.box.Visible() || !strings.Contains(got, s.d.Draft().Frozen[:printed]) {
		t.Errorf("said: %q", got)
	}
	if got := buttons(s.stage.buttons); got != "标记已交 再修改" {
		t.Errorf("offered: %s", got)
	}
	if got := s.list.rows.Objects[0].(*draftRow).about.Text(); !strings.Contains(got, "已定稿") {
		t.Errorf("in the list: %q", got)
	}
	s.setState(annotate.Drafting)
	if s.stage.box.Visible() || !part.text.Visible() || s.head.title.Disabled() {
		t.Error("taken up again it cannot be written in")
	}
}

func TestFindAndReplaceOnThePage(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	s.type_(s.body.parts[desk.Situation].text, "桩少。桩坏。")
	s.type_(s.body.parts[desk.Measures].text, "增加桩。")
	s.win.Canvas().Focus(s.body.parts[desk.Situation].text)
	if !s.Find(true) {
		t.Fatal("the keyboard was in the text, and looking for words is not the page's")
	}
	test.Type(s.find_.words, "桩")
	if got := s.find_.count.Text(); got != "1 / 3" {
		t.Errorf("count: %q", got)
	}
	s.find_.step(-1)
	if start, end := s.body.parts[desk.Measures].text.Selection(); start == end {
		t.Error("the last place is not selected")
	}
	s.find_.step(+1)
	s.find_.by.SetText("充电桩")
	s.find_.replace()
	if got := s.d.PartText(desk.Situation); got != "充电桩少。桩坏。" {
		t.Errorf("after one: %q", got)
	}
	s.find_.words.SetText("坏")
	s.find_.by.SetText("坏了")
	s.find_.replaceAll()
	s.find_.close()
	if got := s.body.parts[desk.Situation].text.Text(); got != "充电桩少。桩坏了。" {
		t.Errorf("after all: %q", got)
	}
	s.do(s.d.Undo())
	if got := s.body.parts[desk.Situation].text.Text(); got != "充电桩少。桩坏。" {
		t.Errorf("after Undo: %q", got)
	}
}

// Enter behind a number goes on counting; on an empty number it stops.
func TestEnterGoesOnCounting(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	text := s.body.parts[desk.Measures].text
	s.type_(text, "一是增加桩位。")
	text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(text, "明确管护。")
	text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	test.Type(text, "以上。")
	if got := s.d.PartText(desk.Measures); got != "一是增加桩位。\n二是明确管护。\n以上。" {
		t.Errorf("text: %q", got)
	}
	s.d.NumberPart(desk.Measures, annotate.Arabic)
	if got := text.Text(); got != "1. 增加桩位。\n2. 明确管护。\n3. 以上。" {
		t.Errorf("numbered: %q", got)
	}
}

func TestCosignersOnThePage(t *testing.T) {
	s := at(t, t.TempDir())
	s.do(s.d.Write(annotate.Motion))
	if !s.cosign.box.Visible() || !s.scope.box.Visible() || !strings.Contains(s.cosign.count.Text(), "至少 10 人") {
		t.Fatalf("a 议案 asks for no co-signers: %q", s.cosign.count.Text())
	}
	s.type_(s.cosign.add, "测试代表乙 0102 示例代表团")
	s.cosign.add.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(s.cosign.rows.Objects) != 1 || s.cosign.add.Text != "" {
		t.Fatalf("%d rows", len(s.cosign.rows.Objects))
	}
	s.d.Sign(0)
	if s.d.State() != annotate.Signing || !s.stage.box.Visible() || s.cosign.tell.Visible() {
		t.Errorf("after a signature: %s", s.d.State())
	}
	s.type_(s.body.parts[desk.Measures].text, "一是公布点位。")
	s.win.Canvas().Unfocus()
	s.Changed(desk.Edited)
	if !strings.Contains(s.cosign.tell.Text(), "测试代表乙") || !s.cosign.tell.Visible() {
		t.Errorf("nobody is told: %q", s.cosign.tell.Text())
	}
	s.scope.answer.SetSelected(s.scope.answer.Options[powers])
	if !s.scope.suggest.Visible() {
		t.Fatal("the way to a 建议 is not offered")
	}
	test.Tap(s.scope.suggest)
	if s.d.Draft().Form != annotate.Suggestion || s.scope.box.Visible() || !s.cosign.box.Visible() {
		t.Errorf("form %s", s.d.Draft().Form)
	}
}

func TestAttachmentsOnThePage(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	path := filepath.Join(t.TempDir(), "调研照片.jpg")
	if err := os.WriteFile(path, make([]byte, 2048), 0o600); err != nil {
		t.Fatal(err)
	}
	s.Choose = func(done func(string)) { done(path) }
	s.form.turn(true)
	test.Tap(s.files.add)
	if len(s.files.rows.Objects) != 1 || !s.files.box.Visible() {
		t.Fatalf("%d attachments on the page", len(s.files.rows.Objects))
	}
	s.d.Detach(0)
	s.do(s.d.Undo())
	if len(s.files.rows.Objects) != 1 {
		t.Error("Undo did not bring the attachment back")
	}
	for n, want := range map[int]string{900: "900 B", 2048: "2 KB", 3 << 20: "3.0 MB"} {
		if got := sizeOf(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}

// Pasted text is tidied, and one undo gives back what was copied.
func TestPasteFromWordOnThePage(t *testing.T) {
	s := at(t, t.TempDir())
	s.write()
	text := s.body.parts[desk.Situation].text
	s.win.Canvas().Focus(text)
	clip := test.NewClipboard()
	clip.SetContent("　　老城区的居民小区没有固定车位，充电要\r\n到三公里外。\r\n")
	text.TypedShortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if got := s.d.PartText(desk.Situation); got != "老城区的居民小区没有固定车位，充电要到三公里外。" {
		t.Errorf("pasted: %q", got)
	}
	if got := s.body.parts[desk.Situation].count.Text(); !strings.Contains(got, "已整理") {
		t.Errorf("nothing says so: %q", got)
	}
	text.Undo()
	if got := text.Text(); !strings.Contains(got, "充电要\n到三公里外") {
		t.Errorf("one undo: %q", got)
	}
}

func TestInsertAtTheCaret(t *testing.T) {
	s := at(t, t.TempDir())
	s.d.SelectSentence(s.d.Report().Paragraphs()[12].ID, 0, false)
	s.do(s.d.WriteOnSelection(annotate.Suggestion))
	text := s.body.parts[desk.Analysis].text
	s.type_(text, "。")
	text.Select(0, 0)
	in := s.d.Insertions()
	if len(in) == 0 || in[0].Kind != "cite" || !strings.Contains(in[0].Text, "文本版本") {
		t.Fatalf("offered: %+v", in)
	}
	s.body.insert(in[0].Text)
	if got := s.d.PartText(desk.Analysis); got != in[0].Text+"。" {
		t.Errorf("text: %q", got)
	}
}
