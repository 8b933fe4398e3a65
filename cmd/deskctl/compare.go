package main

import (
	"fmt"
	"io"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// The shapes of `targets compare --json`. A result is null where the newer
// report says nothing; the verdict is what a person said of the match.
type (
	comparisonJSON struct {
		Old   report.ID  `json:"old"`
		New   report.ID  `json:"new"`
		Later int        `json:"later"`
		Pairs []pairJSON `json:"pairs"`
	}
	pairJSON struct {
		Target  targetJSON       `json:"target"`
		Result  *targetJSON      `json:"result"`
		Score   float64          `json:"score"`
		Outcome desk.Reached     `json:"outcome"`
		Verdict annotate.Verdict `json:"verdict"`
	}
)

func (c *control) targetsCompareCommand() *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "compare OLD NEW",
		Short: c.words.Text("ctl.targets.compare.short"),
		Args:  cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.onReport(args[0], func(d *desk.Desk, old *report.Report) error {
				next, err := d.Resolve(args[1])
				if err != nil {
					return err
				}
				made := d.Compare(old, next)
				if output == "" {
					return c.showComparison(d, made)
				}
				file, err := desk.WriteComparison(c.words, made, output)
				if err != nil {
					return err
				}
				return c.wrote(file, len(made.Pairs), "ctl.targets.saved")
			})
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", c.words.Text("ctl.targets.output"))
	return cmd
}

func (c *control) showComparison(d *desk.Desk, made desk.Comparison) error {
	v := comparisonJSON{Old: made.Old.ID, New: made.New.ID, Later: made.Later, Pairs: []pairJSON{}}
	for _, p := range made.Pairs {
		each := pairJSON{Target: showTarget(p.Plan), Score: p.Score, Outcome: p.Reached, Verdict: p.Verdict}
		each.Target.State = d.TargetState(made.Old, p.Plan.ID)
		if p.Found {
			result := showTarget(p.Result)
			result.State = desk.AsRead
			each.Result = &result
		}
		v.Pairs = append(v.Pairs, each)
	}
	return c.print(v, func(w io.Writer) {
		for _, p := range made.Pairs {
			line(w, fmt.Sprintf("%s  %s", c.words.Text("targets.reached."+string(p.Reached)), p.Plan.Quote))
			if p.Found {
				line(w, "    "+p.Result.Quote)
			}
		}
		line(w, c.words.Text("ctl.targets.compare.count", "n", len(made.Pairs), "met", made.Count(desk.Met), "missed", made.Count(desk.Missed),
			"unclear", made.Count(desk.Unclear), "unsaid", made.Count(desk.Unsaid), "later", made.Later))
	})
}
