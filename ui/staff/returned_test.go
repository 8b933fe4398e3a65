package staff_test

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"deputydesk/annotate/registry"
	"deputydesk/export/xlsx"
	"deputydesk/ui/staff"
)

// shared writes the spreadsheet of the register, lets change change its sheets,
// and returns where it lies.
func shared(t *testing.T, o *staff.Office, change func(sheets []xlsx.Grid)) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "协办表.xlsx")
	if _, _, err := o.Share(path); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	sheets, err := xlsx.Read(data)
	if err != nil {
		t.Fatal(err)
	}
	change(sheets)
	var tables []xlsx.Table
	for _, g := range sheets {
		table := xlsx.Table{Name: g.Name, Form: true}
		for c := range widest(g.Rows) {
			head := ""
			if c < len(g.Rows[0]) {
				head = g.Rows[0][c]
			}
			table.Columns = append(table.Columns, xlsx.Column{Head: head, Width: 10})
		}
		for _, row := range g.Rows[1:] {
			var line []any
			for _, cell := range row {
				line = append(line, cell)
			}
			table.Rows = append(table.Rows, line)
		}
		tables = append(tables, table)
	}
	if data, err = xlsx.Write(tables...); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func widest(rows [][]string) (n int) {
	for _, r := range rows {
		n = max(n, len(r))
	}
	return n
}

// put writes a cell of the sheet 登记: of row i, from 0, under a head.
func put(sheets []xlsx.Grid, i int, head, text string) {
	rows := sheets[0].Rows
	c := slices.Index(rows[0], head)
	for len(rows[i+1]) <= c {
		rows[i+1] = append(rows[i+1], "")
	}
	rows[i+1][c] = text
}

