package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"deputydesk/annotate/transcribe"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// A copyJSON is one proposal as it was read from a file.
type copyJSON struct {
	Title   string          `json:"title"`
	Certain bool            `json:"certain"` // nobody needs to look
	Parted  bool            `json:"parted"`  // the file holds more than one
	Fields  []copyFieldJSON `json:"fields"`
}

type copyFieldJSON struct {
	Field string `json:"field"` // key in FILE.toml; "" for words that belong to no field
	Value string `json:"value"`
	transcribe.Guess
}

func (c *control) transcribeCommand() *cobra.Command {
	var pack string
	cmd := &cobra.Command{
		Use:   "transcribe FILE",
		Short: c.words.Text("ctl.transcribe.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.ruled(pack)
			if err != nil {
				return err
			}
			defer closing(d, &err)
			data, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}
			readings, err := d.Transcribe(filepath.Base(args[0]), data)
			if err != nil {
				return err
			}
			all := []copyJSON{}
			for _, r := range readings {
				one := copyJSON{Title: r.Proposal.Title, Certain: r.Certain(), Parted: r.Parted}
				for _, g := range r.Guesses {
					one.Fields = append(one.Fields, copyFieldJSON{g.Field, transcribe.Value(r.Proposal, g.Field), g})
				}
				all = append(all, one)
			}
			return c.print(all, func(w io.Writer) { c.sayCopies(w, all) })
		},
	}
	cmd.Flags().StringVar(&pack, "rules", "", c.words.Text("ctl.flag.rules"))
	return cmd
}

func (c *control) sayCopies(w io.Writer, all []copyJSON) {
	for _, one := range all {
		line(w, one.Title)
		for _, f := range one.Fields {
			said := c.words.Text("ctl.transcribe.sure")
			if !f.Sure {
				said = c.words.Text("ctl.transcribe.look") + "  " + c.words.Text("staff.guess."+string(f.Why))
			}
			value := strings.Replace(f.Value, "true", "✓", 1)
			if f.Guess.Field == "" {
				value = f.Words
			}
			line(w, fmt.Sprintf("  %s  %s  %s", desk.SayField(c.words, f.Guess.Field), strings.ReplaceAll(value, "\n", " / "), said))
		}
	}
}
