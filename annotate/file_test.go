package annotate

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

func TestFileKeepsEveryField(t *testing.T) {
	p := full()
	if lost := p.Bind(onlyShelf); len(lost) != 0 {
		t.Fatalf("unbound: %+v", lost)
	}
	data := WriteFile(p)
	got, err := ReadFile("p.toml", data)
	if err != nil {
		t.Fatal(err)
	}
	got.Bind(onlyShelf)
	if !reflect.DeepEqual(got, p) {
		t.Errorf("read\n%+v\nwrote\n%+v", got, p)
	}
	if again := WriteFile(got); !bytes.Equal(again, data) {
		t.Errorf("second writing differs:\n%s", again)
	}
}

func TestMotionNamesItsPartsByItsOwnWords(t *testing.T) {
	p := full()
	p.Form, p.Hour, p.MotionType = Motion, "09:30", "监督"
	data := WriteFile(p)
	for _, key := range []string{"\nreason = ", "\nbasis = ", "\nplan = "} {
		if !bytes.Contains(data, []byte(key)) {
			t.Errorf("no %q in\n%s", key, data)
		}
	}
	got, err := ReadFile("p.toml", data)
	if err != nil {
		t.Fatal(err)
	}
	if got.Body != p.Body {
		t.Errorf("body %+v, want %+v", got.Body, p.Body)
	}
}

func TestAmendmentOfAnotherReportNamesIt(t *testing.T) {
	p := full()
	p.Cites = nil
	got, err := ReadFile("p.toml", WriteFile(p))
	if err != nil {
		t.Fatal(err)
	}
	if got.Amends[0].Anchor.Report != "test-2024" {
		t.Errorf("report %q", got.Amends[0].Anchor.Report)
	}
}

func TestFileFaultsAreNamedByLine(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"misspelt key", "kind = \"建议\"\n\ntitel = \"关于\"\n", `x.toml: line 3: unknown key "titel"`},
		{"misspelt key of a table", "[deputy]\nnmae = \"甲\"\n", `x.toml: line 2: unknown key "deputy.nmae"`},
		{"two of them", "a = 1\nb = 2\n", `x.toml: line 1: unknown key "a"; line 2: unknown key "b"`},
		{"unknown table", "title = \"关于\"\n[signature]\nby = \"甲\"\n", `x.toml: line 2: unknown key "signature"`},
		{"not a date", "title = \"关于\"\ndate = \"明天\"\n", `x.toml: line 2: date "明天" is not a date like 2024-02-22`},
		{"time of day", "date = 2024-02-22T09:30:00\n", `x.toml: line 1: date 2024-02-22T09:30:00 is not a date like 2024-02-22`},
		{"not a UUID", "\nid = \"十二\"\n", `x.toml: line 2: id "十二" is not a UUID`},
		{"open string", "title = \"关于\n", `x.toml: line 1: `},
		{"number for words", "title = 7\n", `x.toml: line 1: `},
	} {
		_, err := ReadFile("x.toml", []byte(tt.text))
		var fault *FileError
		if !errors.As(err, &fault) {
			t.Errorf("%s: error %v", tt.name, err)
			continue
		}
		if !strings.HasPrefix(err.Error(), tt.want) || strings.HasSuffix(tt.want, " ") && len(err.Error()) == len(tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, err, tt.want)
		}
	}
}

