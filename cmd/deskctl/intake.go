package main

import (
	"io"
	"strings"

	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// An intakeJSON is what intake prints; the contract of scripts.
type intakeJSON struct {
	Batch string          `json:"batch"` // "" if nothing was taken in
	Rows  []intakeRowJSON `json:"rows"`
}

type intakeRowJSON struct {
	File    string           `json:"file"`
	State   registry.Verdict `json:"state"`
	Number  string           `json:"number"` // "" if none was given yet
	Title   string           `json:"title"`
	ID      string           `json:"id"`
	Reason  registry.Why     `json:"reason"`
	Fields  []string         `json:"fields,omitempty"` // what differs, or is missing
	Message string           `json:"message"`
	Origin  registry.Origin  `json:"origin,omitempty"`  // how it was read; "" with its data
	Guesses []registry.Guess `json:"guesses,omitempty"` // from what the fields of a copy were read
}

func (c *control) intakeCommand() *cobra.Command {
	var look bool
	var who string
	cmd := &cobra.Command{
		Use:   "intake FILE/DIR...",
		Short: c.words.Text("ctl.intake.short"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			in, err := d.TakeIn(args, who, look)
			if err != nil {
				return err
			}
			if err := c.print(c.intake(in), func(w io.Writer) { c.sayIntake(w, in, look) }); err != nil {
				return err
			}
			for _, r := range in.Rows {
				if !r.Enters() {
					return errAnswer
				}
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&look, "look", false, c.words.Text("ctl.intake.look"))
	cmd.Flags().StringVar(&who, "as", "", c.words.Text("ctl.as"))
	cmd.AddCommand(&cobra.Command{
		Use:   "undo [BATCH]",
		Short: c.words.Text("ctl.intake.undo.short"),
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			b, err := d.UndoIntake(strings.Join(args, ""))
			if err != nil {
				return err
			}
			return c.print(map[string]int{"entries": len(b.Entries)}, func(w io.Writer) {
				line(w, c.words.Text("ctl.intake.undone", "n", len(b.Entries)))
			})
		},
	})
	return cmd
}

func (c *control) intake(in desk.Intake) intakeJSON {
	all := intakeJSON{Batch: in.Batch, Rows: []intakeRowJSON{}}
	for _, r := range in.Rows {
		row := intakeRowJSON{File: r.File, State: r.Verdict, Title: r.Proposal.Title, ID: string(r.Proposal.ID), Reason: r.Why,
			Fields: append(append([]string{}, r.Fields...), r.Lacks...), Message: desk.SayRow(c.words, r), Origin: r.Origin, Guesses: r.Guesses}
		if e, err := in.Book.Find(row.ID); err == nil && row.ID != "" {
			row.Number = e.NumberText()
		}
		all.Rows = append(all.Rows, row)
	}
	return all
}

func (c *control) sayIntake(w io.Writer, in desk.Intake, look bool) {
	for _, r := range in.Rows {
		line(w, c.words.Text("staff.verdict."+string(r.Verdict))+"  "+r.File+"  "+r.Proposal.Title+"  "+desk.SayRow(c.words, r))
	}
	line(w, desk.SaySummary(c.words, in.Rows))
	switch {
	case look:
		line(w, c.words.Text("ctl.intake.looked"))
	case in.Batch != "":
		line(w, c.words.Text("ctl.intake.batch", "batch", in.Batch))
	}
}
