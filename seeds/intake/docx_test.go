package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
)

// wordNS are the name spaces of the word processor.
const wordNS = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// pack makes an office file of parts: name, content, name, content …
func pack(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// letter makes an office file with this body.
func letter(t testing.TB, body string, more ...string) []byte {
	t.Helper()
	return pack(t, append([]string{"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordNS + `><w:body>` + body + `</w:body></w:document>`}, more...)...)
}

// para is a paragraph of one run.
func para(text string) string { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>" }

func TestDocx(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"paragraphs and runs", para("修路五条。") + `<w:p><w:r><w:t>新建</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve"> 580 </w:t></w:r><w:r><w:t>个&amp;十座。</w:t></w:r></w:p>`,
			"修路五条。|新建 580 个&十座。"},
		{"tabs and breaks", `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t><w:br w:type="page"/><w:t>戊</w:t></w:r></w:p>`,
			"甲\t乙/丙/丁戊"},
		{"a table, cell by cell", `<w:tbl><w:tr><w:tc>` + para("指标") + `</w:tc><w:tc>` + para("增长7%") + para("左右") + `</w:tc></w:tr><w:tr><w:tc><w:p/></w:tc><w:tc>` + para("末格") + `</w:tc></w:tr></w:tbl>` + para("表后。"),
			"指标|增长7%|左右|末格|表后。"},
		{"deleted text is gone, inserted text stays", `<w:p><w:r><w:t>修路</w:t></w:r><w:del><w:r><w:delText>三</w:delText></w:r></w:del><w:ins><w:r><w:t>五</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>条</w:t></w:r></w:moveTo></w:p>`,
			"修路五条"},
		{"a deleted end joins two paragraphs", `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>修路</w:t></w:r></w:p>` + para("五条。"),
			"修路五条。"},
		{"hidden text", `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>公开</w:t></w:r><w:r><w:t>。</w:t></w:r></w:p>`,
			"公开。"},
		{"a text box once, behind its paragraph", `<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + para("框中") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>` + para("框中") + `</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>`,
			"前后|框中"},
		{"fields show their result", `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2024年</w:t></w:r></w:p>`,
			"2024年"},
		{"readings over characters", `<w:p><w:r><w:ruby><w:rt><w:r><w:t>tà</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>漯</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "漯"},
		{"content controls and links", `<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>`, "链接"},
		{"symbols", `<w:p><w:r><w:t>甲</w:t><w:sym w:font="Arial" w:char="25CF"/><w:noBreakHyphen/><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>`, "甲●-\uFFFD"},
		{"boxes of a font of signs", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>¨</w:t></w:r><w:r><w:t>否¨</w:t></w:r></w:p>`, "☑是□否¨"},
	} {
		paper, _, err := readDocx(letter(t, tt.body))
		if got := strings.NewReplacer("\n\n", "|", "\n", "/").Replace(paper.text); err != nil || got != tt.want {
			t.Errorf("%s: %q %v, want %q", tt.name, got, err, tt.want)
		}
	}
}

// Ordinals that Word counts are read as they are printed.
func TestCountedOrdinals(t *testing.T) {
	numbering := `<w:numbering ` + wordNS + `><w:abstractNum w:abstractNumId="7">
		<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
		<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
		<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
		<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
		<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
		<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>`
	styles := `<w:styles ` + wordNS + `><w:style w:styleId="a1"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
		<w:style w:styleId="a2"><w:name w:val="子标题"/><w:basedOn w:val="a1"/></w:style><w:style w:styleId="11"><w:name w:val="toc 1"/></w:style></w:styles>`
	in := func(num, level, text string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + num + `"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	styled := func(style, text string) string {
		return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	body := styled("11", "一、工作回顾\t1") + in("1", "0", "工作回顾") + styled("a1", "经济") + styled("a2", "民生") + in("1", "2", "修路。") + in("1", "2", "修桥。") +
		in("1", "0", "重点工作") + styled("a1", "农业") + in("2", "0", "种树。") + in("0", "0", "不编号。") + in("3", "0", "另起") + in("3", "0", "再起")
	paper, _, err := readDocx(letter(t, body, "word/numbering.xml", numbering, "word/styles.xml", styles))
	const want = "一、工作回顾|（一）经济|（二）民生|1.修路。|2.修桥。|二、重点工作|（一）农业|种树。|不编号。|九、另起|十、再起"
	if got := strings.ReplaceAll(paper.text, "\n\n", "|"); err != nil || got != want {
		t.Errorf("read %q %v,\nwant %q", got, err, want)
	}
	r, _, err := File(Meta{}, "甲.docx", letter(t, body, "word/numbering.xml", numbering, "word/styles.xml", styles))
	if err != nil {
		t.Fatal(err)
	}
	if p := r.Paragraphs()[0]; len(p.Repairs) != 1 || p.Repairs[0].Was != "一、工作回顾\t1" {
		t.Errorf("the table of contents is not recorded: %+v", p)
	}
}

func TestNotesStandAtTheEnd(t *testing.T) {
	notes := `<w:footnotes ` + wordNS + `><w:footnote w:type="separator" w:id="-1">` + para("——") + `</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>名词解释一。</w:t></w:r></w:p></w:footnote></w:footnotes>`
	paper, _, err := readDocx(letter(t, `<w:p><w:r><w:t>修路</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>五条。</w:t></w:r></w:p>`+para("完。"),
		"word/footnotes.xml", notes, "word/header1.xml", "<w:hdr "+wordNS+">"+para("页眉")+"</w:hdr>"))
	if want := "修路五条。\n\n完。\n\n名词解释一。"; err != nil || paper.text != want {
		t.Errorf("read %q %v, want %q", paper.text, err, want)
	}
}

func TestDocxRefuses(t *testing.T) {
	whole := letter(t, strings.Repeat(para("修路五条。"), 500))
	deep := strings.Repeat("<w:sdt>", maxDepth+1)
	for _, tt := range []struct {
		name string
		data []byte
		want error
	}{
		{"half a file", whole[:len(whole)/2], ErrTruncated},
		{"the end is missing", whole[:len(whole)-30], ErrTruncated},
		{"xml that stops", letter(t, "<w:p><w:r>"), ErrTruncated},
		{"a spreadsheet", pack(t, "xl/workbook.xml", "<workbook/>"), ErrBinary},
		{"any zip", pack(t, "../../etc/passwd", "root"), ErrBinary},
		{"no words", letter(t, "<w:p/>"), ErrEmpty},
		{"elements inside each other", letter(t, deep), ErrTooLarge},
		{"a bomb", letter(t, strings.Repeat(" ", maxPart+1)), ErrTooLarge},
		{"too much text", letter(t, strings.Repeat(para(strings.Repeat("修", 1000)), MaxText/3000+2)), ErrTooLarge},
	} {
		if r, _, err := File(Meta{}, "甲.docx", tt.data); r != nil || !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
}

// Whatever the parts, no word that was read is lost, and the limits hold.
func FuzzDocx(f *testing.F) {
	f.Add(para("一、重点工作")+para("修路五条。"), "", "")
	f.Add(`<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>修路</w:t><w:br/><w:t>五条。</w:t></w:r></w:p>`,
		`<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="1"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>`, "")
	f.Add(`<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>一、目录 1</w:t></w:r></w:p>`+para("修路。"), "", `<w:style w:styleId="1"><w:name w:val="toc 1"/></w:style>`)
	f.Fuzz(func(t *testing.T, body, numbering, styles string) {
		data := letter(t, body, "word/numbering.xml", "<w:numbering "+wordNS+">"+numbering+"</w:numbering>", "word/styles.xml", "<w:styles "+wordNS+">"+styles+"</w:styles>")
		holdsTogether(t, data)
	})
}
