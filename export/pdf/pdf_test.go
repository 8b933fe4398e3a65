package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/seeds/report"
)

const (
	testTitle = "关于加快公共充电桩建设、方便新能源汽车出行的建议"
	testQuote = "科学规划道路停车位3000个，新建公共充电桩580个，新增拆墙透绿119处。"
	testName  = "测试𬭊𫍯䶮"
	testPara  = "政府工作报告提出“新建公共充电桩580个”（见第12页），群众十分期盼——但老城区不足120个……增长38.5%。"
)

func testReport(report.ID) *report.Report {
	return &report.Report{
		ID: "r-2024", Title: "政府工作报告", Edition: report.EditionOf(testQuote),
		Fragment: report.Fragment{Before: "(上接01版)", After: "(下转03版)"},
		Sections: []report.Section{{Path: "三", Heading: "三、2024年重点工作安排", Paragraphs: []report.Paragraph{{ID: "r-2024/三/1", Section: "三", Text: testQuote}}}},
	}
}

func testProposal() annotate.Proposal {
	p := annotate.New("1f3a9c27-5b1d-4c3e-8f00-0123456789ab", annotate.Suggestion)
	p.Title, p.Session, p.Category, p.Date = testTitle, "漯河市第八届人民代表大会第三次会议", "环境与城乡建设", "2024-02-22"
	p.Deputy = annotate.Deputy{Name: testName, Number: "0123", Delegation: "郾城代表团", Post: "测试学校教师"}
	p.Body = annotate.Body{Situation: testPara + "\n珺喆玥瑄勠力同心。", Analysis: "（一）布局不均。老城区少。", Proposal: "1.明确分布。"}
	r := testReport("")
	a := annotate.AnchorAt(r, r.Sections[0].Paragraphs[0], report.Span{End: len(testQuote)})
	p.Cites = []annotate.Citation{{Anchor: a, Ask: "明确"}}
	return p
}

func testSheet() export.Document { return export.Sheet(testProposal(), testReport, nil) }

func mustWrite(t testing.TB, doc export.Document, o Options) ([]byte, Info) {
	t.Helper()
	file, info, err := Write(doc, o)
	if err != nil {
		t.Fatal(err)
	}
	return file, info
}

// What a reader copies out of the file is what was typed, rare names too.
func TestTextComesBack(t *testing.T) {
	for _, o := range []Options{{Data: []byte("PK data")}, {Preset: ForArchive}} {
		file, info := mustWrite(t, testSheet(), o)
		if len(info.Missing) > 0 {
			t.Errorf("missing: %v", info.Missing)
		}
		r := read(t, file)
		if len(r.pages) != info.Pages {
			t.Errorf("%d pages, info says %d", len(r.pages), info.Pages)
		}
		text := strings.Join(r.pages, "\n")
		for _, want := range []string{
			testTitle, "1.“" + testQuote + "”", testName, testPara, "珺喆玥瑄勠力同心。", "（一）布局不均。老城区少。", "编号：第",
			"据所附文本（报纸02版摘录），以大会印发文本为准", "一、情况", "领衔代表（签名）：",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("preset %d: no %q in\n%s", o.Preset, want, text)
			}
		}
	}
}

// All 8105 characters of the standard table and every mark we print come back
// as themselves, from whichever face they were drawn with.
func TestEveryCharacterComesBack(t *testing.T) {
	fonts, err := Bundled()
	if err != nil {
		t.Fatal(err)
	}
	var runes []rune
	for r := rune(0x4E00); r < 0x9FF0; r++ {
		if _, _, ok := fonts.Glyph(export.Fang, r); ok {
			runes = append(runes, r)
		}
	}
	runes = append(runes, assets.Plane2()...)
	runes = append(runes, []rune("，。、；：？！（）《》〈〉【】〔〕「」『』“”‘’—…·～％‰℃々①②③ⅠⅡⅢ→←■□◆×÷±αβабв")...)
	if len(runes) < 8105 {
		t.Errorf("only %d characters", len(runes))
	}
	for _, role := range []export.Role{export.Fang, export.Kai, export.Hei, export.Song} {
		doc := export.Document{Blocks: []export.Block{export.Paragraph{Spans: []export.Span{{Text: string(runes), Role: role}}}}}
		file, info := mustWrite(t, doc, Options{})
		got := strings.ReplaceAll(strings.Join(read(t, file).pages, ""), "\n", "")
		if len(info.Missing) > 0 {
			t.Errorf("%s: %d missing, first %c", role, len(info.Missing), info.Missing[0].Rune)
		}
		if got != string(runes) && len(info.Missing) == 0 {
			t.Errorf("%s: %d characters came back of %d", role, len([]rune(got)), len(runes))
		}
	}
}

