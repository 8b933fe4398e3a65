package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"

	"deputydesk/assets"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// A control is one run of the program: where it reads and writes, and what the
// flags said.
type control struct {
	in     io.Reader
	out    io.Writer
	words  assets.Words
	getenv func(string) string

	json bool
	data string // --data
}

func (c *control) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "deskctl",
		Short:         c.words.Text("ctl.short"),
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.CompletionOptions.DisableDefaultCmd = true
	root.PersistentFlags().BoolVar(&c.json, "json", false, c.words.Text("ctl.flag.json"))
	root.PersistentFlags().StringVar(&c.data, "data", "", c.words.Text("ctl.flag.data"))
	root.AddCommand(c.reportCommand(), c.targetsCommand(), c.searchCommand(), c.draftCommand(),
		c.anchorCommand(), c.benchCommand(), c.checkCommand(), c.sheetCommand(), c.packCommand(), c.unpackCommand(), c.sessionCommand(), c.notesCommand(), c.demoCommand(), c.versionCommand())
	return root
}

// bare is a desk that keeps nothing: enough for what only reads reports and
// files.
func (c *control) bare() *desk.Desk { return desk.Open(desk.Settings{}) }

// folder is the data folder that the flags and the platform name.
func (c *control) folder() (string, error) {
	if c.data != "" {
		return c.data, nil
	}
	return desk.DefaultFolder(runtime.GOOS, c.getenv)
}

// keeping is a desk with the user's data; ok is false if there is no data yet.
func (c *control) keeping() (d *desk.Desk, ok bool, err error) {
	folder, err := c.folder()
	if err != nil {
		return nil, false, err
	}
	if _, err := os.Stat(folder); err != nil {
		return nil, false, nil // nothing was ever saved here
	}
	d = desk.Open(desk.Settings{Folder: folder})
	if !d.Keeps() {
		return nil, false, d.Trouble()
	}
	return d, true, nil
}

// print writes v as JSON with --json, else what people does.
func (c *control) print(v any, people func(w io.Writer)) error {
	if !c.json {
		people(c.out)
		return nil
	}
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(v)
}

// line writes one line for people. A broken stdout ends the program anyway.
func line(w io.Writer, args ...any) { _, _ = fmt.Fprintln(w, args...) }

func (c *control) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: c.words.Text("ctl.version.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			v := struct {
				Version string `json:"version"`
				Go      string `json:"go"`
				System  string `json:"system"`
			}{assets.Version, runtime.Version(), runtime.GOOS + "/" + runtime.GOARCH}
			return c.print(v, func(w io.Writer) { line(w, "deskctl", v.Version, v.Go, v.System) })
		},
	}
}
