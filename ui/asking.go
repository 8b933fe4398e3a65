package ui

import (
	"time"

	"deputydesk/assets"
	"deputydesk/ui/desk"
	"deputydesk/ui/widgets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// An Asking is the window that asks for the passphrase of a sealed data folder,
// at the start and after locking.
type Asking struct {
	// Opened is called with a passphrase or recovery code that opens the folder,
	// Reading when the user wants the reports alone. Both take the place of this
	// window, which Close ends.
	Opened  func(secret string)
	Reading func()

	words  assets.Words
	folder string
	win    fyne.Window
	entry  *widget.Entry
	button *widget.Button
	said   *widget.Label
	wrong  int // how often, so far
}

// NewAsking makes the window for folder. It is not shown yet.
func NewAsking(a fyne.App, w assets.Words, folder string) *Asking {
	if _, ours := a.Settings().Theme().(*widgets.Theme); !ours {
		a.Settings().SetTheme(Theme(widgets.Light)) // the look that was chosen is sealed as well
	}
	k := &Asking{words: w, folder: folder, win: a.NewWindow(w.Text("window.title"))}
	title := widget.NewLabelWithStyle(w.Text("window.asking.title"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	hint := widget.NewLabel(w.Text("window.asking.hint"))
	hint.Wrapping = fyne.TextWrapBreak
	k.entry = widget.NewPasswordEntry()
	k.entry.SetPlaceHolder(w.Text("window.asking.field"))
	k.entry.OnSubmitted = func(string) { k.try() }
	k.button = widget.NewButton(w.Text("window.asking.open"), k.try)
	k.button.Importance = widget.HighImportance
	k.said = widget.NewLabel(" ")
	k.said.Wrapping = fyne.TextWrapBreak
	read := widget.NewButton(w.Text("window.asking.read"), func() {
		if k.Reading != nil {
			k.Reading()
		}
	})
	read.Importance = widget.LowImportance
	card := widgets.NewCard(container.NewPadded(container.NewPadded(container.NewVBox(title, hint, k.entry, k.said,
		container.NewHBox(read, layout.NewSpacer(), k.button)))))
	k.win.SetContent(widgets.NewPane(widgets.ColorPane, container.NewCenter(container.NewGridWrap(fyne.NewSize(480, 250), card))))
	k.win.SetIcon(fyne.NewStaticResource("icon.png", assets.Icon()))
	k.win.Resize(fyne.NewSize(760, 480))
	k.win.CenterOnScreen()
	return k
}

// Show shows the window with the keyboard in its field.
func (k *Asking) Show() {
	k.win.Show()
	k.win.Canvas().Focus(k.entry)
}

// Close ends the window.
func (k *Asking) Close() { k.win.Close() }

// try asks whether the secret opens the folder; that takes as long as a guess
// should, so it is asked elsewhere.
func (k *Asking) try() {
	if k.button.Disabled() {
		return
	}
	secret := k.entry.Text
	if secret == "" {
		return
	}
	k.button.Disable()
	k.said.SetText(k.words.Text("window.asking.trying"))
	go func() {
		err := desk.CheckSecret(k.folder, secret)
		Post(func() { k.answer(secret, err) })
	}()
}

func (k *Asking) answer(secret string, err error) {
	if err == nil {
		k.entry.SetText("")
		if k.Opened != nil {
			k.Opened(secret)
		}
		return
	}
	k.wrong++
	k.wait(desk.Tell(k.words, err), pauseAfter(k.wrong))
}

// pauseAfter is how many seconds must pass after so many wrong guesses: none
// after a slip of the finger, then 2, 4, 8 … up to half a minute.
func pauseAfter(wrong int) int {
	if wrong < 2 {
		return 0
	}
	return min(30, 1<<min(wrong-1, 5))
}

// wait counts the seconds down before the next guess.
func (k *Asking) wait(said string, seconds int) {
	if seconds <= 0 {
		k.said.SetText(said)
		k.button.Enable()
		k.win.Canvas().Focus(k.entry)
		return
	}
	k.said.SetText(said + k.words.Text("window.asking.wait", "seconds", seconds))
	After(time.Second, func() { k.wait(said, seconds-1) })
}
