package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
	"deputydesk/ui/staff"
)

// The shape of `registry board --json`: the contract of scripts.
type (
	boardJSON struct {
		Report    report.ID             `json:"report"`
		Targets   int                   `json:"targets"`
		Covered   int                   `json:"covered"`   // targets that somebody wants something of
		Uncovered int                   `json:"uncovered"` // and those of which nobody does
		Contrary  int                   `json:"contrary"`  // targets of which opposite things are wanted
		Asks      []annotate.Ask        `json:"asks"`
		Touching  int                   `json:"touching"` // entries that want something of a target
		Apart     []annotate.ProposalID `json:"apart"`    // entries that rest on other words of the report
		Without   int                   `json:"without"`  // entries that do not rest on the report
		Rows      []boardRowJSON        `json:"rows"`     // as --show says
	}
	boardRowJSON struct {
		Number int                                    `json:"number"` // of the target, from 1 in the order of the report
		Target target.ID                              `json:"target"`
		Quote  string                                 `json:"quote"`
		Counts map[annotate.Ask]int                   `json:"counts"`
		Asked  map[annotate.Ask][]annotate.ProposalID `json:"asked"`
		All    []annotate.ProposalID                  `json:"all"`
	}
)

// showings are the names that --show takes.
var showings = map[string]staff.Showing{"hot": staff.Hot, "whole": staff.Whole, "cold": staff.Cold, "contrary": staff.Against}

// boardCommand shows who asks what of each target of the report.
func (c *control) boardCommand() *cobra.Command {
	show, name := "hot", ""
	cmd := &cobra.Command{Use: "board", Short: c.words.Text("ctl.board.short"), Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) (err error) {
		which, ok := showings[show]
		if !ok {
			return fmt.Errorf("--show %s: want hot, whole, cold or contrary", show)
		}
		d, err := c.owning()
		if err != nil {
			return err
		}
		defer closing(d, &err)
		r := d.Report()
		if name != "" {
			if r, err = d.Resolve(name); err != nil {
				return err
			}
		}
		book, err := d.Book()
		if err != nil {
			return err
		}
		b := book.Board(r.ID, d.Targets(r))
		result := boardJSON{Report: r.ID, Targets: len(b.Rows), Covered: len(b.Hottest()), Uncovered: len(b.Uncovered()), Contrary: len(b.Contrary()),
			Asks: b.Asks, Touching: len(b.Touched), Apart: append([]annotate.ProposalID{}, b.Apart...), Without: len(b.Without), Rows: []boardRowJSON{}}
		for _, at := range which.Rows(b) {
			row := b.Rows[at]
			one := boardRowJSON{Number: at + 1, Target: row.Target.ID, Quote: row.Target.Quote, Counts: map[annotate.Ask]int{}, Asked: row.Asked, All: append([]annotate.ProposalID{}, row.All...)}
			for ask, ids := range row.Asked {
				one.Counts[ask] = len(ids)
			}
			result.Rows = append(result.Rows, one)
		}
		return c.print(result, func(w io.Writer) { c.printBoard(w, result) })
	}}
	cmd.Flags().StringVar(&show, "show", show, c.words.Text("ctl.board.show"))
	cmd.Flags().StringVar(&name, "report", "", c.words.Text("ctl.board.report"))
	return cmd
}

func (c *control) printBoard(w io.Writer, b boardJSON) {
	line(w, c.words.Text("ctl.board.head", "report", b.Report, "n", b.Targets, "covered", b.Covered, "uncovered", b.Uncovered, "contrary", b.Contrary, "touching", b.Touching))
	for _, row := range b.Rows {
		text := fmt.Sprintf("%4d  %3d  %s", row.Number, len(row.All), row.Quote)
		for _, ask := range b.Asks {
			if n := row.Counts[ask]; n > 0 {
				text += fmt.Sprintf("  %s %d", ask, n)
			}
		}
		line(w, text)
	}
}
