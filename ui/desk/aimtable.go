package desk

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/export/docx"
	"deputydesk/export/pdf"
	"deputydesk/export/xlsx"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// ErrTableKind is why a table is not saved: its name ends neither in .xlsx nor
// in .csv.
var ErrTableKind = errors.New("neither .xlsx nor .csv")

// comparators are the keys of the words for how a value is to be reached.
var comparators = map[target.Comparator]string{
	target.AtLeast: "atleast", target.AtMost: "atmost", target.Below: "below", target.About: "about", target.Exactly: "exactly",
}

// Must says what a target demands: 不低于, 力争增长 and the like.
func Must(w assets.Words, t target.Target) string {
	key := "targets.must.milestone"
	if t.Kind == target.Quantified {
		measure := cmp.Or(string(t.Measure), string(target.Level))
		if t.Falls() {
			measure = "fall"
		}
		key = "targets.must." + measure + "." + cmp.Or(comparators[t.Comparator], "exactly")
	}
	if t.Tone == target.Striving {
		return w.Text("targets.striving", "must", w.Text(key))
	}
	return w.Text(key)
}

// Amount is a value with its unit as people write it: 3万人, 36亿斤, 7.5%.
func Amount(value float64, unit string) string {
	for _, big := range []struct {
		words string
		value float64
	}{{"亿", 1e8}, {"万", 1e4}} {
		if short := value / big.value; short >= 1 && short*100 == float64(int64(short*100)) {
			return strconv.FormatFloat(short, 'f', -1, 64) + big.words + unit
		}
	}
	return strconv.FormatFloat(value, 'f', -1, 64) + unit
}

// FigureOf is the number of a row: as printed, or as a person put it right.
func FigureOf(r TargetRow) string {
	printed := r.State != Corrected && r.State != Split && r.State != Added
	switch {
	case r.Target.Kind == target.Milestone:
		return ""
	case r.Figure != "" && printed:
		return r.Figure
	}
	return Amount(r.Target.Value, r.Target.Unit)
}

// StateOf says in a word or two what a person said of a row's target.
func StateOf(w assets.Words, r TargetRow) string {
	if r.State == AsRead {
		return ""
	}
	return w.Text("targets.state." + string(r.State))
}

// MarkOf says a mark of one's own.
func MarkOf(w assets.Words, r TargetRow) string {
	if r.Mark == "" {
		return ""
	}
	return w.Text("targets.mark." + string(r.Mark))
}

// MonthName says a month in the year of a report: 6月, 2025年6月.
func MonthName(w assets.Words, year int, m Month) string {
	if m == Sometime {
		return w.Text("targets.month.sometime")
	}
	y, month, _ := strings.Cut(string(m), "-")
	n, err := strconv.Atoi(month)
	if err != nil {
		return string(m)
	}
	if y == strconv.Itoa(year) {
		return w.Text("targets.month", "month", n)
	}
	return w.Text("targets.month.year", "year", y, "month", n)
}

// targetTable is rows as a table with real numbers and dates.
func targetTable(w assets.Words, r *report.Report, rows []TargetRow) xlsx.Table {
	t := xlsx.Table{Name: w.Text("targets.sheet"), Title: w.Text("targets.sheet.title", "report", Name(r)), Page: w.Text("targets.sheet.page")}
	for _, c := range []struct {
		key   string
		width float64
	}{
		{"section", 9}, {"heading", 22}, {"subject", 20}, {"quote", 46}, {"must", 12}, {"value", 12}, {"unit", 9},
		{"deadline", 12}, {"due", 12}, {"state", 10}, {"mark", 8}, {"notes", 7}, {"proposals", 7},
	} {
		t.Columns = append(t.Columns, xlsx.Column{Head: w.Text("targets.head." + c.key), Width: c.width})
	}
	for _, row := range rows {
		a := row.Target
		var value any
		if a.Kind == target.Quantified {
			value = a.Value
		}
		t.Rows = append(t.Rows, []any{
			strings.ReplaceAll(string(a.Section), "/", ""), row.Heading, a.Subject, a.Quote, Must(w, a), value, a.Unit,
			a.Deadline, xlsx.Date(a.Due), StateOf(w, row), MarkOf(w, row), row.Notes, row.Proposals,
		})
	}
	return t
}

// writeTables is tables as the file that path names by its ending: a book, or
// the first of them as CSV.
func writeTables(path string, tables ...xlsx.Table) (string, error) {
	var data []byte
	var err error
	switch strings.ToLower(filepath.Ext(path)) {
	case ".xlsx":
		data, err = xlsx.Write(tables...)
	case ".csv":
		data, err = xlsx.CSV(tables[0])
	default:
		err = ErrTableKind
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	return save(path, data)
}

// WriteTargets saves the targets of r as a table at path and returns where it
// went and how many they are.
func (d *Desk) WriteTargets(w assets.Words, r *report.Report, path string) (file string, n int, err error) {
	rows := d.rowsOf(r, TargetView{})
	file, err = d.writeTargets(w, r, rows, path)
	return file, len(rows), err
}

// writeTargets saves rows as what path names: a table, or a paper on A4 across.
func (d *Desk) writeTargets(w assets.Words, r *report.Report, rows []TargetRow, path string) (string, error) {
	ext := strings.ToLower(filepath.Ext(path))
	if ext != ".pdf" && ext != ".docx" {
		return writeTables(path, targetTable(w, r, rows))
	}
	var aims []target.Target
	used := map[target.ID]int{}
	for _, row := range rows {
		aims = append(aims, row.Target)
		used[row.Target.ID] = row.Proposals
	}
	book := export.AimList(r, aims, func(id target.ID) int { return used[id] }, export.Staff{Words: d.wording})
	fonts, err := d.paperFonts()
	if err != nil {
		return "", err
	}
	data, _, err := pdf.WriteBook(book, pdf.Options{Fonts: fonts}, nil)
	if err == nil && ext == ".docx" {
		data, err = docx.WriteBook(book, nil)
	}
	if err != nil {
		return "", fmt.Errorf("%s: %w", path, err)
	}
	return save(path, data)
}

// SaveTargets saves the rows that v shows as a table, and tells.
func (d *Desk) SaveTargets(w assets.Words, v TargetView, path string) {
	rows := d.TargetRows(v)
	file, err := d.writeTargets(w, d.open, rows, path)
	if err != nil {
		d.tell(err)
		return
	}
	d.tell(&Outcome{"desk.targets.saved", []any{"n", len(rows), "file", filepath.Base(file)}})
}

// TableName is what the table of the open report is called unless the user
// says otherwise.
func (d *Desk) TableName(w assets.Words) string {
	return w.Text("targets.sheet.title", "report", Name(d.open)) + ".xlsx"
}
