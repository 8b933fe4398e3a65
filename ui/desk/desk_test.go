package desk

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/assets"
	"deputydesk/search"
	"deputydesk/seeds/report"
)

// open returns a desk on folder whose work is done at once.
func open(t *testing.T, folder string) *Desk {
	t.Helper()
	d := Open(Settings{Folder: furnish(t, folder)})
	if d.Trouble() != nil {
		t.Fatalf("open: %v", d.Trouble())
	}
	t.Cleanup(func() { _ = d.Close() }) // tests close it themselves where it matters; Windows removes no open file
	return d
}

func shut(t *testing.T, d *Desk) {
	t.Helper()
	if err := d.Close(); err != nil {
		t.Fatalf("close: %v", err)
	}
}

// find searches and selects the sentence of the first hit in the report.
func find(t *testing.T, d *Desk, query string) {
	t.Helper()
	d.Search(query)
	answer, _ := d.Answer()
	for i, h := range answer.Hits {
		if h.Kind == search.Reports {
			d.OpenHit(i)
			d.SelectSentence(report.ParagraphID(h.ID), h.Spans[0].Start, false)
			return
		}
	}
	t.Fatalf("search %s: nothing found", query)
}

// press does a and fails if it cannot be done or tells of trouble.
func press(t *testing.T, d *Desk, a Action) {
	t.Helper()
	if a.Off != nil {
		t.Fatalf("not allowed: %v", a.Off)
	}
	a.Do()
	if d.Notice() != nil {
		t.Fatalf("notice: %v", d.Notice())
	}
}

func TestMainJob(t *testing.T) {
	folder := t.TempDir()
	d := open(t, folder)

	find(t, d, "充电桩")
	if d.Page() != Reading || !strings.Contains(d.Words(), "新建公共充电桩580个") {
		t.Fatalf("page %s, selected %q", d.Page(), d.Words())
	}
	press(t, d, d.Mark(annotate.Green))
	press(t, d, d.Comment("每个区县各建多少？"))

	cited := ""
	for _, target := range d.SelectedTargets() {
		if target.Value == 580 {
			press(t, d, d.WriteOnTarget(target.ID, annotate.Suggestion))
			cited = target.Quote
		}
	}
	if cited != "新建公共充电桩580个" || d.Draft() == nil || d.Page() != Drafting {
		t.Fatalf("cited %q, page %s", cited, d.Page())
	}
	d.Edit(func(p *annotate.Proposal) {
		p.Title = "关于加快公共充电桩建设的建议"
		p.Body = annotate.Body{Situation: "情况。", Analysis: "分析。", Proposal: "建议。"}
		p.Deputy = annotate.Deputy{Name: "测试代表甲", Number: "0101"}
	})
	path := filepath.Join(t.TempDir(), FileName(*d.Draft()))
	d.Print(path)
	if d.Notice() != nil || d.Written().File != path || d.Written().Pages == 0 {
		t.Fatalf("print: %v, %+v", d.Notice(), d.Written())
	}
	if data, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Fatalf("paper: %v", err)
	}
	shut(t, d)

	d = open(t, folder)
	defer shut(t, d)
	if n := d.Notes(); len(n) != 1 || n[0].Colour != annotate.Green || n[0].Text != "每个区县各建多少？" {
		t.Errorf("notes after a restart: %+v", n)
	}
	if all := d.Drafts(); len(all) != 1 || all[0].Body.Proposal != "建议。" || len(all[0].Cites) != 1 {
		t.Errorf("drafts after a restart: %+v", all)
	}
	if d.Card().Name != "测试代表甲" {
		t.Errorf("the deputy's card was not kept: %+v", d.Card())
	}
}

func TestProposalWithoutCitationIsOneStep(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	press(t, d, d.Write(annotate.Suggestion))
	if d.Draft() == nil || len(d.Draft().Cites) != 0 || d.Page() != Drafting {
		t.Errorf("draft %+v on page %s", d.Draft(), d.Page())
	}
}

func TestTypedWordsAreOnDiskWithinTwoSeconds(t *testing.T) {
	folder := t.TempDir()
	var waits []time.Duration
	var due []func()
	d := Open(Settings{Folder: furnish(t, folder), After: func(wait time.Duration, f func()) func() {
		waits, due = append(waits, wait), append(due, f)
		return func() {}
	}})
	press(t, d, d.Write(annotate.Suggestion))
	for _, r := range "关于充电桩" {
		d.Edit(func(p *annotate.Proposal) { p.Title += string(r) })
	}
	if len(waits) != 1 || waits[0] > 2*time.Second {
		t.Fatalf("saves planned after %v", waits)
	}
	due[0]()
	all, err := d.store.Drafts() // as another start would find them, without closing
	if err != nil || len(all) != 1 || all[0].Title != "关于充电桩" {
		t.Errorf("on disk: %+v, %v", all, err)
	}
	shut(t, d)
}

