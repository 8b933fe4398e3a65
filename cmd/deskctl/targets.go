package main

import (
	"fmt"
	"io"

	"deputydesk/seeds/report"
	"deputydesk/seeds/target"

	"github.com/spf13/cobra"
)

// targetJSON is the shape of a row of `targets --json`. A milestone has no
// value, unit, comparator or measure: they are null.
type targetJSON struct {
	ID         target.ID          `json:"id"`
	Paragraph  report.ParagraphID `json:"paragraph"`
	Section    report.Path        `json:"section"`
	Quote      string             `json:"quote"`
	Kind       target.Kind        `json:"kind"`
	Subject    string             `json:"subject"`
	Comparator *target.Comparator `json:"comparator"`
	Measure    *target.Measure    `json:"measure"`
	Value      *float64           `json:"value"`
	Unit       *string            `json:"unit"`
	Deadline   string             `json:"deadline"`
	Due        *string            `json:"due"`
	Tone       target.Tone        `json:"tone"`
}

func (c *control) targetsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "targets REPORT",
		Short: c.words.Text("ctl.targets.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			d := c.bare()
			r, err := d.Resolve(args[0])
			if err != nil {
				return err
			}
			all := d.Targets(r)
			rows := []targetJSON{}
			for _, t := range all {
				rows = append(rows, showTarget(t))
			}
			return c.print(rows, func(w io.Writer) {
				for _, t := range all {
					line(w, fmt.Sprintf("%s  %-8s %s", t.ID, t.Section, t.Quote))
				}
				line(w, c.words.Text("ctl.targets.count", "n", len(all)))
			})
		},
	}
}

func showTarget(t target.Target) targetJSON {
	v := targetJSON{
		ID: t.ID, Paragraph: t.Paragraph, Section: t.Section, Quote: t.Quote, Kind: t.Kind,
		Subject: t.Subject, Deadline: t.Deadline, Tone: t.Tone,
	}
	if t.Kind == target.Quantified {
		v.Comparator, v.Measure, v.Value, v.Unit = &t.Comparator, &t.Measure, &t.Value, &t.Unit
	}
	if t.Due != "" {
		v.Due = &t.Due
	}
	return v
}
