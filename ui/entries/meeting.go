package entries

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// A meeting is the dialog 新建会议: a spreadsheet goes out, comes back filled in,
// and what it says goes to every deputy.
type meeting struct {
	page   *Page
	now    *widgets.Passage // the session in force
	said   *widgets.Passage // what came of the last step
	faults *fyne.Container
	list   *container.Scroll
	issue  *widget.Button
	box    *fyne.Container
}

// The size of the dialog, and how high the list of faults gets, in pixels.
const (
	meetingWidth = 620
	faultsHeight = 180
)

// askMeeting shows the dialog.
func (p *Page) askMeeting() {
	m := &meeting{page: p, now: widgets.NewPassage("", plain), said: widgets.NewPassage("", widgets.Lettering{Bold: true, Wrap: true}), faults: container.New(stack{4})}
	m.list = container.NewVScroll(m.faults)
	m.list.SetMinSize(fyne.NewSize(0, faultsHeight))
	m.issue = widget.NewButton(p.w.Text("entries.meeting.issue"), func() { p.Save(p.d.MeetingFileName(), func(path string) { m.done(p.o.Issue(path)) }) })
	save := widget.NewButton(p.w.Text("entries.meeting.template"), func() {
		p.Save(desk.SessionBookName, func(path string) {
			err := p.o.SaveTemplate(path)
			if err == nil {
				err = &desk.Outcome{Key: "entries.meeting.saved", Args: []any{"file", path}}
			}
			m.done(err)
		})
	})
	read := widget.NewButton(p.w.Text("entries.meeting.read"), func() {
		p.Choose(func(path string) {
			err := p.o.TakeSession(path)
			if err == nil {
				err = p.d.Notice()
			}
			m.done(err)
		})
	})
	step := func(n, key string, b *widget.Button) fyne.CanvasObject {
		return container.NewBorder(nil, nil, container.New(fixedWidth(28), widgets.NewPassage(n, heading)), container.NewVBox(container.New(fixedWidth(128), b)), widgets.NewPassage(p.w.Text(key), plain))
	}
	m.box = container.New(stack{12}, m.now,
		step("1", "entries.meeting.one", save), step("2", "entries.meeting.two", read), step("3", "entries.meeting.three", m.issue),
		m.said, m.list)
	m.redraw()
	m.list.Hide()
	m.said.Hide()
	d := dialog.NewCustomWithoutButtons(p.w.Text("entries.meeting"), container.New(inset{8, 8}, m.box), p.win)
	d.SetButtons([]fyne.CanvasObject{layout.NewSpacer(), widget.NewButton(p.w.Text("entries.close"), func() { d.Hide() })})
	d.Resize(fyne.NewSize(meetingWidth, 0))
	d.Show()
}

// redraw says which session is in force.
func (m *meeting) redraw() {
	p := m.page
	text := p.w.Text("entries.meeting.none")
	if now := p.d.Meeting(); now != nil {
		pack := p.d.Rules().Pack
		text = p.w.Text("entries.meeting.now", "session", now.Session.Name, "units", len(pack.Units), "delegations", len(pack.Delegations),
			"deputies", len(now.Session.Roster), "categories", len(pack.Categories))
	}
	m.now.SetText(text)
	able(m.issue, p.d.Meeting() != nil)
}

// done says what came of a step: everything that is wrong, a line each.
func (m *meeting) done(err error) {
	p := m.page
	all := staff.FaultsOf(err)
	m.faults.Objects = nil
	for _, f := range all {
		m.faults.Add(widgets.NewPassage("· "+desk.FaultText(p.w, f), plain))
	}
	shown(m.list, len(all) > 0)
	said := desk.Tell(p.w, err)
	if len(all) > 0 {
		said = p.w.Text("entries.meeting.faults", "n", len(all), "file", all[0].Name)
	}
	m.said.SetText(said)
	shown(m.said, err != nil)
	m.redraw()
	m.box.Refresh()
}
