package widgets

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// An Editor is for writing long Chinese text. Lines break as in print, a key
// costs the same in the fifth thousand of characters as in the first, and undo
// takes back a clause at a time. Fyne's Entry measures a whole paragraph again
// for every key, which is felt from a thousand characters on.
//
// Its names are those of a Field, save that Text is a method and SetText tells
// nobody. All callbacks may be nil, and run on the UI goroutine.
type Editor struct {
	widget.BaseWidget

	// OnChanged is called with the whole text after the person changed it.
	OnChanged func(text string)

	// OnCursorChanged is called when the caret is at another place of e: to keep
	// it in view, and to lead an input method there.
	OnCursorChanged func()

	// OnGrow is called when e would like to be higher or lower than it was.
	OnGrow func()

	// OnFocus and OnBlur are called when the keyboard comes and leaves.
	OnFocus, OnBlur func()

	// OnKey sees every key before the Editor does and says whether it took it.
	OnKey func(*fyne.KeyEvent) bool

	// Tidy makes of pasted text what should stand there. It is a step of its
	// own: one undo gives back what was copied, as it was.
	Tidy func(text string) string

	m           *manuscript
	hint        string
	least, most int     // rows
	top         float32 // pixels of the text above the view
	goal        float32 // em the caret would like to be at, going up and down; <0: where it is

	hits      []stretch // shown as found, in order
	composing *composition
	bar       *scrollBar
	wheel     *wheel
	focused   bool
	shift     bool
	press     pen
	shown     caretAt // where the caret was when OnCursorChanged was called
	lines     int     // when OnGrow was called

	now func() time.Time
}

// A caretAt is a place of the caret on the screen.
type caretAt struct{ x, y float32 }

const (
	// editorLeading is the height of a line in em: text that is written is
	// looked at in pieces, so that it stands closer than text that is read.
	editorLeading = 1.65
	// editorSpace is the room around the text, in pixels.
	editorSpace = 8
	// caretWidth is how thick the caret is, in pixels. It does not blink: a
	// mark that comes and goes is harder to find than one that stays.
	caretWidth = 2
)

// NewEditor returns an empty editor that is as high as its text, between least
// and most rows. With most 0 it is always least rows high and scrolls.
func NewEditor(least, most int) *Editor {
	e := &Editor{least: max(least, 1), most: most, goal: -1, now: time.Now, composing: newComposition()}
	e.bar = newScrollBar(e.scrollTo)
	e.wheel = newWheel(func(dy float32) { e.scrollTo(e.top - 2*dy) })
	e.ExtendBaseWidget(e)
	e.m = newManuscript(faceOf(e.Theme(), false))
	return e
}

// Text returns the whole text; paragraphs end in a line feed.
func (e *Editor) Text() string { return e.m.string() }

// SetText replaces the text, unless it is the same, and forgets what could be
// undone. The caret is at the start. OnChanged is not called.
func (e *Editor) SetText(text string) {
	if text == e.m.string() {
		return
	}
	e.m.setText(text)
	e.goal, e.top, e.hits = -1, 0, nil
	e.settle()
}

// Insert puts text in the place of the selection, or at the caret, as one step
// that can be undone. OnChanged is called.
func (e *Editor) Insert(text string) {
	e.m.seal()
	e.m.insert(text)
	e.changed()
}

// SetPlaceHolder sets the grey words that stand in an empty editor.
func (e *Editor) SetPlaceHolder(text string) {
	e.hint = text
	e.Refresh()
}

// SetRows changes how high the editor may be; see NewEditor.
func (e *Editor) SetRows(least, most int) {
	e.least, e.most = max(least, 1), most
	e.settle()
}

// Select selects bytes [start, end) of the text and brings them into view;
// equal ends put the caret there.
func (e *Editor) Select(start, end int) {
	e.m.moveTo(e.m.spotAt(start), false)
	e.m.moveTo(e.m.spotAt(end), true)
	e.goal = -1
	e.settle()
}

