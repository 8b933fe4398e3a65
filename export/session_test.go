package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/rules"
)

// Keys that were made for these tests; nobody has their other halves.
const (
	testKey  = "age1je6kh98q9l5ejax7jf5xhs9sys68kljuuud5wl2mhyn269f97snst9fgcx"
	otherKey = "age1p52sgshg7flawe99tgsfe38w8xnpz023cmcprstjv0a9klgf7qdql7ktp0"
)

func meeting() Session {
	return Session{
		Name:   "示例市第一届人民代表大会第一次会议",
		Issued: time.Date(2024, 2, 20, 9, 0, 0, 0, annotate.Beijing),
		Begins: "2024-02-21", Ends: "2024-02-23",
		Motion: "2024-02-22 12:00", Suggestion: "2024-02-23 12:00",
		Key:         testKey,
		Delegations: []string{"甲区代表团", "乙县代表团"},
		Units:       []SessionUnit{{Name: "市示例局", System: "政府", Duties: []string{"充电桩"}}},
		Categories:  []SessionMatter{{Name: "示例类", Words: []string{"充电"}}},
		Report:      &SessionReport{File: "report.txt", ID: "shili-2024", Title: "政府工作报告", Year: 2024, Data: []byte("一、工作\n\n新建道路12公里。")},
		Rules:       []byte("schema = 1\nname = \"示例市\"\n"),
		Roster: []Member{
			{Name: "测试代表甲", Number: "0101", Delegation: "甲区代表团", Post: "示例社区主任"},
			{Name: "测试代表乙", Number: "0201", Delegation: "乙县代表团"},
		},
		Doubts:      []Misprint{{Paragraph: "shili-2024/一/1", Start: 0, End: 2, Text: "新建", Why: "usual"}},
		Corrections: json.RawMessage(`{"schema": 1}`),
	}
}

