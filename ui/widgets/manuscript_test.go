package widgets

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// grid is a face in which every rune is one em wide, ASCII half an em, and an
// accent nothing; it needs no font.
func grid() *face {
	return &face{
		adv: map[rune]float32{}, kerns: map[[2]rune]float32{}, tall: 1.4, base: 1.1,
		measure: func(s string) (w float32) {
			for _, r := range s {
				switch {
				case r == '\u0301', r == '\U000E0100':
				case r < 0x7f:
					w += 0.5
				default:
					w++
				}
			}
			return w
		},
	}
}

// written returns a manuscript of columns em holding text, where | is the caret
// and, if there are two, the selection.
func written(columns float32, text string) *manuscript {
	m := newManuscript(grid())
	m.fit(columns, m.face)
	parts := strings.Split(text, "|")
	m.setText(strings.Join(parts, ""))
	m.moveTo(m.spotAt(len(parts[0])), false)
	if len(parts) == 3 {
		m.moveTo(m.spotAt(len(parts[0])+len(parts[1])), true)
	}
	return m
}

// drawn is the opposite of written.
func drawn(m *manuscript) string {
	from, to := m.selection()
	s := m.string()
	a, z := m.offset(from), m.offset(to)
	if a == z {
		return s[:a] + "|" + s[a:]
	}
	return s[:a] + "|" + s[a:z] + "|" + s[z:]
}

// The caret stands at |.
func TestTheCaretTravels(t *testing.T) {
	for _, tt := range []struct {
		name, before string
		do           func(*manuscript)
		after        string
	}{
		{"a character on", "新|增绿地", func(m *manuscript) { m.moveTo(m.next(m.caret), false) }, "新增|绿地"},
		{"into the next paragraph", "新增|\n绿地", func(m *manuscript) { m.moveTo(m.next(m.caret), false) }, "新增\n|绿地"},
		{"back into the last", "新增\n|绿地", func(m *manuscript) { m.moveTo(m.previous(m.caret), false) }, "新增|\n绿地"},
		{"never beyond the ends", "新增|", func(m *manuscript) { m.moveTo(m.next(m.caret), false) }, "新增|"},
		{"over an accent", "e\u0301|x", func(m *manuscript) { m.moveTo(m.previous(m.caret), false) }, "|e\u0301x"},
		{"over a rare character", "|𫍯𠮷x", func(m *manuscript) { m.moveTo(m.next(m.caret), false) }, "𫍯|𠮷x"},
		{"over a variant of a name", "葛\U000E0100|x", func(m *manuscript) { m.moveTo(m.previous(m.caret), false) }, "|葛\U000E0100x"},
		{"a variant is erased whole", "x葛\U000E0100|", func(m *manuscript) { m.erase(m.previous(m.caret)) }, "x|"},
		{"a clause on", "新增|绿地，充电桩", func(m *manuscript) { m.moveTo(m.wordAfter(m.caret), false) }, "新增绿地|，充电桩"},
		{"a clause back", "新增绿地，充电|桩", func(m *manuscript) { m.moveTo(m.wordBefore(m.caret), false) }, "新增绿地，|充电桩"},
		{"a number is a word", "新增|580个", func(m *manuscript) { m.moveTo(m.wordAfter(m.caret), false) }, "新增580|个"},
		{"down a line", "新|增绿地充电桩", func(m *manuscript) { m.moveLines(1, m.caretX(), false) }, "新增绿地充|电桩"},
		{"up a line", "新增绿地充|电桩", func(m *manuscript) { m.moveLines(-1, m.caretX(), false) }, "新|增绿地充电桩"},
		{"up from the first", "新增|绿地", func(m *manuscript) { m.moveLines(-1, m.caretX(), false) }, "|新增绿地"},
		{"down from the last", "新|增绿地", func(m *manuscript) { m.moveLines(1, m.caretX(), false) }, "新增绿地|"},
		{"selecting", "新|增绿地", func(m *manuscript) { m.moveTo(m.wordAfter(m.caret), true) }, "新|增绿地|"},
		{"start of the line", "新增绿地充电|桩", func(m *manuscript) { m.moveTo(m.lineStart(), false) }, "新增绿地|充电桩"},
		{"paragraph on", "新|增\n绿地", func(m *manuscript) { m.moveTo(m.paraAfter(m.caret), false) }, "新增|\n绿地"},
		{"paragraph back", "新增\n绿|地", func(m *manuscript) { m.moveTo(m.paraBefore(m.caret), false) }, "新增\n|绿地"},
	} {
		m := written(4, tt.before)
		tt.do(m)
		if got := drawn(m); got != tt.after {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.after)
		}
	}
}

