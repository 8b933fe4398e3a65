package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// A replacement is one step, and says what it wrote by selecting it.
func TestReplacingIsOneStep(t *testing.T) {
	for _, tt := range []struct{ name, was, put, now string }{
		{"a word", "新建«提案»三件", "建议", "新建«建议»三件"},
		{"nothing for something", "新建«提案»三件", "", "新建«»三件"},
		{"something for nothing", "新建«»三件", "建议", "新建«建议»三件"},
		{"over paragraphs", "新«建\n提»案\n三件", "增\n删\n改", "新«增\n删\n改»案\n三件"},
		{"everything", "«提案»", "建议", "«建议»"},
	} {
		before := strings.NewReplacer("«", "", "»", "").Replace(tt.was)
		e := opened(t, before)
		told := 0
		e.OnChanged = func(string) { told++ }
		start, end := strings.Index(tt.was, "«"), strings.Index(tt.was, "»")-len("«")
		e.Replace(start, end, tt.put)
		a, z := e.Selection()
		if got := e.Text()[:a] + "«" + e.Text()[a:z] + "»" + e.Text()[z:]; got != tt.now || told != 1 {
			t.Errorf("%s: %q, told %d times, want %q, told once", tt.name, got, told, tt.now)
		}
		if e.Undo(); e.Text() != before {
			t.Errorf("%s: undone once it is %q, want %q", tt.name, e.Text(), before)
		}
	}
}

// What is found is marked behind the words of every line it stands in.
func TestHitsAreMarkedUntilTheTextChanges(t *testing.T) {
	e := opened(t, "新建充电桩，\n充电桩580个")
	marks := func() (n int) {
		for _, o := range test.TempWidgetRenderer(t, e).Objects() {
			if r, ok := o.(*canvas.Rectangle); ok && r.FillColor == inkOf(e.Theme(), ColorHit) {
				n++
			}
		}
		return n
	}
	var found [][2]int
	for i := 0; ; {
		n := strings.Index(e.Text()[i:], "充电桩")
		if n < 0 {
			break
		}
		found = append(found, [2]int{i + n, i + n + len("充电桩")})
		i += n + 1
	}
	if e.Highlight(found); len(found) != 2 || marks() != 2 {
		t.Fatalf("%d found, %d marked, want 2", len(found), marks())
	}
	if e.Highlight([][2]int{{0, len(e.Text())}}); marks() != 2 {
		t.Errorf("a hit over two lines is marked %d times, want 2", marks())
	}
	if e.Highlight([][2]int{{7, 7}, {900, 901}}); marks() != 0 {
		t.Errorf("ranges of nothing are marked %d times", marks())
	}
	e.Highlight(found)
	if test.Type(e, "再"); marks() != 0 {
		t.Error("the text has changed and the old places are still marked")
	}
}