// A character no face has is printed as 〓 and reported, never a blank.
func TestMissingCharacter(t *testing.T) {
	p := testProposal()
	p.Deputy.Name = "测试\U00020001代表\uE001"
	file, info := mustWrite(t, export.Sheet(p, testReport, nil), Options{})
	if len(info.Missing) != 2 || info.Missing[0].Rune != 0x20001 || info.Missing[1].Rune != 0xE001 {
		t.Errorf("missing: %v", info.Missing)
	}
	if text := strings.Join(read(t, file).pages, "\n"); !strings.Contains(text, "测试〓代表〓") {
		t.Errorf("no 〓 in\n%s", text)
	}
}

// The same proposal gives the same bytes.
func TestSameBytes(t *testing.T) {
	for _, preset := range []Preset{ForSigning, ForArchive} {
		a, _ := mustWrite(t, testSheet(), Options{Preset: preset})
		b, _ := mustWrite(t, testSheet(), Options{Preset: preset})
		if !bytes.Equal(a, b) {
			t.Errorf("preset %d: two files differ", preset)
		}
	}
}

// Files may be written side by side: the fonts are shared and not changed.
func TestSideBySide(t *testing.T) {
	want, _ := mustWrite(t, testSheet(), Options{})
	files := make(chan []byte)
	for range 4 {
		go func() {
			file, _, err := Write(testSheet(), Options{})
			if err != nil {
				file = nil
			}
			files <- file
		}()
	}
	for range 4 {
		if !bytes.Equal(<-files, want) {
			t.Error("a file differs")
		}
	}
}

// The packet travels inside, byte for byte; an archive file takes none.
func TestDataTravelsInside(t *testing.T) {
	data := bytes.Repeat([]byte("PK\x03\x04 endstream endobj 数据"), 100)
	file, _ := mustWrite(t, testSheet(), Options{Data: data})
	r := read(t, file)
	got, err := inflate(r.dict(t, "/Type /EmbeddedFile").stream)
	if err != nil || !bytes.Equal(got, data) {
		t.Errorf("data came back as %d bytes of %d, %v", len(got), len(data), err)
	}
	cat := r.objects[1].body
	for _, want := range []string{"/AF [", "/EmbeddedFiles", "/Lang (zh-CN)", "/Marked true", "/DisplayDocTitle true", "/PageLabels", "/Outlines", "/OutputIntents", "/Metadata"} {
		if !strings.Contains(cat, want) {
			t.Errorf("catalogue lacks %s", want)
		}
	}
	const want = "pdf: an archive file (PDF/A-1b) may carry no attachment"
	if _, _, err := Write(testSheet(), Options{Preset: ForArchive, Data: data}); err == nil || err.Error() != want {
		t.Errorf("error %v, want %s", err, want)
	}
}

// Without the 仿宋 the text is in 楷体 and the caller is told.
func TestWithoutFang(t *testing.T) {
	files := map[export.Face][]byte{}
	for _, name := range []string{"title", "hei", "kai", "fang-fb", "song-num"} {
		data, ok := assets.Paper(name)
		if !ok {
			t.Fatalf("no font %s", name)
		}
		files[export.Face(name)] = data
	}
	fonts, err := newFonts(files)
	if err != nil {
		t.Fatal(err)
	}
	file, info := mustWrite(t, testSheet(), Options{Fonts: fonts})
	if !info.NoFang || len(info.Missing) > 0 {
		t.Errorf("info: %+v", info)
	}
	if text := strings.Join(read(t, file).pages, "\n"); !strings.Contains(text, testPara) {
		t.Error("text is lost")
	}
}

