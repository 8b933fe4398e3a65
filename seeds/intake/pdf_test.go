package intake

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"deputydesk/seeds/report"
)

// printed makes a PDF file of fonts, each the entries of its dictionary, called
// F1, F2 …, and of pages, each the operators that draw it. more are further
// objects, numbered from 10 on.
func printed(fonts []string, pages []string, more ...string) []byte {
	objects := map[int]string{1: "<</Type/Catalog/Pages 2 0 R>>"}
	resources := "<</Font<<"
	for i, f := range fonts {
		resources += fmt.Sprintf("/F%d<</Type/Font%s>>", i+1, f)
	}
	resources += ">>/XObject<</X 10 0 R>>>>"
	kids, next := "", 10+len(more)
	for i, m := range more {
		objects[10+i] = m
	}
	for _, content := range pages {
		kids += fmt.Sprintf("%d 0 R ", next)
		objects[next] = fmt.Sprintf("<</Type/Page/Parent 2 0 R/Contents %d 0 R>>", next+1)
		objects[next+1] = stream("", content)
		next += 2
	}
	objects[2] = fmt.Sprintf("<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 595 842]/Resources%s>>", len(pages), kids, resources)
	var b bytes.Buffer
	b.WriteString("%PDF-1.4\n")
	table := "xref\n0 1\n0000000000 65535 f \n"
	for n := 1; n < next; n++ {
		if objects[n] == "" {
			continue
		}
		table += fmt.Sprintf("%d 1\n%010d 00000 n \n", n, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, objects[n])
	}
	start := b.Len()
	fmt.Fprintf(&b, "%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", table, next, start)
	return b.Bytes()
}

// stream is the object of a stream.
func stream(entries, content string) string {
	return fmt.Sprintf("<<%s/Length %d>>stream\n%s\nendstream", entries, len(content), content)
}

// song is a font whose codes are UTF-16, hei one whose codes are GBK.
const (
	song  = "/Subtype/Type0/BaseFont/SimSun/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[1 95 500]>>]"
	hei   = "/Subtype/Type0/BaseFont/SimHei/Encoding/GBK-EUC-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/SimHei/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/W[814 907 500 7716 7716 500]>>]"
	roman = "/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths[" // and the widths
)

func times() string { return roman + strings.Repeat("500 ", 95) + "]" }

// at shows text in the first font at a place.
func at(x, y, size float64, text string) string {
	return fmt.Sprintf("BT /F1 %g Tf %g %g Td <%X> Tj ET\n", size, x, y, utf16(text, true, false))
}