func TestTheEndOfALineIsNotTheStartOfTheNext(t *testing.T) {
	m := written(4, "新|增绿地充电桩")
	m.toLineEnd(false)
	if got := drawn(m); got != "新增绿地|充电桩" || m.caretLine() != 0 || m.caretX() != 4 {
		t.Fatalf("End: %q in line %d at %v em, want line 0 at 4 em", got, m.caretLine(), m.caretX())
	}
	m.moveTo(m.lineStart(), false)
	if got := drawn(m); got != "|新增绿地充电桩" {
		t.Errorf("Home after End: %q", got)
	}
}

func TestUndoTakesBackAClause(t *testing.T) {
	m := written(10, "|")
	typeIn := func(s string) {
		for _, r := range s {
			m.typed(r)
		}
	}
	typeIn("新增绿地，建设充电桩")
	steps := []string{"新增绿地，|", "|"}
	for _, want := range steps {
		if m.undo(); drawn(m) != want {
			t.Fatalf("undone: %q, want %q", drawn(m), want)
		}
	}
	if m.undo() {
		t.Error("there was nothing left to undo")
	}
	for m.redo() {
	}
	if got := drawn(m); got != "新增绿地，建设充电桩|" {
		t.Fatalf("redone: %q", got)
	}
	m.erase(m.previous(m.caret))
	m.erase(m.previous(m.caret))
	if m.undo(); drawn(m) != "新增绿地，建设充电桩|" {
		t.Errorf("two characters erased are one step: %q", drawn(m))
	}
	m.moveTo(spot{0, 2}, false)
	m.moveTo(spot{0, 4}, true)
	m.insert("城市\r\n公共")
	if got := drawn(m); got != "新增城市\n公共|，建设充电桩" {
		t.Errorf("pasted over a selection: %q", got)
	}
	if m.undo(); drawn(m) != "新增|绿地|，建设充电桩" {
		t.Errorf("the selection comes back: %q", drawn(m))
	}
	m.typed('。')
	if m.redo() {
		t.Error("what was undone is gone once something new is written")
	}
}

// FuzzNoWordIsLost drives a manuscript and a plain string side by side; then
// everything is undone and redone again.
func FuzzNoWordIsLost(f *testing.F) {
	face := grid()
	f.Add("新增绿地，建设充电桩。\n改善民生", []byte{1, 2, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
	f.Add("", []byte{0, 0, 6, 6, 2, 1, 1, 0, 3, 3, 12, 12})
	f.Add("a\u0301b\n\n\n", []byte{4, 1, 4, 1, 10, 0, 2, 2, 2})
	f.Fuzz(func(t *testing.T, text string, keys []byte) {
		if len(keys) > 200 || len(text) > 2000 {
			return
		}
		m := newManuscript(face)
		m.setText(text)
		m.fit(5, m.face)
		was := m.string()
		want := was
		write := func(s string) {
			from, to := m.selection()
			want = want[:m.offset(from)] + s + want[m.offset(to):]
		}
		for i, k := range keys {
			switch k % 14 {
			case 0:
				write("城")
				m.typed('城')
			case 1:
				write("\n")
				m.typed('\n')
			case 2, 3:
				to := m.previous(m.caret)
				if k%14 == 3 {
					to = m.next(m.caret)
				}
				if from, end := m.selection(); from == end {
					a, z := m.offset(to), m.offset(m.caret)
					want = want[:min(a, z)] + want[max(a, z):]
				} else {
					write("")
				}
				m.erase(to)
			case 4:
				m.moveTo(m.previous(m.caret), i%3 == 0)
			case 5:
				m.moveTo(m.next(m.caret), i%3 == 0)
			case 6:
				write("代表，\n建议")
				m.insert("代表，\n建议")
			case 7:
				m.moveLines(1, m.caretX(), i%2 == 0)
			case 8:
				m.moveLines(-1, m.caretX(), i%2 == 0)
			case 9:
				m.toLineEnd(false)
			case 10:
				m.moveTo(m.wordBefore(m.caret), true)
			case 11:
				m.moveTo(m.wordAfter(m.caret), false)
			case 12:
				m.moveTo(m.paraAfter(m.caret), i%2 == 0)
			case 13:
				m.fit(float32(4+i%9), m.face)
			}
			if got := m.string(); got != want {
				t.Fatalf("after key %d (%d): %q, want %q", i, k%14, got, want)
			}
			if m.caret != m.clamp(m.caret) || m.anchor != m.clamp(m.anchor) {
				t.Fatalf("caret %v or anchor %v is outside", m.caret, m.anchor)
			}
			if n := m.offset(m.caret); m.spotAt(n) != m.caret || !utf8.RuneStart(append([]byte(want), 0)[n]) {
				t.Fatalf("caret %v is byte %d, which is %v", m.caret, n, m.spotAt(n))
			}
		}
		for m.undo() {
		}
		if got := m.string(); got != was {
			t.Fatalf("all undone: %q, was %q", got, was)
		}
		for m.redo() {
		}
		if got := m.string(); got != want {
			t.Fatalf("all redone: %q, want %q", got, want)
		}
	})
}
