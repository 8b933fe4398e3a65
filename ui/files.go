package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
)

// saveAs asks where a file called name should go and hands on the path; nothing
// is called when the user thinks better of it.
func (v *Window) saveAs(name string, done func(path string)) {
	chooseFile(v, name, done)
}

// importFile asks for a file and does with it what its content asks for.
func (v *Window) importFile() { chooseOpen(v, v.desk.OpenFile) }

// chooseFile asks for a file to open and hands on its path; nothing is called
// when the user thinks better of it.
func (v *Window) chooseFile(done func(path string)) { chooseOpen(v, done) }

// importClipboard takes the text on the clipboard as a report.
func (v *Window) importClipboard() {
	v.desk.ImportText(fyne.CurrentApp().Clipboard().Content())
}

// dropped takes what was dropped on the window.
func (v *Window) dropped(_ fyne.Position, files []fyne.URI) {
	var paths []string
	for _, f := range files {
		paths = append(paths, f.Path())
	}
	v.Take(paths)
}

// Take does with files what their content asks for. For the staff all of them
// together are one intake; while they read the report, if there is a proposal among
// them.
func (v *Window) Take(paths []string) {
	page := v.desk.Page()
	if v.desk.Role() == desk.Staff && page != desk.Rulebook && !sessionPackage(paths) &&
		(page != desk.Reading || slices.ContainsFunc(paths, desk.CarriesProposal)) {
		v.office.Receive(paths)
		return
	}
	for _, path := range paths {
		v.desk.OpenFile(path)
	}
}

// sessionPackage reports whether paths are one 会议包.
func sessionPackage(paths []string) bool {
	return len(paths) == 1 && strings.EqualFold(filepath.Ext(paths[0]), ".dbs")
}

// chooseFiles asks for one or several files, chooseFolder for a folder; nothing is
// called when the user thinks better of it.
func (v *Window) chooseFiles(done func(paths []string)) { chooseMany(v, done) }
func (v *Window) chooseFolder(done func(path string))   { chooseFolder(v, done) }

// printMarked makes a paper of the open report with what is marked on it, and
// opens it, from where it is printed.
func (v *Window) printMarked() {
	v.saveAs(v.desk.MarkedName(), func(path string) { v.desk.SaveMarked(path, v.openFile) })
}

// print prints what is in front: a paper of the staff, the open draft, else the
// report.
func (v *Window) print() {
	switch {
	case v.desk.Page() == desk.Issuing:
		v.issuing.Press()
	case v.desk.Page() == desk.Drafting && v.desk.Draft() != nil:
		v.drafts.Print()
	default:
		v.printMarked()
	}
}

// printFile hands a paper to the system's printer.
func (v *Window) printFile(path string) { v.started(printOut(path), path) }

// openFile opens a paper in the system's own viewer, from where it is printed.
func (v *Window) openFile(path string) { v.started(show(path), path) }

// reveal opens the folder that holds a file.
func (v *Window) reveal(path string) { v.started(show(filepath.Dir(path)), path) }

func (v *Window) started(err error, path string) {
	if err != nil {
		dialog.ShowInformation(v.words.Text("window.open.title"), v.words.Text("window.open.failed", "file", path), v.win)
	}
}

// confirmLoss is asked when the window is closed while the last words cannot
// be saved: nothing is lost without a word.
func (v *Window) confirmLoss(err error) {
	what, _ := desk.Explain(v.words, err)
	d := dialog.NewConfirm(v.words.Text("window.loss.title"), what+"\n"+v.words.Text("window.loss.ask"), func(elsewhere bool) {
		if !elsewhere {
			return
		}
		v.saveAs(v.words.Text("window.loss.file"), func(path string) {
			if err := v.desk.SaveElsewhere(path); err != nil {
				v.confirmLoss(err)
				return
			}
			v.win.Close()
		})
	}, v.win)
	d.SetConfirmText(v.words.Text("window.loss.elsewhere"))
	d.SetDismissText(v.words.Text("window.loss.back"))
	d.Show()
}
