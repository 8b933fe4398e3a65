package xlsx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

var table = Table{
	Name: "目标/2024", Title: "目标 & 期限", Page: "第 {page} 页，共 {pages} 页",
	Columns: []Column{{Head: "原文", Width: 30}, {Head: "数值", Width: 12}, {Head: "期限", Width: 12}, {Head: "批注", Width: 6}},
	Rows: [][]any{
		{"新建公共充电桩580个", 580.0, Date("2024-12-31"), 2},
		{"=HYPERLINK(1)，“引号”", 36e8, Date(""), 0},
		{"农村公路，\n危桥", 7.5, nil, nil},
	},
}

// part is a part of the file, as XML.
func part(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	if err := xml.Unmarshal(all, new(struct{})); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	return string(all)
}

func TestWrite(t *testing.T) {
	data, err := Write(table, Table{Name: "第二张"})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Write(table, Table{Name: "第二张"})
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("the same tables give other bytes: %v", err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, tt := range []struct {
		cell, shown string
		kind        excelize.CellType
	}{
		{"A1", "原文", excelize.CellTypeSharedString},
		{"A2", "新建公共充电桩580个", excelize.CellTypeSharedString},
		{"A3", "=HYPERLINK(1)，“引号”", excelize.CellTypeSharedString},
		{"B2", "580", excelize.CellTypeUnset}, // a number has no type of its own in the file
		{"B3", "3600000000", excelize.CellTypeUnset},
		{"B4", "7.5", excelize.CellTypeUnset},
		{"C2", "2024-12-31", excelize.CellTypeUnset},
		{"C3", "", excelize.CellTypeUnset},
		{"D2", "2", excelize.CellTypeUnset},
	} {
		shown, err := f.GetCellValue("目标2024", tt.cell)
		kind, err2 := f.GetCellType("目标2024", tt.cell)
		if err != nil || err2 != nil || shown != tt.shown || kind != tt.kind {
			t.Errorf("%s: %q of type %v, want %q of type %v; %v %v", tt.cell, shown, kind, tt.shown, tt.kind, err, err2)
		}
	}
	raw, err := f.GetCellValue("目标2024", "C2", excelize.Options{RawCellValue: true})
	if err != nil || raw != "45657" {
		t.Errorf("the date is %q, want the day 45657: %v", raw, err)
	}
	sheet := part(t, data, "xl/worksheets/sheet1.xml")
	for _, want := range []string{`state="frozen"`, `<autoFilter ref="$A$1:$D$4"`, `orientation="landscape"`, `paperSize="9"`,
		`fitToHeight="0"`, `fitToPage="true"`, `第 &amp;P 页，共 &amp;N 页`, `目标 &amp;&amp; 期限`} {
		if !strings.Contains(sheet, want) {
			t.Errorf("the sheet lacks %s", want)
		}
	}
	if book := part(t, data, "xl/workbook.xml"); !strings.Contains(book, "_xlnm.Print_Titles") {
		t.Error("the head is not printed on each page")
	}
}

func TestWriteRefusesWhatIsNoCell(t *testing.T) {
	for _, cell := range []any{Date("30.6.2024"), []int{1}} {
		_, err := Write(Table{Name: "x", Columns: []Column{{Head: "a", Width: 9}}, Rows: [][]any{{cell}}})
		if err == nil || !strings.HasPrefix(err.Error(), "xlsx: sheet x: row 1: ") {
			t.Errorf("%v: %v", cell, err)
		}
	}
}

func TestCSV(t *testing.T) {
	got, err := CSV(table)
	const want = "\uFEFF原文,数值,期限,批注\r\n" +
		"新建公共充电桩580个,580,2024-12-31,2\r\n" +
		"'=HYPERLINK(1)，“引号”,3600000000,,0\r\n" +
		"\"农村公路，\r\n危桥\",7.5,,\r\n"
	if err != nil || string(got) != want {
		t.Errorf("%q, want %q; %v", got, want, err)
	}
}

func TestTabNames(t *testing.T) {
	for name, want := range map[string]string{
		"去年/今年": "去年今年", "": "1", "[]": "1",
		strings.Repeat("目", 40): strings.Repeat("目", 31),
	} {
		if got := tabName(name, 0); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