func TestFonts(t *testing.T) {
	gbk := func(s string) string {
		out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	named := func(name string) string { return strings.Replace(song, "UniGB-UCS2-H", name, 1) }
	cmap := "/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange " +
		"2 beginbfchar <0001> <4FEE> <0002> <00660069> endbfchar 2 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<8DEF> <6761>] endbfrange endcmap"
	for _, tt := range []struct{ name, font, show, want string }{
		{"UTF-16", song, "<4FEE8DEF4E946761FF0C0050004D0032002E0035>", "修路五条，PM2.5"},
		{"UTF-16 beyond the first plane", named("UniGB-UTF16-H"), "<D842DFB74FEE>", "𠮷修"},
		{"GBK", hei, fmt.Sprintf("<%X>", gbk("修路580条")), "修路580条"},
		{"GB 2312", named("GB-EUC-H"), fmt.Sprintf("<%X>", gbk("修路。")), "修路。"},
		{"GB 18030", named("GBK2K-H"), fmt.Sprintf("<%X>", gbk("修㐁路")), "修㐁路"},
		{"glyph numbers with their characters", named("Identity-H") + "/ToUnicode 10 0 R", "<0001002000100012000200210001>", "修路一丂fi条修"},
		{"Windows Latin", times(), "(Wi-Fi \\226 7% \\(A\\051 \\\n6)", "Wi-Fi – 7% (A) 6"},
		{"named glyphs", "/Subtype/Type1/BaseFont/X/FirstChar 65/Widths[500 500 500 500 500]/Encoding<</Differences[65/one/uni4FEE/percent 68/emdash/a.alt]>>", "(ABCDE)", "1修%—a"},
		{"radicals drawn for characters", song, "<2F00 2EA0 2FA8 2ED3>", "一民門长"},
		{"a blank of the file", song, "<4FEE 0020 8DEF>", "修 路"},
		{"text written out", song, "<4FEE> Tj /Span<</ActualText<FEFF8DEF6761>>>BDC <4E004E8C> Tj EMC <3002>", "修路条。"},
		{"kerning", times(), "", "modern"},
		{"a drawing in the drawing", song, "<4FEE> Tj ET /X Do BT /F1 10 Tf 130 700 Td <3002>", "修路。"},
	} {
		draw := "BT /F1 10 Tf 100 700 Td " + tt.show + " Tj ET"
		more := stream("", cmap)
		if tt.name == "kerning" {
			draw = "BT /F1 10 Tf 100 700 Td [(mod) 20 (e) -80 (rn)] TJ ET"
		}
		if tt.name == "a drawing in the drawing" {
			more = stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Matrix[1 0 0 1 110 700]", "BT /F1 10 Tf <8DEF> Tj ET")
		}
		paper, warnings, err := readPDF(printed([]string{tt.font}, []string{draw}, more))
		if err != nil || paper.text != tt.want || warnings != nil {
			t.Errorf("%s: %q %v %v, want %q", tt.name, paper.text, warnings, err, tt.want)
		}
	}
}

func TestUnknownCharactersAreCounted(t *testing.T) {
	file := func(n int) []byte {
		return printed([]string{song, strings.Replace(song, "UniGB-UCS2-H", "Identity-H", 1)},
			[]string{at(100, 700, 10, strings.Repeat("修", n)+"。") + "BT /F2 10 Tf 100 750 Td <0001> Tj ET"})
	}
	if _, warnings, err := File(Meta{}, "甲.pdf", file(20)); err != nil || fmt.Sprint(warnings) != "[{undecodable 1}]" {
		t.Errorf("one of 22: %v %v", warnings, err)
	}
	if _, _, err := File(Meta{}, "甲.pdf", file(1)); !errors.Is(err, ErrNoTextLayer) {
		t.Errorf("one of three: %v", err)
	}
}

// The files in testdata hold one text, printed by three programs.
func TestPrintedReports(t *testing.T) {
	text, err := os.ReadFile("testdata/report.txt")
	if err != nil {
		t.Fatal(err)
	}
	whole := string(text)
	beginning, _, _ := strings.Cut(whole, "今年经济社会")
	for _, tt := range []struct{ file, text, pages string }{
		{"office.docx", whole, "00000000"},
		{"lines.pdf", whole, "11112222"},
		{"columns.pdf", whole, "11111112"},
		{"browser.pdf", beginning, "11112"},
	} {
		data, err := os.ReadFile("testdata/" + tt.file)
		if err != nil {
			t.Fatal(err)
		}
		got, warnings, err := File(Meta{ID: "r"}, tt.file, data)
		if err != nil || warnings != nil {
			t.Fatalf("%s: %v %v", tt.file, warnings, err)
		}
		want, err := Text(Meta{ID: "r"}, tt.text)
		if err != nil {
			t.Fatal(err)
		}
		if got.Edition != want.Edition {
			t.Errorf("%s: another edition", tt.file)
		}
		pages := ""
		for _, p := range got.Paragraphs() {
			pages += fmt.Sprint(p.Page)
		}
		if bare(got) != bare(want) || pages != tt.pages {
			t.Errorf("%s, pages %s:\n%s\nwant pages %s:\n%s", tt.file, pages, bare(got), tt.pages, bare(want))
		}
	}
}

// bare is outline without the repairs.
func bare(r *report.Report) string {
	for i := range r.Sections {
		for k := range r.Sections[i].Paragraphs {
			r.Sections[i].Paragraphs[k].Repairs = nil
		}
	}
	return outline(r)
}

func TestPDFRefuses(t *testing.T) {
	whole, err := os.ReadFile("testdata/lines.pdf")
	if err != nil {
		t.Fatal(err)
	}
	locked, err := os.ReadFile("testdata/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	bare := printed([]string{song}, []string{at(100, 700, 10, "修路五条。")})
	bomb := stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]", strings.Repeat("/X Do ", 200))
	for _, tt := range []struct {
		name string
		data []byte
		want error
	}{
		{"half a file", whole[:len(whole)/2], ErrTruncated},
		{"the end is missing", whole[:len(whole)*9/10], ErrTruncated},
		{"only the first line", []byte("%PDF-1.7\n"), ErrTruncated},
		{"a password", locked, ErrEncrypted},
		{"a picture", printed(nil, []string{"q 100 0 0 100 0 0 cm /X Do Q"}, stream("/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "\xff")), ErrNoTextLayer},
		{"a picture in the drawing", printed(nil, []string{"BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q"}), ErrNoTextLayer},
		{"an empty page", printed(nil, []string{""}), ErrNoTextLayer},
		{"only a page number", printed([]string{song}, []string{at(100, 20, 10, "1"), at(100, 20, 10, "2")}), ErrNoTextLayer},
		{"no sentence", printed([]string{song}, []string{at(100, 700, 10, "测试")}), ErrNotReport},
		{"drawings that draw themselves", printed([]string{song}, []string{"/X Do"}, bomb), ErrTooLarge},
		{"a page that is missing", bytes.Replace(bare, []byte("/Kids[10 0 R"), []byte("/Kids[77 0 R"), 1), ErrTruncated},
	} {
		if r, _, err := File(Meta{}, "甲.pdf", tt.data); r != nil || !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
}

// A file that only forbids copying opens without a password and is read.
func TestForbiddenToCopy(t *testing.T) {
	data, err := os.ReadFile("testdata/owner.pdf")
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := File(Meta{}, "owner.pdf", data)
	if err != nil || r.Paragraphs()[0].Text != "修路五条。" {
		t.Errorf("read %v, %v", r, err)
	}
}

// Whatever is drawn: no panic, no word lost, pages in order.
func FuzzPDF(f *testing.F) {
	cmap := "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0010> <0012> <4E00> endbfrange"
	f.Add("/Subtype/Type0/Encoding/Identity-H/ToUnicode 10 0 R", at(100, 700, 10, "一丁。"), at(100, 20, 9, "2"), cmap)
	f.Add(song, at(100, 700, 10, "一、修路")+at(100, 680, 10, "　　修路五条，")+at(100, 20, 9, "— 1 —"), at(100, 700, 10, "方便。")+at(100, 20, 9, "— 2 —"), cmap)
	f.Add(hei, "BT /F1 10 Tf 12 TL 100 700 Td (\xd0\xde) Tj T* [(\xc2\xb7) -900 (.)] TJ ET", "q .7 .7 -.7 .7 0 0 cm BT /F1 9 Tf (\xd0\xde) ' ET Q", cmap)
	f.Fuzz(func(t *testing.T, font, first, second, cmap string) {
		data := printed([]string{font}, []string{first, second}, stream("", cmap))
		holdsTogether(t, data)
		nothingDropped(t, data)
	})
}

// nothingDropped checks that what readPDF returns is what was drawn: no
// character is made up, and none is gone that is not there a second time.
func nothingDropped(t *testing.T, data []byte) {
	t.Helper()
	paper, _, err := readPDF(data)
	if err != nil {
		return
	}
	file, err := openPDF(data)
	if err != nil {
		t.Fatal(err)
	}
	pages, err := file.pages()
	if err != nil {
		t.Fatal(err)
	}
	left := map[rune]int{}
	d := &drawing{file: file, fonts: map[string]*font{}}
	for _, p := range pages {
		glyphs, err := d.draw(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range glyphs {
			for _, r := range g.text {
				left[r]++
			}
		}
	}
	all := paper.text
	for _, a := range paper.added {
		all += a.was
	}
	kept := map[rune]bool{}
	for _, r := range all {
		kept[r] = true
		if left[r]--; left[r] < 0 && !blank(r) {
			t.Fatalf("%q was never drawn", r)
		}
	}
	for r := range left {
		if !kept[r] && !blank(r) {
			t.Errorf("%q is drawn and not read", r)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	var pages []string
	page, y := "", 770.0
	for _, p := range hundredThousand() {
		for i, r := 0, []rune("　　"+p); i < len(r); i += 28 {
			page += at(78, y, 16, string(r[i:min(i+28, len(r))]))
			if y -= 28; y < 70 {
				pages = append(pages, page+at(290, 40, 14, fmt.Sprintf("— %d —", len(pages)+1)))
				page, y = "", 770
			}
		}
	}
	data := printed([]string{song}, append(pages, page))
	for b.Loop() {
		if _, _, err := File(Meta{}, "甲.pdf", data); err != nil {
			b.Fatal(err)
		}
	}
}