func sessionBytes(t testing.TB, s Session) []byte {
	t.Helper()
	p, err := NewSession(s)
	if err != nil {
		t.Fatal(err)
	}
	data, err := p.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestSessionBringsBackWhatWasPacked(t *testing.T) {
	data := sessionBytes(t, meeting())
	p, err := ReadSession("a.dbs", data)
	if err != nil {
		t.Fatal(err)
	}
	got, want := p.Session, meeting()
	if !got.Issued.Equal(want.Issued) {
		t.Errorf("issued %s", got.Issued)
	}
	got.Issued = want.Issued
	if !reflect.DeepEqual(got, want) {
		t.Errorf("session %+v, want %+v", got, want)
	}
	m := p.Manifest
	if m.Session != want.Name || m.Issued != "2024-02-20T09:00:00+08:00" || m.Fingerprint != Fingerprint(testKey) || len(m.Files) != 6 || len(m.ID) != 64 {
		t.Errorf("manifest %+v", m)
	}
	if again := sessionBytes(t, meeting()); !bytes.Equal(again, data) {
		t.Error("the same session gives other bytes")
	}
	if again, err := p.Bytes(); err != nil || !bytes.Equal(again, data) {
		t.Errorf("read and written: %v", err)
	}
	if Carried(data) != SessionArchive || Carried([]byte("PK")) != NoCarrier {
		t.Error("the kind of file is not told by its content")
	}
	least := Session{Name: "示例会议", Issued: want.Issued}
	if _, err := ReadSession("a.dbs", sessionBytes(t, least)); err != nil {
		t.Errorf("the least session: %v", err)
	}
}

func TestFingerprintTellsKeysApart(t *testing.T) {
	if f := Fingerprint(testKey); len(f) != 24 || strings.Count(f, " ") != 4 || f == Fingerprint(otherKey) || Fingerprint("") != "" {
		t.Errorf("fingerprint %q", f)
	}
}

// The pack in force is the program's, then the package's, then what staff wrote
// into the plan.
func TestSessionPackInForce(t *testing.T) {
	standard := rules.Default()
	for _, tt := range []struct {
		name                    string
		change                  func(*Session)
		pack, unit, motion      string
		delegations, thresholds int
	}{
		{"all of the package", func(*Session) {}, "示例市", "市示例局", "2024-02-22 12:00", 2, 0},
		{"the program's rules", func(s *Session) { s.Rules = nil }, standard.Name, "市示例局", "2024-02-22 12:00", 2, len(standard.Thresholds)},
		{"only a name", func(s *Session) { *s = Session{Name: s.Name, Issued: s.Issued} }, standard.Name, standard.Units[0].Name, standard.Deadlines.Motion, 0, len(standard.Thresholds)},
	} {
		s := meeting()
		tt.change(&s)
		p, err := s.Pack(standard)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if p.Name != tt.pack || p.Units[0].Name != tt.unit || p.Deadlines.Motion != tt.motion || len(p.Delegations) != tt.delegations || len(p.Thresholds) != tt.thresholds {
			t.Errorf("%s: %s, %s, %s, %v", tt.name, p.Name, p.Units[0].Name, p.Deadlines.Motion, p.Delegations)
		}
	}
	if len(standard.Delegations) != 0 {
		t.Error("the program's own pack was changed")
	}
}

func TestSessionRefusesWhatNobodyMayPack(t *testing.T) {
	for _, tt := range []struct {
		name   string
		change func(*Session)
		want   string
	}{
		{"no name", func(s *Session) { s.Name = "" }, "the name of the session is missing"},
		{"no time", func(s *Session) { s.Issued = time.Time{} }, "the time of issue is missing"},
		{"two lines", func(s *Session) { s.Name = "甲\n乙" }, "cannot be shown"},
		{"a day that is none", func(s *Session) { s.Ends = "2024-02-30" }, `ends "2024-02-30" is not a date`},
		{"ends before it begins", func(s *Session) { s.Ends = "2024-02-20" }, "before it begins"},
		{"a deadline that is none", func(s *Session) { s.Motion = "明天中午" }, `motion "明天中午" is not a time`},
		{"a key that is none", func(s *Session) { s.Key = testKey[:50] }, "not a public key"},
		{"two keys", func(s *Session) { s.Key = testKey + "\n" + otherKey }, "cannot be shown"},
		{"the secret key", func(s *Session) { s.Key = "AGE-SECRET-KEY-1ABC" }, "key is the secret key"},
		{"a unit twice", func(s *Session) { s.Units = append(s.Units, s.Units[0]) }, `[[unit]] "市示例局" stands twice`},
		{"a delegation without name", func(s *Session) { s.Delegations = []string{""} }, "delegations without a name"},
		{"a number twice", func(s *Session) { s.Roster[1].Number = "0101" }, `deputy 2: number "0101" stands twice`},
		{"a telephone in the post", func(s *Session) { s.Roster[0].Post = "主任 13900000001" }, "a telephone or identity number"},
		{"a full-width telephone", func(s *Session) { s.Roster[0].Post = "１３９０００００００１" }, "a telephone or identity number"},
		{"a telephone as number", func(s *Session) { s.Roster[0].Number = "139-0000-0001" }, "a telephone or identity number"},
		{"a desk telephone", func(s *Session) { s.Roster[0].Post = "主任，0395-3130000" }, "a telephone or identity number"},
		{"an identity card", func(s *Session) { s.Roster[0].Post = "41110019700101001X" }, "a telephone or identity number"},
		{"a file elsewhere", func(s *Session) { s.Report.File = "../report.txt" }, "leads elsewhere"},
		{"an empty report", func(s *Session) { s.Report.Data = nil }, "report.txt is empty"},
		{"rules with a slip", func(s *Session) { s.Rules = append(s.Rules, "clases = 1\n"...) }, `rules.toml: line 3: unknown key "clases"`},
		{"corrections that are none", func(s *Session) { s.Corrections = []byte("{") }, "corrections.json is not JSON"},
	} {
		s := meeting()
		tt.change(&s)
		if _, err := NewSession(s); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestReadSessionRefuses(t *testing.T) {
	good := sessionBytes(t, meeting())
	whole, err := ReadSession("a.dbs", good)
	if err != nil {
		t.Fatal(err)
	}
	// again packs the entries of whole after change, with a manifest that names
	// them as they are then: what somebody could do who knows the format.
	again := func(change func(*SessionPackage)) []byte {
		p := whole
		p.raw = map[string][]byte{}
		for name, data := range whole.raw {
			p.raw[name] = data
		}
		p.Manifest.Files = slices.Clone(whole.Manifest.Files)
		change(&p)
		for i, f := range p.Manifest.Files {
			p.Manifest.Files[i] = FileEntry{f.Name, len(p.raw[f.Name]), digest(p.raw[f.Name])}
		}
		p.Manifest.ID = p.Manifest.hash()
		p.manifest, _ = json.Marshal(p.Manifest)
		data, err := p.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	swap := func(name, old, new string) []byte {
		return again(func(p *SessionPackage) { p.raw[name] = []byte(strings.Replace(string(p.raw[name]), old, new, 1)) })
	}
	packet := packed(t, parcel())
	for _, tt := range []struct {
		name string
		data []byte
		want error
		says string
	}{
		{"no zip", []byte("会议包"), ErrSession, "a.dbs: not a usable session package"},
		{"cut short", good[:len(good)/2], ErrSession, ""},
		{"a packet", packet, ErrSession, "no session.json"},
		{"a changed report", bytes.Replace(good, []byte("12公里"), []byte("13公里"), 1), ErrAltered, ""},
		{"an entry more", rezip(t, good, map[string]string{"report/b.txt": "x"}), ErrAltered, "report/b.txt: not in the manifest"},
		{"an entry less", rezip(t, good, map[string]string{"roster.json": ""}), ErrAltered, "roster.json"},
		{"an entry elsewhere", rezip(t, good, map[string]string{"../a": "x"}), ErrSession, ""},
		{"a name swapped in the manifest", rezip(t, good, map[string]string{"manifest.json": strings.Replace(string(whole.manifest), "第一次", "第二次", 1)}), ErrAltered, "id"},
		{"a newer critical feature", again(func(p *SessionPackage) { p.Manifest.Critical = []string{"sealed-roster"} }), ErrCritical, `critical "sealed-roster": made by a newer program`},
		{"a name that differs", again(func(p *SessionPackage) { p.Manifest.Session = "另一会议" }), ErrAltered, "differ"},
		{"a key that differs", swap(sessionName, testKey, otherKey), ErrAltered, "differ"},
		{"a telephone in an unknown column", swap(rosterName, `"0101"`, `"0101", "tel": "13900000001"`), ErrSession, "telephone"},
		{"a list that is none", swap(rosterName, "[", "{"), ErrSession, "roster.json"},
		{"a deadline that is none", swap(sessionName, "2024-02-22 12:00", "soon"), ErrSession, "not a time"},
	} {
		_, err := ReadSession("a.dbs", tt.data)
		if !errors.Is(err, tt.want) || !strings.Contains(fmt.Sprint(err), tt.says) {
			t.Errorf("%s: %v, want %v", tt.name, err, tt.want)
		}
		if err != nil && strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: more than one line: %v", tt.name, err)
		}
	}

	// What this program does not know is kept.
	data := again(func(p *SessionPackage) {
		p.raw["map.svg"] = []byte("<svg/>")
		p.Manifest.Files = append(p.Manifest.Files, FileEntry{Name: "map.svg"})
		p.raw[sessionName] = []byte(strings.Replace(string(p.raw[sessionName]), "{", `{"weather": "雪",`, 1))
	})
	p, err := ReadSession("a.dbs", data)
	if err != nil {
		t.Fatal(err)
	}
	if back, err := p.Bytes(); err != nil || !bytes.Equal(back, data) {
		t.Errorf("unknown entries and fields are not kept: %v", err)
	}
}

// A bomb of zeros is refused by its size when it is packed, and when somebody
// else packed it small.
func TestReadSessionIsNotFlooded(t *testing.T) {
	s := meeting()
	s.Report.Data = bytes.Repeat([]byte{'0'}, mostSource+1)
	if _, err := NewSession(s); err == nil || !strings.Contains(err.Error(), "at most 48") {
		t.Errorf("packed: %v", err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	e, err := w.Create("report/report.txt") // deflated
	if err == nil {
		_, err = e.Write(s.Report.Data)
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadSession("a.dbs", b.Bytes()); !errors.Is(err, ErrTooLarge) {
		t.Errorf("%d bytes that unpack to more: %v", b.Len(), err)
	}
}

// What is read can be used: every promise that the desk builds on holds for
// whatever bytes come.
func FuzzReadSession(f *testing.F) {
	f.Add(sessionBytes(f, meeting()))
	f.Add(sessionBytes(f, Session{Name: "示例会议", Issued: time.Unix(1708390800, 0).UTC()}))
	f.Add([]byte("PK"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := ReadSession("a.dbs", data)
		if err != nil {
			return
		}
		if _, err := p.Session.Pack(rules.Default()); err != nil {
			t.Errorf("the rules cannot be put in force: %v", err)
		}
		for _, m := range p.Session.Roster {
			if m.Name == "" || telephone.MatchString(m.Post) {
				t.Errorf("roster: %+v", m)
			}
		}
		back, err := p.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if q, err := ReadSession("b.dbs", back); err != nil || q.Manifest.ID != p.Manifest.ID {
			t.Errorf("written and read again: %v", err)
		}
	})
}

// sealed is a package of the given entries with a manifest that fits them: what
// somebody can make who knows the format.
func sealed(session, roster, pack []byte) []byte {
	p := SessionPackage{raw: map[string][]byte{sessionName: session, rosterName: roster, rulesName: pack}}
	var s Session
	_ = json.Unmarshal(session, &s) // what cannot be read is for the reader to refuse
	p.Manifest = SessionManifest{Schema: 1, Session: s.Name, Issued: s.Issued.Format(time.RFC3339), Fingerprint: Fingerprint(s.Key)}
	for _, name := range []string{rosterName, rulesName, sessionName} {
		p.Manifest.Files = append(p.Manifest.Files, FileEntry{name, len(p.raw[name]), digest(p.raw[name])})
	}
	p.Manifest.ID = p.Manifest.hash()
	p.manifest, _ = json.Marshal(p.Manifest) // strings and numbers only
	data, _ := p.Bytes()                     // written to memory
	return data
}

// The same for content that is well packed, which random bytes never are.
func FuzzSessionContent(f *testing.F) {
	s := meeting()
	s.Report = nil
	p, err := NewSession(s)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(p.raw[sessionName], p.raw[rosterName], p.raw[rulesName])
	f.Add([]byte(`{"session":"甲","issued":"2024-02-20T09:00:00+08:00","report":{"file":"a"}}`), []byte("[{}]"), []byte("schema = 1"))
	f.Fuzz(func(t *testing.T, session, roster, pack []byte) {
		p, err := ReadSession("a.dbs", sealed(session, roster, pack))
		if err != nil {
			if strings.Contains(strings.TrimRight(err.Error(), "\n"), "\n") && !strings.Contains(err.Error(), "rules.toml") {
				t.Errorf("more than one line: %q", err)
			}
			return
		}
		s := p.Session
		if _, err := s.Pack(rules.Default()); err != nil {
			t.Errorf("the rules cannot be put in force: %v", err)
		}
		for _, m := range s.Roster {
			if m.Name == "" || telephone.MatchString(unwide(m.Name+" "+m.Number+" "+m.Post)) {
				t.Errorf("roster: %+v", m)
			}
		}
		q, err := NewSession(s)
		if err != nil {
			t.Fatalf("what was read cannot be packed: %v", err)
		}
		data, err := q.Bytes()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := ReadSession("b.dbs", data); err != nil {
			t.Errorf("packed again: %v", err)
		}
	})
}

// Whatever table is read, what comes out of it may be packed.
func FuzzReadRoster(f *testing.F) {
	f.Add("姓名,代表证号,代表团,职务\n测试代表甲,0101,甲区代表团,示例社区主任\n")
	f.Add("名册\n姓　名;证号;代表团;单位;职务;手机\n张　三;０１;甲;乙;丙;13900000001\n")
	f.Fuzz(func(t *testing.T, text string) {
		roster, _, err := ReadRoster("r.csv", text, nil)
		if err != nil {
			return
		}
		s := Session{Name: "示例会议", Issued: meeting().Issued, Roster: roster}
		if _, err := NewSession(s); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	})
}
