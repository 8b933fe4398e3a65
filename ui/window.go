// Package ui is the window: it puts the pages together, and is the only place
// where work comes back from other goroutines. Its pages draw a desk and call
// its methods; they never import each other.
package ui

import (
	"time"

	"deputydesk/annotate"
	"deputydesk/assets"
	"deputydesk/ui/board"
	"deputydesk/ui/desk"
	"deputydesk/ui/drafts"
	"deputydesk/ui/editions"
	"deputydesk/ui/entries"
	"deputydesk/ui/finder"
	"deputydesk/ui/intakes"
	"deputydesk/ui/issue"
	"deputydesk/ui/manual"
	"deputydesk/ui/margin"
	"deputydesk/ui/merging"
	"deputydesk/ui/preview"
	"deputydesk/ui/proof"
	"deputydesk/ui/reader"
	"deputydesk/ui/rulebook"
	"deputydesk/ui/staff"
	"deputydesk/ui/targets"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// Post runs f on the window's goroutine.
func Post(f func()) { fyne.Do(f) } // the only fyne.Do in the program

// After runs f on the window's goroutine when d has passed.
func After(d time.Duration, f func()) (cancel func()) {
	t := time.AfterFunc(d, func() { Post(f) })
	return func() { t.Stop() }
}

// A Window is the one window of the program.
type Window struct {
	desk   *desk.Desk
	office *staff.Office
	words  assets.Words
	win    fyne.Window

	bar     *bar
	strips  *strips
	status  *widgets.StatusLine
	tour    *tour
	frame   *fyne.Container // all of it
	body    *fyne.Container // the page in front
	found   *finder.Page
	help    *widget.PopUp // how to search; nil before it was asked for
	reader  *reader.Page
	drafts  *drafts.Page
	changes *editions.Page
	preview *preview.Page
	issuing *issue.Page
	entries *entries.Page
	merging *merging.Page
	intakes *intakes.Page
	board   *board.Page
	pages   map[desk.Page]page
	keys    []widgets.Binding
	sheet   dialog.Dialog // the keys; nil while nobody reads them
	zoom    int           // percent
	look    widgets.Look
	worn    map[fyne.CanvasObject]widgets.Look // that each page was last shown in
	scale   int                                // percent of the system's; 0 is as the surroundings say

	desktop float32 // by how much the desktop magnifies more than the toolkit sees; 0 is not at all

	doubts bool // doubtful places of the print are marked

	// OnLock closes the desk and asks for its passphrase, OnRestore puts a copy in
	// its place, OnPurge nothing; all end with another window. Nil if that cannot be done.
	OnLock    func()
	OnRestore func(path, secret string)
	OnPurge   func(secret string) // removes everything personal
	OnUsual   func()              // leaves the safe way

	last    time.Time // when the user did something
	unwatch func()    // ends the watch for an hour without a touch

	asking    bool              // the search box has the keyboard
	covered   fyne.CanvasObject // what lies over the outline, nil if nothing
	comparing bool              // the changes of the text were asked for
}

// A page is one of the views of the window.
type page interface {
	Object() fyne.CanvasObject
	Changed(desk.Topic)
}

// New makes the window of d. It is not shown yet.
func New(a fyne.App, d *desk.Desk, w assets.Words) *Window {
	v := &Window{desk: d, office: staff.New(d), words: w, worn: map[fyne.CanvasObject]widgets.Look{}, win: a.NewWindow(w.Text("window.title"))}
	v.setScale(d.View().Scale)
	v.setLook(widgets.Look(d.View().Look)) // before anything is measured or coloured
	widgets.EditWords = widgets.EditMenu{
		Undo: w.Text("window.edit.undo"), Redo: w.Text("window.edit.redo"), Cut: w.Text("window.edit.cut"),
		Copy: w.Text("window.edit.copy"), Paste: w.Text("window.edit.paste"), SelectAll: w.Text("window.edit.all"),
	}
	v.reader = reader.New(d, w)
	v.reader.After = After
	v.found = finder.New(d, w)
	v.found.OnPick, v.found.OnHelp = v.lookFor, v.showHelp
	v.found.OnOpened = func() { v.win.Canvas().Focus(v.bar.search) }
	drafting := drafts.New(d, w, v.win)
	drafting.Save, drafting.Choose, drafting.Open, drafting.Reveal = v.saveAs, v.chooseFile, v.openFile, v.reveal
	v.drafts = drafting
	noting := margin.New(d, w, v.win)
	noting.Save, noting.Choose, noting.Open = v.saveAs, v.chooseFile, v.openFile
	aims := targets.New(d, w, v.win)
	aims.Save, aims.Choose = v.saveAs, func(done func(string)) { chooseOpen(v, done) }
	v.preview = preview.New(d, w)
	v.preview.Save, v.preview.Open, v.preview.Reveal, v.preview.Print = v.saveAs, v.openFile, v.reveal, v.printFile
	v.changes = editions.New(d, w)
	v.changes.OnClose = v.hideChanges
	issuing := issue.New(v.office, w)
	issuing.Save, issuing.Open, issuing.Reveal, issuing.Print = v.saveAs, v.openFile, v.reveal, v.printFile
	issuing.Choose = v.chooseFile
	v.issuing = issuing
	v.merging, v.board = merging.New(v.office, w), board.New(v.office, w)
	v.intakes = intakes.New(v.office, w, v.win)
	v.intakes.ChooseFiles, v.intakes.ChooseFolder = v.chooseFiles, v.chooseFolder
	rulings := rulebook.New(d, w)
	rulings.Save, rulings.Choose = v.saveAs, v.chooseFile
	reading := manual.New(d, w)
	reading.Save, reading.Open, reading.Keys = v.saveAs, v.openFile, v.showKeys
	v.pages = map[desk.Page]page{
		desk.Rulebook:  rulings,
		desk.Manual:    reading,
		desk.Reading:   v.reader,
		desk.Aims:      aims,
		desk.Margin:    noting,
		desk.Drafting:  drafting,
		desk.Proofing:  proof.New(d, w),
		desk.Issuing:   issuing,
		desk.Merging:   v.merging,
		desk.Receiving: v.intakes,
		desk.Board:     v.board,
	}
	v.entries = entries.New(v.office, w, v.win)
	v.entries.Save, v.entries.Choose, v.entries.Open = v.saveAs, v.chooseFile, v.openFile
	v.pages[desk.Registering] = v.entries
	issuing.Register = v.pages[desk.Registering] != nil
	v.bar = newBar(v)
	v.strips = newStrips(v)
	v.status = widgets.NewStatusLine()
	v.body = container.NewStack()
	v.zoom = 100

	v.tour = newTour(v)
	v.frame = container.New(frameLayout{}, container.NewVBox(v.bar.object, v.strips.object), v.body, v.status)
	v.win.SetContent(roomy(container.NewStack(v.frame, v.tour.object)))
	v.win.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	v.win.Resize(fyne.NewSize(1180, 760))
	v.win.CenterOnScreen()
	v.win.SetCloseIntercept(v.close)
	v.win.SetOnDropped(v.dropped)
	v.listen()
	d.Changed = v.changed
	v.restore()
	v.changed(desk.Everything)
	v.touched()
	v.watch()
	return v
}

// relayout gives the strips the height they need.
func (v *Window) relayout() {
	if v.frame != nil {
		v.frame.Refresh()
	}
}

// Theme is the look of the program with the bundled fonts.
func Theme(look widgets.Look) fyne.Theme {
	return widgets.NewTheme(look,
		fyne.NewStaticResource("window-regular.ttf", assets.WindowRegular()),
		fyne.NewStaticResource("window-bold.ttf", assets.WindowBold()))
}

// Show shows the window.
func (v *Window) Show() {
	v.magnify()
	v.win.Show()
	v.fit()
	AfterFrame(v.followCaret)
}

// Content is what the window shows; tests look at it.
func (v *Window) Content() fyne.Canvas { return v.win.Canvas() }

// changed redraws what shows t.
func (v *Window) changed(t desk.Topic) {
	if t != desk.Ticked && t != desk.Saved && t != desk.Indexed && t != desk.Read && t != desk.Working {
		v.touched()
	}
	if t == desk.Pages && v.previewing() {
		v.desk.ClosePreview() // who turns to another page has seen enough
	}
	if t == desk.Pages || t == desk.Previewed || t == desk.Everything {
		v.turn()
	}
	v.preview.Changed(t)
	for _, p := range v.pages {
		p.Changed(t)
	}
	v.found.Changed(t)
	v.changes.Changed(t)
	v.bar.changed(t)
	v.strips.changed(t)
	v.tour.turned()
	v.showStatus()
	if t == desk.Answered {
		v.cover()
	}
}

// turn brings the page that the desk says to the front.
func (v *Window) turn() {
	front := v.pages[v.desk.Page()]
	if front == nil {
		front = v.reader
	}
	o := front.Object()
	if v.previewing() {
		o = v.preview.Object()
	}
	if len(v.body.Objects) == 1 && v.body.Objects[0] == o {
		return
	}
	v.body.Objects = []fyne.CanvasObject{o}
	v.body.Refresh()
	if was, shown := v.worn[o]; shown && was != v.look { // signs keep the colour they were last drawn in
		fyne.CurrentApp().Settings().SetTheme(Theme(v.look))
	}
	v.worn[o] = v.look
	if v.previewing() {
		v.win.Canvas().Focus(v.preview.Keys())
	} else if _, ok := front.(keyed); ok {
		v.win.Canvas().Unfocus() // a button of the page before would keep the keys to itself
		if f := v.keyboardOf(v.desk.Page()); f != nil {
			v.win.Canvas().Focus(f)
		}
	}
}

// previewing reports whether a paper is being looked at, or made to be.
func (v *Window) previewing() bool {
	_, busy := v.desk.Laying()
	return busy || v.desk.Preview() != nil
}

func (v *Window) showStatus() {
	at, waiting := v.desk.SavedAt()
	saved := ""
	switch {
	case !v.desk.Keeps():
		saved = v.words.Text("window.status.readonly")
	case waiting:
		saved = v.words.Text("window.status.saving")
	case !at.IsZero():
		saved = v.words.Text("window.status.saved", "time", at.Format("15:04"))
	}
	indexing := ""
	if percent, ok := v.desk.Indexing(); ok {
		indexing = v.words.Text("finder.indexing", "n", percent)
	}
	local := "window.status.local"
	if v.desk.Sealed() {
		local = "window.status.sealed"
	}
	alarm := ""
	if key, args := v.desk.Deadline(time.Now().In(annotate.Beijing)); key != "" {
		alarm = v.words.Text(key, args...)
	}
	v.status.Set(alarm, saved, indexing, v.words.Text(local), v.words.Text("window.status.secret"))
}

// close saves and ends the program. If the last words cannot be saved the
// window stays open and says so.
func (v *Window) close() {
	v.keepPlace()
	if err := v.desk.SaveAll(); err != nil {
		v.confirmLoss(err)
		return
	}
	v.win.Close()
}
