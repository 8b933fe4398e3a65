package main

import (
	"errors"
	"fmt"
	"io"

	"deputydesk/seeds/rules"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

func (c *control) rulesCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "rules", Short: c.words.Text("ctl.rules.short")}
	cmd.AddCommand(c.rulesShowCommand(), c.rulesTemplateCommand(), c.rulesCheckCommand(), c.rulesUseCommand(), c.rulesRestoreCommand())
	return cmd
}

// shownRules is the shape of `rules show --json`.
type shownRules struct {
	Name   string      `json:"name"`
	ID     string      `json:"id"`
	Origin desk.Origin `json:"origin"` // bundled, session or chosen
	From   string      `json:"from"`   // the session or the file
	TOML   string      `json:"toml"`   // the whole pack
}

func (c *control) rulesShowCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "show",
		Short: c.words.Text("ctl.rules.show.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			d, err := c.rulesDesk()
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, d.Close()) }()
			return c.showRules(d)
		},
	}
}

func (c *control) showRules(d *desk.Desk) error {
	r := d.Rules()
	whole, err := rules.Write(r.Pack)
	if err != nil {
		return err
	}
	v := shownRules{r.Pack.Name, r.Pack.ID, r.Origin, r.From, string(whole)}
	return c.print(v, func(w io.Writer) {
		line(w, c.words.Text("rules.inforce", "name", r.Pack.Name)+" ("+desk.OriginText(c.words, r)+")")
		for _, row := range desk.RulesRows(c.words, r.Pack) {
			line(w, row.Name+": "+row.Text)
		}
	})
}

func (c *control) rulesTemplateCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "template",
		Short: c.words.Text("ctl.rules.template.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			d, err := c.rulesDesk()
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, d.Close()) }()
			if out == "" {
				out = d.RulesName()
			}
			if err := d.WriteRules(out); err != nil {
				return err
			}
			v := struct {
				File string `json:"file"`
			}{out}
			return c.print(v, func(w io.Writer) { line(w, out) })
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", c.words.Text("ctl.output"))
	return cmd
}

func (c *control) rulesCheckCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "check FILE",
		Short: c.words.Text("ctl.rules.check.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			_, err := desk.ReadRules(args[0])
			var faults rules.Faults
			if err != nil && !errors.As(err, &faults) {
				return err
			}
			type row struct {
				*rules.Fault
				Message string `json:"message"`
			}
			rows := []row{}
			for _, f := range faults {
				rows = append(rows, row{f, desk.FaultText(c.words, f)})
			}
			err = c.print(rows, func(w io.Writer) {
				for _, r := range rows {
					line(w, fmt.Sprintf("%s: %s", r.Name, r.Message))
				}
				if len(rows) == 0 {
					line(w, c.words.Text("ctl.rules.check.clean"))
				}
			})
			if err == nil && len(rows) > 0 {
				return errAnswer
			}
			return err
		},
	}
}

func (c *control) rulesUseCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "use FILE",
		Short: c.words.Text("ctl.rules.use.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, d.Close()) }()
			if err := d.UseRules(args[0]); err != nil {
				return err
			}
			return c.showRules(d)
		},
	}
}

func (c *control) rulesRestoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "restore",
		Short: c.words.Text("ctl.rules.restore.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, d.Close()) }()
			if a := d.RestoreRules(); a.Off == nil {
				a.Do()
			}
			return c.showRules(d)
		},
	}
}

// rulesDesk is a desk with the user's data, or one that keeps nothing where
// nothing was ever kept.
func (c *control) rulesDesk() (*desk.Desk, error) {
	d, ok, err := c.keeping()
	if err == nil && !ok {
		d = c.bare()
	}
	return d, err
}
