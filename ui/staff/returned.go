package staff

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export/xlsx"
	"deputydesk/ui/desk"
)

// ErrNotShared is why a spreadsheet cannot be taken back: it is none that went
// out.
var ErrNotShared = errors.New("no sheet with rows of the register")

// mostReturned is how large a spreadsheet that comes back may be, in bytes.
const mostReturned = 32 << 20

// A Cell is one cell of a spreadsheet that came back and says something else than
// the register.
type Cell struct {
	At                string // as spreadsheets name it: "G7"
	ID                annotate.ProposalID
	Number, Title     string
	Field, Head       string
	Old, Mine, Theirs string // when it went out, in the register, in the spreadsheet
	Conflict          bool   // both changed it, each to something else
	Take              bool   // Theirs goes into the register; a conflict's only if somebody says so
}

// A SheetFault is a cell that cannot be taken, and why: a key for catalogues.
type SheetFault struct {
	At    string `json:"cell"` // or the line, for a whole row
	Value string `json:"value"`
	Code  string `json:"code"`
}

// The codes of faults.
const (
	NoCategory = "category"
	NoUnit     = "unit"
	NoState    = "state"
	ToMerge    = "merge" // 并案 is done where one sees with what
	NoYes      = "yes"
	NoEntry    = "entry" // no such row in the register
	TwiceRow   = "twice"
)

// A Returned is a spreadsheet that came back, compared with the register cell by
// cell. Cells in which nothing was changed are not in it.
type Returned struct {
	File   string
	From   string // who filled it in; "" if nobody said
	Rows   int    // that were found in the register
	Cells  []Cell
	Faults []SheetFault
}

// Conflicts counts the cells that both sides changed.
func (r Returned) Conflicts() (n int) {
	for _, c := range r.Cells {
		if c.Conflict {
			n++
		}
	}
	return n
}

// Taken counts the cells that go into the register.
func (r Returned) Taken() (n int) {
	for _, c := range r.Cells {
		if c.Take {
			n++
		}
	}
	return n
}

// ReadReturned reads a spreadsheet that came back and changes nothing.
func (o *Office) ReadReturned(path string) (Returned, error) {
	r := Returned{File: filepath.Base(path)}
	if info, err := os.Stat(path); err != nil {
		return r, err
	} else if info.Size() > mostReturned {
		return r, fmt.Errorf("%s: %w", r.File, xlsx.ErrNotBook)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return r, err
	}
	grids, err := xlsx.Read(data)
	if err != nil {
		return r, fmt.Errorf("%s: %w", r.File, err)
	}
	rows, at, first := sharedRows(grids)
	if at == nil {
		return r, &desk.Refusal{Key: "entries.return.none", Args: []any{"file", r.File}, Why: fmt.Errorf("%s: %w", r.File, ErrNotShared)}
	}
	r.From = whoFilled(grids)
	before := wasValues(grids)
	byCode := map[string]annotate.ProposalID{}
	for _, row := range o.All() {
		byCode[Code(row.Entry)] = row.Entry.Proposal.ID
	}
	seen := map[annotate.ProposalID]bool{}
	for n, cells := range rows {
		line := first + n
		cell := func(head string) string {
			if c, ok := at[head]; ok && c < len(cells) {
				return strings.TrimSpace(cells[c])
			}
			return ""
		}
		id := annotate.ProposalID(cell(idHead))
		if _, ok := o.Row(id); !ok {
			id = byCode[strings.ToLower(cell(codeHead))]
		}
		row, ok := o.Row(id)
		switch {
		case !ok && strings.TrimSpace(strings.Join(cells, "")) == "":
			continue
		case !ok:
			r.Faults = append(r.Faults, SheetFault{At: strconv.Itoa(line), Value: cell("标题"), Code: NoEntry})
			continue
		case seen[id]:
			r.Faults = append(r.Faults, SheetFault{At: strconv.Itoa(line), Value: row.Title, Code: TwiceRow})
			continue
		}
		seen[id] = true
		r.Rows++
		o.compare(&r, row, before[id], at, cell, line)
	}
	return r, nil
}

// compare compares one row with the register.
func (o *Office) compare(r *Returned, row Row, before map[string]string, at map[string]int, cell func(string) string, line int) {
	for _, c := range shared {
		column, there := at[c.head]
		if !there {
			continue
		}
		mine := c.get(row.Entry)
		old, known := before[c.head]
		theirs, code := o.value(c.field, cell(c.head))
		switch {
		case theirs == mine, known && theirs == old:
			continue
		case code != "":
			r.Faults = append(r.Faults, SheetFault{At: cellName(column, line), Value: cell(c.head), Code: code})
			continue
		}
		found := Cell{At: cellName(column, line), ID: row.Entry.Proposal.ID, Number: row.Number, Title: row.Title, Field: c.field, Head: c.head,
			Old: old, Mine: mine, Theirs: theirs}
		found.Conflict = !known || mine != old
		found.Take = !found.Conflict
		r.Cells = append(r.Cells, found)
	}
}

