package manual

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// written shows blocks in short: kind, label, words, with <b> bold and [x] exact.
func written(d Document) string {
	var b strings.Builder
	words := func(all []Span) (text string) {
		for _, s := range all {
			switch {
			case s.Bold:
				text += "<" + s.Text + ">"
			case s.Exact:
				text += "[" + s.Text + "]"
			default:
				text += s.Text
			}
		}
		return text
	}
	b.WriteString(d.Title)
	for _, k := range d.Blocks {
		deep := ""
		if k.Deep {
			deep = "+"
		}
		fmt.Fprintf(&b, "\n%d%s %s|%s%s", k.Kind, deep, k.Label, words(k.Spans), k.File)
		for _, row := range k.Rows {
			b.WriteString(" /")
			for _, cell := range row {
				b.WriteString(" " + words(cell) + ";")
			}
		}
	}
	return b.String()
}

func TestMarkdownBecomesBlocks(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a title and a paragraph over two lines", "# 手册\n\n前一行，\n后一行。\n", "手册\n0 |前一行，后一行。"},
		{"Latin words keep their blank", "press Ctrl\nnow", "\n0 |press Ctrl now"},
		{"chapters, a place, a part", "## 一、批注 {#margin}\n### 标签\n", "\n1 margin|一、批注\n2 |标签"},
		{"items and steps", "- 甲\n- 乙\n  续\n1. 一\n2. 二\n  - 下一层\n", "\n3 |甲\n3 |乙续\n4 1.|一\n4 2.|二\n3+ |下一层"},
		{"a year is no step", "2024年的报告\n2024. 报告", "\n0 |2024年的报告2024. 报告"},
		{"bold and exact", "按 **打印**，输入 `deskctl`。", "\n0 |按 <打印>，输入 [deskctl]。"},
		{"marks without a pair", "2*3 和 ** 和 `", "\n0 |2*3 和 ** 和 `"},
		{"a table", "| 甲 | 乙 |\n|---|---|\n| `a` | 一 |\n", "\n7 | / 甲; 乙; / [a]; 一;"},
		{"a picture", "![图一](a.png)", "\n8 |图一a.png"},
		{"a line to type", "    certutil -hashfile 甲.exe SHA256", "\n6 |[certutil -hashfile 甲.exe SHA256]"},
		{"a remark over two lines", "> 请先备份，\n> 再升级。", "\n5 |请先备份，再升级。"},
	} {
		if got := written(Parse(tt.text)); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// Whatever is written, no word is lost.
func FuzzParseLosesNoWord(f *testing.F) {
	f.Add("# 手册\n\n- 甲 `乙` **丙**\n| 丁 |\n")
	f.Add("**")
	f.Add("a*`b**c`")
	f.Fuzz(func(t *testing.T, text string) {
		d := Parse(text)
		if d.Title == "" && strings.TrimSpace(text) != "" && len(d.Blocks) == 0 && strings.Trim(text, "|-: \t\r\n#") != "" {
			t.Errorf("%q has no blocks", text)
		}
		for _, b := range d.Blocks {
			if b.Kind != Paragraph {
				continue
			}
			for _, r := range Text(b.Spans) {
				if !strings.ContainsRune(text, r) && r != ' ' && r != '\uFFFD' {
					t.Errorf("%q: %q was not written", text, r)
				}
			}
		}
	})
}

// Every document that is named is there, has a title and chapters, its pictures
// can be shown, and each picture of the folder is in one of them.
func TestEveryDocumentIsWhole(t *testing.T) {
	used := map[string]bool{}
	for _, name := range Names() {
		d, err := Open(name)
		if err != nil {
			t.Fatal(err)
		}
		if d.Title != name {
			t.Errorf("%s calls itself %q", name, d.Title)
		}
		chapters := 0
		for _, b := range d.Blocks {
			switch b.Kind {
			case Chapter:
				chapters++
			case Figure:
				used[b.File] = true
				if _, err := Picture(b.File); err != nil {
					t.Errorf("%s: %v", name, err)
				}
			case Table:
				for _, row := range b.Rows {
					if len(row) != len(b.Rows[0]) {
						t.Errorf("%s: the row %v has not %d cells", name, row, len(b.Rows[0]))
					}
				}
			}
		}
		if chapters < 3 {
			t.Errorf("%s has %d chapters", name, chapters)
		}
	}
	all, err := files.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if strings.HasSuffix(f.Name(), ".png") && !used[f.Name()] {
			t.Errorf("%s is in no document", f.Name())
		}
		if name, ok := strings.CutSuffix(f.Name(), ".md"); ok && !slices.Contains(names, name) {
			t.Errorf("%s is not listed", f.Name())
		}
	}
}
