package main

import (
	"io"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/staff"

	"github.com/spf13/cobra"
)

// A decider makes a command that changes the register and prints it.
type decider func(use, short string, args cobra.PositionalArgs, do func(b *registry.Book, d registry.Decision, args []string) error) *cobra.Command

// registryExportCommand writes the register as a spreadsheet for colleagues.
func (c *control) registryExportCommand() *cobra.Command {
	var f staff.Filter
	var out string
	cmd := &cobra.Command{Use: "export", Short: c.words.Text("ctl.registry.export"), Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) (err error) {
		d, err := c.owning()
		if err != nil {
			return err
		}
		defer closing(d, &err)
		o := staff.New(d)
		o.Narrow(f)
		file, n, err := o.Share(out)
		if err != nil {
			return err
		}
		return c.print(map[string]any{"file": file, "entries": n}, func(w io.Writer) { line(w, c.words.Text("entries.share.done", "n", n, "file", file)) })
	}}
	cmd.Flags().StringVarP(&out, "output", "o", "", c.words.Text("ctl.output"))
	cmd.Flags().StringVar(&f.Words, "filter", "", c.words.Text("ctl.registry.words"))
	cmd.Flags().StringVar(&f.Category, "category", "", c.words.Text("ctl.registry.only.category"))
	cmd.Flags().StringVar(&f.Unit, "unit", "", c.words.Text("ctl.registry.only.unit"))
	if err := cmd.MarkFlagRequired("output"); err != nil {
		panic("deskctl: registry export: " + err.Error()) // the flag stands three lines above
	}
	return cmd
}

// A returnedJSON is what registry return says; the contract of scripts.
type returnedJSON struct {
	File      string             `json:"file"`
	From      string             `json:"from"`
	Entries   int                `json:"entries"`
	Changes   []changedCell      `json:"changes"`
	Faults    []staff.SheetFault `json:"faults"`
	Conflicts int                `json:"conflicts"`
	Taken     int                `json:"taken"` // 0 with --look
}

// A changedCell is a cell that says something else than the register.
type changedCell struct {
	Cell     string              `json:"cell"`
	ID       annotate.ProposalID `json:"id"`
	Field    string              `json:"field"`
	Mine     string              `json:"mine"`
	Theirs   string              `json:"theirs"`
	Conflict bool                `json:"conflict"`
	Take     bool                `json:"take"`
}

// registryReturnCommand merges a spreadsheet that came back, cell by cell.
func (c *control) registryReturnCommand(who *string) *cobra.Command {
	var look, theirs bool
	var from string
	cmd := &cobra.Command{Use: "return FILE.xlsx", Short: c.words.Text("ctl.registry.return"), Args: cobra.ExactArgs(1), RunE: func(_ *cobra.Command, args []string) (err error) {
		d, err := c.owning()
		if err != nil {
			return err
		}
		defer closing(d, &err)
		o := staff.New(d)
		r, err := o.ReadReturned(args[0])
		if err != nil {
			return err
		}
		if from != "" {
			r.From = from
		}
		v := returnedJSON{File: r.File, From: r.From, Entries: r.Rows, Changes: []changedCell{}, Faults: append([]staff.SheetFault{}, r.Faults...), Conflicts: r.Conflicts()}
		for i := range r.Cells {
			cell := &r.Cells[i]
			cell.Take = cell.Take || theirs
			v.Changes = append(v.Changes, changedCell{cell.At, cell.ID, cell.Field, cell.Mine, cell.Theirs, cell.Conflict, cell.Take})
		}
		if !look {
			if *who != "" {
				o.SetWho(*who)
			}
			if v.Taken, err = o.TakeReturned(r); err != nil {
				return err
			}
		}
		if err := c.print(v, func(w io.Writer) { c.sayReturned(w, r, v) }); err != nil {
			return err
		}
		if len(r.Faults) > 0 || v.Conflicts > 0 && !theirs {
			return errAnswer // something is still to be decided
		}
		return nil
	}}
	cmd.Flags().BoolVar(&look, "look", false, c.words.Text("ctl.registry.look"))
	cmd.Flags().BoolVar(&theirs, "theirs", false, c.words.Text("ctl.registry.theirs"))
	cmd.Flags().StringVar(&from, "from", "", c.words.Text("ctl.registry.from"))
	return cmd
}

