// Package xlsx writes tables as spreadsheets: as .xlsx and as .csv.
//
// A Table is what a person would type into one: numbers are numbers and dates
// are dates, so that they can be added and sorted. The same tables give the same
// bytes. Words come from whoever makes the table; none stand here.
package xlsx

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"

	"github.com/xuri/excelize/v2"
)

// A Date is a cell with a civil date, "2024-06-30".
type Date string

// A Column is one column of a Table.
type Column struct {
	Head   string
	Width  float64 // in characters of the default font
	Note   string  // shown when somebody points at the head; "" for none
	Hidden bool    // there for who reads the sheet again, not for people
	Fixed  bool    // of a Form: not meant to be typed in, and set grey
}

// A Table is one sheet of a book. A cell is a string, an int, a float64, a Date
// or nil for an empty one.
type Table struct {
	Name    string // on the tab; what a tab may not be called is left out
	Title   string // printed above the pages
	Page    string // printed below, such as "第 {page} 页，共 {pages} 页"; "" for none
	Columns []Column
	Rows    [][]any

	// Form says that people fill the sheet in: what they type stays as they
	// type it, 0108 and 2024-02-22 as well, and below the last row is room.
	// Choices are offered in the cells of a column, by its place from 0; anything
	// else may be typed as well.
	Form    bool
	Choices map[int][]string

	Hidden bool // the sheet is for who reads the book again, not for people
}

// made is the time that stands in every file: the papers of a day are to be
// compared by their bytes.
const made = "2000-01-01T00:00:00Z"

// dateFormat is how dates are shown in every locale.
const dateFormat = "yyyy-mm-dd"

// a4 is the number of that paper in the file format.
const a4 = 9

// Write is the book of tables, one a sheet, in their order: heads stand still
// and filter, pages are A4 across, as wide as the paper and with the head on
// each.
func Write(tables ...Table) (data []byte, err error) {
	f := excelize.NewFile()
	defer func() {
		if closed := f.Close(); err == nil && closed != nil {
			data, err = nil, fmt.Errorf("xlsx: %w", closed)
		}
	}()
	w, err := newWriter(f)
	if err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	for i, t := range tables {
		name := tabName(t.Name, i)
		if i == 0 {
			err = f.SetSheetName("Sheet1", name)
		} else {
			_, err = f.NewSheet(name)
		}
		if err == nil {
			err = w.table(name, t)
		}
		if err == nil && t.Hidden {
			err = errors.Join(f.SetSheetVisible(name, false), f.ProtectSheet(name, &excelize.SheetProtectionOptions{}))
		}
		if err != nil {
			return nil, fmt.Errorf("xlsx: sheet %s: %w", name, err)
		}
	}
	title := ""
	if len(tables) > 0 {
		title = tables[0].Title
	}
	if err := f.SetDocProps(&excelize.DocProperties{Title: title, Created: made, Modified: made}); err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	b, err := f.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	return b.Bytes(), nil
}

// tabName is name as a tab may be called: no more than 31 characters, none of
// : \ / ? * [ ], never empty.
func tabName(name string, i int) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || unicode.IsControl(r) {
			return -1
		}
		return r
	}, name)
	if runes := []rune(name); len(runes) > 31 {
		name = string(runes[:31])
	}
	if name == "" {
		return fmt.Sprintf("%d", i+1)
	}
	return name
}

// A writer fills the sheets of one file.
type writer struct {
	f                        *excelize.File
	head, text, number, date int // styles
	typed, fixed             int // styles of a Form's cells
	lists                    int // columns of listSheet that are filled
}

func newWriter(f *excelize.File) (*writer, error) {
	w := &writer{f: f}
	hair := []excelize.Border{}
	for _, side := range []string{"left", "right", "top", "bottom"} {
		hair = append(hair, excelize.Border{Type: side, Color: "BFBFBF", Style: 1})
	}
	dates, typed := dateFormat, "@"
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&w.head, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"F2F0EA"}},
			Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "center", WrapText: true}}},
		{&w.text, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&w.number, excelize.Style{Alignment: &excelize.Alignment{Horizontal: "right", Vertical: "top"}}},
		{&w.typed, excelize.Style{CustomNumFmt: &typed, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&w.fixed, excelize.Style{CustomNumFmt: &typed, Font: &excelize.Font{Color: "666666"}, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}},
		{&w.date, excelize.Style{CustomNumFmt: &dates, Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "top"}}},
	} {
		s.style.Border = hair
		id, err := f.NewStyle(&s.style)
		if err != nil {
			return nil, err
		}
		*s.id = id
	}
	return w, nil
}

