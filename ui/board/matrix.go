package board

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"deputydesk/annotate"
	"deputydesk/ui/widgets"
)

// A matrix is the targets with a column for each ask. The arrow keys go from
// cell to cell, the space bar and a click lead to the proposals.
type matrix struct {
	widget.Table
	page *Page
	wide float32 // of the column of targets, in pixels
}

// Widths of the columns in pixels: the number, an ask, the sum; the target gets the
// rest, but no less than targetLeast.
const noWidth, askWidth, sumWidth, targetLeast = 48, 62, 56, 200

func newMatrix(p *Page) *matrix {
	m := &matrix{page: p}
	m.Length = func() (int, int) { return len(p.rows), m.columns() }
	m.CreateCell = func() fyne.CanvasObject { return newCell() }
	m.UpdateCell = func(at widget.TableCellID, o fyne.CanvasObject) { m.draw(o.(*fyne.Container), at) }
	m.ShowHeaderRow = true
	m.CreateHeader = func() fyne.CanvasObject { return newCell() }
	m.UpdateHeader = func(at widget.TableCellID, o fyne.CanvasObject) {
		set(o.(*fyne.Container), m.head(at.Col), widgets.Lettering{Bold: true, Cut: at.Col == targetColumn, Size: theme.SizeNameCaptionText}, at.Col != targetColumn)
	}
	m.HideSeparators = false
	m.OnSelected = func(at widget.TableCellID) {
		m.UnselectAll()
		m.look(at)
	}
	m.ExtendBaseWidget(m)
	return m
}

// The columns before the asks; the sum comes after the target.
const numberColumn, targetColumn, sumColumn, firstAsk = 0, 1, 2, 3

func (m *matrix) columns() int { return firstAsk + len(m.page.board.Asks) }

// newCell is a cell: words, and where they stand.
func newCell() *fyne.Container {
	return container.New(cell{}, widgets.NewPassage("", widgets.Lettering{Cut: true}))
}

// set shows text in a cell, in its middle if it is a number.
func set(c *fyne.Container, text string, how widgets.Lettering, middle bool) {
	words := c.Objects[0].(*widgets.Passage)
	c.Layout = cell{middle}
	words.SetLettering(how)
	words.SetText(text)
	c.Refresh()
}

func (m *matrix) head(column int) string {
	p := m.page
	switch column {
	case numberColumn:
		return p.w.Text("board.head.number")
	case targetColumn:
		return p.w.Text("board.head.target")
	case sumColumn:
		return p.w.Text("board.head.sum")
	}
	if at := column - firstAsk; at < len(p.board.Asks) {
		return string(p.board.Asks[at])
	}
	return ""
}

func (m *matrix) draw(c *fyne.Container, at widget.TableCellID) {
	p := m.page
	if at.Row >= len(p.rows) {
		return
	}
	row := p.board.Rows[p.rows[at.Row]]
	plain, quiet := widgets.Lettering{}, widgets.Lettering{Colour: widgets.ColorSecondary}
	switch at.Col {
	case numberColumn:
		set(c, strconv.Itoa(p.rows[at.Row]+1), quiet, true)
	case targetColumn:
		set(c, row.Target.Quote, widgets.Lettering{Cut: true}, false)
	default:
		how := plain
		if at.Col == sumColumn {
			how.Bold = true
		}
		set(c, number(len(m.asked(at))), how, true)
	}
}

// number is n in figures, nothing for none.
func number(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// asked are the entries that a cell counts.
func (m *matrix) asked(at widget.TableCellID) []annotate.ProposalID {
	p := m.page
	if at.Row < 0 || at.Row >= len(p.rows) {
		return nil
	}
	row := p.board.Rows[p.rows[at.Row]]
	if at := at.Col - firstAsk; at >= 0 && at < len(p.board.Asks) {
		return row.Asked[p.board.Asks[at]]
	}
	return row.All
}

// look leads to the entries that a cell counts.
func (m *matrix) look(at widget.TableCellID) {
	p := m.page
	ids := m.asked(at)
	if len(ids) == 0 {
		return
	}
	quote := p.board.Rows[p.rows[at.Row]].Target.Quote
	because := p.w.Text("board.because", "quote", quote)
	if at.Col >= firstAsk {
		because = p.w.Text("board.because.ask", "quote", quote, "ask", m.head(at.Col))
	}
	p.o.LookAt(ids, because)
}

// show draws the rows anew.
func (m *matrix) show() {
	m.fit(m.Size().Width)
	m.Refresh()
}

// fit gives the columns their widths.
func (m *matrix) fit(width float32) {
	m.SetColumnWidth(numberColumn, noWidth)
	m.SetColumnWidth(sumColumn, sumWidth)
	asks := len(m.page.board.Asks)
	for i := range asks {
		m.SetColumnWidth(firstAsk+i, askWidth)
	}
	const between = 4 // pixels, of the table between two columns
	m.SetColumnWidth(targetColumn, max(targetLeast, width-noWidth-sumWidth-float32(asks)*askWidth-between*float32(m.columns())))
}

// Resize is called by Fyne.
func (m *matrix) Resize(size fyne.Size) {
	if size.Width != m.wide {
		m.wide = size.Width
		m.fit(size.Width)
	}
	m.Table.Resize(size)
}

// TypedKey is called by Fyne.
func (m *matrix) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeySpace:
		m.Table.TypedKey(e)
	default:
		if m.page.OnKey != nil {
			m.page.OnKey(widgets.Key{Name: e.Name, Mod: widgets.Held()})
		}
	}
}
