// Command deskctl is the desk without a window: it shows reports, searches,
// lists targets, and drafts, checks and prints proposals, for scripts and for
// people at a terminal. It calls the same methods as the window.
//
// It prints for people, or with --json one JSON value. It exits with 0 when it
// did what was asked; with 1 when a search found nothing or a check has
// findings; with 2 on bad usage or bad input, with one line on stderr.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"deputydesk/assets"
	"deputydesk/ui/desk"
)

func main() {
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// errAnswer ends a command that worked and whose answer is no: nothing found,
// or findings.
var errAnswer = errors.New("answered no")

// run is the whole program; tests call it in their own process.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	c := &control{in: in, out: out, words: assets.Language(assets.Locale(os.Getenv)), getenv: os.Getenv}
	root := c.root()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(errs)
	err := root.Execute()
	switch {
	case err == nil:
		return 0
	case errors.Is(err, errAnswer):
		return 1
	}
	_, _ = fmt.Fprintln(errs, "deskctl: "+oneLine(c.sentence(err))) // nowhere left to report a broken stderr
	return 2
}

// sentence says err in the user's words if the desk has words for it.
func (c *control) sentence(err error) string {
	if !desk.Explained(err) {
		return err.Error()
	}
	return desk.Tell(c.words, err)
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(s), " ")
}
