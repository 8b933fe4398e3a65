package desk

import (
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/seeds/report"
)

// note marks the first place of quote in the open report and writes text there.
func note(t *testing.T, d *Desk, quote, text string, tags ...string) annotate.Annotation {
	t.Helper()
	p, span, ok := annotate.FindQuote(d.Report(), quote)
	if !ok {
		t.Fatalf("the report does not say %s", quote)
	}
	d.Select(p.ID, span)
	n := d.newNote(annotate.AnchorAt(d.Report(), p, span), annotate.Green, text)
	n.Tags = tags
	if err := d.SaveNote(n); err != nil {
		t.Fatal(err)
	}
	return n
}

// outcomes are what became of notes, short enough to be read.
func outcomes(all []TakenNote) string {
	var b []string
	for _, t := range all {
		b = append(b, string(t.Outcome))
	}
	return strings.Join(b, " ")
}

// sayings are the texts of all notes.
func sayings(d *Desk) string {
	var b []string
	for _, n := range d.notes {
		b = append(b, n.Text)
	}
	return strings.Join(b, "|")
}

func TestNotesToAnotherMachine(t *testing.T) {
	from, to := open(t, t.TempDir()), open(t, t.TempDir())
	defer shut(t, from)
	note(t, from, "新建公共充电桩580个", "请说明资金来源", "充电")
	note(t, from, "新增拆墙透绿119处", "")
	path := filepath.Join(t.TempDir(), "notes.json")
	if _, n, err := from.WriteNotes(NoteChoice{}, path); err != nil || n != 2 {
		t.Fatalf("%d notes, %v", n, err)
	}
	note(t, to, "科学规划道路停车位3000个", "我自己的")
	fates := to.ImportNotes(path)
	if outcomes(fates) != "attached attached" || to.Notice() != nil {
		t.Fatalf("%s, %v", outcomes(fates), to.Notice())
	}
	if got := sayings(to); got != "我自己的|请说明资金来源|" {
		t.Errorf("notes: %s", got)
	}
	if got := outcomes(to.ImportNotes(path)); got != "already already" || to.AllNotes() != 3 {
		t.Errorf("again: %s, %d notes", got, to.AllNotes())
	}
	// The whole is one step, back and forth, also on disk.
	press(t, to, to.Undo())
	if got := sayings(to); got != "我自己的" {
		t.Errorf("after undo: %s", got)
	}
	press(t, to, to.Redo())
	folder := to.Folder()
	shut(t, to)
	to = open(t, folder)
	defer shut(t, to)
	if got := sayings(to); got != "我自己的|请说明资金来源|" {
		t.Errorf("after a restart: %s", got)
	}
}