// value is what a cell of a field means; code says why it means nothing.
func (o *Office) value(field, text string) (value, code string) {
	switch field {
	case "category":
		if text != "" && !slices.Contains(o.Categories(), text) {
			return text, NoCategory
		}
	case "host":
		if value = o.Unit(text); value != "" && !o.knows(value) {
			return value, NoUnit
		}
		return value, ""
	case "cohosts":
		units := o.Units(text)
		if slices.ContainsFunc(units, func(u string) bool { return !o.knows(u) }) {
			code = NoUnit
		}
		return strings.Join(units, "、"), code
	case "state":
		switch {
		case text == string(registry.Merged):
			return text, ToMerge
		case !slices.Contains(States, registry.State(text)):
			return text, NoState
		}
	case "focus":
		switch strings.ToLower(text) {
		case yesWord, "√", "✓", "y", "1":
			return yesWord, ""
		case "", "否", "×", "n", "0":
			return "", ""
		}
		return text, NoYes
	}
	return text, ""
}

// knows reports whether a unit is one of this place; where none is listed, all are.
func (o *Office) knows(name string) bool {
	pack := o.desk.Rules().Pack
	_, _, ok := pack.Unit(name)
	return ok || len(pack.Units) == 0
}

// sharedRows finds the rows of the register in a book, the columns of their heads
// and the line of the first row; at is nil if there are none.
func sharedRows(grids []xlsx.Grid) (rows [][]string, at map[string]int, first int) {
	for _, g := range grids {
		if strings.TrimSpace(g.Name) == wasSheet {
			continue
		}
		for i, cells := range g.Rows[:min(len(g.Rows), headLines)] {
			heads := headsOf(cells)
			_, id := heads[idHead]
			if _, code := heads[codeHead]; id || code {
				return g.Rows[i+1:], heads, i + 2
			}
		}
	}
	return nil, nil, 0
}

// headLines is how far down the heads are looked for: people put titles above.
const headLines = 10

func headsOf(cells []string) map[string]int {
	at := map[string]int{}
	for c, cell := range cells {
		if head := strings.TrimSpace(cell); head != "" {
			if _, twice := at[head]; !twice {
				at[head] = c
			}
		}
	}
	return at
}

// wasValues is what the shared columns said when the spreadsheet went out.
func wasValues(grids []xlsx.Grid) map[annotate.ProposalID]map[string]string {
	all := map[annotate.ProposalID]map[string]string{}
	for _, g := range grids {
		if strings.TrimSpace(g.Name) != wasSheet || len(g.Rows) == 0 {
			continue
		}
		at := headsOf(g.Rows[0])
		for _, cells := range g.Rows[1:] {
			values := map[string]string{}
			for head, c := range at {
				values[head] = ""
				if c < len(cells) {
					values[head] = strings.TrimSpace(cells[c])
				}
			}
			all[annotate.ProposalID(values[idHead])] = values
		}
	}
	return all
}

// whoFilled is the name beside 填表人, "" if there is none.
func whoFilled(grids []xlsx.Grid) string {
	for _, g := range grids {
		if strings.TrimSpace(g.Name) != aboutSheet {
			continue
		}
		for _, cells := range g.Rows[:min(len(g.Rows), 2)] {
			if len(cells) > 1 && strings.TrimSpace(cells[1]) != "" {
				return strings.TrimSpace(cells[1])
			}
		}
	}
	return ""
}

// cellName is a cell as spreadsheets name it: "B7" for column 1 of line 7.
func cellName(column, line int) string {
	name := ""
	for c := column + 1; c > 0; c = (c - 1) / 26 {
		name = string(rune('A'+(c-1)%26)) + name
	}
	return name + strconv.Itoa(line)
}

// TakeReturned makes the changes that are to be taken, all or none, as one step.
// The journal names the spreadsheet and who filled it in beside the clerk.
func (o *Office) TakeReturned(r Returned) (taken int, err error) {
	if r.Taken() == 0 {
		return 0, nil
	}
	err = o.Change(func(b *registry.Book, by registry.Decision) error {
		source := r.File
		if r.From != "" {
			source = r.From + "，" + source
		}
		by.Who = strings.TrimSpace(by.Who + "（" + source + "）")
		for _, c := range r.Cells {
			if !c.Take {
				continue
			}
			if err := c.put(b, by); err != nil {
				return fmt.Errorf("%s: %s: %w", r.File, c.At, err)
			}
			taken++
		}
		return nil
	})
	return taken, err
}

// put makes the change of a cell.
func (c Cell) put(b *registry.Book, by registry.Decision) error {
	id := string(c.ID)
	e, err := b.Find(id)
	if err != nil {
		return err
	}
	switch c.Field {
	case "category":
		return b.Classify(by, id, c.Theirs)
	case "host":
		helpers := e.Cohosts
		if e.Host == "" {
			helpers = e.SideUnits()
		}
		return b.Assign(by, id, c.Theirs, slices.Clone(helpers), "", "")
	case "cohosts":
		return b.Assign(by, id, e.Host, desk.Names(c.Theirs), "", "")
	case "state":
		if e.Into != "" {
			if err := b.Split(by, id); err != nil {
				return err
			}
		}
		return b.SetState(by, id, registry.State(c.Theirs))
	case "focus":
		return b.Supervise(by, id, c.Theirs == yesWord, e.Leader)
	case "leader":
		return b.Supervise(by, id, e.Focus, c.Theirs)
	}
	return b.Remark(by, id, c.Theirs)
}
