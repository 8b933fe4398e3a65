package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"deputydesk/annotate"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

func (c *control) draftCommand() *cobra.Command {
	var kind, out string
	var cite []string
	create := &cobra.Command{
		Use:   "new",
		Short: c.words.Text("ctl.draft.new.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			form := annotate.Form(kind)
			if !slices.Contains(annotate.Forms, form) {
				return fmt.Errorf("--kind %s: want one of %v", kind, annotate.Forms)
			}
			p, err := c.bare().Compose(form, cite)
			if err != nil {
				return err
			}
			if err := writeNew(out, annotate.WriteFile(p)); err != nil {
				return err
			}
			v := struct {
				File string `json:"file"`
				ID   string `json:"id"`
			}{out, string(p.ID)}
			return c.print(v, func(w io.Writer) { line(w, out) })
		},
	}
	create.Flags().StringVar(&kind, "kind", string(annotate.Suggestion), c.words.Text("ctl.draft.kind"))
	create.Flags().StringArrayVar(&cite, "cite", nil, c.words.Text("ctl.draft.cite"))
	create.Flags().StringVarP(&out, "output", "o", "draft.toml", c.words.Text("ctl.output"))

	cmd := &cobra.Command{Use: "draft", Short: c.words.Text("ctl.draft.short")}
	cmd.AddCommand(create)
	cmd.AddCommand(c.draftsCommands()...)
	return cmd
}

// writeNew writes a file that must not be there yet: nobody's draft is
// overwritten.
func writeNew(name string, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.Write(data); err != nil {
		_ = f.Close() // the write error is the one to tell
		return err
	}
	return f.Close()
}

// readProposal reads FILE.toml and finds its quotes in the reports.
func readProposal(d *desk.Desk, name string) (annotate.Proposal, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return annotate.Proposal{}, err
	}
	p, err := annotate.ReadFile(name, data)
	if err != nil {
		return annotate.Proposal{}, err
	}
	if err := d.AttachBeside(&p, filepath.Dir(name)); err != nil {
		return annotate.Proposal{}, err
	}
	d.Bind(&p)
	return p, nil
}
