// Command deputydesk is the window of 代表案头.
//
//	deputydesk [--data DIR] [--staff] [--safe] [FILE...]
//
// A FILE is a session package, a report, or a proposal; it is opened as if it
// had been dropped on the window.
//
// --staff shows the pages of the staff 工作人员; the choice is remembered, and the
// menu 更多 turns over.
//
// Where the window is open already, a second start has it come to the front with
// the files, and ends with 0.
//
// Everything the user owns is kept in DIR, by default in the folder 代表案头数据
// beside the program if that or a file named portable is there, else in the
// platform's folder for user data. If that cannot be used, the report can still
// be read: the window says why, and so does stderr. If no window can be made at
// all, a box of the system says in a sentence what to do, and the program ends
// with 1.
//
// With --safe it takes default looks and settings, does not open the last report
// and asks for drawing without the graphics card; nothing of what was kept is
// changed. A start that did not come to its end has the next one offer that.
package main

import (
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"

	"deputydesk/assets"
	"deputydesk/ui"
	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	data := flag.String("data", "", "data folder")
	office := flag.Bool("staff", false, "show the pages of the staff (工作人员)")
	safe := flag.Bool("safe", false, "default looks and settings; what was kept of them is not changed")
	version := flag.Bool("version", false, "print the version")
	measure := flag.Bool("measure-start", false, "print the CPU time until the text can be read, and leave")
	reading := flag.Bool("measure-reading", false, "print what reading a long report costs, in an empty data folder, and leave")
	flag.Parse()
	if *version {
		fmt.Println("deputydesk", assets.Version)
		return
	}

	words := assets.Language(assets.Chinese)
	folder := *data
	if folder == "" {
		var err error
		exe, _ := os.Executable() // unknown, it has nothing beside it
		if folder, err = desk.FolderFor(exe, runtime.GOOS, os.Getenv); err != nil {
			complain(words, err)
		}
	}

	request := desk.Request{Files: absolute(flag.Args()), Staff: *office}
	if !*measure && !*reading && desk.HandOver(folder, request) {
		fmt.Println("deputydesk: " + words.Text("start.handed"))
		return
	}

	f := &failure{words: words, folder: folder, tell: tellBox, exit: os.Exit}
	log.SetOutput(f) // what the toolkit has to say
	log.SetFlags(0)
	defer f.caught()
	f.watchCrashes()
	start, unfinished := begin(folder)
	if unfinished && !*safe {
		*safe = offerSafe(words)
	}
	if *safe {
		complain(words, plainly())
	}
	app.SetMetadata(fyne.AppMetadata{
		ID: assets.AppID, Name: assets.AppName, Version: assets.Version, Build: assets.Build,
	})
	a := app.NewWithID(assets.AppID)
	p := &program{app: a, words: words, folder: folder, files: flag.Args(), staff: *office, safe: *safe}
	f.save = func() { complain(words, p.close()) }
	a.Lifecycle().SetOnStarted(func() {
		ui.AfterFrame(func() {
			f.opened = true
			start.finish()
			if p.measure != nil {
				p.measure()
			}
		})
	})
	if *measure {
		p.measure = reportStart
	}
	if *reading {
		p.plenty = true
		p.measure = func() { reportReading(p.window.MeasureReading(cpuTime)) }
	}
	onOpened(p.take)
	p.start()
	if !*measure && !*reading {
		p.watch()
	}
	a.Run()
	if err := p.close(); err != nil {
		complain(words, err)
		os.Exit(1)
	}
}

// absolute makes paths good for another process, which may stand elsewhere.
func absolute(paths []string) []string {
	all := make([]string, len(paths))
	for i, path := range paths {
		all[i] = path
		if whole, err := filepath.Abs(path); err == nil {
			all[i] = whole
		}
	}
	return all
}

// offerSafe asks whether to start the safe way, after a start that did not come
// to its end. Where nothing can be asked, the safe way is taken.
func offerSafe(words assets.Words) bool {
	yes, asked := askBox(words.Text("start.title"), words.Text("start.again"), words.Text("start.again.yes"), words.Text("start.again.no"))
	return yes || !asked
}

// plainly takes away what the surroundings say of the window's looks, and asks
// for drawing without the graphics card.
func plainly() error {
	err := softly()
	for _, name := range []string{"FYNE_SCALE", "FYNE_FONT", "FYNE_THEME"} {
		err = errors.Join(err, os.Unsetenv(name))
	}
	return err
}

// complain says on stderr what the window says.
func complain(words assets.Words, err error) {
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, "deputydesk: "+desk.Tell(words, err))
}