// A row each: what is in the file, what was here, what becomes of it.
func TestTakeNotes(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	mine := note(t, d, "新建公共充电桩580个", "请说明资金来源", "充电")
	change := func(f func(*annotate.Annotation)) annotate.Annotation {
		n := mine
		n.ID = "other"
		f(&n)
		return n
	}
	again := func(s *string, from, to string) { *s = strings.Replace(*s, from, to, 1) }
	for _, tt := range []struct {
		name string
		note annotate.Annotation
		want annotate.Status
		ends string // all notes then
	}{
		{"the same", mine, AlreadyThere, "请说明资金来源"},
		{"the same under another id", change(func(*annotate.Annotation) {}), AlreadyThere, "请说明资金来源"},
		{"the same id, other words", change(func(n *annotate.Annotation) { n.ID, n.Text = mine.ID, "改了" }), annotate.Attached, "请说明资金来源|改了"},
		{"other tags", change(func(n *annotate.Annotation) { n.Tags = []string{"城市"} }), annotate.Attached, "请说明资金来源|请说明资金来源"},
		{"of a text in which the number was another", change(func(n *annotate.Annotation) {
			a := &n.Anchor
			a.Edition = "old"
			again(&a.Quote, "580", "600")
			again(&a.Sentence, "580", "600")
			n.Text = "旧数字"
		}), annotate.NumberChanged, "请说明资金来源|旧数字"},
		{"of a text that said it otherwise", change(func(n *annotate.Annotation) {
			a := &n.Anchor
			a.Edition = "old"
			again(&a.Sentence, "新建公共充电桩580个", "大力建设充换电设施")
			a.Quote, n.Text = "大力建设充换电设施", "旧说法"
		}), annotate.Reworded, "请说明资金来源|旧说法"},
		{"of words that are nowhere", change(func(n *annotate.Annotation) {
			n.Anchor = annotate.Anchor{Report: mine.Anchor.Report, Quote: "明年建成月球中转站", Sentence: "明年建成月球中转站。"}
		}), annotate.Orphan, "请说明资金来源|请说明资金来源"},
		{"on a report that is not here", change(func(n *annotate.Annotation) { n.Anchor.Report, n.Anchor.Edition = "nowhere-2030", "" }), annotate.Orphan, "请说明资金来源|请说明资金来源"},
		{"on the same text under another name", change(func(n *annotate.Annotation) { n.Anchor.Report = "elsewhere-2024" }), AlreadyThere, "请说明资金来源"},
		{"quoted without its sentence", change(func(n *annotate.Annotation) { n.Anchor = annotate.Anchor{Quote: "新增拆墙透绿119处"} }), annotate.Attached, "请说明资金来源|请说明资金来源"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			fates, err := d.TakeNotes([]annotate.Annotation{tt.note})
			if err != nil || len(fates) != 1 || fates[0].Outcome != tt.want {
				t.Fatalf("%v, %v, want %s", fates, err, tt.want)
			}
			if got := sayings(d); got != tt.ends {
				t.Errorf("notes: %s, want %s", got, tt.ends)
			}
			if kept, _ := d.Note(mine.ID); kept.Text != mine.Text || kept.Changed != mine.Changed {
				t.Errorf("my note now says %q", kept.Text)
			}
			if tt.want != AlreadyThere {
				press(t, d, d.Undo())
			}
		})
	}
}

// Two places of the same words are two notes.
func TestTakeNotesOfEqualWords(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	var all []annotate.Annotation
	for _, p := range d.Report().Paragraphs() {
		if at := strings.Index(p.Text, "高质量发展"); at >= 0 && len(all) < 3 {
			all = append(all, d.newNote(annotate.AnchorAt(d.Report(), p, report.Span{Start: at, End: at + len("高质量发展")}), annotate.Pink, ""))
		}
	}
	fates, err := d.TakeNotes(append(all, all...))
	if err != nil || outcomes(fates) != "attached attached attached already already already" {
		t.Errorf("%s, %v", outcomes(fates), err)
	}
}

func TestSharedNotesOnly(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	note(t, d, "新建公共充电桩580个", "只给自己看")
	n := note(t, d, "新增拆墙透绿119处", "给大家看")
	press(t, d, d.ShareNotes([]annotate.NoteID{n.ID}, true))
	for _, ext := range []string{".json", ".md"} {
		path := filepath.Join(t.TempDir(), "notes"+ext)
		if _, count, err := d.WriteNotes(NoteChoice{View: NoteView{Shared: true}}, path); err != nil || count != 1 {
			t.Fatalf("%d, %v", count, err)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if s := string(data); !strings.Contains(s, "给大家看") || strings.Contains(s, "只给自己看") {
			t.Errorf("%s holds\n%s", ext, s)
		}
	}
	press(t, d, d.Undo())
	if n, _ := d.Note(n.ID); n.ToShare {
		t.Error("undo left it shared")
	}
}

func TestNotesFileRefusals(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	if _, _, err := d.WriteNotes(NoteChoice{}, filepath.Join(t.TempDir(), "a.pdf")); !errors.Is(err, ErrNotesKind) || !Explained(err) {
		t.Errorf("saved as PDF: %v", err)
	}
	path := filepath.Join(t.TempDir(), "a.json")
	if err := os.WriteFile(path, []byte(`{"format":"x"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	if d.ImportNotes(path) != nil || !errors.Is(d.Notice(), export.ErrNotes) || !Explained(d.Notice()) {
		t.Errorf("took %v", d.Notice())
	}
	if _, err := Open(Settings{}).TakeNotes(nil); !errors.Is(err, ErrNothingKept) {
		t.Errorf("without a folder: %v", err)
	}
	row, err := json.Marshal(TakenNote{"话", AlreadyThere})
	if err != nil || string(row) != `{"quote":"话","outcome":"already"}` {
		t.Errorf("%s, %v", row, err)
	}
}
