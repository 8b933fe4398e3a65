package issue

import (
	"path/filepath"
	"testing"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// shown is the page over a register with one proposal that has no number.
func shown(t *testing.T) (*Page, *staff.Office, string) {
	t.Helper()
	test.NewTempApp(t)
	d := desk.Open(desk.Settings{Folder: t.TempDir(), Fonts: []string{}})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	folder := t.TempDir()
	p := annotate.New("1f3a9c27-5b1d-4c3e-8f00-0123456789ab", annotate.Suggestion)
	p.Title, p.Open, p.Deputy = "关于增设路灯的建议", "同意全文公开", annotate.Deputy{Name: "测试代表甲", Number: "0001", Delegation: "甲区代表团", Phone: "000-7654321"}
	if err := d.WriteCopy(p, filepath.Join(folder, "a.dbz"), false); err != nil {
		t.Fatal(err)
	}
	if _, err := d.TakeIn([]string{folder}, "测试工作人员", false); err != nil {
		t.Fatal(err)
	}
	o := staff.New(d)
	page := New(o, assets.Language(assets.Chinese))
	d.Changed = page.Changed
	d.Turn(desk.Issuing)
	win := test.NewTempWindow(t, page.Object())
	win.Resize(fyne.NewSize(1200, 700))
	page.Changed(desk.Everything)
	return page, o, folder
}

// buttons are the buttons that can be seen, by their words.
func buttons(p *Page) map[string]*widget.Button {
	all := map[string]*widget.Button{}
	for _, o := range test.LaidOutObjects(p.object) {
		if b, ok := o.(*widget.Button); ok && b.Visible() {
			all[b.Text] = b
		}
	}
	return all
}

// The arrow keys go through every job, and each has its words and its way out.
func TestEveryJobCanBeTakenUp(t *testing.T) {
	p, o, _ := shown(t)
	seen := map[staff.Job]bool{o.Job(): true}
	for range 40 {
		p.list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		seen[o.Job()] = true
		if text := p.title.Text(); text == "" || []rune(text)[0] == '⟦' {
			t.Errorf("%s is called %q", o.Job(), text)
		}
	}
	for _, g := range staff.JobGroups {
		for _, j := range g.Jobs {
			if !seen[j] {
				t.Errorf("the keys do not lead to %s", j)
			}
		}
	}
}

// A paper is saved where the user says, and what was made is offered.
func TestAPaperIsSavedWhereTheUserSays(t *testing.T) {
	p, o, folder := shown(t)
	if len(o.Gaps(o.Job())) == 0 || len(p.gaps.Objects) == 0 {
		t.Error("nobody says that the proposal has no number")
	}
	path, name := filepath.Join(folder, "out.pdf"), ""
	p.Save = func(offered string, done func(string)) { name = offered; done(path) }
	test.Tap(p.save)
	made, ok := o.Made()
	if !ok || made.Path != path || name != "目录.pdf" || !p.after.Visible() {
		t.Errorf("made %+v as %q, notice %v", made, name, p.d.Notice())
	}
	opened := ""
	p.Open = func(path string) { opened = path }
	if b := buttons(p)["打开"]; b == nil {
		t.Error("what was made cannot be opened")
	} else if test.Tap(b); opened != path {
		t.Errorf("opened %q", opened)
	}
}

// Personal data goes only when somebody has read what goes, and has archived or
// said that they do not want to.
func TestScrubbingIsAskedTwice(t *testing.T) {
	p, o, folder := shown(t)
	o.TakeUp(staff.ScrubJob)
	do := buttons(p)["清除"]
	if do == nil || !do.Disabled() {
		t.Fatal("it can be done at once")
	}
	check := func(words string) {
		for _, x := range test.LaidOutObjects(p.object) {
			if c, ok := x.(*widget.Check); ok && c.Text == words {
				c.SetChecked(true)
			}
		}
	}
	check("我已看过上面的说明，清除后不能恢复")
	if !do.Disabled() {
		t.Error("it can be done although nothing was archived")
	}
	o.TakeUp(staff.ArchiveJob)
	p.Save = func(_ string, done func(string)) { done(filepath.Join(folder, "a.dba")) }
	test.Tap(p.save)
	o.TakeUp(staff.ScrubJob)
	do = buttons(p)["清除"]
	if !do.Disabled() {
		t.Error("what was ticked before is still ticked")
	}
	check("我已看过上面的说明，清除后不能恢复")
	test.Tap(do)
	if e := o.Book().Entries[0]; e.Proposal.Deputy.Phone != "" || e.Proposal.Deputy.Name != "测试代表甲" {
		t.Errorf("left %+v, notice %v", e.Proposal.Deputy, p.d.Notice())
	}
}