func read(t *testing.T, o *staff.Office, path string) staff.Returned {
	t.Helper()
	r, err := o.ReadReturned(path)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Unchanged cells are no news; what was changed only there is taken, what both
// changed is a conflict, what means nothing is named by its cell.
func TestASheetThatComesBackIsMergedCellByCell(t *testing.T) {
	o := full(t, 12)
	first := o.All()[0].Entry.Proposal.ID
	if err := o.Classify("农业农村", first); err != nil {
		t.Fatal(err)
	}
	if r := read(t, o, shared(t, o, func([]xlsx.Grid) {})); len(r.Cells)+len(r.Faults) != 0 || r.Rows != 12 {
		t.Fatalf("nothing was changed, and read is %+v", r)
	}
	path := shared(t, o, func(s []xlsx.Grid) {
		put(s, 0, "类别", "教科文卫")
		put(s, 1, "主办", "市教育局")
		put(s, 1, "会办", "市公安局，市财政局")
		put(s, 2, "状态", "立案")
		put(s, 3, "类别", "不明类别")
		put(s, 4, "主办", "不明单位")
		put(s, 5, "状态", "并案")
		put(s, 6, "重点督办", "√")
		put(s, 6, "领衔督办", "测试副主任")
		s[1].Rows[0] = []string{"填表人", "测试同事"}
	})
	// Meanwhile the register goes on.
	if err := o.Classify("社会建设", first); err != nil {
		t.Fatal(err)
	}
	r := read(t, o, path)
	if r.From != "测试同事" || r.Conflicts() != 1 || r.Taken() != 5 {
		t.Errorf("from %q, %d conflicts, %d to take: %+v", r.From, r.Conflicts(), r.Taken(), r.Cells)
	}
	if c := r.Cells[0]; !c.Conflict || c.At != "G2" || c.Old != "农业农村" || c.Mine != "社会建设" || c.Theirs != "教科文卫" {
		t.Errorf("the conflict reads %+v", c)
	}
	var faults []string
	for _, f := range r.Faults {
		faults = append(faults, f.At+" "+f.Code+" "+f.Value)
	}
	if want := []string{"G5 category 不明类别", "H6 unit 不明单位", "J7 merge 并案"}; !slices.Equal(faults, want) {
		t.Errorf("faults %q, want %q", faults, want)
	}
	if n, err := o.TakeReturned(r); err != nil || n != 5 {
		t.Fatalf("%d taken: %v", n, err)
	}
	all := o.All()
	if e := all[1].Entry; e.Host != "市教育局" || !slices.Equal(e.Cohosts, []string{"市公安局", "市财政局"}) {
		t.Errorf("host %q, helpers %q", e.Host, e.Cohosts)
	}
	if e := all[6].Entry; !e.Focus || e.Leader != "测试副主任" {
		t.Errorf("supervised %v by %q", e.Focus, e.Leader)
	}
	if e := all[2].Entry; e.State != registry.Filed || e.Journal[len(e.Journal)-1].Who != "测试经办甲（测试同事，协办表.xlsx）" {
		t.Errorf("%s by %q", e.State, e.Journal[len(e.Journal)-1].Who)
	}
	if all[0].Category != "社会建设" {
		t.Errorf("the conflict was decided by nobody and is %s now", all[0].Category)
	}
	again := read(t, o, path)
	if again.Taken() != 0 || again.Conflicts() != 1 {
		t.Errorf("read again: %+v", again.Cells)
	}
	again.Cells[0].Take = true
	if _, err := o.TakeReturned(again); err != nil || o.All()[0].Category != "教科文卫" {
		t.Errorf("theirs was chosen: %s, %v", o.All()[0].Category, err)
	}
	o.Desk().Press(o.Desk().Undo())
	o.Desk().Press(o.Desk().Undo())
	if e := o.All()[1].Entry; e.Host != "" || o.All()[2].State != registry.Registered {
		t.Error("what came back cannot be taken back")
	}
}

// Sorted rows, rows taken away, columns moved or taken away, a title above, an id
// that is gone: the rest is understood.
func TestASheetMayBeRearranged(t *testing.T) {
	for name, change := range map[string]func(s []xlsx.Grid){
		"sorted": func(s []xlsx.Grid) { slices.Reverse(s[0].Rows[1:]) },
		"rows taken away": func(s []xlsx.Grid) {
			s[0].Rows = append(s[0].Rows[:1:1], s[0].Rows[4:]...)
		},
		"columns moved": func(s []xlsx.Grid) {
			for _, row := range s[0].Rows {
				slices.Reverse(row)
			}
		},
		"no id": func(s []xlsx.Grid) {
			at := slices.Index(s[0].Rows[0], "件号")
			for i, row := range s[0].Rows {
				if at < len(row) {
					s[0].Rows[i] = slices.Delete(row, at, at+1)
				}
			}
		},
		"a column taken away": func(s []xlsx.Grid) {
			for i, row := range s[0].Rows {
				s[0].Rows[i] = slices.Delete(row, 1, 2)
			}
		},
		"a title above": func(s []xlsx.Grid) {
			s[0].Rows = append([][]string{{"示例市代表建议登记"}, {}}, s[0].Rows...)
		},
	} {
		o := full(t, 8)
		path := shared(t, o, func(s []xlsx.Grid) {
			put(s, 5, "备注", "请尽快")
			change(s)
		})
		r := read(t, o, path)
		if len(r.Cells) != 1 || len(r.Faults) != 0 || r.Cells[0].ID != o.All()[5].Entry.Proposal.ID || r.Cells[0].Theirs != "请尽快" {
			t.Errorf("%s: %+v %+v", name, r.Cells, r.Faults)
		}
	}
}

// Some programs write words into the cells themselves, and leave everything else
// out that need not be there.
func TestASheetOfAnotherProgram(t *testing.T) {
	o := full(t, 3)
	cell := func(at, text string) string {
		return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, at, text)
	}
	sheet := `<row r="1">` + cell("A1", "代码") + cell("B1", "备注") + cell("C1", "类别") + `</row><row r="3">` +
		cell("A3", strings.ToUpper(staff.Code(o.All()[1].Entry))) + cell("B3", "同意") + `</row><row r="4">` + cell("A4", "ffffffff") + cell("B4", "不在") + `</row>`
	const space = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	const relations = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	path := filepath.Join(t.TempDir(), "回来.xlsx")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(f)
	for name, text := range map[string]string{
		"[Content_Types].xml":        `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
		"_rels/.rels":                `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relations + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            `<workbook ` + space + ` xmlns:r="` + relations + `"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="` + relations + `/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   `<worksheet ` + space + `><sheetData>` + sheet + `</sheetData></worksheet>`,
	} {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	r := read(t, o, path)
	if r.Rows != 1 || len(r.Cells) != 1 || r.Cells[0].At != "B3" || r.Cells[0].Theirs != "同意" || !r.Cells[0].Conflict {
		t.Errorf("read: %+v", r) // without what it said before, every change is asked about
	}
	if len(r.Faults) != 1 || r.Faults[0].Code != staff.NoEntry || r.Faults[0].At != "4" {
		t.Errorf("faults: %+v", r.Faults)
	}
}
