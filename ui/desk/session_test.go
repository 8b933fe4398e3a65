package desk

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/seeds/rules"
)

// Keys that were made for these tests; nobody has their other halves.
const (
	testKey  = "age1je6kh98q9l5ejax7jf5xhs9sys68kljuuud5wl2mhyn269f97snst9fgcx"
	otherKey = "age1p52sgshg7flawe99tgsfe38w8xnpz023cmcprstjv0a9klgf7qdql7ktp0"
)

const shili = "示例市第一届人民代表大会第一次会议"

var beforeTheMeeting = time.Date(2024, 2, 20, 8, 0, 0, 0, annotate.Beijing)

func meeting() export.Session {
	return export.Session{
		Name: shili, Issued: time.Date(2024, 2, 20, 9, 0, 0, 0, annotate.Beijing),
		Begins: "2024-02-21", Ends: "2024-02-23", Motion: "2024-02-22 12:00", Suggestion: "2024-02-23 12:00", Key: testKey,
		Delegations: []string{"甲区代表团", "乙县代表团"},
		Units:       []export.SessionUnit{{Name: "市示例局", Duties: []string{"公路"}}},
		Report:      &export.SessionReport{File: "report.txt", ID: "shili-2024", Title: "政府工作报告", Body: "示例市人民政府", Year: 2024, Data: []byte(county)},
		Roster: []export.Member{
			{Name: "测试代表甲", Number: "0101", Delegation: "甲区代表团", Post: "示例社区主任"},
			{Name: "测试代表乙", Number: "0102", Delegation: "甲区代表团", Post: "示例小学教师"},
			{Name: "另一代表", Number: "0201", Delegation: "乙县代表团"},
		},
	}
}

// issue writes a package of s to a new folder.
func issue(t *testing.T, s export.Session) string {
	t.Helper()
	p, err := export.NewSession(s)
	if err != nil {
		t.Fatal(err)
	}
	data, err := p.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return lay(t, "会议包.dbs", string(data))
}

// said is what the window says of the last action, in Chinese.
func said(d *Desk) string {
	what, hint := Explain(assets.Language(assets.Chinese), d.Notice())
	return what + hint
}

// openAt is open with a clock that stands.
func openAt(t *testing.T, folder string, now time.Time) *Desk {
	t.Helper()
	d := Open(Settings{Folder: furnish(t, folder), Now: func() time.Time { return now }})
	if d.Trouble() != nil {
		t.Fatal(d.Trouble())
	}
	t.Cleanup(func() { _ = d.Close() }) // as in open
	return d
}

func TestSessionPackageSetsEverythingUpAndReplacesNothing(t *testing.T) {
	folder := t.TempDir()
	d := openAt(t, folder, beforeTheMeeting)
	find(t, d, "充电桩")
	press(t, d, d.Comment("每个区县各建多少？"))
	press(t, d, d.Write(annotate.Suggestion))
	d.SetTitle("关于示例的建议")
	d.SetField("deputy.name", "我自己")
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	mine := *d.Draft()

	d.OpenFile(issue(t, meeting()))
	if told(d) != "desk.session.opened" || !strings.Contains(said(d), "代表 3 名，代表团 2 个") || strings.Contains(said(d), "{") {
		t.Fatalf("told %q: %v", said(d), d.Notice())
	}
	d.Dismiss()
	for i := range 2 {
		if d.Meeting() == nil || d.Meeting().Session.Name != shili || d.CommitteeKey() != testKey || d.Pack().Deadlines.Motion != "2024-02-22 12:00" ||
			strings.Join(d.offered("deputy.delegation"), " ") != "甲区代表团 乙县代表团" || strings.Join(d.offered("host"), " ") != "市示例局" {
			t.Fatalf("start %d: %+v", i, d.Meeting())
		}
		if d.Report().ID != "shili-2024" || len(d.Targets(d.Report())) != 2 || d.Find("luohe-2024") == nil {
			t.Errorf("start %d: %s is open", i, d.Report().ID)
		}
		if d.AllNotes() != 1 || len(d.Drafts()) != 1+i || d.Drafts()[i].Title != mine.Title || d.Drafts()[i].Session != mine.Session || d.Card().Name != "我自己" {
			t.Errorf("start %d: the user's words were changed: %d notes, %+v, %+v", i, d.AllNotes(), d.Drafts(), d.Card())
		}
		if i == 1 {
			break
		}
		press(t, d, d.Write(annotate.Motion))
		if p := d.Draft(); p.Session != shili || p.Date != "2024-02-21" || p.When != "大会期间" || p.Deputy.Name != "我自己" {
			t.Errorf("the new draft begins with %s, %s, %s, %s", p.Session, p.Date, p.When, p.Deputy.Name)
		}
		shut(t, d)
		d = openAt(t, folder, beforeTheMeeting)
	}
	d.OpenFile(issue(t, meeting()))
	if told(d) != "desk.session.known" || len(d.Editions("shili-2024")) != 1 {
		t.Errorf("again: told %q, %d editions", told(d), len(d.Editions("shili-2024")))
	}
	shut(t, d)
}

