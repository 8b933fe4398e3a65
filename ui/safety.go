package ui

import (
	"path/filepath"
	"time"

	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"
)

// safetyMenu is what keeps the user's words: passphrase, lock, copies.
func (v *Window) safetyMenu() *fyne.MenuItem {
	item := func(key string, off bool, do func()) *fyne.MenuItem {
		i := fyne.NewMenuItem(v.words.Text(key), do)
		i.Disabled = off
		return i
	}
	keeps, sealed := v.desk.Keeps(), v.desk.Sealed()
	set := item("window.pass.set", !keeps, v.askNewPassphrase)
	if sealed {
		set = item("window.pass.change", !keeps, v.askNewPassphrase)
	}
	menu := fyne.NewMenuItem(v.words.Text("window.safety"), nil)
	menu.ChildMenu = fyne.NewMenu("",
		set,
		item("window.pass.remove", !sealed, v.removePassphrase),
		item("window.lock", !sealed || v.OnLock == nil, v.Lock),
		item("window.lock.after", !sealed, v.askLockAfter),
		fyne.NewMenuItemSeparator(),
		item("window.backup", !keeps, v.backup),
		item("window.restore", v.OnRestore == nil, v.askRestore),
		fyne.NewMenuItemSeparator(),
		item("window.purge", !keeps || v.OnPurge == nil, v.askPurge),
	)
	return menu
}

// tell shows err, or said if there is none, in the strip of messages.
func (v *Window) tell(err error, key string, args ...any) {
	if err == nil {
		err = &desk.Outcome{Key: key, Args: args}
	}
	v.desk.Press(desk.Action{Off: err})
}

// askNewPassphrase asks for a passphrase twice and seals the desk with it.
func (v *Window) askNewPassphrase() {
	first, second := widget.NewPasswordEntry(), widget.NewPasswordEntry()
	hint := widget.NewLabel(v.words.Text("window.pass.hint"))
	hint.Wrapping = fyne.TextWrapBreak
	said := widget.NewLabel(" ")
	said.Wrapping = fyne.TextWrapBreak
	form := container.NewVBox(hint,
		widget.NewLabel(v.words.Text("window.pass.first")), first,
		widget.NewLabel(v.words.Text("window.pass.second")), second, said)
	var d *dialog.CustomDialog
	cancel := widget.NewButton(v.words.Text("window.cancel"), func() { d.Hide() })
	ok := widget.NewButton(v.words.Text("window.pass.ok"), func() {
		if first.Text != second.Text {
			said.SetText(v.words.Text("window.pass.differ"))
			return
		}
		code, err := v.desk.Seal(first.Text)
		if err != nil {
			said.SetText(desk.Tell(v.words, err))
			return
		}
		d.Hide()
		v.showStatus()
		v.showCode(code)
	})
	ok.Importance = widget.HighImportance
	second.OnSubmitted = func(string) { ok.OnTapped() }
	first.OnSubmitted = func(string) { v.win.Canvas().Focus(second) }
	d = dialog.NewCustomWithoutButtons(v.words.Text("window.pass.title"), form, v.win)
	d.SetButtons([]fyne.CanvasObject{cancel, ok})
	d.Resize(fyne.NewSize(520, 380))
	d.Show()
	v.win.Canvas().Focus(first)
}

