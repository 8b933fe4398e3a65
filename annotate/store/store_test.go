package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/intake"
)

// monday is the hour of these tests; every look at the clock moves it on by a
// minute.
func monday() Option {
	now := time.Date(2024, 2, 19, 8, 0, 0, 0, annotate.Beijing)
	return At(func() time.Time {
		now = now.Add(time.Minute)
		return now
	})
}

func open(t *testing.T, dir string, with ...Option) *Store {
	t.Helper()
	s, recovery, err := Open(dir, append([]Option{monday(), As("测试代表甲")}, with...)...)
	if err != nil {
		t.Fatal(err)
	}
	if recovery != nil {
		t.Fatalf("unexpected recovery: %v", recovery)
	}
	t.Cleanup(func() { _ = s.Close() }) // tests close it themselves where it matters
	return s
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func note(id, text string) annotate.Annotation {
	return annotate.Annotation{
		ID: annotate.NoteID(id), Colour: annotate.Yellow, Kind: annotate.Remark, Text: text,
		Anchor:  annotate.Anchor{Report: "luohe-2024", Quote: "新建公共充电桩580个"},
		Created: time.Date(2024, 2, 21, 10, 0, 0, 0, annotate.Beijing),
		Changed: time.Date(2024, 2, 21, 10, 0, 0, 0, annotate.Beijing),
	}
}

func texts(t *testing.T, notes []annotate.Annotation, err error) []string {
	t.Helper()
	must(t, err)
	var all []string
	for _, n := range notes {
		all = append(all, n.Text)
	}
	return all
}

func titles(t *testing.T, drafts []annotate.Proposal, err error) []string {
	t.Helper()
	must(t, err)
	var all []string
	for _, p := range drafts {
		all = append(all, p.Title)
	}
	return all
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

func TestNotesAreThereAfterReopening(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new", oddFolder)
	s := open(t, dir)
	a, b := note("a", "桩在哪里？"), note("b", "")
	b.Anchor.Report = "other-2023"
	must(t, s.SaveNote(a))
	must(t, s.SaveNote(b))
	must(t, s.Close())

	s = open(t, dir)
	all, err := s.AllNotes()
	must(t, err)
	if !all[0].Changed.Equal(a.Changed) {
		t.Errorf("changed %v, want %v", all[0].Changed, a.Changed)
	}
	all[0].Created, all[0].Changed = a.Created, a.Changed // the same instants
	same(t, "first note", all[0], a)
	of, err := s.Notes("other-2023")
	same(t, "notes of one report", texts(t, of, err), []string{""})
}

func TestChangedNoteKeepsItsEarlierWords(t *testing.T) {
	s := open(t, t.TempDir())
	for _, text := range []string{"一稿", "二稿", "二稿", "三稿"} {
		n := note("a", text)
		n.Changed = s.now() // saving again without a change keeps nothing
		must(t, s.SaveNote(n))
	}
	before, err := s.NoteHistory("a")
	same(t, "history", texts(t, before, err), []string{"一稿", "二稿"})
	now, err := s.AllNotes()
	same(t, "now", texts(t, now, err), []string{"三稿"})
}

func TestDeletingIsSoft(t *testing.T) {
	s := open(t, t.TempDir())
	must(t, s.SaveNote(note("a", "甲")))
	must(t, s.SaveNote(note("b", "乙")))
	must(t, s.DeleteNote("a"))
	now, err := s.AllNotes()
	same(t, "after deleting", texts(t, now, err), []string{"乙"})
	gone, err := s.DeletedNotes()
	same(t, "deleted", texts(t, gone, err), []string{"甲"})
	must(t, s.RestoreNote("a"))
	now, err = s.AllNotes()
	same(t, "after restoring", texts(t, now, err), []string{"甲", "乙"})
	must(t, s.DeleteNote("b"))
	must(t, s.SaveNote(note("b", "乙")))
	now, err = s.AllNotes()
	same(t, "after saving again", texts(t, now, err), []string{"甲", "乙"})
	if err := s.DeleteNote("none"); !errors.Is(err, ErrNone) {
		t.Errorf("deleting nothing: %v", err)
	}
}

func TestRevisionIsKeptOnlyOfAChange(t *testing.T) {
	s := open(t, t.TempDir())
	p := annotate.New("p", annotate.Suggestion)
	save := func(title string) {
		p.Title = title
		p.Changed = s.now()
		must(t, s.SaveDraft(p))
	}
	save("一")
	must(t, s.Revise("p", "left"))
	must(t, s.Revise("p", "left"))
	save("二")
	save("三")
	must(t, s.Revise("p", "printed"))
	all, err := s.Revisions("p")
	must(t, err)
	var got []string
	for _, r := range all {
		got = append(got, fmt.Sprintf("%d %s %s %d", r.N, r.Reason, r.Proposal.Title, r.Proposal.Revision))
	}
	same(t, "revisions", got, []string{"1 left 一 1", "2 printed 三 2"})
	if !all[0].Time.Before(all[1].Time) {
		t.Error("times do not go on")
	}
	save("四") // p still says revision 1
	now, err := s.Draft("p")
	must(t, err)
	same(t, "number of the working copy", now.Revision, 2)
}

func TestOldRevisionComesBackAndNothingIsLost(t *testing.T) {
	s := open(t, t.TempDir())
	p := annotate.New("p", annotate.Suggestion)
	for _, title := range []string{"一", "二"} {
		p.Title = title
		must(t, s.SaveDraft(p))
		must(t, s.Revise("p", "left"))
	}
	p.Title = "三"
	must(t, s.SaveDraft(p))
	back, err := s.RestoreRevision("p", 1)
	must(t, err)
	same(t, "restored", back.Title, "一")
	now, err := s.Drafts()
	same(t, "working copy", titles(t, now, err), []string{"一"})
	all, err := s.Revisions("p")
	must(t, err)
	same(t, "what was there before", all[len(all)-1].Proposal.Title, "三")
	if _, err := s.RestoreRevision("p", 9); !errors.Is(err, ErrNone) {
		t.Errorf("revision 9: %v", err)
	}
	now, err = s.Drafts()
	same(t, "after a failure", titles(t, now, err), []string{"一"})
}

func TestDraftsComeLastChangedFirst(t *testing.T) {
	s := open(t, t.TempDir())
	for _, id := range []string{"a", "b", "c", "a"} {
		p := annotate.New(annotate.ProposalID(id), annotate.Suggestion)
		p.Title = id
		must(t, s.SaveDraft(p))
	}
	all, err := s.Drafts()
	same(t, "drafts", titles(t, all, err), []string{"a", "c", "b"})
	must(t, s.DeleteDraft("c"))
	all, err = s.Drafts()
	same(t, "after deleting", titles(t, all, err), []string{"a", "b"})
	if _, err := s.Draft("c"); !errors.Is(err, ErrNone) {
		t.Errorf("a deleted draft: %v", err)
	}
	must(t, s.RestoreDraft("c"))
	all, err = s.Drafts()
	same(t, "after restoring", titles(t, all, err), []string{"a", "c", "b"})
}

func TestSettings(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	card := annotate.Deputy{Name: "测试代表甲"}
	if there, err := s.Setting("card", &card); there || err != nil || card.Name != "测试代表甲" {
		t.Errorf("before: %t %v %v", there, err, card)
	}
	must(t, s.SetSetting("card", annotate.Deputy{Name: "测试代表乙", Phone: "13800000000"}))
	must(t, s.SetSetting("zoom", 1.25))
	must(t, s.Close())
	s = open(t, dir)
	there, err := s.Setting("card", &card)
	if !there || err != nil || card.Phone != "13800000000" {
		t.Errorf("after: %t %v %v", there, err, card)
	}
}

func TestImportedReports(t *testing.T) {
	s := open(t, t.TempDir())
	must(t, s.SaveReport(Import{ID: "a-2023", Name: "2023.docx", Meta: intake.Meta{Year: 2022}, Source: []byte{0, 1, 255}}))
	must(t, s.SaveReport(Import{ID: "a-2023", Name: "2023.txt", Meta: intake.Meta{Year: 2023}, Source: []byte("政府工作报告")}))
	all, err := s.Reports()
	must(t, err)
	if len(all) != 1 || all[0].Name != "2023.txt" || all[0].Meta.Year != 2023 || string(all[0].Source) != "政府工作报告" || all[0].Imported.IsZero() {
		t.Errorf("reports %+v", all)
	}
	must(t, s.DeleteReport("a-2023"))
	all, err = s.Reports()
	must(t, err)
	same(t, "after deleting", len(all), 0)
	must(t, s.RestoreReport("a-2023"))
}

func TestRecordsAreAllKeptOrNone(t *testing.T) {
	type entry struct{ Number int }
	s := open(t, t.TempDir())
	must(t, s.SaveRecords(Record{"entry", "a", entry{1}}, Record{"entry", "b", entry{2}}, Record{"batch", "a", "一批"}))
	if err := s.SaveRecords(Record{"entry", "c", entry{3}}, Record{"entry", "", entry{4}}); err == nil {
		t.Error("a record without id was kept")
	}
	must(t, s.SaveRecords(Record{"entry", "a", nil}))
	all, err := Records[entry](s, "entry")
	must(t, err)
	same(t, "entries", all, []entry{{2}})
}

func TestFolderThatVanishedIsNoticed(t *testing.T) {
	s := open(t, t.TempDir())
	must(t, s.SaveNote(note("a", "甲")))
	vanish(t, s)
	if err := s.SaveNote(note("b", "乙")); !errors.Is(err, ErrNoFolder) {
		t.Errorf("saving into nowhere: %v", err)
	}
}

// Another file is in the place of the database, as when sticks are changed:
// nothing is said to be saved.
func TestOtherFileInItsPlaceIsNoticed(t *testing.T) {
	s := open(t, t.TempDir())
	must(t, s.Backup(s.path()+".other"))
	vanish(t, s)
	must(t, os.Rename(s.path()+".other", s.path()))
	if err := s.SaveNote(note("b", "乙")); !errors.Is(err, ErrNoFolder) {
		t.Errorf("saving into another database: %v", err)
	}
}
