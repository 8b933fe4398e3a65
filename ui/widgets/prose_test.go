package widgets

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// reading returns a pane of 600×400 pixels that shows blocks.
func reading(t testing.TB, blocks []Block) (*Prose, fyne.Window) {
	t.Helper()
	look(t, Light)
	p := NewProse()
	win := window(t, p, 600, 400)
	p.SetBlocks(blocks)
	return p, win
}

// long is a text of n paragraphs of 200 characters.
func long(n int) []Block {
	blocks := make([]Block, n)
	for i := range blocks {
		blocks[i] = Block{ID: fmt.Sprint(i), Indent: true, Text: strings.Repeat("建设宜居城市，新建公共充电桩580个，增长6.5%。", 8)}
	}
	return blocks
}

// mouse returns an event in the middle of the character at a position.
func mouse(p *Prose, at Position) *desktop.MouseEvent {
	pos, size := p.CellOf(at)
	ev := &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = pos.AddXY(size.Width/2, size.Height/2)
	return ev
}

func TestClicksAreCounted(t *testing.T) {
	p, _ := reading(t, speech)
	clock := time.Unix(0, 0)
	p.now = func() time.Time { return clock }
	var told []string
	p.OnTap = func(at Position, mod fyne.KeyModifier) { told = append(told, fmt.Sprint("once ", at, " ", mod)) }
	p.OnDouble = func(at Position) { told = append(told, fmt.Sprint("twice ", at)) }
	p.OnTriple = func(at Position) { told = append(told, fmt.Sprint("thrice ", at)) }
	p.OnBeside = func() { told = append(told, "beside") }
	at := Position{4, len("提升服务")}
	for range 3 {
		p.MouseDown(mouse(p, at))
		p.MouseUp(mouse(p, at))
		clock = clock.Add(50 * time.Millisecond)
	}
	clock = clock.Add(time.Second)
	ev := mouse(p, at)
	ev.Modifier = fyne.KeyModifierShift
	p.MouseDown(ev)
	p.MouseUp(ev)
	ev = &desktop.MouseEvent{Button: desktop.MouseButtonPrimary}
	ev.Position = fyne.NewPos(3, 200)
	p.MouseDown(ev)
	p.MouseUp(ev)
	want := "once {4 12} 0, twice {4 12}, thrice {4 12}, once {4 12} 1, beside"
	if got := strings.Join(told, ", "); got != want {
		t.Errorf("told %s, want %s", got, want)
	}
}

func TestDraggingSelectsAcrossBlocks(t *testing.T) {
	p, win := reading(t, speech)
	told := ""
	p.OnDrag = func(from, to Position) { told = fmt.Sprint(from, to) }
	from, to := Position{3, len("（四）")}, Position{4, len("提升服务")}
	down := mouse(p, from)
	down.Position.X -= down.Position.X - func() float32 { at, _ := p.CellOf(from); return at.X + 1 }()
	p.MouseDown(down)
	drag := &fyne.DragEvent{}
	at, _ := p.CellOf(to)
	drag.Position = at.AddXY(1, 5)
	p.Dragged(drag)
	p.DragEnd()
	want := "注重内外兼修，提升城市品质\n提升服务"
	if got := p.SelectedText(); got != want || told != fmt.Sprint(from, to) {
		t.Errorf("selected %q and told %s, want %q and %v%v", got, told, want, from, to)
	}
	clip := test.NewClipboard()
	win.Canvas().Focus(p)
	p.TypedShortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if clip.Content() != want {
		t.Errorf("copied %q, want %q", clip.Content(), want)
	}
}

func TestThePlaceStaysWhenTheTextChangesItsSize(t *testing.T) {
	p, _ := reading(t, long(100))
	p.ScrollTo(Position{Block: 60})
	for _, zoom := range []int{150, 80, 250, 100} {
		if p.SetZoom(zoom); p.TopPosition().Block != 60 {
			t.Errorf("at %d %% block %d is at the top, want 60", zoom, p.TopPosition().Block)
		}
	}
	for _, width := range []float32{900, 320, 600} {
		if p.Resize(fyne.NewSize(width, 400)); p.TopPosition().Block != 60 {
			t.Errorf("%v pixels wide block %d is at the top, want 60", width, p.TopPosition().Block)
		}
	}
}