func (c *control) sayReturned(w io.Writer, r staff.Returned, v returnedJSON) {
	for _, f := range r.Faults {
		line(w, staff.SayFault(c.words, f))
	}
	for _, cell := range r.Cells {
		key := "entries.return.cell"
		if cell.Conflict {
			key = "entries.return.conflict"
		}
		line(w, cell.At+"  "+cell.Title+"  "+c.words.Text(key, "head", cell.Head, "mine", cell.Mine, "theirs", cell.Theirs))
	}
	line(w, c.words.Text("entries.return.sum", "file", r.File, "rows", r.Rows, "cells", len(r.Cells), "conflicts", r.Conflicts(), "faults", len(r.Faults)))
	line(w, c.words.Text("entries.return.done", "n", v.Taken))
}

// registryFocusCommand marks entries 重点督办.
func (c *control) registryFocusCommand(decide decider) *cobra.Command {
	leader, off := "", false
	cmd := decide("focus ID...", "focus", cobra.MinimumNArgs(1), func(b *registry.Book, by registry.Decision, args []string) error {
		for _, name := range args {
			if err := b.Supervise(by, name, !off, leader); err != nil {
				return err
			}
		}
		return nil
	})
	cmd.Flags().StringVar(&leader, "leader", "", c.words.Text("ctl.registry.leader"))
	cmd.Flags().BoolVar(&off, "off", false, c.words.Text("ctl.registry.off"))
	return cmd
}

// registryDivideCommand gives parts of an entry to hosts of their own.
func (c *control) registryDivideCommand(decide decider) *cobra.Command {
	return decide("divide ID [UNIT=PART...]", "divide", cobra.MinimumNArgs(1), func(b *registry.Book, by registry.Decision, args []string) error {
		var parts []registry.Part
		for _, each := range args[1:] {
			unit, matter, _ := strings.Cut(each, "=")
			parts = append(parts, registry.Part{Unit: unit, Matter: matter})
		}
		return b.Divide(by, args[0], parts)
	})
}

// registryMendCommand puts a field of the sheet right.
func (c *control) registryMendCommand(decide decider) *cobra.Command {
	return decide("mend ID FIELD VALUE", "mend", cobra.ExactArgs(3), func(b *registry.Book, by registry.Decision, args []string) error {
		return b.Mend(by, args[0], args[1], args[2])
	})
}

// registryNumberCommand gives numbers as the window does: as they are printed in
// this session. What its flags say of that is kept for the session.
func (c *control) registryNumberCommand(who *string) *cobra.Command {
	var n registry.Numbering
	cmd := &cobra.Command{Use: "number [ID...]", Short: c.words.Text("ctl.registry.number")}
	cmd.RunE = func(_ *cobra.Command, args []string) (err error) {
		d, err := c.owning()
		if err != nil {
			return err
		}
		defer closing(d, &err)
		o := staff.New(d)
		if *who != "" {
			o.SetWho(*who)
		}
		format, said := o.Numbering(), false
		for name, set := range map[string]func(){
			"prefix": func() { format.Prefix = n.Prefix }, "motions": func() { format.Motions = n.Motions }, "width": func() { format.Width = n.Width },
		} {
			if cmd.Flags().Changed(name) {
				set()
				said = true
			}
		}
		if said {
			if err := o.SetNumbering(format); err != nil {
				return err
			}
		}
		b := o.Book()
		var only []annotate.ProposalID
		for _, name := range args {
			e, err := b.Find(name)
			if err != nil {
				return err
			}
			only = append(only, e.Proposal.ID)
		}
		if _, err := o.Number(only...); err != nil {
			return err
		}
		return c.printBook(o.Book())
	}
	cmd.Flags().StringVar(&n.Prefix, "prefix", "", c.words.Text("ctl.registry.prefix"))
	cmd.Flags().StringVar(&n.Motions, "motions", "", c.words.Text("ctl.registry.motions"))
	cmd.Flags().IntVar(&n.Width, "width", 0, c.words.Text("ctl.registry.width"))
	return cmd
}