// Selection returns which bytes are selected; equal ends are the caret.
func (e *Editor) Selection() (start, end int) {
	from, to := e.m.selection()
	return e.m.offset(from), e.m.offset(to)
}

// SelectedText returns the selected text.
func (e *Editor) SelectedText() string { return e.m.between(e.m.selection()) }

// Undo takes back one step; Redo does it again. OnChanged is called.
func (e *Editor) Undo() {
	if e.m.undo() {
		e.changed()
	}
}

// Redo does again what was undone last.
func (e *Editor) Redo() {
	if e.m.redo() {
		e.changed()
	}
}

// CursorPosition returns the top left of the caret, relative to e.
func (e *Editor) CursorPosition() fyne.Position {
	line := e.m.tops[e.m.caret.para] + e.m.caretLine()
	return fyne.NewPos(editorSpace+e.m.caretX()*e.em(), editorSpace+float32(line)*e.lineHeight()-e.top)
}

// LineHeight is the height of one line, and of the caret's, in pixels.
func (e *Editor) LineHeight() float32 { return e.lineHeight() }

// HeightFor returns how high e would like to be if it were width wide.
func (e *Editor) HeightFor(width float32) float32 {
	was := e.m.width
	e.m.fit(e.columns(width), e.m.face)
	n := e.m.lines()
	e.m.fit(was, e.m.face)
	return e.heightOf(n)
}

func (e *Editor) em() float32 { return e.Theme().Size(theme.SizeNameText) }

func (e *Editor) lineHeight() float32 {
	return float32(math.Round(float64(e.em() * editorLeading)))
}

// columns is how many em a line of an editor of width pixels has. To the right
// there is room for a comma that hangs.
func (e *Editor) columns(width float32) float32 {
	em := e.em()
	room := width - editorSpace - max(em, barWidth) - 2
	return max(4, float32(math.Floor(float64(room/em*4)))/4)
}

func (e *Editor) heightOf(lines int) float32 {
	rows := e.least
	if e.most > e.least {
		rows = min(max(lines, e.least), e.most)
	}
	return float32(rows)*e.lineHeight() + 2*editorSpace
}

// mostTop is how far down the view may go.
func (e *Editor) mostTop() float32 {
	return max(0, float32(e.m.lines())*e.lineHeight()+2*editorSpace-e.Size().Height)
}

func (e *Editor) scrollTo(top float32) {
	if top = min(max(top, 0), e.mostTop()); top != e.top {
		e.top = top
		e.Refresh()
	}
}

// reveal scrolls so that the caret is in view.
func (e *Editor) reveal() {
	y := e.CursorPosition().Y + e.top
	switch h := e.lineHeight(); {
	case y-editorSpace < e.top:
		e.top = y - editorSpace
	case y+h+editorSpace > e.top+e.Size().Height:
		e.top = y + h + editorSpace - e.Size().Height
	}
	e.top = min(max(e.top, 0), e.mostTop())
}

// changed follows a change that the person made.
func (e *Editor) changed() {
	e.goal, e.hits = -1, e.hits[:0]
	e.settle()
	if e.OnChanged != nil {
		e.OnChanged(e.m.string())
	}
}

// settle shows what is now there, and tells where the caret is and that the
// height has changed.
func (e *Editor) settle() {
	if e.Size().Height > 0 {
		e.reveal()
	}
	e.Refresh()
	if n := e.m.lines(); n != e.lines {
		grew := e.heightOf(n) != e.heightOf(e.lines)
		if e.lines = n; grew && e.OnGrow != nil {
			e.OnGrow()
		}
	}
	at := e.CursorPosition()
	if now := (caretAt{at.X, at.Y + e.top}); now != e.shown {
		e.shown = now
		if e.OnCursorChanged != nil {
			e.OnCursorChanged()
		}
	}
}