func TestNewerPackageUpdatesAndOlderIsRefused(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	d.OpenSession(issue(t, meeting()))
	p := d.Report().Paragraphs()[1]
	d.SelectSentence(p.ID, len(p.Text)-1, false)
	d.Dismiss()
	press(t, d, d.Mark(annotate.Blue))

	newer := meeting()
	newer.Issued = newer.Issued.Add(time.Hour)
	newer.Motion = "2024-02-22 16:00"
	newer.Roster = newer.Roster[:2]
	newer.Report.Data = []byte(strings.Replace(county, "加快农村公路建设。", "加快农村公路和桥梁建设。", 1))
	d.OpenSession(issue(t, newer))
	if told(d) != "desk.session.opened" || d.Pack().Deadlines.Motion != "2024-02-22 16:00" || len(d.Roster("")) != 2 || len(d.Editions("shili-2024")) != 2 {
		t.Fatalf("newer: %v, %s, %d deputies", d.Notice(), d.Pack().Deadlines.Motion, len(d.Roster("")))
	}
	if f := d.Where(d.Notes()[0].Anchor, d.Report()); f.Status != annotate.Attached {
		t.Errorf("the note is %s in the new text", f.Status)
	}

	d.OpenSession(issue(t, meeting()))
	if !errors.Is(d.Notice(), ErrOlderPackage) || GoodNews(d.Notice()) || d.Pack().Deadlines.Motion != "2024-02-22 16:00" {
		t.Errorf("older: %v, %s", d.Notice(), d.Pack().Deadlines.Motion)
	}
	if want := "没有打开：这个会议包印发于 2024-02-20 09:00，本机已有“" + shili + "”2024-02-20 10:00 印发的新包。"; said(d) != want {
		t.Errorf("said %q, want %q", said(d), want)
	}
}

func TestFirstKeyIsPinnedAndAnotherAsks(t *testing.T) {
	folder := t.TempDir()
	d := openAt(t, folder, beforeTheMeeting)
	if d.AcceptKey().Off == nil {
		t.Error("a key can be accepted before one was offered")
	}
	d.OpenSession(issue(t, meeting()))
	other := meeting()
	other.Issued, other.Key, other.Motion = other.Issued.Add(time.Hour), otherKey, "2024-02-22 16:00"
	path := issue(t, other)

	d.OpenSession(path)
	f, ok := d.KeyOffered()
	if !errors.Is(d.Notice(), ErrOtherKey) || !ok || f != export.Fingerprint(otherKey) || !strings.Contains(said(d), f) || !strings.Contains(said(d), export.Fingerprint(testKey)) {
		t.Fatalf("told %v, offered %q", said(d), f)
	}
	if d.CommitteeKey() != testKey || d.Pack().Deadlines.Motion != "2024-02-22 12:00" {
		t.Error("something was set up before anybody accepted")
	}
	d.DeclineKey()
	if _, ok := d.KeyOffered(); ok || d.Notice() != nil {
		t.Error("the offer stays after it was declined")
	}
	d.OpenSession(path)
	d.Dismiss()
	d.Press(d.AcceptKey())
	if told(d) != "desk.session.opened" || d.CommitteeKey() != otherKey {
		t.Fatalf("accepted: %v", d.Notice())
	}
	shut(t, d)

	// An accepted key asks no more, and none at all does.
	d = openAt(t, folder, beforeTheMeeting)
	defer shut(t, d)
	other.Issued = other.Issued.Add(time.Hour)
	d.OpenSession(issue(t, other))
	if told(d) != "desk.session.opened" {
		t.Errorf("the same key again: %v", d.Notice())
	}
	other.Issued, other.Key = other.Issued.Add(time.Hour), ""
	d.OpenSession(issue(t, other))
	if f, ok := d.KeyOffered(); !errors.Is(d.Notice(), ErrOtherKey) || !ok || f != "" || d.CommitteeKey() != otherKey {
		t.Errorf("without a key: %v", d.Notice())
	}
}

