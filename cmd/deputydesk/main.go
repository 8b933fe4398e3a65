// Command deputydesk is the window of 代表案头.
//
//	deputydesk [--data DIR] [--staff] [FILE...]
//
// A FILE is a session package, a report, or a proposal; it is opened as if it
// had been dropped on the window.
//
// --staff shows the pages of the staff 工作人员; the choice is remembered, and the
// menu 更多 turns over.
//
// Everything the user owns is kept in DIR, by default the platform's folder for
// user data. If that cannot be used, the report can still be read: the window
// says why, and so does stderr.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"

	"deputydesk/assets"
	"deputydesk/ui/desk"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
)

func main() {
	data := flag.String("data", "", "data folder")
	office := flag.Bool("staff", false, "show the pages of the staff (工作人员)")
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
		if folder, err = desk.DefaultFolder(runtime.GOOS, os.Getenv); err != nil {
			complain(words, err)
		}
	}

	defer unopened(words)
	app.SetMetadata(fyne.AppMetadata{
		ID: assets.AppID, Name: assets.AppName, Version: assets.Version, Build: assets.Build,
	})
	a := app.NewWithID(assets.AppID)
	p := &program{app: a, words: words, folder: folder, files: flag.Args(), staff: *office}
	if *measure {
		p.measure = reportStart
	}
	if *reading {
		p.plenty = true
		p.measure = func() { reportReading(p.window.MeasureReading(cpuTime)) }
	}
	p.start()
	a.Run()
	if err := p.close(); err != nil {
		complain(words, err)
		os.Exit(1)
	}
}

// unopened says in a sentence that there is no screen to open a window on; the
// toolkit gives up with a panic then.
func unopened(words assets.Words) {
	if r := recover(); r != nil {
		fmt.Fprintln(os.Stderr, "deputydesk: "+words.Text("window.unopened", "detail", r))
		os.Exit(1)
	}
}

// complain says on stderr what the window says.
func complain(words assets.Words, err error) {
	if err == nil {
		return
	}
	what, hint := desk.Explain(words, err)
	fmt.Fprintln(os.Stderr, "deputydesk: "+what+hint)
}
