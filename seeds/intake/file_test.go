package intake

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/seeds/report"
)

// holdsTogether checks what File promises of any bytes: a report that holds
// every word that was read, within the limits, or one of the errors.
func holdsTogether(t *testing.T, data []byte) {
	t.Helper()
	r, _, err := File(Meta{ID: "r"}, "甲", data)
	if err != nil {
		if r != nil {
			t.Errorf("a report comes with the error %v", err)
		}
		for _, known := range []error{ErrEmpty, ErrBinary, ErrTooLarge, ErrTruncated, ErrEncrypted, ErrNoTextLayer, ErrOldWord, ErrNotReport} {
			if errors.Is(err, known) {
				return
			}
		}
		t.Fatalf("nobody can act on %v", err)
	}
	paper, _, err := open(data)
	if err != nil || len(paper.text) > MaxText {
		t.Fatalf("%d bytes of text, %v", len(paper.text), err)
	}
	whole := paper.text
	for _, a := range paper.added {
		whole += a.was
	}
	conserved(t, whole, r)
	if r.Edition != report.EditionOf(paper.text) {
		t.Errorf("the edition is not that of the text")
	}
	page := 0
	for _, p := range r.Paragraphs() {
		if p.Page < page || p.Page > len(paper.pages) {
			t.Errorf("%s: page %d after page %d of %d", p.ID, p.Page, page, len(paper.pages))
		}
		page = p.Page
	}
}

func TestFileTellsByContent(t *testing.T) {
	const text = "一、重点工作\n\n修路五条。\n"
	for _, tt := range []struct {
		name string
		data []byte
	}{
		{"甲.txt", []byte(text)},
		{"甲.pdf", []byte(text)},
		{`C:\报告\甲.docx`, []byte(utf16(text, true, true))},
		{"甲", letter(t, para("一、重点工作")+para("修路五条。"))},
		{"甲.txt", letter(t, para("一、重点工作")+para("修路五条。"))},
	} {
		r, _, err := File(Meta{}, tt.name, tt.data)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if got := outline(r); got != "# 一 一、重点工作\n修路五条。\n" || r.Edition != report.EditionOf(text) || !strings.HasPrefix(r.Source, "甲") {
			t.Errorf("%s from %s: read %q", tt.name, r.Source, got)
		}
	}
}

func TestFileRefuses(t *testing.T) {
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 600)
	wide := func(s string) string { return utf16(s, false, false) }
	for _, tt := range []struct {
		name, data string
		want       error
	}{
		{"空.txt", "", ErrEmpty},
		{"空.txt", " \n\u3000\n", ErrEmpty},
		{"图.png", "\x89PNG\r\n\x1a\n\x00\x00", ErrBinary},
		{"图.txt", strings.Repeat("\xff\xfa\x80\x81\xff\x80", 200), ErrBinary},
		{"繁体.txt", strings.Repeat("\xa4@\xa1B\xad\xab\xc2I\xa4u\xa7@\r\n\xad\xd7\xb8\xf4\xa4\xad\xb1\xf8\xa1C\n", 40), ErrGarbled},
		{"大.txt", strings.Repeat("修路。\n", MaxText/10+1), ErrTooLarge},
		{"旧.doc", ole + wide("WordDocument"), ErrOldWord},
		{"旧.docx", ole, ErrOldWord},
		{"锁.docx", ole + wide("EncryptedPackage"), ErrEncrypted},
		{"表.xls", ole + wide("Workbook"), ErrBinary},
		{"旧.rtf", `{\rtf1 abc}`, ErrOldWord},
		{"网页.html", "<!DOCTYPE html><html><p>修路。", ErrBinary},
		{"名单.txt", "测试代表甲\n测试代表乙\n", ErrNotReport},
		{"标题.txt", "一、重点工作\n", ErrNotReport},
		{"无句.txt", strings.Repeat("修路五条", 30), ErrNotReport},
	} {
		if r, _, err := File(Meta{}, tt.name, []byte(tt.data)); r != nil || !errors.Is(err, tt.want) {
			t.Errorf("%s: error %v, want %v", tt.name, err, tt.want)
		}
	}
	const want = "intake: 空.txt: no bytes to read"
	if _, _, err := File(Meta{}, "空.txt", nil); err == nil || err.Error() != want {
		t.Errorf("error %v, want %q", err, want)
	}
}

// A file of 200 MB is refused by its size; not a byte of it is read.
func TestTooLargeIsNotRead(t *testing.T) {
	allocs := testing.AllocsPerRun(1, func() {
		if _, _, err := File(Meta{}, "大.pdf", make([]byte, 200<<20)); !errors.Is(err, ErrTooLarge) {
			t.Errorf("error %v", err)
		}
	})
	if allocs > 20 {
		t.Errorf("%v allocations", allocs)
	}
}

// Whatever the bytes: no panic, no word lost, an error that says what to do.
func FuzzFile(f *testing.F) {
	f.Add([]byte("一、重点工作\n\n修路五条。"))
	f.Add([]byte("\xff\xfe\x00\x4e\x01\x30"))
	f.Add(letter(f, para("一、重点工作")+para("修路五条。")))
	f.Add([]byte("%PDF-1.4\n%%EOF"))
	f.Add([]byte("\xD0\xCF\x11\xE0"))
	names, err := filepath.Glob("testdata/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { holdsTogether(t, data) })
}

// hundredThousand is a made-up report of 100,000 characters.
func hundredThousand() []string {
	var all []string
	for i := 0; len(all) < 1000; i++ {
		if i%40 == 0 {
			all = append(all, fmt.Sprintf("%s、第%d项工作", numeral(i/40+1), i))
		}
		all = append(all, strings.Repeat("新建公园十座，改造道路三条，增长百分之七左右；", 4)+"方便群众出行。")
	}
	return all
}

func BenchmarkDocx(b *testing.B) {
	var body strings.Builder
	for _, p := range hundredThousand() {
		body.WriteString(`<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:ind w:firstLine="640"/></w:pPr>`)
		for i, r := 0, []rune(p); i < len(r); i += 8 { // Word cuts text into many runs
			body.WriteString(`<w:r w:rsidRPr="00C52A3B"><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr><w:t>` + string(r[i:min(i+8, len(r))]) + `</w:t></w:r>`)
		}
		body.WriteString(`</w:p>`)
	}
	data := letter(b, body.String())
	for b.Loop() {
		if _, _, err := File(Meta{}, "甲.docx", data); err != nil {
			b.Fatal(err)
		}
	}
}
