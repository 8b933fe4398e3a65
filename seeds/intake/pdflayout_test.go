package intake

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

// set draws lines one below the other, 10 points high and 14 apart, from the
// place x, y down.
func set(x, y float64, lines ...string) string {
	var b strings.Builder
	for i, l := range lines {
		b.WriteString(at(x, y-14*float64(i), 10, l))
	}
	return b.String()
}

// figures draws text in the second font, a Latin one, its characters this far
// apart.
func figures(x, y, apart float64, text string) string {
	var b strings.Builder
	for i, c := range text {
		fmt.Fprintf(&b, "BT /F2 10 Tf %g %g Td (%c) Tj ET\n", x+apart*float64(i), y, c)
	}
	return b.String()
}

// Paragraphs are parted by |; «» stand around what the page added.
func TestLayoutOfPages(t *testing.T) {
	row := "新建公园十座改造道路三条方便群众出行"
	for _, tt := range []struct {
		name  string
		pages []string
		want  string
	}{
		{"lines of a paragraph", []string{set(100, 700, "　　"+row, row+"修桥", "五条。") + set(100, 658, "　　"+row, row)},
			row + row + "修桥五条。|" + row + row},
		{"indents without blanks", []string{set(120, 700, row) + set(100, 686, row+"修桥", row) + set(120, 658, row, "修路。")},
			row + row + "修桥" + row + "|" + row + "|修路。"},
		{"a short last line", []string{set(100, 700, row, "五条。", row, "三座。")}, row + "五条。|" + row + "三座。"},
		{"a wider space", []string{set(100, 700, row, row, row) + set(100, 640, row, row)}, row + row + row + "|" + row + row},
		{"a line that is short because a number did not fit", []string{set(100, 700, row+row+"三", row+"，投资", "1500亿元，"+row+row)},
			row + row + "三|" + row + "，投资|1500亿元，" + row + row},
		{"a number that did not fit", []string{set(100, 700, row+row, row+"方便群众出行十座改造道路，", "15000000亿元。")},
			row + row + row + "方便群众出行十座改造道路，15000000亿元。"},
		{"figures in another font, set wide", []string{at(100, 700, 10, "增长") + figures(121, 700, 7, "1993") + at(150, 700, 10, "年。")}, "增长1993年。"},
		{"words of Latin letters", []string{figures(100, 700, 5, "Smart") + figures(128, 700, 5, "City")}, "Smart City"},
		{"a bold title drawn twice", []string{at(100, 700, 10, "工作") + at(100.3, 700, 10, "工作")}, "工作"},
		{"a raised figure", []string{at(100, 700, 10, "公里") + at(120, 704, 5, "2") + at(123, 700, 10, "。")}, "公里2。"},
		{"drawn out of order", []string{at(130, 700, 10, "五条。") + at(100, 686, 10, "　　修桥。") + at(100, 700, 10, "新修路")}, "新修路五条。|修桥。"},
		{"two columns under a title", []string{at(150, 720, 16, "政府工作报告") + set(60, 700, row, row, row, row, row) + set(280, 700, row, row, row, row, "五条。")},
			"政府工作报告|" + strings.Repeat(row, 9) + "五条。"},
		{"a table is read row by row", []string{set(100, 700, "公园", "道路", "学校", "桥梁", "水库") + set(300, 700, "十座", "三条", "两所", "一座", "一处")},
			"公园 十座|道路 三条|学校 两所|桥梁 一座|水库 一处"},
		{"heads, feet and a paragraph over two pages", []string{
			at(200, 800, 9, "测试市文件") + set(100, 700, "　　"+row, row+"修桥") + at(290, 40, 9, "- 1 -"),
			at(200, 800, 9, "测试市文件") + set(100, 700, "五条。", "　　"+row, row) + at(290, 40, 9, "- 2 -")},
			row + row + "修桥«测试市文件»«- 1 -»五条。|" + row + row + "«测试市文件»«- 2 -»"},
		{"a figure at the foot is no page number", []string{
			set(100, 700, row, row, "15") + at(290, 40, 9, "1"), set(100, 700, row, row, "37") + at(290, 40, 9, "2"), set(100, 700, row, row, "80") + at(290, 40, 9, "3")},
			row + row + "15«1»|" + row + row + "37«2»|" + row + row + "80«3»"},
		{"what the file calls a header", []string{"/Artifact<</Type/Pagination>>BDC " + at(100, 800, 9, "文件") + "EMC " + set(100, 700, "修路。")}, "修路。«文件»"},
		{"a watermark", []string{set(100, 700, "修路。") + "BT /F1 40 Tf .7 .7 -.7 .7 200 200 Tm <83497A3F> Tj ET"}, "修路。«草稿»"},
		{"a blank page between", []string{set(100, 700, row), "", set(100, 700, "五条。")}, row + "五条。"},
	} {
		paper, _, err := readPDF(printed([]string{song, times()}, tt.pages))
		text, shift := paper.text, 0
		for _, a := range paper.added {
			text = text[:a.at+shift] + "«" + a.was + "»" + text[a.at+shift:]
			shift += len(a.was) + len("«»")
		}
		if got := strings.ReplaceAll(text, "\n\n", "|"); err != nil || got != tt.want {
			t.Errorf("%s: %q %v,\nwant %q", tt.name, got, err, tt.want)
		}
	}
}

func TestTurnedPages(t *testing.T) {
	for _, tt := range []struct{ rotate, down string }{
		{"0", "1 0 0 1 100 700"}, {"90", "0 1 -1 0 100 100"}, {"180", "-1 0 0 -1 500 100"}, {"270", "0 -1 1 0 100 700"}, {"-90", "0 -1 1 0 100 700"},
	} {
		draw := "BT /F1 10 Tf 14 TL " + tt.down + " Tm <4FEE8DEF3002> Tj T* <4FEE68653002> Tj ET"
		data := strings.Replace(string(printed([]string{song}, []string{draw})), "/MediaBox", "/Rotate "+tt.rotate+"/MediaBox", 1)
		paper, _, err := readPDF([]byte(data))
		if want := "修路。修桥。"; err != nil || strings.ReplaceAll(paper.text, "\n\n", "") != want {
			t.Errorf("turned by %s: %q %v, want %q", tt.rotate, paper.text, err, want)
		}
	}
}

// Blanks that the file puts between figures are mended as in plain text.
func TestSpacedFigures(t *testing.T) {
	r, _, err := File(Meta{}, "甲.pdf", printed([]string{song}, []string{at(100, 700, 10, "一、回顾") + at(100, 680, 10, "1 9 9 3 年修路。")}))
	if err != nil {
		t.Fatal(err)
	}
	if p := r.Paragraphs()[0]; p.Text != "1993年修路。" || len(p.Repairs) != 4 || p.Repairs[0].Kind != report.Spaces || p.Page != 1 {
		t.Errorf("read %+v", p)
	}
}

// One byte of a file is damaged: the same report is read, or a warning says
// what was lost, or nothing is imported.
func TestDamageIsNeverHalfImported(t *testing.T) {
	for _, name := range []string{"lines.pdf", "columns.pdf", "browser.pdf", "office.docx"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		whole, _, err := File(Meta{}, name, data)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(data); i += len(data)/90 + 1 {
			data[i] ^= 0x55
			r, warnings, err := File(Meta{}, name, data)
			if err == nil && warnings == nil && r.Edition != whole.Edition {
				t.Errorf("%s: byte %d is damaged and %d of %d paragraphs are read", name, i, len(r.Paragraphs()), len(whole.Paragraphs()))
			}
			data[i] ^= 0x55
		}
	}
}