func TestBadPackagesSetNothingUp(t *testing.T) {
	good, err := os.ReadFile(issue(t, meeting()))
	if err != nil {
		t.Fatal(err)
	}
	noText := meeting()
	noText.Report.Data = []byte("\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR")
	wrong := meeting()
	wrong.Corrections = json.RawMessage(`{"format": "something-else/1"}`)
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	for _, tt := range []struct{ name, path, want string }{
		{"altered", lay(t, "a.dbs", string(bytes.Replace(good, []byte("30公里"), []byte("31公里"), 1))), "没有打开“a.dbs”：内容不完整或被改动过"},
		{"a report that is no text", issue(t, noText), "没有打开“会议包.dbs”：文件不能用"},
		{"corrections that are none", issue(t, wrong), "没有打开“会议包.dbs”：文件不能用"},
		{"no package", lay(t, "b.dbs", "会议"), "没有打开“b.dbs”：文件不能用"},
	} {
		d.OpenSession(tt.path)
		if !strings.HasPrefix(said(d), tt.want) || GoodNews(d.Notice()) {
			t.Errorf("%s: said %q", tt.name, said(d))
		}
		if d.Meeting() != nil || len(d.Reports()) != 1 || d.Pack() != rules.Default() {
			t.Errorf("%s: something was set up", tt.name)
		}
	}
	d.OpenSession(filepath.Join(t.TempDir(), "nowhere.dbs"))
	if !errors.Is(d.Notice(), os.ErrNotExist) {
		t.Errorf("a file that is not there: %v", d.Notice())
	}
}

func TestConfirmedTargetsAndMisprintsComeWithThePackage(t *testing.T) {
	// Staff strike a target out on their own desk.
	staff := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, staff)
	staff.OpenSession(issue(t, meeting()))
	all := staff.Targets(staff.Report())
	pressGood(t, staff, staff.DeleteTarget(all[0].ID))
	data, err := annotate.WriteCorrections(staff.correctionsOf(staff.Report()))
	if err != nil {
		t.Fatal(err)
	}
	s := meeting()
	s.Corrections = data
	p := staff.Report().Paragraphs()[1]
	s.Doubts = []export.Misprint{{Paragraph: p.ID, Start: 2, End: 4, Text: "农村", Suggestion: "城乡", Why: "usual"}}

	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	d.OpenSession(issue(t, s))
	if got := d.Targets(d.Report()); len(got) != len(all)-1 {
		t.Errorf("%d targets, want %d: %v", len(got), len(all)-1, d.Notice())
	}
	doubts := d.Doubts()
	if len(doubts) != 1 || doubts[0].Span.Of(p.Text) != "农村" {
		t.Errorf("misprints %+v", doubts)
	}
}

// pressGood is press for an action that tells good news.
func pressGood(t *testing.T, d *Desk, a Action) {
	t.Helper()
	d.Dismiss()
	if a.Off != nil {
		t.Fatal(a.Off)
	}
	a.Do()
	if d.Notice() != nil && !GoodNews(d.Notice()) {
		t.Fatal(d.Notice())
	}
}

func TestRosterFillsTheCardAndTheCosigners(t *testing.T) {
	d := openAt(t, t.TempDir(), beforeTheMeeting)
	defer shut(t, d)
	d.OpenSession(issue(t, meeting()))
	d.Dismiss()
	for _, tt := range []struct{ prefix, want string }{
		{"", "测试代表甲 测试代表乙 另一代表"},
		{"测试", "测试代表甲 测试代表乙"},
		{"测 试代表乙", "测试代表乙"},
		{"01", "测试代表甲 测试代表乙"},
		{"0201", "另一代表"},
		{"丙", ""},
	} {
		var names []string
		for _, p := range d.Roster(tt.prefix) {
			names = append(names, p.Name)
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%q: %s, want %s", tt.prefix, got, tt.want)
		}
	}
	press(t, d, d.BeDeputy(d.Roster("测试代表甲")[0]))
	if c := d.Card(); c.Number != "0101" || c.Delegation != "甲区代表团" || c.Post != "示例社区主任" {
		t.Errorf("card %+v", c)
	}
	press(t, d, d.Write(annotate.Motion))
	d.SetField("deputy.phone", "13900000001")
	press(t, d, d.Cosign(d.Roster("另一")[0]))
	if p := d.Draft(); p.Deputy.Name != "测试代表甲" || len(p.Cosigners) != 1 || p.Cosigners[0].Number != "0201" {
		t.Errorf("draft %+v", p)
	}
	for _, who := range []string{"另一代表", "测试代表甲"} {
		if d.Cosign(d.Roster(who)[0]).Off == nil {
			t.Errorf("%s may sign twice", who)
		}
	}
	press(t, d, d.Undo())
	if len(d.Draft().Cosigners) != 0 {
		t.Error("the signature cannot be taken back")
	}

	// The telephone is of the one who typed it, and goes with nobody else.
	press(t, d, d.BeDeputy(d.Roster("0101")[0]))
	if d.Draft().Deputy.Phone != "13900000001" {
		t.Error("the telephone of the same deputy is gone")
	}
	press(t, d, d.BeDeputy(d.Roster("0102")[0]))
	if p := d.Draft().Deputy; p.Name != "测试代表乙" || p.Phone != "" {
		t.Errorf("another deputy: %+v", p)
	}
	press(t, d, d.Undo())
	if d.Draft().Deputy.Phone != "13900000001" {
		t.Error("the first deputy does not come back")
	}
}
