package main

import (
	"errors"
	"fmt"
	"io"

	"deputydesk/annotate"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// ruled is the desk named with --data, or one that keeps nothing, with the rule
// pack in the file called pack if there is one.
func (c *control) ruled(pack string) (*desk.Desk, error) {
	d, err := c.opening()
	if err != nil || pack == "" {
		return d, err
	}
	p, err := desk.ReadRules(pack)
	if err != nil {
		return nil, errors.Join(err, d.Close())
	}
	d.ApplyRules(p)
	return d, nil
}

func (c *control) checkCommand() *cobra.Command {
	var pack, out string
	var fix bool
	cmd := &cobra.Command{
		Use:   "check FILE.toml…",
		Short: c.words.Text("ctl.check.short"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.ruled(pack)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, d.Close()) }()
			var all []annotate.Proposal
			for i, name := range args {
				p, err := readProposal(d, name)
				if err != nil {
					return err
				}
				if p.ID == "" {
					p.ID = annotate.ProposalID(fmt.Sprint("file ", i)) // files are told apart here
				}
				all = append(all, p)
			}
			if fix {
				if all, err = c.mended(d, all, out); err != nil {
					return err
				}
			}
			return c.printFindings(d, args, all)
		},
	}
	cmd.Flags().StringVar(&pack, "rules", "", c.words.Text("ctl.flag.rules"))
	cmd.Flags().BoolVar(&fix, "fix", false, c.words.Text("ctl.check.mend"))
	cmd.Flags().StringVarP(&out, "output", "o", "mended.toml", c.words.Text("ctl.output"))
	return cmd
}

// mended does what can be done about the findings of the one proposal of all,
// and writes it to a file that is not there yet.
func (c *control) mended(d *desk.Desk, all []annotate.Proposal, out string) ([]annotate.Proposal, error) {
	if len(all) != 1 {
		return nil, fmt.Errorf("--fix: %d files: want one", len(all))
	}
	p, _ := d.FixAll(all[0])
	return []annotate.Proposal{p}, writeNew(out, annotate.WriteFile(p))
}

func (c *control) printFindings(d *desk.Desk, names []string, all []annotate.Proposal) error {
	type row struct {
		File     string `json:"file,omitempty"` // if several are checked
		Rule     string `json:"rule"`
		Severity string `json:"severity"`
		Field    string `json:"field"`
		Message  string `json:"message"`
		Fix      string `json:"fix,omitempty"` // what the button in the window says
	}
	rows := []row{}
	for i, p := range all {
		for _, f := range d.CheckBeside(p, all) {
			r := row{Rule: string(f.Rule), Severity: string(f.Severity), Field: f.Field, Message: desk.Say(c.words, f)}
			if len(all) > 1 {
				r.File = names[i]
			}
			if remedy, ok := d.RemedyOf(p, f); ok {
				r.Fix = remedy.Text(c.words.Text)
			}
			rows = append(rows, r)
		}
	}
	err := c.print(rows, func(w io.Writer) {
		for _, r := range rows {
			said := fmt.Sprintf("%s: %s: %s", c.words.Text("check.severity."+r.Severity), r.Rule, r.Message)
			if r.File != "" {
				said = r.File + ": " + said
			}
			if r.Fix != "" {
				said += " " + c.words.Text("ctl.check.fix", "fix", r.Fix)
			}
			line(w, said)
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

func (c *control) suggestCommand() *cobra.Command {
	var pack string
	var with []string
	cmd := &cobra.Command{
		Use:   "suggest FILE.toml",
		Short: c.words.Text("ctl.suggest.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.ruled(pack)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, d.Close()) }()
			p, err := readProposal(d, args[0])
			if err != nil {
				return err
			}
			for _, name := range with {
				if _, err := d.CompareFile(name); err != nil {
					return err
				}
			}
			r := d.Reference(p)
			return c.print(r, func(w io.Writer) { c.writeReference(w, r) })
		},
	}
	cmd.Flags().StringVar(&pack, "rules", "", c.words.Text("ctl.flag.rules"))
	cmd.Flags().StringArrayVar(&with, "with", nil, c.words.Text("ctl.suggest.with"))
	return cmd
}

func (c *control) writeReference(w io.Writer, r desk.Reference) {
	if r.Empty() {
		line(w, c.words.Text("suggest.none"))
		return
	}
	for _, list := range []struct {
		key string
		all []desk.Suggestion
	}{{"suggest.category", r.Categories}, {"suggest.host", r.Hosts}} {
		for _, s := range list.all {
			line(w, fmt.Sprintf("%s: %s (%s)", c.words.Text(list.key), s.Name, desk.Because(c.words, "suggest.because", s.Words)))
		}
	}
	for _, s := range r.Similar {
		line(w, fmt.Sprintf("%s: %s %s (%s; %s)", c.words.Text("suggest.similar"), s.Title, desk.SaySource(c.words, s),
			c.words.Text("suggest.percent", "n", s.Percent()), desk.Because(c.words, "suggest.both", s.Words)))
	}
	for _, m := range r.Mentions {
		line(w, fmt.Sprintf("%s: %s %s (%s)", c.words.Text("suggest.mentions"), m.Paragraph, m.Text, desk.Because(c.words, "suggest.because", m.Words)))
	}
}