// table fills one sheet.
func (w *writer) table(name string, t Table) error {
	if t.Form {
		if err := w.form(name, t); err != nil {
			return err
		}
		plain := w.text
		w.text = w.typed
		defer func() { w.text = plain }()
	}
	for c, column := range t.Columns {
		letter, err := excelize.ColumnNumberToName(c + 1)
		if err != nil {
			return err
		}
		if err := w.f.SetColWidth(name, letter, letter, column.Width); err != nil {
			return err
		}
		if err := w.cell(name, c, 1, column.Head, w.head); err != nil {
			return err
		}
		if err := w.heading(name, letter, column); err != nil {
			return err
		}
	}
	for r, row := range t.Rows {
		for c, column := range t.Columns {
			var v any
			if c < len(row) {
				v = row[c]
			}
			if t.Form {
				if w.text = w.typed; column.Fixed {
					w.text = w.fixed
				}
			}
			if err := w.value(name, c, r+2, v); err != nil {
				return fmt.Errorf("row %d: %w", r+1, err)
			}
		}
	}
	return w.page(name, t)
}

// heading hides a column and explains it.
func (w *writer) heading(name, letter string, c Column) error {
	if c.Hidden {
		if err := w.f.SetColVisible(name, letter, false); err != nil {
			return err
		}
	}
	if c.Note == "" {
		return nil
	}
	return w.f.AddComment(name, excelize.Comment{Cell: letter + "1", Paragraph: []excelize.RichTextRun{{Text: c.Note}}, Width: 260, Height: 120})
}

// value writes a cell of the body.
func (w *writer) value(name string, c, r int, v any) error {
	switch v := v.(type) {
	case nil:
		return w.cell(name, c, r, nil, w.text)
	case string:
		if v == "" {
			return w.cell(name, c, r, nil, w.text) // so that filters see a blank
		}
		return w.cell(name, c, r, v, w.text)
	case int, float64:
		return w.cell(name, c, r, v, w.number)
	case Date:
		if v == "" {
			return w.cell(name, c, r, nil, w.date)
		}
		day, err := time.Parse(time.DateOnly, string(v))
		if err != nil {
			return err
		}
		return w.cell(name, c, r, day, w.date)
	}
	return fmt.Errorf("a cell of type %T", v)
}

func (w *writer) cell(name string, c, r int, v any, style int) error {
	at, err := excelize.CoordinatesToCellName(c+1, r)
	if err != nil {
		return err
	}
	if v != nil {
		if err := w.f.SetCellValue(name, at, v); err != nil {
			return err
		}
	}
	return w.f.SetCellStyle(name, at, at, style)
}

// page sets what the sheet looks like on the screen and on paper.
func (w *writer) page(name string, t Table) error {
	if len(t.Columns) == 0 {
		return nil
	}
	last, err := excelize.CoordinatesToCellName(len(t.Columns), len(t.Rows)+1)
	if err != nil {
		return err
	}
	if err := w.f.AutoFilter(name, "A1:"+last, nil); err != nil {
		return err
	}
	if err := w.f.SetPanes(name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	paper, across, wide, high, fit := a4, "landscape", 1, 0, true
	if err := w.f.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &paper, Orientation: &across, FitToWidth: &wide, FitToHeight: &high}); err != nil {
		return err
	}
	if err := w.f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	side, top := 0.4, 0.75
	if err := w.f.SetPageMargins(name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &top, Bottom: &top}); err != nil {
		return err
	}
	foot := strings.NewReplacer("&", "&&", "{page}", "&P", "{pages}", "&N").Replace(t.Page)
	head := "&C&B" + strings.ReplaceAll(t.Title, "&", "&&")
	if foot != "" {
		foot = "&C" + foot
	}
	if err := w.f.SetHeaderFooter(name, &excelize.HeaderFooterOptions{OddHeader: head, OddFooter: foot}); err != nil {
		return err
	}
	return w.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: name,
		RefersTo: "'" + name + "'!$1:$1"})
}