// Bad fonts are refused with a sentence.
func TestBadFonts(t *testing.T) {
	good, _ := assets.Paper("song-num")
	for _, tt := range []struct {
		name string
		data []byte
		want string
	}{
		{"empty", nil, "pdf: font kai: cut short: not a usable TrueType font"},
		{"cut", good[:200], "pdf: font kai: cut short: not a usable TrueType font"},
		{"a collection", append([]byte("ttcf\x00\x01\x00\x00"), make([]byte, 100)...), `pdf: font kai: no table "head": not a usable TrueType font`},
	} {
		if _, err := newFonts(map[export.Face][]byte{"kai": tt.data}); err == nil || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

// Other programs agree. Where one is not installed, the log says so.
func TestOtherReaders(t *testing.T) {
	dir := t.TempDir()
	data := []byte("PK the packet")
	path := filepath.Join(dir, "sheet.pdf")
	file, info := mustWrite(t, testSheet(), Options{Data: data})
	if err := Save(path, file); err != nil {
		t.Fatal(err)
	}
	archive := filepath.Join(dir, "archive.pdf")
	file, _ = mustWrite(t, testSheet(), Options{Preset: ForArchive})
	if err := Save(archive, file); err != nil {
		t.Fatal(err)
	}
	run := func(name string, args ...string) (string, bool) {
		if _, err := exec.LookPath(name); err != nil {
			t.Logf("%s is not installed: not asked", name)
			return "", false
		}
		out, err := exec.Command(name, args...).CombinedOutput()
		if err != nil {
			t.Errorf("%s %v: %v\n%s", name, args, err, out)
		}
		return string(out), err == nil
	}
	for _, f := range []string{path, archive} {
		run("qpdf", "--check", f)
	}
	const jars = "/usr/share/java/"
	if _, err := os.Stat(jars + "preflight.jar"); err != nil {
		t.Log("PDFBox Preflight is not installed: PDF/A-1b not asked")
	} else {
		path := jars + strings.Join(strings.Fields("preflight.jar pdfbox2.jar fontbox2.jar xmpbox.jar commons-logging.jar bcprov.jar javax.activation.jar jaxb-api.jar"), ":"+jars)
		run("java", "-cp", path, "org.apache.pdfbox.preflight.Validator_A1b", archive)
	}
	words := func(name, text string) {
		text = strings.Join(strings.Fields(text), "")
		for _, want := range []string{testTitle, testQuote, testName, testPara} {
			if !strings.Contains(text, want) {
				t.Errorf("%s: no %q in\n%s", name, want, text)
			}
		}
	}
	if out, ok := run("pdftotext", path, "-"); ok {
		words("pdftotext", out)
	}
	if out, ok := run("mutool", "draw", "-q", "-F", "text", path); ok {
		words("mutool", out)
	}
	if out, ok := run("pdfinfo", "-struct-text", path); ok && !strings.Contains(out, "H1") {
		t.Errorf("pdfinfo sees no structure:\n%s", out)
	}
	if out, ok := run("pdfinfo", path); ok {
		for _, want := range []string{testTitle, testName, fmt.Sprintf("%d\n", info.Pages), "Tagged:          yes"} {
			if !strings.Contains(out, want) {
				t.Errorf("pdfinfo: no %q in\n%s", want, out)
			}
		}
	}
	if _, ok := run("pdfdetach", "-save", "1", "-o", filepath.Join(dir, "out"), path); ok {
		if got, err := os.ReadFile(filepath.Join(dir, "out")); err != nil || !bytes.Equal(got, data) {
			t.Errorf("pdfdetach gave %q, %v", got, err)
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	doc := testSheet()
	for b.Loop() {
		mustWrite(b, doc, Options{Data: []byte("PK")})
	}
}
