package ui

import (
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// point lays the pointer on the first character of words.
func point(t *testing.T, v *Window, words string) {
	t.Helper()
	prose := v.reader.Prose()
	i := slices.IndexFunc(prose.Blocks(), func(b widgets.Block) bool { return strings.Contains(b.Text, words) })
	if i < 0 {
		t.Fatalf("%q is not in the text", words)
	}
	at := widgets.Position{Block: i, Offset: strings.Index(prose.Blocks()[i].Text, words)}
	prose.Reveal(at)
	cell, size := prose.CellOf(at)
	prose.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: cell.AddXY(size.Width/2, size.Height/2)}})
}

// seen are the words that can be seen anywhere in the window.
func seen(v *Window) string {
	var all []string
	walk(v.win.Canvas().Content(), func(o fyne.CanvasObject) {
		if p, ok := o.(*widgets.Passage); ok {
			all = append(all, p.Text())
		}
	})
	return strings.Join(all, "\n")
}

// Target, note and citation are told where the pointer rests on their words,
// and go away with it.
func TestMarksAreToldUnderThePointer(t *testing.T) {
	v := window(t, t.TempDir())
	v.reader.After = nil // the pointer rests at once
	const quote = "新建公共充电桩580个"
	p, span, ok := annotate.FindQuote(v.desk.Report(), quote)
	if !ok {
		t.Fatal("the report does not say it")
	}
	v.desk.Select(p.ID, span)
	v.desk.Press(v.desk.Comment("每个区县各建多少？"))
	v.desk.Press(v.desk.WriteOnSelection(annotate.Suggestion))
	v.desk.Edit(func(p *annotate.Proposal) { p.Title = "关于加快公共充电桩建设的建议" })
	v.desk.Turn("reading")
	v.desk.Unselect()
	for _, tt := range []struct{ at, want string }{
		{"580个，新增", "目标：公共充电桩 达到 580个"},
		{quote, "批注：每个区县各建多少？"},
		{quote, "已引用到建议：关于加快公共充电桩建设的建议"},
	} {
		if point(t, v, tt.at); !strings.Contains(seen(v), tt.want) {
			t.Errorf("the pointer on %s: seen is %q, want %q", tt.at, seen(v), tt.want)
		}
	}
	if point(t, v, "践行“无规划"); strings.Contains(seen(v), "每个区县各建多少？") {
		t.Error("the card stays when the pointer has left the mark")
	}
	point(t, v, quote)
	v.reader.Prose().MouseOut()
	if strings.Contains(seen(v), "每个区县各建多少？") {
		t.Error("the card stays when the pointer has left the text")
	}
}

// The layers lie over each other without hiding: a highlight, a target and a
// citation on the same words are all drawn, and undo takes away one.
func TestLayersLieOverEachOther(t *testing.T) {
	v := window(t, t.TempDir())
	p, span, _ := annotate.FindQuote(v.desk.Report(), "新建公共充电桩580个")
	styles := func() (all []widgets.MarkStyle) {
		for _, m := range v.reader.Prose().Marks() {
			if v.reader.Prose().Blocks()[m.Block].ID == string(p.ID) && m.Start < span.End && span.Start < m.End {
				all = append(all, m.Style)
			}
		}
		slices.Sort(all)
		return all
	}
	v.desk.Select(p.ID, span)
	v.desk.Press(v.desk.WriteOnSelection(annotate.Suggestion))
	v.desk.Turn("reading")
	v.desk.Press(v.desk.Mark(annotate.Pink))
	v.lookFor("充电桩")
	v.desk.Submit()
	for _, tt := range []struct {
		name string
		do   func()
		want []widgets.MarkStyle
	}{
		{"all", func() {}, []widgets.MarkStyle{widgets.MarkPink, widgets.MarkHit, widgets.MarkTarget, widgets.MarkCited}},
		{"without the search", v.leaveSearch, []widgets.MarkStyle{widgets.MarkPink, widgets.MarkTarget, widgets.MarkCited}},
		{"after undo", func() { v.desk.Press(v.desk.Undo()) }, []widgets.MarkStyle{widgets.MarkTarget, widgets.MarkCited}},
		{"after redo", func() { v.desk.Press(v.desk.Redo()) }, []widgets.MarkStyle{widgets.MarkPink, widgets.MarkTarget, widgets.MarkCited}},
	} {
		if tt.do(); !slices.Equal(styles(), tt.want) {
			t.Errorf("%s: layers %v, want %v", tt.name, styles(), tt.want)
		}
	}
}
