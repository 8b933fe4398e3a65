package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/export/pdf"
)

func testProposal(form annotate.Form) annotate.Proposal {
	p := annotate.New("1f3a9c27-5b1d-4c3e-8f00-0123456789ab", form)
	p.Title, p.Session, p.Date = "关于加快<充电桩>建设 & “出行”的建议", "漯河市第八届人民代表大会第三次会议", "2024-02-22"
	p.Deputy = annotate.Deputy{Name: "测试𬭊𫍯䶮", Number: "0123", Delegation: "郾城代表团"}
	p.Cosigners = []annotate.Deputy{{Name: "测试代表乙", Number: "0124"}}
	p.Body = annotate.Body{Situation: "车多桩少\u200b——一直如此……", Analysis: "（一）布局不均。老城区少。\n（二）运维不力", Proposal: "1.明确。"}
	a := annotate.Anchor{Quote: "新建公共充电桩580个", Sentence: "规划车位3000个，新建公共充电桩580个。", Edition: "0123456789"}
	p.Cites = []annotate.Citation{{Anchor: a, Ask: "明确"}}
	p.Amends = []annotate.Amendment{{Anchor: a, Op: annotate.Replace, To: "新建公共充电桩800个", Reason: "缺口大"}}
	return p
}

// part returns one part of the file.
func part(t *testing.T, file []byte, name string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// words is what stands in the w:t of a part; it fails on anything but XML.
func words(t *testing.T, data []byte) string {
	t.Helper()
	var b strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	inside := false
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch v := tok.(type) {
		case xml.StartElement:
			inside = v.Name.Local == "t"
		case xml.EndElement:
			inside = false
		case xml.CharData:
			if inside {
				b.Write(v)
			}
		}
	}
}

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// The words of the DOCX are those of the PDF.
func TestSameWordsAsThePages(t *testing.T) {
	fonts, err := pdf.Bundled()
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range annotate.Forms {
		doc := export.Sheet(testProposal(form), nil, nil)
		file, err := Write(doc)
		if err != nil {
			t.Fatal(err)
		}
		pages, missing := export.Lay(doc, fonts)
		if len(missing) > 0 {
			t.Errorf("%s: missing %v", form, missing)
		}
		byTag := make([]strings.Builder, len(pages.Elements))
		for _, p := range pages.Pages {
			for _, r := range p.Runs {
				if r.Tag >= 0 {
					byTag[r.Tag].WriteString(r.Text)
				}
			}
		}
		var want strings.Builder
		for i := range byTag {
			want.WriteString(byTag[i].String())
		}
		if got := squeeze(words(t, part(t, file, "word/document.xml"))); got != squeeze(want.String()) {
			t.Errorf("%s:\n%s\nwant\n%s", form, got, squeeze(want.String()))
		}
	}
}

// Every part is XML, the file is the same every time, and its properties are
// those of the proposal.
func TestParts(t *testing.T) {
	doc := export.Sheet(testProposal(annotate.Suggestion), nil, nil)
	file, err := Write(doc)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Write(doc)
	if err != nil || !bytes.Equal(file, again) {
		t.Errorf("two files differ, %v", err)
	}
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		words(t, part(t, file, f.Name))
	}
	core := string(part(t, file, "docProps/core.xml"))
	for _, want := range []string{"关于加快&lt;充电桩&gt;建设 &amp; “出行”的建议", "测试𬭊𫍯䶮", "2024-02-22T00:00:00Z"} {
		if !strings.Contains(core, want) {
			t.Errorf("no %q in %s", want, core)
		}
	}
}