func TestRevealMovesOnlyWhenItMust(t *testing.T) {
	p, _ := reading(t, long(100))
	moved := 0
	p.OnScrolled = func() { moved++ }
	if p.Reveal(Position{0, 30}); moved != 0 || p.TopPosition() != (Position{}) {
		t.Errorf("moved %d times to %v for what is in view", moved, p.TopPosition())
	}
	p.Reveal(Position{80, 300})
	at, size := p.CellOf(Position{80, 300})
	if moved != 1 || at.Y < 100 || at.Y+size.Height > 300 {
		t.Errorf("moved %d times, what is looked for is at %v", moved, at.Y)
	}
	p.ScrollTo(Position{Block: 1000})
	if most := p.most(); p.top != most {
		t.Errorf("beyond the end the view is at %v, want %v", p.top, most)
	}
}

func TestKeysScroll(t *testing.T) {
	p, win := reading(t, long(100))
	win.Canvas().Focus(p)
	for _, tt := range []struct {
		do   func()
		name string
		want func(before float32) bool
	}{
		{func() { p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) }, "Down", func(b float32) bool { return p.top > b && p.top < b+100 }},
		{func() { p.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) }, "Space", func(b float32) bool { return p.top > b+300 && p.top < b+400 }},
		{func() { p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageUp}) }, "PageUp", func(b float32) bool { return p.top < b-300 }},
		{func() { p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd}) }, "End", func(float32) bool { return p.top == p.most() }},
		{func() { p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyHome}) }, "Home", func(float32) bool { return p.top == 0 }},
	} {
		before := p.top
		if tt.do(); !tt.want(before) {
			t.Errorf("%s moved the view from %v to %v", tt.name, before, p.top)
		}
	}
	if !p.ring {
		t.Error("no ring shows where the keyboard is")
	}
}

func TestMarksBeyondTheTextAreDropped(t *testing.T) {
	p, _ := reading(t, speech)
	p.SetMarks([]Mark{{0, 3, 9, MarkHit}, {99, 0, 3, MarkHit}, {1, 5, 5, MarkHit}, {-1, 0, 3, MarkHit}, {2, 0, 9999, MarkStyle(77)}, {3, 0, 9999, MarkPink}})
	if n := len(p.marks.marks); n != 2 {
		t.Errorf("%d marks are kept, want 2: %v", n, p.marks.marks)
	}
	if m := p.marks.of(3); len(m) != 1 || int(m[0].end) != len([]rune(speech[3].Text)) {
		t.Errorf("the mark that is too long became %v", m)
	}
}

// TestAMarkNeverMovesTheText: the bold weight of a target is set into the room
// of the regular one.
func TestAMarkNeverMovesTheText(t *testing.T) {
	p, _ := reading(t, speech)
	b := &p.flow.blocks[4]
	var plain, marked []run
	for ln := range b.lines {
		plain = runs(plain, b, ln, nil, p.flow.bold)
	}
	i := strings.Index(b.text, "3000")
	p.SetMarks([]Mark{{4, i, i + len("3000个"), MarkTarget}})
	for ln := range b.lines {
		marked = runs(marked, b, ln, p.marks.of(4), p.flow.bold)
	}
	// each run after the mark begins where that character began before
	for _, r := range marked {
		ln := b.lineOf(r.start)
		if x := b.x(ln, r.start); r.x-x > 0.05 || x-r.x > 0.05 {
			t.Errorf("%q is drawn at %v em, its place is %v", b.text[b.offs[r.start]:b.offs[r.end]], r.x, x)
		}
	}
	if len(marked) <= len(plain) {
		t.Errorf("%d runs with the mark, %d without", len(marked), len(plain))
	}
}

func TestProseLooksLikeThis(t *testing.T) {
	p, win := reading(t, speech[:4])
	win.Resize(fyne.NewSize(420, 260))
	p.SetMarks([]Mark{{2, 0, len("二、"), MarkYellow}, {2, len("二、二〇"), len("二、二〇二四年"), MarkTarget}, {3, 0, len("（四）"), MarkHitNow}})
	p.SetSelection(Position{1, 0}, Position{1, len("（报纸")})
	test.AssertRendersToMarkup(t, "prose.xml", win.Canvas())
}

// A hundred thousand characters, as many as ten reports.

func BenchmarkScrollStep(b *testing.B) {
	p, _ := reading(b, long(500))
	p.Resize(fyne.NewSize(900, 700))
	down := true
	for b.Loop() {
		if p.top >= p.most() || p.top <= 0 {
			down = p.top <= 0
		}
		dy := float32(-20)
		if !down {
			dy = 20
		}
		p.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: dy}})
	}
}

func BenchmarkRelayout(b *testing.B) {
	p, _ := reading(b, long(500))
	for i := 0; b.Loop(); i++ {
		p.Resize(fyne.NewSize(float32(500+i%2*200), 700))
	}
}

func BenchmarkSetBlocks(b *testing.B) {
	blocks := long(500)
	p, _ := reading(b, blocks)
	for b.Loop() {
		p.SetBlocks(blocks)
	}
}
