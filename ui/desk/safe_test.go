package desk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate/store"
)

// The safe way takes defaults and changes nothing of what was kept.
func TestTheSafeWayKeepsItsHandsOff(t *testing.T) {
	dir := t.TempDir()
	d := Open(Settings{Folder: dir})
	kept := View{Report: d.Report().ID, Paragraph: d.Report().Paragraphs()[3].ID, Zoom: 150, Look: 2}
	d.KeepView(kept)
	d.ChooseLocalFonts(true)
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(dir, indexFolder)); err != nil {
		t.Fatal(err)
	}

	d = Open(Settings{Folder: dir, Safe: true})
	if d.View() != (View{}) || d.LocalFonts() || !d.Safe() {
		t.Errorf("the safe way begins with %+v, local fonts %v", d.View(), d.LocalFonts())
	}
	d.KeepView(View{Zoom: 100})
	d.Search("充电桩")
	if a, _ := d.Answer(); a.Total == 0 {
		t.Errorf("the safe way finds %d", a.Total)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, indexFolder)); err == nil {
		t.Error("the safe way built an index on the disk")
	}

	d = Open(Settings{Folder: dir})
	if got := d.View(); got != kept || !d.LocalFonts() {
		t.Errorf("afterwards the desk keeps %+v, want %+v; local fonts %v", got, kept, d.LocalFonts())
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
}

// What went wrong is kept as a code, the last fifty, and never as words.
func TestIncidentsHaveNoContent(t *testing.T) {
	dir := t.TempDir()
	now := time.Date(2024, 2, 22, 12, 0, 0, 0, time.UTC)
	d := Open(Settings{Folder: dir, Now: func() time.Time { return now }})
	d.Tell(&os.PathError{Op: "open", Path: "/home/测试代表甲/关于充电桩的建议.pdf", Err: os.ErrNotExist})
	d.Tell(&os.PathError{Op: "open", Path: "/home/测试代表甲/关于充电桩的建议.pdf", Err: os.ErrNotExist})
	d.Tell(store.ErrFull)
	d.Tell(&Outcome{Key: "desk.fonts.own"})
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	all := Incidents(dir)
	if len(all) != 2 || all[0].Code != "notexist" || all[0].Times != 2 || all[1].Code != "full" || !all[0].At.Equal(now) {
		t.Errorf("kept %+v", all)
	}
	data, err := os.ReadFile(filepath.Join(dir, incidentFile))
	if err != nil || strings.Contains(string(data), "测试") || strings.Contains(string(data), "/") {
		t.Errorf("the file says %q, %v", data, err)
	}
	for range 60 {
		KeepIncident(dir, "one", now)
		KeepIncident(dir, "two", now)
	}
	if got := len(Incidents(dir)); got != maxIncidents {
		t.Errorf("%d are kept, want %d", got, maxIncidents)
	}
}
