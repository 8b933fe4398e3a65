//go:build !windows && !darwin

package ui

import (
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
)

// chooseFile shows Fyne's dialog: there is no one dialog of the system here.
func chooseFile(v *Window, name string, done func(path string)) {
	d := dialog.NewFileSave(func(w fyne.URIWriteCloser, err error) {
		if err != nil || w == nil {
			return
		}
		path := w.URI().Path()
		// The dialog has made an empty file; whoever saves makes it whole.
		if w.Close() != nil || os.Remove(path) != nil {
			return
		}
		done(path)
	}, v.win)
	d.SetTitleText(v.words.Text("window.save.title"))
	d.SetConfirmText(v.words.Text("window.save.confirm"))
	d.SetDismissText(v.words.Text("window.cancel"))
	d.SetFileName(name)
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
}

// chooseOpen shows Fyne's dialog for opening.
func chooseOpen(v *Window, done func(path string)) {
	d := dialog.NewFileOpen(func(r fyne.URIReadCloser, err error) {
		if err != nil || r == nil {
			return
		}
		path := r.URI().Path()
		if r.Close() == nil {
			done(path)
		}
	}, v.win)
	d.SetTitleText(v.words.Text("window.import.title"))
	d.SetConfirmText(v.words.Text("window.import.open"))
	d.SetDismissText(v.words.Text("window.cancel"))
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
}

// chooseMany shows Fyne's dialog for opening, which knows one file at a time;
// several are dropped on the window, or lie in a folder.
func chooseMany(v *Window, done func(paths []string)) {
	chooseOpen(v, func(path string) { done([]string{path}) })
}

// chooseFolder shows Fyne's dialog for a folder.
func chooseFolder(v *Window, done func(path string)) {
	d := dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		if err == nil && f != nil {
			done(f.Path())
		}
	}, v.win)
	d.SetTitleText(v.words.Text("window.folder.title"))
	d.SetConfirmText(v.words.Text("window.import.open"))
	d.SetDismissText(v.words.Text("window.cancel"))
	d.Resize(fyne.NewSize(820, 560))
	d.Show()
}
