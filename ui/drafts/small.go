package drafts

import "fyne.io/fyne/v2"

// beside puts a list, a line and a sheet beside each other. On a small screen,
// or where everything is magnified, the list gives way down to what is in it,
// and the tools of the sheet stand in two rows.
type beside struct {
	list  fyne.CanvasObject // what is in the list
	tools *toolRows
}

// MinSize is called by Fyne.
func (b beside) MinSize(o []fyne.CanvasObject) fyne.Size {
	sheet := o[2].MinSize()
	return fyne.NewSize(b.list.MinSize().Width+o[1].MinSize().Width+sheet.Width, max(o[0].MinSize().Height, sheet.Height))
}

// Layout is called by Fyne.
func (b beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	line := o[1].MinSize().Width
	b.tools.two = size.Width-listWidth-line < b.tools.whole+toolMargin
	list := max(min(listWidth, b.list.MinSize().Width), min(listWidth, size.Width-line-o[2].MinSize().Width))
	o[0].Resize(fyne.NewSize(list, size.Height))
	o[1].Move(fyne.NewPos(list, 0))
	o[1].Resize(fyne.NewSize(line, size.Height))
	o[2].Move(fyne.NewPos(list+line, 0))
	o[2].Resize(fyne.NewSize(size.Width-list-line, size.Height))
}

// toolRows puts tools, a remark and the tools of the end in one row, or in two
// where there is no room: tools above, remark and end below.
type toolRows struct {
	two   bool    // set by beside before the row is laid out
	whole float32 // what one row needs, in pixels
}

// toolGap is between the rows and beside the remark, toolMargin at both sides of
// the row, remarkLeast the least width of the remark.
const toolGap, toolMargin, remarkLeast = 8, 48, 96

// MinSize is called by Fyne.
func (r *toolRows) MinSize(o []fyne.CanvasObject) fyne.Size {
	tools, remark, end := o[0].MinSize(), o[1].MinSize(), o[2].MinSize()
	r.whole = tools.Width + remarkLeast + end.Width + 2*toolGap
	high := max(remark.Height, end.Height)
	if r.two {
		high += tools.Height + toolGap
	}
	return fyne.NewSize(max(tools.Width, end.Width), max(high, tools.Height))
}

// Layout is called by Fyne.
func (r *toolRows) Layout(o []fyne.CanvasObject, size fyne.Size) {
	tools, end := o[0].MinSize(), o[2].MinSize()
	o[0].Resize(tools)
	x, y, high := tools.Width+toolGap, float32(0), size.Height
	if r.two {
		x, y = 0, tools.Height+toolGap
		high -= y
	}
	o[1].Move(fyne.NewPos(x, y))
	o[1].Resize(fyne.NewSize(size.Width-end.Width-toolGap-x, high))
	o[2].Move(fyne.NewPos(size.Width-end.Width, y))
	o[2].Resize(fyne.NewSize(end.Width, high))
}