// An editor of Windows ends lines in its own way: that changes no word.
func TestFileFromAnEditorOfWindows(t *testing.T) {
	p := New("5b0c6c2e-6f0d-4f0c-8a43-0f5d2f1d7e11", Suggestion)
	p.Title, p.Body.Situation = "关于充电桩的建议", "老城区没有车位。\n\n群众意见大。\n"
	data := WriteFile(p)
	want, err := ReadFile("x.toml", data)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadFile("x.toml", bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
}

func TestMissingKeysAreNoError(t *testing.T) {
	for _, text := range []string{"", "\uFEFFtitle = \"关于\"\r\n", "date = \"\"\n"} {
		p, err := ReadFile("x.toml", []byte(text))
		if err != nil {
			t.Errorf("%q: %v", text, err)
		}
		if p.Revision != 1 {
			t.Errorf("%q: revision %d", text, p.Revision)
		}
	}
}

func TestFileWithoutIDGetsTheSameOneEveryTime(t *testing.T) {
	read := func(text string) ProposalID {
		p, err := ReadFile("x.toml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return p.ID
	}
	const a = "title = \"关于充电桩的建议\"\n[deputy]\nnumber = \"0001\"\n"
	if first, second := read(a), read(a); first != second {
		t.Error("two readings, two ids")
	}
	if read(a) == read(strings.Replace(a, "0001", "0002", 1)) {
		t.Error("another deputy, the same id")
	}
	// A changed name space would give every file on paper a second identity.
	if got, want := read(a), ProposalID("ec22b989-5d37-522c-9308-dac1711ce173"); got != want {
		t.Errorf("id %q, want %q", got, want)
	}
}

func TestBindFindsQuotes(t *testing.T) {
	for _, tt := range []struct{ name, quote, found string }{
		{"as printed", "新建公共充电桩580个", "新建公共充电桩580个"},
		{"broken line", "新建公共\n  充电桩 580个", "新建公共充电桩580个"},
		{"the report has the blanks", "坚决守牢安全底线", "坚决守牢 安全 底线"},
		{"first of two", "打好“组合拳”", "打好“组合拳”"},
		{"other words", "新建公共充电桩600个", ""},
		{"nothing", "", ""},
		{"blanks only", " 　", ""},
	} {
		p := Proposal{Cites: []Citation{{Anchor: Anchor{Report: "test-2024", Quote: tt.quote}}}}
		lost := p.Bind(onlyShelf)
		if (tt.found == "") != (len(lost) == 1) {
			t.Errorf("%s: unbound %+v", tt.name, lost)
			continue
		}
		if tt.found == "" {
			continue
		}
		a := p.Cites[0].Anchor
		if a.Quote != tt.found || a.Sentence == "" || a.Edition != shelf().Edition {
			t.Errorf("%s: anchor %+v", tt.name, a)
		}
		para, _ := shelf().Paragraph(a.Paragraph)
		if got := para.Text[a.Offset : a.Offset+len(a.Quote)]; got != a.Quote {
			t.Errorf("%s: at offset stands %q", tt.name, got)
		}
	}
}

func TestBindSaysWhatItCannotFind(t *testing.T) {
	p := full()
	p.Cites = append(p.Cites, Citation{Anchor: Anchor{Report: "none-1999", Quote: "全部"}})
	p.Amends[0].Anchor.Quote = "没有这句话"
	want := []UnboundQuote{
		{Index: 1, Report: "none-1999", Quote: "全部", NoReport: true},
		{Amendment: true, Index: 0, Report: "test-2024", Quote: "没有这句话"},
	}
	if got := p.Bind(onlyShelf); !reflect.DeepEqual(got, want) {
		t.Errorf("unbound %+v, want %+v", got, want)
	}
}

func TestBindLeavesTheSecondOfTwoAlone(t *testing.T) {
	r := shelf()
	para := r.Sections[1].Paragraphs[1]
	at := strings.LastIndex(para.Text, "打好")
	a := AnchorAt(r, para, report.Span{Start: at, End: at + len("打好“组合拳”")})
	p := Proposal{Cites: []Citation{{Anchor: a}}}
	if lost := p.Bind(onlyShelf); len(lost) != 0 || p.Cites[0].Anchor != a {
		t.Errorf("moved from %d to %d", a.Offset, p.Cites[0].Anchor.Offset)
	}
}

func FuzzFileRoundTrip(f *testing.F) {
	f.Add("关于充电桩的建议", "一行\n两行\n", "\t\"\\\r\u0000\u2028\U000E0001")
	f.Add("\"\"\"", "\n", "'''")
	f.Fuzz(func(t *testing.T, title, body, post string) {
		clean := func(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }
		p := New(IDFor("1", "2"), Suggestion)
		p.Title, p.Body.Proposal, p.Deputy.Post = clean(title), clean(body), clean(post)
		got, err := ReadFile("x.toml", WriteFile(p))
		if err != nil {
			t.Fatalf("%v in\n%s", err, WriteFile(p))
		}
		if got.Title != p.Title || got.Body != p.Body || got.Deputy != p.Deputy {
			t.Errorf("read %+v, wrote %+v", got, p)
		}
	})
}
