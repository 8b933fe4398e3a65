package ui

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"deputydesk/assets"
	"deputydesk/search"
	"deputydesk/ui/desk"
	"deputydesk/ui/finder"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// searching is a window whose pauses pass when rest is called.
func searching(t *testing.T, folder string) (v *Window, rest func()) {
	t.Helper()
	var pauses []*func()
	rest = func() {
		due := pauses
		pauses = nil
		for _, f := range due {
			if *f != nil {
				(*f)()
			}
		}
	}
	a := test.NewTempApp(t)
	d := desk.Open(desk.Settings{Folder: folder, After: func(_ time.Duration, f func()) func() {
		pauses = append(pauses, &f)
		return func() { f = nil }
	}})
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	v = New(a, d, assets.Language(assets.Chinese))
	v.win.Resize(fyne.NewSize(1366/1.25, 768/1.25))
	v.Show()
	return v, rest
}

// typeIn types a query over what stands in the box.
func typeIn(v *Window, query string) {
	v.search()
	test.Type(v.bar.search, query)
}

// pick clicks a word that can be seen in the window or above it.
func pick(t *testing.T, v *Window, word string) {
	t.Helper()
	under := []fyne.CanvasObject{v.win.Canvas().Content()}
	if top := v.win.Canvas().Overlays().Top(); top != nil {
		under = append(under, top)
	}
	for _, o := range under {
		var found *finder.Picks
		at := -1
		walk(o, func(o fyne.CanvasObject) {
			if p, ok := o.(*finder.Picks); ok && found == nil {
				if at = slices.IndexFunc(p.Words(), func(w string) bool { return strings.HasPrefix(w, word) }); at >= 0 {
					found = p
				}
			}
		})
		if found != nil {
			found.OnPick(at)
			return
		}
	}
	t.Fatalf("no word %q to click", word)
}

// covered reports whether the pane of search can be seen.
func covered(v *Window) bool {
	seen := false
	walk(v.win.Canvas().Content(), func(o fyne.CanvasObject) { seen = seen || o == v.found.Object() })
	return seen
}

func press(v *Window, keys ...fyne.KeyName) {
	for _, key := range keys {
		if f := v.win.Canvas().Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: key})
			continue
		}
		v.win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key})
	}
}

func TestTypingListsAndKeepsTheKeyboard(t *testing.T) {
	v, rest := searching(t, "")
	v.desk.Turn(desk.Aims)
	v.search()
	for _, r := range "充电桩" {
		test.Type(v.bar.search, string(r))
		if v.win.Canvas().Focused() != v.bar.search {
			t.Fatalf("after %c the keyboard is at %T", r, v.win.Canvas().Focused())
		}
	}
	if len(v.desk.Finds().Rows) == 0 || v.desk.Page() != desk.Reading || !covered(v) {
		t.Errorf("%d rows, page %s, shown %v", len(v.desk.Finds().Rows), v.desk.Page(), covered(v))
	}
	rest()
	if f := v.desk.Finds(); f.Answer.Query != "充电桩" || v.bar.search.Text != "充电桩" {
		t.Errorf("answered %q, the box holds %q", f.Answer.Query, v.bar.search.Text)
	}
	v.desk.Turn(desk.Margin)
	typeIn(v, "双汇")
	v.desk.Turn(desk.Aims) // before the answer is here
	rest()
	if v.desk.Page() != desk.Aims {
		t.Errorf("a late answer turned to page %s", v.desk.Page())
	}
}

func TestKeysOfTheSearchBox(t *testing.T) {
	v, rest := searching(t, "")
	typeIn(v, "就业")
	rest()
	n := len(v.desk.Finds().Rows)
	if n < 4 {
		t.Fatalf("%d rows", n)
	}
	for i, tt := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyReturn, 0}, {fyne.KeyReturn, 1}, {fyne.KeyDown, 2}, {fyne.KeyF3, 3}, {fyne.KeyUp, 2},
		{fyne.KeyUp, 1}, {fyne.KeyUp, 0}, {fyne.KeyUp, n - 1}, {fyne.KeyDown, 0},
	} {
		press(v, tt.key)
		if f := v.desk.Finds(); f.Now != tt.want || v.win.Canvas().Focused() != v.bar.search {
			t.Fatalf("key %d, %s: at %d, want %d; the keyboard is at %T", i, tt.key, f.Now, tt.want, v.win.Canvas().Focused())
		}
	}
	press(v, fyne.KeyEscape)
	if v.desk.Query() != "" || covered(v) || v.win.Canvas().Focused() == v.bar.search {
		t.Errorf("Escape: query %q, results shown %v", v.desk.Query(), covered(v))
	}
}

func TestFacetsAndOrderInTheWindow(t *testing.T) {
	v, rest := searching(t, "")
	typeIn(v, "幼儿园 或 养老")
	rest()
	if rows := v.desk.Finds().Rows; len(rows) == 0 || rows[0].Past || !rows[0].Planned {
		t.Fatalf("the first of %d rows speaks of last year", len(rows))
	}
	pick(t, v, "按顺序")
	if f := v.desk.Finds(); !f.InOrder || !f.Rows[0].Past {
		t.Errorf("in order %v, the first row of last year %v", f.InOrder, f.Rows[0].Past)
	}
	typeIn(v, "预制菜")
	rest()
	pick(t, v, "目标")
	if f := v.desk.Finds(); f.Kind != search.Targets {
		t.Errorf("facet %q", f.Kind)
	}
	pick(t, v, "全部")
	if f := v.desk.Finds(); f.Kind != "" || f.Rows[0].Kind != search.Reports {
		t.Errorf("facet %q, the first row a %s", f.Kind, f.Rows[0].Kind)
	}
}

