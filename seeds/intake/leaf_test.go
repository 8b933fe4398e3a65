package intake

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
)

// laidOut writes a leaf in one line: paragraphs between bars, tables as rows of
// [row,column down×across text].
func laidOut(l Leaf) string {
	var all []string
	for _, b := range l.Blocks {
		if b.Table == nil {
			all = append(all, strings.ReplaceAll(b.Text, "\n", "/"))
			continue
		}
		row := ""
		for _, c := range b.Table.Cells {
			row += fmt.Sprintf("[%d,%d %d×%d %s]", c.Row, c.Col, c.Down, c.Across, strings.ReplaceAll(c.Text, "\n", "/"))
			for _, in := range c.Inner {
				row += "{" + laidOut(Leaf{Blocks: []Block{{Table: in}}}) + "}"
			}
		}
		all = append(all, row)
	}
	return strings.Join(all, "|")
}

func tc(settings, inner string) string {
	return "<w:tc><w:tcPr>" + settings + "</w:tcPr>" + inner + "</w:tc>"
}

func TestLeafOfWord(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"a table between paragraphs", para("前") + "<w:tbl><w:tr>" + tc("", para("标题")) + tc("", para("修路")+para("二")) + "</w:tr></w:tbl>" + para("后"),
			"前|[0,0 1×1 标题][0,1 1×1 修路/二]|后"},
		{"cells joined across and down", "<w:tbl><w:tr>" + tc(`<w:vMerge w:val="restart"/>`, para("组")) + tc(`<w:gridSpan w:val="2"/>`, para("宽")) + "</w:tr><w:tr>" +
			tc(`<w:vMerge/>`, "<w:p/>") + tc("", para("甲")) + tc("", para("乙")) + "</w:tr></w:tbl>",
			"[0,0 2×1 组][0,1 1×2 宽][1,1 1×1 甲][1,2 1×1 乙]"},
		{"a row that begins later", `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + tc("", para("甲")) + "</w:tr></w:tbl>", "[0,1 1×1 甲]"},
		{"a table in a cell", "<w:tbl><w:tr>" + tc("", para("外")+"<w:tbl><w:tr>"+tc("", para("内"))+"</w:tr></w:tbl><w:p/>") + "</w:tr></w:tbl>", "[0,0 1×1 外]{[0,0 1×1 内]}"},
		{"a box of an old form", `<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:t>是</w:t></w:r></w:p>`, "☑是"},
	} {
		leaf, err := Open("a.docx", letter(t, tt.body))
		if got := laidOut(leaf); err != nil || got != tt.want {
			t.Errorf("%s: %s, %v, want %s", tt.name, got, err, tt.want)
		}
	}
}

func TestLeafKeepsMarginsApart(t *testing.T) {
	leaf, err := Open("a.docx", letter(t, para("正文。"), "word/header1.xml", `<w:hdr `+wordNS+`>`+para("页眉")+`</w:hdr>`))
	if err != nil || laidOut(leaf) != "正文。" || strings.Join(leaf.Margins, "|") != "页眉" {
		t.Errorf("%s, margins %v, %v", laidOut(leaf), leaf.Margins, err)
	}
}

func TestLeafOfText(t *testing.T) {
	leaf, err := Open("a.txt", []byte("关于修路的建议\r\n代表姓名\t赵测试\t证号\t0101\n\n　　正文。\n"))
	if want := "关于修路的建议|[0,0 1×1 代表姓名][0,1 1×1 赵测试][0,2 1×1 证号][0,3 1×1 0101]|　　正文。"; err != nil || laidOut(leaf) != want {
		t.Errorf("%s, %v, want %s", laidOut(leaf), err, want)
	}
}

// Lines that meet make cells; a side that is missing joins them.
func TestGridOfLines(t *testing.T) {
	level := func(y, from, to float64) rule { return rule{at: y, from: from, to: to} }
	upright := func(x, from, to float64) rule { return rule{at: x, from: from, to: to, upright: true} }
	all := grids([]rule{
		level(100, 0, 200), level(80, 0, 100), level(80.5, 100, 200), level(60, 0, 200), // the middle one in two parts
		upright(0, 60, 100), upright(100, 80, 100), upright(200, 60, 80), upright(200, 80, 100),
		level(400, 0, 50), // belongs to nothing
	})
	if len(all) != 1 {
		t.Fatalf("%d tables", len(all))
	}
	got := laidOut(Leaf{Blocks: []Block{{Table: &Table{Cells: all[0].cells}}}})
	if want := "[0,0 1×1 ][0,1 1×1 ][1,0 1×2 ]"; got != want {
		t.Errorf("cells %s, want %s", got, want)
	}
	if c := all[0].at(150, 70); c != 2 {
		t.Errorf("a point below lies in cell %d", c)
	}
	if c := all[0].at(300, 70); c != -1 {
		t.Errorf("a point outside lies in cell %d", c)
	}
}

// The old binary format, as WPS and Word before 2007 write it, has the same table:
// joined cells, boxes given as signs of a font.
func TestLeafOfOldWord(t *testing.T) {
	for name, want := range map[string]string{
		"form.doc":  "代表建议登记表|[0,0 4×1 代表信息][0,1 1×1 姓名][0,2 1×1 沈试点][0,3 1×1 证号][0,4 1×1 0519][1,1 1×1 代表团][1,2 1×1 丁区代表团]",
		"boxes.doc": "示例市人民代表大会代表建议专用纸|涉密建议请采用其他方式提交|[0,0 1×1 届次会议][0,1 1×1 八届三次会议][0,2 1×1 会议期间][0,3 1×1 ☑大会期间 □闭会期间]",
	} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		leaf, err := Open(name, data)
		if got := laidOut(leaf); err != nil || !strings.HasPrefix(got, want) {
			t.Errorf("%s: %.300s, %v", name, got, err)
		}
		if leaf, err := Open(name, data[:len(data)/2]); err == nil || !errors.Is(err, ErrTruncated) && !errors.Is(err, ErrOldWord) {
			t.Errorf("half of %s: %v, %.60s", name, err, laidOut(leaf))
		}
	}
}

// A damaged file of the old format is an error in words, or text; it never stops
// the program.
func FuzzOldWord(f *testing.F) {
	for _, name := range []string{"form.doc", "boxes.doc"} {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		leaf, err := leafOfDoc(data)
		if err == nil && strings.TrimSpace(leaf.Text()) == "" {
			t.Error("no text and no error")
		}
	})
}

// What is damaged, too large or not text is said to be so, never half read.
func TestLeafOfBadFiles(t *testing.T) {
	office, err := os.ReadFile("testdata/office.docx")
	if err != nil {
		t.Fatal(err)
	}
	lines, err := os.ReadFile("testdata/lines.pdf")
	if err != nil {
		t.Fatal(err)
	}
	many := "<w:tbl>" + strings.Repeat("<w:tr>"+strings.Repeat("<w:tc><w:p/></w:tc>", 100)+"</w:tr>", MaxCells/100+1) + "</w:tbl>"
	for _, tt := range []struct {
		name string
		data []byte
		want error
	}{
		{"half an office file", office[:len(office)/2], ErrTruncated},
		{"an office file whose text breaks off", letter(t, "<w:p><w:r><w:t>建"), ErrTruncated},
		{"a table of very many cells", letter(t, many), ErrTooLarge},
		{"tables in tables", letter(t, strings.Repeat("<w:tbl><w:tr><w:tc>", 100)+strings.Repeat("</w:tc></w:tr></w:tbl>", 100)), ErrTooLarge},
		{"an office file with no text", letter(t, "<w:p/>"), ErrEmpty},
		{"a zip of something else", pack(t, "a.txt", "x"), ErrBinary},
		{"half a PDF", lines[:len(lines)/2], ErrTruncated},
		{"a picture", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), ErrBinary},
	} {
		if leaf, err := Open("x", tt.data); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v (%.60s), want %v", tt.name, err, laidOut(leaf), tt.want)
		}
	}
}
