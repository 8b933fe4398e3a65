package main

import (
	"strings"
	"time"

	"deputydesk/assets"
	"deputydesk/ui"
	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
)

// A program is what lives from start to end: one desk after another, each in a
// window of its own, or the window that asks for the passphrase between them.
type program struct {
	app     fyne.App
	words   assets.Words
	folder  string
	files   []string // named at the start, not yet opened
	measure func()   // called when the first text can be read; may be nil
	safe    bool     // defaults instead of what was kept
	plenty  bool     // a long report with many highlights is made up and read

	staff  bool // the pages of the staff were asked for
	desk   *desk.Desk
	window *ui.Window
	asking *ui.Asking
}

// start opens the desk, or asks for its passphrase first.
func (p *program) start() {
	if desk.SealedFolder(p.folder) {
		p.ask()
		return
	}
	p.open("")
}

// open opens the desk with the secret of its folder and shows it.
func (p *program) open(secret string) {
	set := desk.Settings{
		Folder:     p.folder,
		Secret:     secret,
		Safe:       p.safe,
		Background: func(f func()) { go f() },
		Post:       ui.Post,
		After:      ui.After,
	}
	if p.plenty {
		set.Background, set.Post = nil, nil // nothing else runs while it is measured
	}
	p.desk = desk.Open(set)
	complain(p.words, p.desk.Trouble())
	if p.plenty {
		complain(p.words, p.desk.Plenty(100_000, 2000))
	}
	if p.staff {
		p.desk.SetRole(desk.Staff)
	}
	w := ui.New(p.app, p.desk, p.words)
	w.OnLock, w.OnRestore, w.OnPurge = p.lock, p.restore, p.purge
	w.OnUsual = p.usual
	w.Show()
	if p.asking != nil {
		p.asking.Close()
		p.asking = nil
	}
	p.window = w
	w.Take(p.files)
	p.files = nil
}

// take opens a file as if it had been dropped on the window; without one it
// waits until there is one.
func (p *program) take(path string) {
	if p.window == nil {
		p.files = append(p.files, path)
		return
	}
	p.window.Take([]string{path})
}

// lookout is how often the window looks whether a second start asks for it: half
// a second is no wait for somebody who double-clicked, and one look costs some
// microseconds.
const lookout = 500 * time.Millisecond

// watch does from now on what second starts ask for.
func (p *program) watch() {
	ui.After(lookout, func() {
		p.obey()
		p.watch()
	})
}

// obey does what second starts ask for.
func (p *program) obey() {
	if p.desk == nil || p.window == nil {
		return // the passphrase is being asked for, and nobody has the folder
	}
	for _, r := range p.desk.Handed() {
		if r.Staff && p.desk.Role() != desk.Staff {
			p.desk.SetRole(desk.Staff)
		}
		p.window.Front()
		p.window.Take(r.Files)
	}
}

// ask shows the window that asks for the passphrase in the place of the desk's.
func (p *program) ask() {
	p.asking = ui.NewAsking(p.app, p.words, p.folder)
	p.asking.Opened = p.open
	p.asking.Reading = func() { p.open("") }
	p.asking.Show()
	p.leave()
}

// leave closes the desk's window; another one is there already, or the program
// would end with it.
func (p *program) leave() {
	if p.window != nil {
		p.window.End()
		p.window = nil
	}
}

// lock closes the desk until the passphrase is given again.
func (p *program) lock() {
	complain(p.words, p.close())
	p.ask()
}

// usual leaves the safe way: the desk is opened again with what was kept.
func (p *program) usual() {
	p.safe = false
	complain(p.words, p.close())
	if desk.SealedFolder(p.folder) {
		p.ask()
		return
	}
	old := p.window
	p.window = nil
	p.open("")
	old.End()
}

// restore puts the copy at path in the place of what the desk holds.
func (p *program) restore(path, secret string) {
	p.replaced(secret, func() (string, []any, error) {
		kept, err := desk.Restore(p.folder, path, secret)
		return "window.restore.done", []any{"file", kept}, err
	})
}

// purge removes everything personal.
func (p *program) purge(secret string) {
	p.replaced(secret, func() (string, []any, error) {
		left, err := desk.Purge(p.folder, secret)
		if len(left) > 0 {
			return "window.purge.left", []any{"files", strings.Join(left, " ")}, err
		}
		return "window.purge.done", nil, err
	})
}

// replaced closes the desk, calls do, and opens it again with what do has to say;
// a sealed folder whose secret was wrong asks for it.
func (p *program) replaced(secret string, do func() (string, []any, error)) {
	complain(p.words, p.close())
	key, args, err := do()
	if err != nil && desk.SealedFolder(p.folder) {
		complain(p.words, err)
		p.ask()
		return
	}
	old := p.window
	p.window = nil
	p.open(secret)
	p.window.Tell(err, key, args...)
	old.End()
}

// close lets go of the data folder.
func (p *program) close() error {
	if p.desk == nil {
		return nil
	}
	err := p.desk.Close()
	p.desk = nil
	return err
}
