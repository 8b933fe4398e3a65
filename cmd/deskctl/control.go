package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"

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
	pass string // --passphrase-file
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
	root.PersistentFlags().StringVar(&c.pass, "passphrase-file", "", c.words.Text("ctl.flag.pass"))
	root.AddCommand(
		c.anchorCommand(),
		c.archiveCommand(),
		c.backupCommand(),
		c.benchCommand(),
		c.checkCommand(),
		c.demoCommand(),
		c.diagnoseCommand(),
		c.draftCommand(),
		c.listsCommand(),
		c.intakeCommand(),
		c.manualCommand(),
		c.notesCommand(),
		c.packCommand(),
		c.papersCommand(),
		c.passphraseCommand(),
		c.purgeCommand(),
		c.registryCommand(),
		c.reportCommand(),
		c.restoreCommand(),
		c.rulesCommand(),
		c.searchCommand(),
		c.sessionCommand(),
		c.sheetCommand(),
		c.suggestCommand(),
		c.targetsCommand(),
		c.transcribeCommand(),
		c.unpackCommand(),
		c.versionCommand(),
		c.volumeCommand(),
	)
	return root
}

// bare is a desk that keeps nothing: enough for what only reads reports and
// files.
func (c *control) bare() *desk.Desk { return desk.Open(desk.Settings{}) }

// folder is the data folder that the flags, what lies beside the program and the
// platform name.
func (c *control) folder() (string, error) {
	if c.data != "" {
		return c.data, nil
	}
	exe, _ := os.Executable() // unknown, it has nothing beside it
	return desk.FolderFor(exe, runtime.GOOS, c.getenv)
}

// opening is the desk that the user named with --data, whose keys open what is
// encrypted; without --data one that keeps nothing.
func (c *control) opening() (*desk.Desk, error) {
	if c.data == "" {
		return c.bare(), nil
	}
	return c.opened(c.data)
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
	d, err = c.opened(folder)
	return d, err == nil, err
}

// owning is a desk with the user's data, which is begun if there is none yet.
func (c *control) owning() (*desk.Desk, error) {
	folder, err := c.folder()
	if err != nil {
		return nil, err
	}
	return c.opened(folder)
}

// opened is a desk that keeps what it is told in folder.
func (c *control) opened(folder string) (*desk.Desk, error) {
	secret, err := c.secret(c.pass)
	if err != nil {
		return nil, err
	}
	d := desk.Open(desk.Settings{Folder: folder, Secret: secret})
	if !d.Keeps() {
		return nil, errors.Join(d.Trouble(), d.Close())
	}
	return d, nil
}

// secret is the first line of the file name, of standard input for "-"; "" if
// no file is named.
func (c *control) secret(name string) (string, error) {
	var data []byte
	var err error
	switch name {
	case "":
		return "", nil
	case "-":
		data, err = io.ReadAll(io.LimitReader(c.in, 4096))
	default:
		data, err = os.ReadFile(name)
	}
	text, _, _ := strings.Cut(string(data), "\n")
	return strings.TrimSuffix(text, "\r"), err
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
