package ui

import (
	"strings"
	"unicode/utf8"

	"deputydesk/ui/desk"
	"deputydesk/ui/finder"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// typed is called with every change of the search box.
func (v *Window) typed(text string) {
	v.desk.Search(text)
	if strings.TrimSpace(text) != "" {
		v.desk.Turn(desk.Reading)
	}
}

// lookFor puts words into the search box, as if they had been typed.
func (v *Window) lookFor(words string) {
	v.closeHelp()
	box := v.bar.search
	box.SetText(words)
	box.CursorColumn = utf8.RuneCountInString(words)
	box.Refresh()
	v.win.Canvas().Focus(box)
}

// attend is called when the keyboard comes to the search box or leaves it. The
// user may have come from the editor with the table of synonyms.
func (v *Window) attend(here bool) {
	v.asking = here
	if here {
		v.desk.LearnSynonyms()
	}
	v.cover()
}

// cover lays over the outline what was found, or, while the box is empty and
// has the keyboard, what was looked for lately.
func (v *Window) cover() {
	var over fyne.CanvasObject
	switch {
	case strings.TrimSpace(v.desk.Query()) != "" || v.asking && !v.found.Empty():
		over = v.found.Object()
	case v.comparing:
		over = v.changes.Object()
	}
	if over != v.covered {
		v.covered = over
		v.reader.Cover(over)
	}
}

// showChanges lays what became of the text over the outline.
func (v *Window) showChanges() {
	v.comparing = true
	v.bar.search.SetText("")
	v.changes.Draw()
	v.cover()
}

// hideChanges takes it away again.
func (v *Window) hideChanges() {
	v.comparing = false
	v.cover()
}

// leaveSearch empties the search box and gives the keyboard back to the text.
func (v *Window) leaveSearch() {
	v.bar.search.SetText("")
	v.win.Canvas().Unfocus()
}

// showHelp shows below the box how to ask.
func (v *Window) showHelp() {
	v.closeHelp()
	v.help = widget.NewPopUp(finder.Help(v.words, v.lookFor), v.win.Canvas())
	under := v.bar.help
	v.help.ShowAtRelativePosition(fyne.NewPos(under.Size().Width-v.help.MinSize().Width, under.Size().Height+4), under)
}

// closeHelp reports whether it had to be closed.
func (v *Window) closeHelp() bool {
	if v.help == nil || v.help.Hidden {
		return false
	}
	v.help.Hide()
	return true
}

// openSynonyms opens the user's table of words in an editor.
func (v *Window) openSynonyms() {
	path, err := v.desk.SynonymTable(v.words.Text("finder.synonyms.header"))
	if err != nil {
		v.desk.Press(desk.Action{Off: err})
		return
	}
	v.openFile(path)
}
