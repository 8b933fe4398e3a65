package margin

import (
	"testing"

	"fyne.io/fyne/v2"
)

// Cards whose middles lie at 50, 150, 250 and 350.
func TestWhereACardIsDropped(t *testing.T) {
	for _, tt := range []struct {
		name   string
		i      int
		lifted float32
		want   int
	}{
		{"a little", 1, 40, 0},
		{"past the next", 1, 101, 1},
		{"to the end", 0, 900, 3},
		{"past the one before", 2, -101, -1},
		{"to the start", 3, -400, -3},
		{"nowhere", 0, -50, 0},
	} {
		if got := dropAt([]float32{50, 150, 250, 350}, tt.i, tt.lifted); got != tt.want {
			t.Errorf("%s: %d, want %d", tt.name, got, tt.want)
		}
	}
}

func TestPointsAreDragged(t *testing.T) {
	p, d := open(t, t.TempDir())
	mark(t, d)
	for _, r := range d.NoteRows(p.view) {
		d.JotIn(r.Note.ID, r.Note.Anchor.Quote[:6]).Do()
		d.EndNote()
		d.ChoosePoint(r.Note.ID).Do()
	}
	p.show(true)
	rows := d.OutlineRows()
	first, last := p.speech.points[rows[0].Note], p.speech.points[rows[2].Note]
	down := last.box.Position().Y - first.box.Position().Y
	first.grip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, down/2)})
	first.grip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, down/2+20)})
	if cards := p.speech.rows.Objects; len(cards) != 3 || cards[2] != first.box {
		t.Error("the card that is dragged is not drawn over the others")
	}
	first.grip.DragEnd()
	if got := d.OutlineRows(); got[2].Note != rows[0].Note || got[0].Note != rows[1].Note {
		t.Errorf("the first was dragged to the end: %v", got)
	}
	d.Undo().Do()
	p.speech.points[rows[1].Note].grip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	if got := d.OutlineRows(); got[0].Note != rows[1].Note {
		t.Errorf("the second went up: %v", got)
	}
	p.speech.points[rows[1].Note].grip.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	before := p.speech.points[rows[0].Note].box.Position()
	moved := p.speech.points[rows[0].Note]
	moved.grip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, 5)})
	moved.grip.DragEnd()
	if moved.box.Position() != before || d.OutlineRows()[0].Note != rows[0].Note {
		t.Error("a card that was hardly moved does not lie where it lay")
	}
}
