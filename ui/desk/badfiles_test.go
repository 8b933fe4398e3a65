package desk

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"deputydesk/assets"
	"deputydesk/seeds/intake"
)

// onePage is a PDF file of one page with this drawing on it.
func onePage(drawing string) string {
	var b strings.Builder
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, o := range []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(drawing), drawing)} {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, xref)
	return b.String()
}

// wordFile is a Word file with this body.
func wordFile(t *testing.T, part, body string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(part)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(body)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// Whatever is wrong with a file: one sentence says what, one what to do, and
// nothing of it is in the library, in the store, or found.
func TestBadFilesAreRefusedInOneSentence(t *testing.T) {
	huge := filepath.Join(t.TempDir(), "大.txt")
	f, err := os.Create(huge)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(200<<20), f.Close()); err != nil {
		t.Fatal(err)
	}
	locked, err := os.ReadFile("../../seeds/intake/testdata/locked.pdf")
	if err != nil {
		t.Fatal(err)
	}
	docx := wordFile(t, "word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>`+
		strings.Repeat("一、修路五条。", 200)+`</w:t></w:r></w:p></w:body></w:document>`)
	dir := t.TempDir()
	d := open(t, dir)
	for _, tt := range []struct {
		name, path string
		want       error
		says       string
	}{
		{"empty", lay(t, "空.txt", ""), intake.ErrEmpty, "文件是空的"},
		{"blank", lay(t, "空白.txt", " \r\n\u3000\n"), intake.ErrEmpty, "文件是空的"},
		{"a picture", lay(t, "图.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01"), intake.ErrBinary, "这不是文本、Word 或 PDF 文件"},
		{"a program called text", lay(t, "程序.txt", "MZ\x90\x00\x03\x00\x00\x00"+strings.Repeat("\x00\x01\xff", 300)), intake.ErrBinary, "这不是文本、Word 或 PDF 文件"},
		{"200 MB of text", huge, intake.ErrTooLarge, "文件太大"},
		{"more text than a report", lay(t, "长.txt", strings.Repeat("一、修路五条。\n", 300000)), intake.ErrTooLarge, "文件太大"},
		{"half a Word file", lay(t, "半.docx", docx[:len(docx)/2]), intake.ErrTruncated, "文件不完整或已损坏"},
		{"a zip of something else", lay(t, "包.docx", wordFile(t, "photo.jpg", "x")), intake.ErrBinary, "这不是文本、Word 或 PDF 文件"},
		{"an old Word file", lay(t, "旧.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"+strings.Repeat("\x00", 600)), intake.ErrOldWord, "这是旧格式的 Word 文件"},
		{"rich text", lay(t, "旧.rtf", `{\rtf1 abc}`), intake.ErrOldWord, "这是旧格式的 Word 文件"},
		{"a locked PDF", lay(t, "锁.pdf", string(locked)), intake.ErrEncrypted, "文件有密码"},
		{"a scanned PDF", lay(t, "扫描.pdf", onePage("BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q")), intake.ErrNoTextLayer, "这个 PDF 是扫描件"},
		{"an empty PDF", lay(t, "白.pdf", onePage("")), intake.ErrNoTextLayer, "这个 PDF 是扫描件"},
		{"half a PDF", lay(t, "半.pdf", onePage("")[:60]), intake.ErrTruncated, "文件不完整或已损坏"},
		{"Big5", lay(t, "繁体.txt", strings.Repeat("\xa4@\xa1B\xad\xab\xc2I\xa4u\xa7@\r\n\xad\xd7\xb8\xf4\xa4\xad\xb1\xf8\xa1C\n", 40)), intake.ErrGarbled, "文字编码认不出来"},
		{"a list of names", lay(t, "名单.txt", "测试代表甲\n测试代表乙\n"), intake.ErrNotReport, "文件里没有找到报告的文字"},
		{"not there", filepath.Join(t.TempDir(), "没有.txt"), os.ErrNotExist, "找不到文件"},
		{"a folder", t.TempDir(), nil, ""},
	} {
		for _, do := range []func(string){d.ImportFile, d.OpenFile} {
			d.Dismiss()
			do(tt.path)
			what, hint := Explain(assets.Language(assets.Chinese), d.Notice())
			if d.Notice() == nil || GoodNews(d.Notice()) || !strings.HasPrefix(what, tt.says) || hint == "" && tt.says != "" {
				t.Errorf("%s: told %v: %s %s", tt.name, d.Notice(), what, hint)
			}
			if tt.want != nil && (!errors.Is(d.Notice(), tt.want) || strings.Count(what, "。") > 1) {
				t.Errorf("%s: told %v: %s", tt.name, d.Notice(), what)
			}
		}
	}
	d.Dismiss()
	d.ImportText(" \n")
	if told := said(d); told != "剪贴板里没有文字，没有导入。请先在别处选中报告全文并复制。" {
		t.Errorf("an empty clipboard: %s", told)
	}
	all, err := d.store.Reports()
	if err != nil || len(all) > 0 || len(d.Reports()) != 1 || d.Report() != d.Reports()[0] {
		t.Errorf("%d reports in the store, %d in the library: %v", len(all), len(d.Reports()), err)
	}
	shut(t, d)
	d = open(t, dir)
	defer shut(t, d)
	if len(d.Reports()) != 1 || d.Notice() != nil {
		t.Errorf("after a restart %d reports, told %v", len(d.Reports()), d.Notice())
	}
}
