package issue

import (
	"fyne.io/fyne/v2"

	"deputydesk/export"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"
	"deputydesk/ui/widgets"
)

// Keys are the keys of the page; the sheet of keys lists them.
func (p *Page) Keys() []widgets.Binding {
	const ctrl = widgets.Ctrl
	return []widgets.Binding{
		{Keys: []widgets.Key{{Name: fyne.KeyDown}}, Does: "issue.job", Do: func() { p.list.move(+1) }},
		{Keys: []widgets.Key{{Name: fyne.KeyUp}}, Does: "issue.job", Do: func() { p.list.move(-1) }},
		{Keys: []widgets.Key{{Name: fyne.KeyReturn}}, Does: "issue.preview", Do: p.look},
		{Keys: []widgets.Key{{Name: fyne.KeyS, Mod: ctrl}}, Does: "issue.save", Do: p.keep},
	}
}

// look lays the paper out to be looked at.
func (p *Page) look() {
	if p.o.Job().Previews() {
		p.d.Press(p.o.Preview())
		return
	}
	p.keep()
}

// keep asks where to and does the job.
func (p *Page) keep() {
	if !p.save.Disabled() && !p.save.Hidden {
		p.Save(p.o.FileName(p.o.Job()), func(path string) { p.o.Save(p.w, path, nil) })
	}
}

// Press does the job in hand as a PDF and hands it to the printer.
func (p *Page) Press() { p.press() }

// handOn gives a key that the list has no use for to the window.
func (p *Page) handOn(k widgets.Key) {
	if p.OnKey != nil {
		p.OnKey(k)
	}
}

// press does the job as a PDF and hands it to the printer.
func (p *Page) press() {
	if !p.save.Disabled() && !p.print.Hidden {
		p.Save(p.o.FileName(p.o.Job()), func(path string) { p.o.Save(p.w, path, func(m staff.Made) { p.Print(m.Path) }) })
	}
}

// counts are the gaps of the sentence that says what the public does not see.
func (p *Page) counts(j staff.Job) []any {
	n := p.o.Withheld(j)
	var all []any
	for _, why := range export.Withholdings {
		all = append(all, string(why), n[why])
	}
	return all
}

// keys are the words by which the catalogue knows the jobs.
var keys = map[staff.Job]string{
	staff.Job(desk.RegisterPaper): "register", staff.Job(desk.VolumePaper): "volume", staff.Job(desk.MotionsPaper): "motions",
	staff.Job(desk.StatisticsPaper): "statistics", staff.Job(desk.AimsPaper): "aims", staff.Job(desk.BoardPaper): "board", staff.ListsJob: "lists",
	staff.Job(desk.AssignPaper): "assign", staff.UnitsJob: "units", staff.Job(desk.ReceiptPaper): "receipt",
	staff.Job(desk.LabelPaper): "label", staff.EachJob: "each", staff.PublicJob: "public",
	staff.BeforeJob: "before", staff.ArchiveJob: "archive", staff.ScrubJob: "scrub",
}

func key(j staff.Job) string { return keys[j] }

// kindOf is which sentence tells of what was made.
func kindOf(m staff.Made) string {
	switch {
	case m.Job.Folder():
		return "folder"
	case m.Job == staff.ArchiveJob:
		return "archive"
	case m.Job == staff.ListsJob, m.Job == staff.BeforeJob:
		return "table"
	}
	return "paper"
}
