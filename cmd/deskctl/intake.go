package main

import (
	"io"
	"slices"
	"strings"

	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"

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
	var look, number bool
	var who string
	var only []string
	cmd := &cobra.Command{
		Use:   "intake FILE/DIR...",
		Short: c.words.Text("ctl.intake.short"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.takeIn(args, intakeWish{who: who, look: look, number: number, only: only})
		},
	}
	cmd.Flags().BoolVar(&look, "look", false, c.words.Text("ctl.intake.look"))
	cmd.Flags().BoolVar(&number, "number", false, c.words.Text("ctl.intake.number"))
	cmd.Flags().StringSliceVar(&only, "only", nil, c.words.Text("ctl.intake.only"))
	cmd.PersistentFlags().StringVar(&who, "as", "", c.words.Text("ctl.as"))
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
	}, c.resolveCommand(&who), c.batchesCommand(), c.receiptCommand(), c.addCommand(&who))
	return cmd
}

// An intakeWish is how files are taken in.
type intakeWish struct {
	who          string
	look, number bool
	only         []string        // states or names of files; none for all
	choice       registry.Choice // about conflicts
}

// wants reports whether a row is one of those that were asked for.
func (h intakeWish) wants(c *control, r registry.Row) bool {
	return len(h.only) == 0 || slices.ContainsFunc(h.only, func(o string) bool {
		return o == string(r.Verdict) || o == r.File || o == c.words.Text("staff.verdict."+string(r.Verdict))
	})
}

// takeIn takes files in as wished and prints what came of each.
func (c *control) takeIn(files []string, h intakeWish) (err error) {
	d, err := c.owning()
	if err != nil {
		return err
	}
	defer closing(d, &err)
	in, a, err := d.LookAt(files)
	if err != nil {
		return err
	}
	var rows []registry.Row
	for _, r := range in.Rows {
		if h.choice != registry.Undecided && r.Verdict == registry.Conflict {
			if err := d.Decide(&r, h.choice); err != nil {
				return err
			}
		}
		if h.wants(c, r) && (h.choice == registry.Undecided || r.Verdict == registry.Conflict) {
			rows = append(rows, r)
		}
	}
	left := len(in.Rows) - len(rows)
	in.Rows = rows
	if !h.look {
		t := desk.Taking{Who: h.who, Rows: rows}
		if h.number {
			n := staff.New(d).Numbering()
			t.Number = &n
		}
		if in, err = d.Enter(a, t); err != nil {
			return err
		}
	}
	if err := c.print(c.intake(in), func(w io.Writer) { c.sayIntake(w, in, h.look) }); err != nil {
		return err
	}
	if left > 0 && h.choice == registry.Undecided || slices.ContainsFunc(in.Rows, func(r registry.Row) bool { return !r.Enters() }) {
		return errAnswer
	}
	return nil
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
