package entries

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// open shows the page with n made-up proposals, in a window of the smallest
// screen at 125 %, less the bars of the window.
func open(t testing.TB, n int) *Page {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(widgets.NewTheme(widgets.Light,
		fyne.NewStaticResource("r.ttf", assets.WindowRegular()), fyne.NewStaticResource("b.ttf", assets.WindowBold())))
	d := desk.Open(desk.Settings{Folder: t.TempDir()})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	d.SetRole(desk.Staff)
	d.Turn(desk.Registering)
	o := staff.New(d)
	if n > 0 {
		if err := o.TakePlenty(n); err != nil {
			t.Fatal(err)
		}
	}
	w := test.NewTempWindow(t, nil)
	p := New(o, assets.Language(assets.Chinese), w)
	d.Changed = p.Changed
	w.SetPadded(false)
	w.SetContent(p.Object())
	w.Resize(fyne.NewSize(1093, 510))
	w.Canvas().Focus(p.ledger)
	return p
}

// entry is the entry in row i as the register has it now.
func (p *Page) entry(t testing.TB, i int) registry.Entry {
	t.Helper()
	e, ok := p.o.Entry(p.rows[i].Entry.Proposal.ID)
	if !ok {
		t.Fatalf("row %d is not in the register", i)
	}
	return e
}

func press(p *Page, names ...fyne.KeyName) {
	for _, n := range names {
		p.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
	}
}

func typed(p *Page, text string) {
	for _, r := range text {
		p.win.Canvas().Focused().TypedRune(r)
	}
}

func TestAnEmptyRegisterSaysWhatToDo(t *testing.T) {
	p := open(t, 0)
	if !p.empty.Visible() || p.none.Visible() {
		t.Error("nobody says how proposals come into the register")
	}
	press(p, fyne.KeyDown, fyne.KeyEnd, fyne.KeySpace) // nothing happens, nothing breaks
	typed(p, "fh")
}

func TestFiltersNarrowAndAreTakenBack(t *testing.T) {
	p := open(t, 120)
	p.sieve.find.SetText("充电桩")
	if len(p.rows) != 12 || p.totals.Text() != "120 件，筛出 12 件" {
		t.Errorf("%d rows, %q", len(p.rows), p.totals.Text())
	}
	p.sieve.menus[1].SetSelectedIndex(1) // the first delegation
	first := p.o.Looking().Delegation
	for _, r := range p.rows {
		if r.Delegation != first || !strings.Contains(r.Title, "充电桩") {
			t.Errorf("row %q of %q", r.Title, r.Delegation)
		}
	}
	p.sieve.find.SetText("没有这样的建议")
	if !p.none.Visible() || p.filledDetail() {
		t.Error("nothing is found and nobody says so")
	}
	test.Tap(p.sieve.reset)
	if len(p.rows) != 120 || p.sieve.find.Text != "" || p.totals.Text() != "共 120 件" {
		t.Errorf("%d rows are back, the box says %q", len(p.rows), p.sieve.find.Text)
	}
}

func (p *Page) filledDetail() bool { return p.detail.filled.Visible() }

// Where a list is narrow the title stays long enough to tell proposals apart: the
// unit goes first, then the category. No column begins before the last one ends.
func TestNarrowListKeepsTheTitle(t *testing.T) {
	for _, tt := range []struct {
		width    float32
		category bool
		unit     bool
	}{
		{1100, true, true},
		{800, true, true},
		{640, true, false},
		{480, false, false},
		{380, false, false},
	} {
		at, wide := places(tt.width)
		if (wide[2] > 0) != tt.category || (wide[3] > 0) != tt.unit {
			t.Errorf("%v: category %v, unit %v wide", tt.width, wide[2], wide[3])
		}
		if wide[1] < 80 {
			t.Errorf("%v: a title of %v", tt.width, wide[1])
		}
		for i := 1; i < len(at); i++ {
			if wide[i-1] > 0 && at[i] < at[i-1]+wide[i-1] {
				t.Errorf("%v: column %d begins at %v, the one before ends at %v", tt.width, i, at[i], at[i-1]+wide[i-1])
			}
		}
	}
}

func TestSortingByAHead(t *testing.T) {
	p := open(t, 40)
	test.Tap(p.heads[1])
	for i := 1; i < len(p.rows); i++ {
		if p.rows[i-1].Title > p.rows[i].Title {
			t.Fatalf("%q stands before %q", p.rows[i-1].Title, p.rows[i].Title)
		}
	}
	if p.heads[1].words.Text() != "标题 ↑" {
		t.Errorf("the head says %q", p.heads[1].words.Text())
	}
}