// showCode shows the recovery code, once, and prints it.
func (v *Window) showCode(code string) {
	text := widget.NewLabel(v.words.Text("window.code.hint"))
	text.Wrapping = fyne.TextWrapBreak
	line := widget.NewLabelWithStyle(code, fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	line.SizeName = "headingText"
	line.Selectable = true
	said := widget.NewLabel(" ")
	said.Wrapping = fyne.TextWrapBreak
	var d *dialog.CustomDialog
	done := widget.NewButton(v.words.Text("window.code.done"), func() { d.Hide() })
	sheet := widget.NewButton(v.words.Text("window.code.print"), func() {
		v.saveAs(v.words.Text("window.code.file"), func(path string) {
			paper, err := v.desk.RecoverySheet(code, path)
			if err != nil {
				said.SetText(desk.Tell(v.words, err))
				return
			}
			said.SetText(v.words.Text("window.code.saved", "file", paper.File))
			v.openFile(paper.File)
		})
	})
	sheet.Importance = widget.HighImportance
	d = dialog.NewCustomWithoutButtons(v.words.Text("window.code.title"), container.NewVBox(text, line, said), v.win)
	d.SetButtons([]fyne.CanvasObject{done, sheet})
	d.Resize(fyne.NewSize(560, 300))
	d.Show()
}

func (v *Window) removePassphrase() {
	d := dialog.NewConfirm(v.words.Text("window.pass.remove"), v.words.Text("window.pass.remove.ask"), func(yes bool) {
		if yes {
			v.tell(v.desk.Unseal(), "window.pass.removed")
			v.showStatus()
		}
	}, v.win)
	d.SetConfirmText(v.words.Text("window.pass.remove.yes"))
	d.SetDismissText(v.words.Text("window.cancel"))
	d.Show()
}

// Lock saves everything and asks for the passphrase before it is shown again.
func (v *Window) Lock() {
	if v.OnLock == nil || !v.desk.Sealed() {
		return
	}
	v.keepPlace()
	if err := v.desk.SaveAll(); err != nil {
		v.tell(err, "") // better open than lost
		return
	}
	v.OnLock()
}

// lockTimes are the minutes without a touch after which the desk may lock; 0 is
// never.
var lockTimes = []int{5, 10, 30, 0}

func (v *Window) askLockAfter() {
	var names []string
	now := ""
	for _, minutes := range lockTimes {
		name := v.words.Text("window.lock.never")
		if minutes > 0 {
			name = v.words.Text("window.lock.minutes", "n", minutes)
		}
		names = append(names, name)
		if minutes == v.desk.LockAfter() {
			now = name
		}
	}
	choice := widget.NewRadioGroup(names, nil)
	choice.Required = true
	choice.SetSelected(now)
	d := dialog.NewCustomConfirm(v.words.Text("window.lock.after"), v.words.Text("window.save.confirm"), v.words.Text("window.cancel"), choice, func(yes bool) {
		for i, name := range names {
			if yes && choice.Selected == name {
				v.desk.Press(desk.Action{Do: func() {
					if err := v.desk.SetLockAfter(lockTimes[i]); err != nil {
						v.tell(err, "")
					}
				}})
			}
		}
	}, v.win)
	d.Show()
}

// touched remembers that the user is there.
func (v *Window) touched() { v.last = time.Now() }

// watch locks the desk when nobody has touched it for long enough.
func (v *Window) watch() {
	v.unwatch = After(20*time.Second, func() {
		if n := v.desk.LockAfter(); n > 0 && v.desk.Sealed() && time.Since(v.last) > time.Duration(n)*time.Minute {
			v.Lock()
			return
		}
		v.watch()
	})
}

// backup copies everything to a file and offers to do so every day.
func (v *Window) backup() {
	name := v.words.Text("window.backup.file", "day", time.Now().Format("20060102"))
	v.saveAs(name, func(path string) {
		if err := v.desk.Backup(path); err != nil {
			v.tell(err, "")
			return
		}
		v.tell(nil, "window.backup.done", "file", path)
		folder := filepath.Dir(path)
		if v.desk.BackupFolder() == folder {
			return
		}
		d := dialog.NewConfirm(v.words.Text("window.backup.daily"), v.words.Text("window.backup.daily.ask", "folder", folder), func(yes bool) {
			if yes {
				v.tell(v.desk.SetBackupFolder(folder), "window.backup.daily.done", "folder", folder)
			}
		}, v.win)
		d.SetConfirmText(v.words.Text("window.backup.daily.yes"))
		d.SetDismissText(v.words.Text("window.backup.daily.no"))
		d.Show()
	})
}

// askRestore asks for a copy, its passphrase if it has one, and puts it in the
// place of what is there.
func (v *Window) askRestore() {
	v.chooseFile(func(path string) {
		secret := widget.NewPasswordEntry()
		ask := widget.NewLabel(v.words.Text("window.restore.ask", "file", filepath.Base(path)))
		ask.Wrapping = fyne.TextWrapBreak
		form := container.NewVBox(ask)
		if desk.SealedCopy(path) {
			form.Add(widget.NewLabel(v.words.Text("window.restore.secret")))
			form.Add(secret)
		}
		d := dialog.NewCustomConfirm(v.words.Text("window.restore"), v.words.Text("window.restore.yes"), v.words.Text("window.cancel"), form, func(yes bool) {
			if !yes {
				return
			}
			v.keepPlace()
			if err := v.desk.SaveAll(); err != nil {
				v.tell(err, "")
				return
			}
			v.OnRestore(path, secret.Text)
		}, v.win)
		d.Resize(fyne.NewSize(520, 280))
		d.Show()
	})
}

// askPurge asks twice, in words and by a box to tick, before everything personal
// goes for good.
func (v *Window) askPurge() {
	text := widget.NewLabel(v.words.Text("window.purge.ask", "notes", len(v.desk.Notes()), "drafts", len(v.desk.Drafts())))
	text.Wrapping = fyne.TextWrapBreak
	secret := widget.NewPasswordEntry()
	form := container.NewVBox(text)
	if v.desk.Sealed() {
		form.Add(widget.NewLabel(v.words.Text("window.purge.secret")))
		form.Add(secret)
	}
	var d *dialog.CustomDialog
	cancel := widget.NewButton(v.words.Text("window.cancel"), func() { d.Hide() })
	purge := widget.NewButton(v.words.Text("window.purge.yes"), func() {
		d.Hide()
		v.OnPurge(secret.Text)
	})
	purge.Importance = widget.DangerImportance
	purge.Disable()
	form.Add(widget.NewCheck(v.words.Text("window.purge.sure"), func(on bool) {
		if on {
			purge.Enable()
		} else {
			purge.Disable()
		}
	}))
	d = dialog.NewCustomWithoutButtons(v.words.Text("window.purge"), form, v.win)
	d.SetButtons([]fyne.CanvasObject{cancel, purge})
	d.Resize(fyne.NewSize(540, 340))
	d.Show()
}

// Tell shows a message in the window's words; others use it for what happened
// while there was no window.
func (v *Window) Tell(err error, key string, args ...any) { v.tell(err, key, args...) }

// Front brings the window before the others, as far as the system lets it.
func (v *Window) Front() { v.win.RequestFocus() }

// End closes the window without asking: everything is saved.
func (v *Window) End() {
	if v.unwatch != nil {
		v.unwatch()
	}
	v.desk.Changed = nil
	v.win.Close()
}
