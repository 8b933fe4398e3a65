package ui

import (
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// strips are the one-line messages under the bar: what the report lacks, why
// nothing can be saved, what just went wrong.
type strips struct {
	window  *Window
	object  *fyne.Container
	report  *widgets.Strip
	trouble *widgets.Strip
	notice  *widgets.Strip
	came    *widgets.Strip // a report has just been imported
	revised *widgets.Strip // the report has a newer text
	seen    report.Edition // whose strip was closed
	offer   *widgets.Strip // a session package with another key waits
	pass    *widgets.Strip // a passphrase is offered, once
	role    *widgets.Strip // whose pages are wanted, asked once
	safe    *widgets.Strip // defaults stand in the place of what was kept
	read    bool           // the strip about the report was closed

	seenShown int // which strips the window was laid out for, see shown
}

func newStrips(v *Window) *strips {
	s := &strips{window: v}
	s.report = widgets.NewStrip(widgets.ColorInfo)
	s.report.OnClose = func() {
		s.read = true
		s.changed(desk.Text)
	}
	s.report.AddButton(v.words.Text("window.session"), v.importFile)
	s.report.AddButton(v.words.Text("window.import"), v.importFile)
	s.offer = widgets.NewStrip(widgets.ColorWarning)
	s.offer.AddButton(v.words.Text("window.offer.accept"), func() { v.desk.Press(v.desk.AcceptKey()) })
	s.offer.OnClose = v.desk.DeclineKey
	s.pass = widgets.NewStrip(widgets.ColorInfo)
	s.pass.SetText(v.words.Text("window.pass.offer"))
	s.pass.AddButton(v.words.Text("window.pass.set"), func() { s.answered(); v.askNewPassphrase() })
	s.pass.AddButton(v.words.Text("window.pass.without"), s.answered)
	s.pass.OnClose = s.answered
	s.role = widgets.NewStrip(widgets.ColorInfo)
	s.role.SetText(v.words.Text("window.role.ask"))
	s.role.AddButton(v.words.Text("window.role.deputy"), func() { v.desk.SetRole(desk.Deputy) })
	s.role.AddButton(v.words.Text("window.role.staff"), func() { v.desk.SetRole(desk.Staff) })
	s.role.OnClose = func() { v.desk.SetRole(desk.Deputy) }
	s.safe = widgets.NewStrip(widgets.ColorInfo)
	s.safe.SetText(v.words.Text("start.safe"))
	s.safe.AddButton(v.words.Text("start.safe.leave"), func() { v.OnUsual() })
	s.safe.Hidden = !v.desk.Safe()
	s.trouble = widgets.NewStrip(widgets.ColorWarning)
	s.notice = widgets.NewStrip(widgets.ColorWarning)
	s.notice.OnClose = v.desk.Dismiss
	s.came = widgets.NewStrip(widgets.ColorDone)
	s.came.AddButton(v.words.Text("window.layout"), func() { v.desk.Press(v.desk.CheckLayout()) })
	s.came.OnClose = v.desk.Dismiss
	s.revised = widgets.NewStrip(widgets.ColorInfo)
	s.revised.AddButton(v.words.Text("editions.open"), v.showChanges)
	s.revised.OnClose = func() {
		s.seen = v.desk.Report().Edition
		s.changed(desk.Text)
	}
	all := []*widgets.Strip{s.safe, s.trouble, s.notice, s.came, s.offer, s.role, s.pass, s.revised, s.report}
	s.object = container.NewVBox()
	for _, each := range all {
		s.object.Add(each)
		each.OnGrow = v.relayout
	}
	s.changed(desk.Everything)
	return s
}

func (s *strips) changed(t desk.Topic) {
	d, w := s.window.desk, s.window.words
	switch t {
	case desk.Notices, desk.Text, desk.Pages, desk.Everything:
	default:
		return
	}
	r := d.Report()
	s.report.Hidden = s.read || !r.Fragment.Missing() || d.Page() != desk.Reading
	s.report.SetText(w.Text("window.fragment", "body", r.Body, "year", r.Year,
		"missing", desk.Missing(w, r)))

	s.tell(s.trouble, d.Trouble())
	s.showRevised()
	fingerprint, offered := d.KeyOffered()
	s.offer.Hidden = !offered
	s.offer.SetText(w.Text("window.offer", "key", fingerprint))

	if t == desk.Pages || t == desk.Everything { // not while somebody writes: it moves the page
		s.role.Hidden = d.RoleAsked()
		s.pass.Hidden = !s.role.Hidden || !d.PassphraseOffer()
	}

	s.notice.SetColour(widgets.ColorWarning)
	if desk.GoodNews(d.Notice()) {
		s.notice.SetColour(widgets.ColorDone)
	}
	told, came := d.Notice(), error(nil)
	if d.JustImported() && d.Page() == desk.Reading {
		told, came = nil, told
	}
	s.tell(s.notice, told)
	s.tell(s.came, came)
	if !s.revised.Hidden { // what has changed goes before what stands for long
		s.report.Hidden = true
	}
	if !s.revised.Hidden || !s.came.Hidden || !s.notice.Hidden {
		s.pass.Hidden, s.role.Hidden = true, true
	}
	s.object.Refresh()
	if shown := s.shown(); shown != s.seenShown {
		s.seenShown = shown
		s.window.relayout() // the page begins where they end
	}
}

// shown is a bit for each strip that is seen.
func (s *strips) shown() (bits int) {
	for i, o := range s.object.Objects {
		if o.Visible() {
			bits |= 1 << i
		}
	}
	return bits
}

// answered takes the offer of a passphrase away for good.
func (s *strips) answered() {
	s.window.desk.PassphraseAnswered()
	s.changed(desk.Everything)
}

// showRevised says how much the newest edition of the open report differs from
// the one before, while the report is being read.
func (s *strips) showRevised() {
	d := s.window.desk
	s.revised.Hidden = true
	if d.Page() != desk.Reading || d.Report().Edition == s.seen {
		return
	}
	if r := d.Revised(); r != nil {
		s.revised.Hidden = false
		s.revised.SetText(s.window.words.Text("window.revised", "title", desk.Name(r.New),
			"numbers", len(r.Numbers), "touched", len(r.Touched)+len(r.Tray), "others", len(r.Added)+len(r.Removed)+len(r.Changed)))
	}
}

// tell shows err in the user's words, or hides the strip if there is none.
func (s *strips) tell(strip *widgets.Strip, err error) {
	strip.Hidden = err == nil
	if err != nil {
		strip.SetText(desk.Tell(s.window.words, err))
	}
}
