package ui

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/seeds"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

// handedIn writes a folder with n packets of made-up deputies: of every ten one
// comes twice, one is revised, one is another text under the same revision, one
// lacks a field and one is cut short.
func handedIn(t *testing.T, folder string, n int) {
	t.Helper()
	example, err := annotate.ReadFile("example.toml", seeds.Example())
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		p := example
		p.ID = annotate.ProposalID(fmt.Sprintf("%08x-0000-4000-8000-000000000000", uint32(i+1)*2654435761))
		p.Title = fmt.Sprintf("关于在示例路第%d段增设公共充电桩的建议", i+1)
		p.Deputy.Name, p.Deputy.Number = "测试"+string([]rune("甲乙丙丁戊己庚辛壬癸")[i%10]), fmt.Sprintf("%04d", i+1)
		p.Deputy.Delegation = "示例" + string([]rune("甲乙丙丁戊")[i/10%5]) + "区代表团"
		put := func(suffix string, cut bool) {
			data, err := export.Pack(p.Deputy.Name, []annotate.Proposal{p})
			if err != nil {
				t.Fatal(err)
			}
			if cut {
				data = data[:len(data)/2]
			}
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d%s.dbz", i, suffix)), data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if i%10 == 6 {
			p.Deputy.Phone = ""
		}
		put("", false)
		switch i % 10 {
		case 1:
			put("再发", false)
		case 2:
			p.Revision, p.Body.Proposal = 2, "一、改为两处。\n二、明确牵头部门和完成时限。"
			put("改稿", false)
		case 3:
			p.Body.Proposal = "一、改为三处。\n二、今年六月底前完成。"
			put("另一份", false)
		case 4:
			put("传坏", true)
		}
	}
}

// A clerk's half hour by keys: drop, look, leave one out, decide a conflict, take
// in under a name, look at the receipts, take the batch back.
func TestIntakeInTheWindow(t *testing.T) {
	files := t.TempDir()
	handedIn(t, files, 20)
	if folder := os.Getenv("INTAKE_FILES"); folder != "" { // to look at the window with
		handedIn(t, folder, 300)
	}
	v := window(t, t.TempDir())
	v.desk.SetRole(desk.Staff)
	if v.desk.Page() != desk.Receiving {
		t.Fatalf("the staff begin at %s", v.desk.Page())
	}
	button(t, v, "选择文件夹…")
	v.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(files)})
	in := v.office.Intake()
	if len(in.Rows()) != 28 || len(v.office.Book().Entries) != 0 {
		t.Fatalf("%d rows, %d entries; want 28 and nothing kept", len(in.Rows()), len(v.office.Book().Entries))
	}
	button(t, v, "收下 22 件")
	tray := v.intakes.Focus()
	v.win.Canvas().Focus(tray)
	tray.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // a conflict: not before it is decided
	if what, _ := desk.Explain(v.words, v.desk.Notice()); !strings.Contains(what, "有冲突") {
		t.Errorf("a conflict was ticked: %q", what)
	}
	tray.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome})
	tray.TypedRune('2')
	button(t, v, "收下 23 件")
	tray.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	tray.TypedRune('a')
	some := in.Chosen() // without the new ones
	if n := in.Counts()[registry.New]; some != 23-n {
		t.Errorf("%d are ticked, want %d", some, 23-n)
	}
	tray.TypedRune('a')
	tray.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	button(t, v, "收下 23 件")
	tray.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	name, ok := v.win.Canvas().Focused().(interface{ SetText(string) })
	if !ok {
		t.Fatalf("nobody is asked for a name: %T", v.win.Canvas().Focused())
	}
	name.SetText("测试经办甲")
	v.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if n := len(v.office.Book().Entries); n != 20 || v.office.Who() != "测试经办甲" || !in.Empty() {
		t.Fatalf("%d entries under %q, notice %v", n, v.office.Who(), v.desk.Notice())
	}
	test.Tap(button(t, v, "打印收件回执"))
	if p := v.desk.Preview(); p == nil || p.Len() != 20 {
		t.Fatalf("no receipts to look at: %v", v.desk.Notice())
	}
	v.desk.ClosePreview()
	v.desk.Press(v.desk.Undo())
	if n := len(v.office.Book().Entries); n != 0 {
		t.Errorf("%d entries after Ctrl+Z", n)
	}
	v.desk.Press(v.desk.Redo())
	if n := len(v.office.Book().Entries); n != 20 {
		t.Errorf("%d entries after it was done again", n)
	}
	if err := v.office.Classify("教育", v.office.Book().Entries[0].Proposal.ID); err != nil {
		t.Fatal(err)
	}
	err := v.office.UndoBatch(v.office.Batches()[0].ID)
	if what, _ := desk.Explain(v.words, err); !strings.Contains(what, v.office.Book().Entries[0].Proposal.Title) {
		t.Errorf("refused with %q", what)
	}
}

