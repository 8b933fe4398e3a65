package main

import (
	"fmt"
	"io"
	"strings"

	"deputydesk/annotate/trial"
	"deputydesk/seeds/report"

	"github.com/spf13/cobra"
)

// anchorJSON is what `bench anchor --json` says of one report.
type anchorJSON struct {
	Report report.ID   `json:"report"`
	Rounds int         `json:"rounds"` // marks of each length that each edit is tried with
	Seed   uint64      `json:"seed"`
	Rows   []trial.Row `json:"rows"`
}

// benchAnchorCommand measures on any report what the anchors of notes survive.
func (c *control) benchAnchorCommand() *cobra.Command {
	rounds, seed, missed, alone := 25, uint64(2024), false, false
	cmd := &cobra.Command{
		Use:   "anchor [R…]",
		Short: c.words.Text("ctl.bench.anchor.short"),
		RunE: func(_ *cobra.Command, args []string) error {
			if rounds < 1 || rounds > 1000 {
				return fmt.Errorf("--rounds %d: want 1 to 1000", rounds)
			}
			if len(args) == 0 {
				args = []string{string(c.bare().Report().ID)}
			}
			all := []anchorJSON{}
			for _, name := range args {
				r, err := c.bare().Resolve(name)
				if err != nil {
					return err
				}
				one := anchorJSON{Report: r.ID, Rounds: rounds, Seed: seed}
				for _, e := range trial.Edits {
					one.Rows = append(one.Rows, trial.Run(e, r, rounds, seed, !alone))
				}
				all = append(all, one)
			}
			return c.print(all, func(w io.Writer) {
				for _, one := range all {
					c.printAnchors(w, one, missed)
				}
				line(w, c.words.Text("ctl.bench.anchor.note"))
			})
		},
	}
	cmd.Flags().IntVar(&rounds, "rounds", rounds, c.words.Text("ctl.bench.anchor.rounds"))
	cmd.Flags().Uint64Var(&seed, "seed", seed, c.words.Text("ctl.bench.anchor.seed"))
	cmd.Flags().BoolVar(&alone, "alone", alone, c.words.Text("ctl.bench.anchor.alone"))
	cmd.Flags().BoolVar(&missed, "missed", missed, c.words.Text("ctl.bench.anchor.missed"))
	return cmd
}

// printAnchors writes a row for each edit and a column for each length.
func (c *control) printAnchors(w io.Writer, one anchorJSON, missed bool) {
	head := fmt.Sprintf("%-33s %7s %7s ", one.Report, "%", "want")
	for _, n := range trial.Lengths {
		head += fmt.Sprintf(" %5d", n)
	}
	line(w, head)
	for _, row := range one.Rows {
		if row.Tried == 0 {
			continue
		}
		text := fmt.Sprintf("%-33s %7.1f %7.0f ", row.Edit, 100*row.Of(), 100*row.Want)
		for _, s := range row.Lengths {
			if s.Tried == 0 {
				text += fmt.Sprintf(" %5s", "–")
				continue
			}
			text += fmt.Sprintf(" %5.0f", 100*s.Of())
		}
		if !row.Good() {
			text += "  " + c.words.Text("ctl.bench.anchor.short_of")
		}
		line(w, text)
		for _, m := range row.Missed {
			if missed {
				line(w, fmt.Sprintf("    %s %.2f «%s» → «%s» %s: %s", m.Status, m.Score, oneLine(m.Quote), oneLine(m.Text), m.Paragraph, strings.TrimSpace(oneLine(m.Sentence))))
			}
		}
	}
}
