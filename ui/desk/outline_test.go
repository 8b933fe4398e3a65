package desk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
)

// lines are the points of the outline in order.
func lines(d *Desk) string {
	var b []string
	for _, r := range d.OutlineRows() {
		b = append(b, r.Line)
	}
	return strings.Join(b, "|")
}

func TestOutline(t *testing.T) {
	folder := t.TempDir()
	d := open(t, folder)
	a := note(t, d, "新建公共充电桩580个", "甲")
	b := note(t, d, "新增拆墙透绿119处", "乙")
	c := note(t, d, "科学规划道路停车位3000个", "丙")
	for _, n := range []annotate.NoteID{a.ID, b.ID, c.ID, a.ID} { // chosen twice is there once
		press(t, d, d.ChoosePoint(n))
	}
	for _, tt := range []struct {
		name string
		do   func() Action
		want string
	}{
		{"up", func() Action { return d.MovePoint(c.ID, -1) }, "甲|丙|乙"},
		{"to the top", func() Action { return d.MovePoint(b.ID, -9) }, "乙|甲|丙"},
		{"down", func() Action { return d.MovePoint(b.ID, 1) }, "甲|乙|丙"},
		{"out", func() Action { return d.DropPoint(b.ID) }, "甲|丙"},
		{"undo out", d.Undo, "甲|乙|丙"},
		{"undo down", d.Undo, "乙|甲|丙"},
		{"redo down", d.Redo, "甲|乙|丙"},
		{"its note is deleted", func() Action { return d.DeleteNote(a.ID) }, "甲|乙|丙"},
	} {
		press(t, d, tt.do())
		if got := lines(d); got != tt.want {
			t.Fatalf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
	if d.MovePoint(a.ID, -1).Off == nil || d.MovePoint("none", 1).Off == nil || d.DropPoint("none").Off == nil || d.ChoosePoint("none").Off == nil {
		t.Error("what cannot be done is offered")
	}
	d.JotPoint(b.ID, "乙，请报告")
	d.JotPoint(b.ID, "乙，请报告进展")
	d.JotTitle("第三代表团审议发言")
	d.EndPoint()
	press(t, d, d.Undo())
	if lines(d) != "甲|乙|丙" || d.OutlineTitle() != "审议发言提纲" {
		t.Errorf("one undo: %s, %s", lines(d), d.OutlineTitle())
	}
	press(t, d, d.Redo())
	d.JotPoint(c.ID, "写到一半") // and the window is closed
	if err := d.SaveAll(); err != nil || d.speech.dirty {
		t.Errorf("closing left words unsaved: %v", err)
	}
	shut(t, d)
	d = open(t, folder)
	defer shut(t, d)
	if lines(d) != "甲|乙，请报告进展|写到一半" || d.OutlineTitle() != "第三代表团审议发言" {
		t.Errorf("after a restart: %s, %s", lines(d), d.OutlineTitle())
	}
	if !strings.Contains(d.OutlineRows()[0].Locator, "第") || !d.InOutline(b.ID) || d.InOutline("none") {
		t.Errorf("%+v", d.OutlineRows()[0])
	}
}

func TestOutlineIsSavedWhileItIsTyped(t *testing.T) {
	var later []func()
	folder := t.TempDir()
	d := Open(Settings{Folder: furnish(t, folder), After: func(_ time.Duration, f func()) func() {
		later = append(later, f)
		return func() {}
	}})
	n := note(t, d, "新建公共充电桩580个", "甲")
	press(t, d, d.ChoosePoint(n.ID))
	later = nil
	d.JotPoint(n.ID, "一")
	d.JotPoint(n.ID, "一二")
	if len(later) != 1 || !d.speech.dirty {
		t.Fatalf("%d saves wait", len(later))
	}
	later[0]()
	if d.speech.dirty {
		t.Error("not saved")
	}
	shut(t, d)
}

func TestPrintOutline(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	path := filepath.Join(t.TempDir(), "outline.pdf")
	if _, err := d.PrintOutline(path); !errors.Is(err, ErrNoPoint) || !Explained(err) {
		t.Errorf("an empty outline: %v", err)
	}
	n := note(t, d, "新建公共充电桩580个", strings.Repeat("请说明充电桩的资金来源。", 20))
	press(t, d, d.ChoosePoint(n.ID))
	if minutes, characters := d.SpeakingTime(); minutes != 2 || characters != 20*11+11 {
		t.Errorf("%d minutes, %d characters", minutes, characters)
	}
	var opened string
	d.SaveOutline(path, func(file string) { opened = file })
	data, err := os.ReadFile(path)
	if err != nil || !bytes.HasPrefix(data, []byte("%PDF")) || opened != path || !GoodNews(d.Notice()) {
		t.Errorf("%v, opened %q, %v", err, opened, d.Notice())
	}
}
