package ui

import (
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Every key of the sheet has words in both languages, and means one thing.
func TestTheSheetOfKeysIsWhole(t *testing.T) {
	v := window(t, t.TempDir())
	lines := 0
	for _, g := range v.keyGroups() {
		meaning := map[widgets.Key]string{}
		for _, b := range g.keys {
			if b.Do == nil || len(b.Keys) == 0 {
				t.Errorf("%s: %s does nothing or has no key", g.name, b.Does)
			}
			for _, k := range b.Keys {
				if other, twice := meaning[k]; twice {
					t.Errorf("%s: %s means %s and %s", g.name, k, other, b.Does)
				}
				meaning[k] = b.Does
			}
		}
		for _, l := range g.lines() {
			lines++
			for _, language := range []string{assets.Chinese, assets.English} {
				if words := assets.Language(language).Text(l.does); words == "" || strings.HasPrefix(words, "keys.") {
					t.Errorf("%s: no words for %s (%s)", language, l.does, l.keys)
				}
			}
		}
	}
	if lines < 35 {
		t.Errorf("the sheet has %d lines", lines)
	}
	v.showKeys()
	if v.win.Canvas().Overlays().Top() == nil {
		t.Fatal("the sheet does not open")
	}
	v.typedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if v.win.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the sheet open")
	}
}

// The text is read, selected and marked without a mouse.
func TestReadingByKeyboardAlone(t *testing.T) {
	v := window(t, t.TempDir())
	prose := v.reader.Prose()
	key := func(name fyne.KeyName, mod fyne.KeyModifier) {
		t.Helper()
		o := v.win.Canvas().Focused()
		switch {
		case mod != 0:
			o.(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: mod})
		case o != nil:
			o.TypedKey(&fyne.KeyEvent{Name: name})
		default:
			v.typedKey(&fyne.KeyEvent{Name: name})
		}
	}
	const shift = fyne.KeyModifierShift
	key(fyne.KeyRight, 0) // nothing has the keyboard: the text takes it
	if v.win.Canvas().Focused() != prose {
		t.Fatalf("the keyboard is at %T", v.win.Canvas().Focused())
	}
	first := v.desk.Words()
	key(fyne.KeyRight, 0)
	second := v.desk.Words()
	if first == "" || second == first || !strings.HasSuffix(second, "。") {
		t.Fatalf("the arrow selects %q, then %q", first, second)
	}
	for _, tt := range []struct {
		name fyne.KeyName
		mod  fyne.KeyModifier
		want func(was, is string) bool
	}{
		{fyne.KeyRight, shift, func(was, is string) bool { return len(is) > len(was) && strings.HasPrefix(is, was) }},
		{fyne.KeyLeft, shift, func(was, is string) bool { return len(is) < len(was) && strings.HasPrefix(was, is) }},
		{fyne.KeyRight, shift | widgets.Ctrl, func(was, is string) bool { return len(is) >= len(was)+6 }},
		{fyne.KeyDown, shift, func(was, is string) bool { return len(is) > len(was)+60 && strings.HasPrefix(is, was) }},
		{fyne.KeyUp, shift, func(was, is string) bool { return len(is) < len(was)-60 }},
		{fyne.KeyA, widgets.Ctrl, func(was, is string) bool { return strings.Contains(is, first) && strings.Contains(is, was) }},
	} {
		was := v.desk.Words()
		key(tt.name, tt.mod)
		if is := v.desk.Words(); !tt.want(was, is) {
			t.Errorf("%v: from %q to %q", widgets.Key{Name: tt.name, Mod: tt.mod}, was, is)
		}
	}
	key(fyne.KeyRight, 0)
	prose.TypedRune('3')
	if n := v.desk.Notes(); len(n) != 1 || n[0].Anchor.Quote != v.desk.Words() {
		t.Errorf("3 marks %+v", n)
	}
	prose.TypedShortcut(&fyne.ShortcutUndo{})
	if n := v.desk.Notes(); len(n) != 0 {
		t.Errorf("undo leaves %d notes", len(n))
	}
	key(fyne.KeyReturn, 0)
	if v.win.Canvas().Focused() != v.reader.Note() {
		t.Errorf("Enter takes the keyboard to %T", v.win.Canvas().Focused())
	}
}