// Everything of the list is done with keys, and one step takes a decision about
// several back.
func TestTheListByKeyboard(t *testing.T) {
	p := open(t, 30)
	p.o.SetWho("测试经办乙")
	press(p, fyne.KeyDown, fyne.KeyDown)
	if p.ledger.at != 2 || p.detail.id != p.rows[2].Entry.Proposal.ID {
		t.Fatalf("the cursor is at %d, the detail shows %s", p.ledger.at, p.detail.id)
	}
	press(p, fyne.KeySpace, fyne.KeySpace) // chooses 2 and 3, the cursor goes on
	typed(p, "kK")
	if got := p.ledger.count(); got != 2 || !p.bulk.box.Visible() || p.ledger.at != 2 {
		t.Fatalf("%d are chosen, the bar is there: %v, the cursor is at %d", got, p.bulk.box.Visible(), p.ledger.at)
	}
	p.d.Tell(p.o.Classify("农业农村", p.ledger.subjects()...))
	if p.entry(t, 2).Category != "农业农村" || p.entry(t, 3).Category != "农业农村" || p.entry(t, 4).Category != "" {
		t.Error("others were filed than were chosen")
	}
	p.d.Press(p.d.Undo())
	if p.entry(t, 2).Category != "" || p.entry(t, 3).Category != "" {
		t.Error("one step does not take it back")
	}
	p.ledger.TypedShortcut(&fyne.ShortcutSelectAll{})
	if p.ledger.count() != 30 {
		t.Errorf("%d are chosen of all", p.ledger.count())
	}
	press(p, fyne.KeyEscape)
	if p.ledger.count() != 0 || p.bulk.box.Visible() {
		t.Error("Escape leaves some chosen")
	}
	press(p, fyne.KeyEnd)
	if p.ledger.at != 29 {
		t.Errorf("the last is 29, not %d", p.ledger.at)
	}
	typed(p, "/")
	if !focused(p, p.sieve.find) {
		t.Error("/ does not lead to the filter")
	}
}

// Who decides is asked once and stands in the journal.
func TestTheClerkIsAskedOnce(t *testing.T) {
	p := open(t, 3)
	p.detail.decision.category.SetSelected("教科文卫")
	if p.entry(t, 0).Category != "" || p.win.Canvas().Overlays().Top() == nil {
		t.Fatal("something was decided before anybody said a name")
	}
	typed(p, "测试经办丙")
	press(p, fyne.KeyReturn)
	e := p.entry(t, 0)
	if e.Category != "教科文卫" || e.Journal[len(e.Journal)-1].Who != "测试经办丙" {
		t.Errorf("filed under %q by %q", e.Category, e.Journal[len(e.Journal)-1].Who)
	}
	p.detail.decision.category.SetSelected("社会建设")
	if p.win.Canvas().Overlays().Top() != nil || p.entry(t, 0).Category != "社会建设" {
		t.Error("the name is asked for again")
	}
}

// What is decided in the detail is written down field by field.
func TestDecisionsBesideTheText(t *testing.T) {
	p := open(t, 8)
	p.o.SetWho("测试经办丁")
	c := p.detail.decision
	p.win.Canvas().Focus(c.host.field)
	test.Type(c.host.field, "教育")
	if len(c.host.put) == 0 || c.host.put[0] != "市教育局" {
		t.Fatalf("put forward: %q", c.host.put)
	}
	press(p, fyne.KeyReturn)
	if e := p.entry(t, 0); e.Host != "市教育局" || len(e.Cohosts) != 1 {
		t.Errorf("host %q, helpers %q", e.Host, e.Cohosts)
	}
	c.cohosts.field.SetText("市财政局、公安")
	c.cohosts.submit()
	if e := p.entry(t, 0); len(e.Cohosts) != 2 || e.Cohosts[1] != "市公安局" {
		t.Errorf("helpers %q", e.Cohosts)
	}
	c.focus.SetChecked(true)
	c.leader.SetText("测试副主任")
	c.leader.OnSubmitted("")
	if e := p.entry(t, 0); !e.Focus || e.Leader != "测试副主任" {
		t.Errorf("supervised %v by %q", e.Focus, e.Leader)
	}
	// Leaving the session's business is asked first, and can be thought better of.
	c.state.SetSelected(string(registry.Withdrawn))
	if p.entry(t, 0).State != registry.Registered || p.win.Canvas().Overlays().Top() == nil {
		t.Error("it was withdrawn without a question")
	}
	p.win.Canvas().Overlays().Top().Hide()
	c.state.SetSelected(string(registry.Filed))
	if p.entry(t, 0).State != registry.Filed {
		t.Errorf("state %s", p.entry(t, 0).State)
	}
	for tab := textTab; tab <= journalTab; tab++ {
		p.detail.turn(tab)
		if len(p.detail.content.Objects) == 0 {
			t.Errorf("tab %d is empty", tab)
		}
	}
	last := p.entry(t, 0).Journal
	if said := p.o.SayChange(p.w, last[len(last)-1]); said != "状态：登记 → 立案" {
		t.Errorf("the journal says %q", said)
	}
}

// A wrong field of the sheet is put right beside what was handed in, in a dialog.
func TestTheSheetIsPutRight(t *testing.T) {
	p := open(t, 2)
	p.o.SetWho("测试经办壬")
	p.detail.turn(sheetTab)
	p.askMend(p.rows[0].Entry.Proposal.ID, staff.Field{Key: "deputy.phone", Was: "13800000000", Now: "13800000000"})
	p.win.Canvas().Focused().(*widgets.Field).SetText("13900000000")
	press(p, fyne.KeyReturn)
	e := p.entry(t, 0)
	if e.Sheet().Deputy.Phone != "13900000000" || e.Proposal.Deputy.Phone != "13800000000" {
		t.Errorf("the sheet says %s, handed in was %s", e.Sheet().Deputy.Phone, e.Proposal.Deputy.Phone)
	}
	if !p.rows[0].Has(staff.Mended) {
		t.Error("the list does not say so")
	}
}