func TestNoteIsOneStepToUndo(t *testing.T) {
	d := open(t, t.TempDir())
	defer shut(t, d)
	find(t, d, "充电桩")
	for _, text := range []string{"先", "先问", "先问点位"} {
		press(t, d, d.Jot(text))
	}
	d.Unselect()
	if n := d.Notes(); len(n) != 1 || n[0].Text != "先问点位" {
		t.Fatalf("notes: %+v", n)
	}
	press(t, d, d.Undo())
	if n := d.Notes(); len(n) != 0 {
		t.Errorf("after undo: %+v", n)
	}
	press(t, d, d.Redo())
	if n := d.Notes(); len(n) != 1 || n[0].Text != "先问点位" {
		t.Errorf("after redo: %+v", n)
	}
	press(t, d, d.DeleteNote(d.Notes()[0].ID))
	press(t, d, d.Undo())
	if n := d.Notes(); len(n) != 1 {
		t.Errorf("after deleting and undo: %+v", n)
	}
}

func TestLateAnswerIsDropped(t *testing.T) {
	var waiting []func()
	d := Open(Settings{Background: func(f func()) { waiting = append(waiting, f) }})
	d.Search("就业")
	d.Search("充电桩")
	waiting[1]()
	waiting[0]() // the older search answers last
	if answer, _ := d.Answer(); answer.Query != "充电桩" {
		t.Errorf("answer to %q", answer.Query)
	}
}

func TestHitsGoRound(t *testing.T) {
	d := Open(Settings{})
	d.Search("双汇")
	answer, _ := d.Answer()
	n := 0
	for range answer.Hits {
		d.NextHit()
		n++
	}
	if _, now := d.Answer(); n < 2 || now != n-1 {
		t.Fatalf("at hit %d of %d", now, n)
	}
	d.NextHit()
	if _, now := d.Answer(); now != 0 {
		t.Errorf("after the last comes %d", now)
	}
	d.PrevHit()
	if _, now := d.Answer(); now != n-1 {
		t.Errorf("before the first comes %d", now)
	}
}

func TestSelectionGrowsWithinItsParagraph(t *testing.T) {
	d := Open(Settings{})
	p := d.Report().Paragraphs()[0]
	s := p.Sentences()
	d.SelectSentence(p.ID, s[1].Start, false)
	d.SelectSentence(p.ID, s[3].Start, true)
	if got, want := d.Words(), p.Text[s[1].Start:s[3].End]; got != want {
		t.Errorf("selected %q, want %q", got, want)
	}
}

// What cannot be used is said in one sentence, and the report can be read all
// the same.
func TestFolderTrouble(t *testing.T) {
	words := assets.Language(assets.English)
	taken := t.TempDir()
	first := open(t, taken)
	defer shut(t, first)
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, folder string
		want         error
	}{
		{"a second window", taken, store.ErrLocked},
		{"a file in the way", filepath.Join(file, "data"), store.ErrNoFolder},
		{"nowhere", "", ErrNothingKept},
	} {
		d := Open(Settings{Folder: tt.folder})
		if !errors.Is(d.Trouble(), tt.want) {
			t.Errorf("%s: trouble %v, want %v", tt.name, d.Trouble(), tt.want)
		}
		if what, hint := Explain(words, d.Trouble()); strings.Contains(what+hint, "⟦") || !Explained(d.Trouble()) {
			t.Errorf("%s: said %q %q", tt.name, what, hint)
		}
		if a := d.Write(annotate.Suggestion); a.Off == nil {
			t.Errorf("%s: a draft could be started though nothing is kept", tt.name)
		}
		if answer, err := d.Ask(search.Query{Text: "充电桩"}); err != nil || len(answer.Hits) == 0 {
			t.Errorf("%s: the report cannot be searched: %v", tt.name, err)
		}
		shut(t, d)
	}
}

// Every reason an error can have, and everything that can be found, has words
// in both languages.
func TestEveryReasonHasWords(t *testing.T) {
	for _, language := range []string{assets.Chinese, assets.English} {
		w := assets.Language(language)
		for _, r := range reasons {
			for _, part := range []string{".what", ".hint"} {
				if !w.Has("errors." + r.key + part) {
					t.Errorf("%s: no words for errors.%s%s", language, r.key, part)
				}
			}
		}
		for _, stage := range []search.Stage{search.Exact, search.Synonym, search.Pinyin, search.Tokens, search.Repair, search.Partial, search.None} {
			if !w.Has("finder.stage." + string(stage)) {
				t.Errorf("%s: no words for stage %s", language, stage)
			}
		}
		for _, why := range []search.Why{search.BadBracket, search.BadPattern, search.BadYear, search.BadKind, search.Nothing, search.TooLong} {
			if !w.Has("finder.query." + string(why)) {
				t.Errorf("%s: no words for query fault %s", language, why)
			}
		}
	}
}

// The disk goes away while a deputy types: what is on the screen can be saved
// elsewhere.
func TestWhatCannotBeSavedCanBeSavedElsewhere(t *testing.T) {
	folder := t.TempDir()
	d := open(t, folder)
	press(t, d, d.Write(annotate.Suggestion))
	find(t, d, "充电桩")
	vanish(t, d, folder)
	d.Edit(func(p *annotate.Proposal) { p.Title = "关于充电桩的建议" })
	d.Jot("点位在哪里？").Do()
	if err := d.SaveAll(); !errors.Is(err, store.ErrNoFolder) {
		t.Errorf("saving to a folder that is gone: %v", err)
	}
	elsewhere := filepath.Join(t.TempDir(), "draft.toml")
	if err := d.SaveElsewhere(elsewhere); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{elsewhere: "关于充电桩的建议", elsewhere + ".txt": "点位在哪里？"} {
		if data, err := os.ReadFile(path); err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s: %v", path, err)
		}
	}
}