func TestANearWordIsPutInTheBox(t *testing.T) {
	v, rest := searching(t, "")
	typeIn(v, "充电柱")
	rest()
	pick(t, v, "充电桩")
	rest()
	if f := v.desk.Finds(); v.bar.search.Text != "充电桩" || len(f.Rows) == 0 || v.win.Canvas().Focused() != v.bar.search {
		t.Errorf("the box holds %q, %d rows, the keyboard is at %T", v.bar.search.Text, len(f.Rows), v.win.Canvas().Focused())
	}
}

func TestAMalformedQueryLeavesTypingInPeace(t *testing.T) {
	v, rest := searching(t, "")
	typeIn(v, "双汇 (")
	rest()
	if f := v.desk.Finds(); f.Wrong == nil || !v.strips.notice.Hidden {
		t.Errorf("wrong %v, notice hidden %v", f.Wrong, v.strips.notice.Hidden)
	}
	pick(t, v, v.words.Text("finder.help"))
	if v.help == nil || v.help.Hidden {
		t.Fatal("no help is shown")
	}
	v.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !v.help.Hidden || v.desk.Query() == "" {
		t.Errorf("Escape: help hidden %v, query %q", v.help.Hidden, v.desk.Query())
	}
}

func TestHelpPutsExamplesInTheBox(t *testing.T) {
	v, rest := searching(t, "")
	test.Tap(v.bar.help)
	pick(t, v, "≥20%")
	rest()
	if !v.help.Hidden || v.bar.search.Text != "≥20%" || len(v.desk.Finds().Rows) == 0 {
		t.Errorf("help hidden %v, the box holds %q, %d rows", v.help.Hidden, v.bar.search.Text, len(v.desk.Finds().Rows))
	}
	size := v.help.MinSize()
	if room := v.win.Canvas().Size(); size.Width > room.Width || size.Height > room.Height-100 {
		t.Errorf("the help needs %v of %v", size, room)
	}
}

func TestRecentQueriesAreOffered(t *testing.T) {
	v, rest := searching(t, t.TempDir())
	v.search()
	if covered(v) {
		t.Errorf("nothing was looked for, and still the outline is covered")
	}
	typeIn(v, "双汇")
	press(v, fyne.KeyReturn)
	press(v, fyne.KeyEscape)
	if covered(v) {
		t.Errorf("Escape: the outline is covered")
	}
	v.search()
	if !covered(v) {
		t.Fatal("nothing is offered")
	}
	pick(t, v, "双汇")
	rest()
	if v.bar.search.Text != "双汇" || len(v.desk.Finds().Rows) == 0 {
		t.Errorf("the box holds %q, %d rows", v.bar.search.Text, len(v.desk.Finds().Rows))
	}
	press(v, fyne.KeyEscape)
	v.search()
	pick(t, v, v.words.Text("finder.recent.clear"))
	if covered(v) || len(v.desk.Recent()) != 0 {
		t.Errorf("cleared: covered %v, %q", covered(v), v.desk.Recent())
	}
}

func TestTheTableOfSynonyms(t *testing.T) {
	v, rest := searching(t, t.TempDir())
	path, err := v.desk.SynonymTable(v.words.Text("finder.synonyms.header"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("电马儿 = 充电桩\r\n"); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	typeIn(v, "电马儿") // the keyboard comes back to the box: the table is read
	rest()
	if f := v.desk.Finds(); f.Answer.Stage != search.Synonym || len(f.Skipped) != 0 {
		t.Errorf("stage %s, skipped lines %v", f.Answer.Stage, f.Skipped)
	}
}

// After a click on a hit the keyboard is in the box again, where Enter, F3 and
// Escape are understood.
func TestAClickedHitGivesTheKeyboardBack(t *testing.T) {
	v, rest := searching(t, "")
	typeIn(v, "就业")
	rest()
	var rows []*widgets.Row
	walk(v.win.Canvas().Content(), func(o fyne.CanvasObject) {
		if r, ok := o.(*widgets.Row); ok {
			rows = append(rows, r)
		}
	})
	if len(rows) < 3 {
		t.Fatalf("%d rows can be seen", len(rows))
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(rows[2])
	test.TapCanvas(v.win.Canvas(), at.AddXY(40, 30))
	if f := v.desk.Finds(); f.Now < 0 || v.win.Canvas().Focused() != v.bar.search {
		t.Fatalf("at %d, the keyboard is at %T", f.Now, v.win.Canvas().Focused())
	}
	now := v.desk.Finds().Now
	press(v, fyne.KeyF3)
	if next := v.desk.Finds().Now; next == now {
		t.Errorf("F3: still at %d", now)
	}
}

// A key is answered within one frame of a screen, 16 ms, the list drawn.
func BenchmarkKeystroke(b *testing.B) {
	a := test.NewTempApp(b)
	d := desk.Open(desk.Settings{})
	v := New(a, d, assets.Language(assets.Chinese))
	v.win.Resize(fyne.NewSize(1366/1.25, 768/1.25))
	v.Show()
	v.search()
	for i := range b.N {
		v.bar.search.SetText([]string{"发展", "发展规"}[i%2])
	}
}