// The buttons of the bar and Alt with the arrows lead back and forward.
func TestBackAndForwardInTheWindow(t *testing.T) {
	v := window(t, t.TempDir())
	if !v.bar.back.Disabled() || !v.bar.ahead.Disabled() {
		t.Error("before the first jump the buttons can be pressed")
	}
	prose := v.reader.Prose()
	v.reader.Stops()[0].(interface{ Select(int) }).Select(7)
	there := prose.TopPosition()
	if there.Block == 0 || v.bar.back.Disabled() {
		t.Fatalf("the outline led to %v, back disabled %v", there, v.bar.back.Disabled())
	}
	if v.win.Canvas().Focused() != prose {
		t.Errorf("after a jump the keyboard is at %T", v.win.Canvas().Focused())
	}
	v.bar.back.OnTapped()
	if at := prose.TopPosition(); at.Block != 0 || v.bar.ahead.Disabled() {
		t.Errorf("back leads to %v, forward disabled %v", at, v.bar.ahead.Disabled())
	}
	prose.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
	if at := prose.TopPosition(); at != there {
		t.Errorf("forward leads to %v, want %v", at, there)
	}
	v.desk.Turn(desk.Aims)
	v.desk.GoToTarget(v.desk.Targets(v.desk.Report())[100].ID)
	v.bar.back.OnTapped()
	if v.desk.Page() != desk.Aims {
		t.Errorf("back from a target leads to %s", v.desk.Page())
	}
}

// Three clicks in a row select sentence, word and paragraph, although the
// first opens the right pane and the text moves under the pointer.
func TestClicksInARowMeanTheSamePlace(t *testing.T) {
	v := window(t, t.TempDir())
	prose := v.reader.Prose()
	block := 3 // the first paragraph
	text := prose.Blocks()[block].Text
	cell, size := prose.CellOf(widgets.Position{Block: block, Offset: strings.Index(text, "幼儿园")})
	event := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary,
		PointEvent: fyne.PointEvent{Position: cell.AddXY(size.Width/2, size.Height/2)}}
	for i, want := range []string{"实施39所新改扩建公办幼儿园质量提升工程，义务教育加快均衡发展，高中教育多样化特色化发展。", "公办幼儿园", text} {
		prose.MouseDown(event)
		prose.MouseUp(event)
		if got := v.desk.Words(); got != want {
			t.Errorf("click %d selects %q", i+1, got)
		}
	}
}

// With the keyboard alone one comes from a word that was looked for to a note on
// its sentence, and round the parts of the page, whatever lies over the outline.
func TestFromASearchToANoteByKeys(t *testing.T) {
	v := window(t, t.TempDir())
	c := v.win.Canvas()
	press := func(name fyne.KeyName) { c.Focused().TypedKey(&fyne.KeyEvent{Name: name}) }
	outline, prose := v.reader.Stops()[0], v.reader.Prose()
	c.Focus(v.bar.search)
	for i, want := range []fyne.Focusable{outline, prose, v.bar.search} {
		if press(fyne.KeyF6); c.Focused() != want {
			t.Fatalf("F6, time %d, leads to %T, want %T", i+1, c.Focused(), want)
		}
	}
	v.bar.search.SetText("公共充电桩")
	press(fyne.KeyReturn)
	if press(fyne.KeyF6); c.Focused() != prose {
		t.Fatalf("from the results F6 leads to %T, want the text", c.Focused())
	}
	for range []rune("公共充电桩580个") {
		prose.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierShift})
	}
	if v.desk.Words() != "公共充电桩580个" {
		t.Errorf("Shift with the arrow selects %q, want the words that were found and those behind them", v.desk.Words())
	}
	v.desk.Unselect()
	if press(fyne.KeyReturn); !strings.Contains(v.desk.Words(), "公共充电桩") || c.Focused() != v.reader.Note() {
		t.Errorf("Enter selects %q and leads to %T, want a note on the sentence that was found", v.desk.Words(), c.Focused())
	}
}

// A draft that was just begun waits for its title, and its page begins where the
// messages above it end.
func TestABegunDraftWaitsForItsTitle(t *testing.T) {
	v := window(t, t.TempDir())
	v.reader.Prose().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	v.desk.Press(v.desk.WriteOnSelection(annotate.Suggestion))
	if v.strips.report.Visible() {
		t.Error("the strip about the report stays")
	}
	if got, need := v.strips.object.Size().Height, v.strips.object.MinSize().Height; got != need {
		t.Errorf("the strips take %g, need %g", got, need)
	}
	for _, r := range "关于充电桩的建议" {
		v.win.Canvas().Focused().TypedRune(r)
	}
	if got := v.desk.Draft().Title; got != "关于充电桩的建议" {
		t.Errorf("what is typed goes to %T, the title is %q", v.win.Canvas().Focused(), got)
	}
	v.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyF7})
	button(t, v, v.words.Text("drafts.findings.fold"))
	if v.win.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyP, Modifier: widgets.Ctrl}); v.win.Canvas().Overlays().Top() == nil {
		t.Error("Ctrl+P makes no paper of a draft with gaps, nor asks")
	}
}