// Files dropped while the staff read the report are opened as ever, and so is a
// session package.
func TestOtherFilesAreNoIntake(t *testing.T) {
	v := window(t, t.TempDir())
	v.desk.SetRole(desk.Staff)
	v.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(filepath.Join(t.TempDir(), "示例.dbs"))})
	if !v.office.Intake().Empty() {
		t.Error("a session package was taken for proposals")
	}
	v.desk.Turn(desk.Reading)
	v.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(t.TempDir())})
	if !v.office.Intake().Empty() || v.desk.Page() != desk.Reading {
		t.Error("what was dropped on the report became an intake")
	}
}

// A proposal that is double-clicked goes to the intake of the staff, whatever page
// is in front: a program that was just started shows the report.
func TestAProposalThatIsOpenedIsAnIntake(t *testing.T) {
	files := t.TempDir()
	handedIn(t, files, 1)
	v := window(t, t.TempDir())
	v.desk.SetRole(desk.Staff)
	v.desk.Turn(desk.Reading)
	v.Take([]string{filepath.Join(files, "000.dbz")})
	if v.desk.Page() != desk.Receiving || len(v.office.Intake().Rows()) != 1 {
		t.Errorf("it is looked at on page %s with %d rows, want the intake with one", v.desk.Page(), len(v.office.Intake().Rows()))
	}
}

// A paper is entered by keys alone, and the next form keeps the delegation.
func TestTypingInFromPaper(t *testing.T) {
	v := window(t, t.TempDir())
	v.desk.SetRole(desk.Staff)
	v.office.SetWho("测试经办甲")
	v.write()
	c := v.win.Canvas()
	enter := func(words string) {
		t.Helper()
		f, ok := c.Focused().(*widgets.Field)
		if !ok {
			t.Fatalf("before %q the keyboard is with %T", words, c.Focused())
		}
		test.Type(f, words)
		if c.Focused() == fyne.Focusable(f) {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
	}
	for _, words := range []string{"", "测试代表甲", "0101", "示例一团", "关于增设路灯的意见", "3", "2", "4"} {
		enter(words)
	}
	b := v.office.Book()
	if len(b.Entries) != 1 {
		t.Fatalf("%d entries, notice %v", len(b.Entries), v.desk.Notice())
	}
	p := b.Entries[0].Proposal
	if p.Form != annotate.Opinion || p.Category != v.office.Categories()[1] || len(p.Cosigners) != 4 || !b.Entries[0].Review {
		t.Errorf("entered %+v", p)
	}
	enter("")
	enter("测试代表乙")
	enter("0102")
	if f := c.Focused().(*widgets.Field); f.Text != "示例一团" {
		t.Errorf("the delegation is %q in the next form", f.Text)
	}
	v.intakes.SaveTyped() // Ctrl+Enter: the title is missing
	if f := c.Focused().(*widgets.Field); len(v.office.Book().Entries) != 1 || f.PlaceHolder != "关于……的建议" {
		t.Errorf("without a title: %d entries, keyboard at %q", len(v.office.Book().Entries), f.PlaceHolder)
	}
}
