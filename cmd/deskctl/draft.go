package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
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
<<<<<<< HEAD
=======

func (c *control) checkCommand() *cobra.Command {
	var fix bool
	var out string
	cmd := &cobra.Command{
		Use:   "check FILE.toml",
		Short: c.words.Text("ctl.check.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			d := c.bare()
			p, err := readProposal(d, args[0])
			if err != nil {
				return err
			}
			if fix {
				mended, _ := d.FixAll(p)
				if err := writeNew(out, annotate.WriteFile(mended)); err != nil {
					return err
				}
				p = mended
			}
			return c.findings(d.Check(p))
		},
	}
	cmd.Flags().BoolVar(&fix, "fix", false, c.words.Text("ctl.check.fix"))
	cmd.Flags().StringVarP(&out, "output", "o", "mended.toml", c.words.Text("ctl.output"))
	return cmd
}

// findings prints what the rules say; the answer is no if they say anything.
func (c *control) findings(found []check.Finding) error {
	type row struct {
		Rule     string `json:"rule"`
		Severity string `json:"severity"`
		Field    string `json:"field"`
		Message  string `json:"message"`
	}
	rows := []row{}
	for _, f := range found {
		rows = append(rows, row{string(f.Rule), string(f.Severity), f.Field, desk.Say(c.words, f)})
	}
	err := c.print(rows, func(w io.Writer) {
		for _, r := range rows {
			line(w, fmt.Sprintf("%s: %s: %s", c.words.Text("check.severity."+r.Severity), r.Rule, r.Message))
		}
		if len(rows) == 0 {
			line(w, c.words.Text("check.clean"))
		}
	})
	if err == nil && len(rows) > 0 {
		return errAnswer
	}
	return err
}
>>>>>>> dc4b7f1 (deskctl: list, add, sign, finalise, copy and compare drafts; check --fix; sheet --signers)
