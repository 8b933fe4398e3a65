package main

import (
	"errors"
	"fmt"
	"io"

	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// targetJSON is the shape of a row of `targets --json`. A milestone has no
// value, unit, comparator or measure: they are null. State is "read" unless a
// person has said something of the target.
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
	State      desk.State         `json:"state"`
}

func (c *control) targetsCommand() *cobra.Command {
	var corrections, output string
	cmd := &cobra.Command{
		Use:   "targets REPORT",
		Short: c.words.Text("ctl.targets.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.onReport(args[0], func(d *desk.Desk, r *report.Report) error {
				if corrections != "" {
					all, err := desk.ReadCorrections(corrections)
					if err != nil {
						return err
					}
					d.Apply(r, all)
				}
				if output != "" {
					return c.saveTargets(d, r, output)
				}
				return c.listTargets(d, r)
			})
		},
	}
	cmd.Flags().StringVar(&corrections, "corrections", "", c.words.Text("ctl.targets.corrections"))
	cmd.Flags().StringVarP(&output, "output", "o", "", c.words.Text("ctl.targets.output"))
	cmd.AddCommand(c.targetsExportCommand(), c.targetsImportCommand(), c.targetsCompareCommand())
	return cmd
}

// onReport calls do with the desk of the user's data, if there is any, and the
// report called name. Beside an open window, which owns the data, and unless
// --data names it, the report is shown as the rules read it.
func (c *control) onReport(name string, do func(*desk.Desk, *report.Report) error) (err error) {
	d, err := c.reading()
	if err != nil {
		return err
	}
	defer func() {
		if closed := d.Close(); err == nil {
			err = closed
		}
	}()
	r, err := d.Resolve(name)
	if err != nil {
		return err
	}
	return do(d, r)
}

// reading is the desk for onReport.
func (c *control) reading() (*desk.Desk, error) {
	d, ok, err := c.keeping()
	switch {
	case err != nil && c.data != "":
		return nil, err
	case err != nil || !ok:
		return c.bare(), nil
	}
	return d, nil
}

func (c *control) listTargets(d *desk.Desk, r *report.Report) error {
	all := d.Targets(r)
	rows := []targetJSON{}
	for _, t := range all {
		v := showTarget(t)
		v.State = d.TargetState(r, t.ID)
		rows = append(rows, v)
	}
	return c.print(rows, func(w io.Writer) {
		for _, t := range all {
			line(w, fmt.Sprintf("%s  %-8s %s", t.ID, t.Section, t.Quote))
		}
		line(w, c.words.Text("ctl.targets.count", "n", len(all)))
	})
}

// saveTargets writes the table of the targets of r.
func (c *control) saveTargets(d *desk.Desk, r *report.Report, output string) error {
	file, n, err := d.WriteTargets(c.words, r, output)
	if err != nil {
		return err
	}
	return c.wrote(file, n, "ctl.targets.saved")
}

// wrote says that n things were written to file.
func (c *control) wrote(file string, n int, key string) error {
	v := struct {
		File  string `json:"file"`
		Count int    `json:"count"`
	}{file, n}
	return c.print(v, func(w io.Writer) { line(w, c.words.Text(key, "file", file, "n", n)) })
}

func (c *control) targetsExportCommand() *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "export REPORT -o FILE.json",
		Short: c.words.Text("ctl.targets.export.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.onReport(args[0], func(d *desk.Desk, r *report.Report) error {
				n, err := d.WriteCorrections(r, output)
				if err != nil {
					return err
				}
				return c.wrote(output, n, "ctl.targets.exported")
			})
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", c.words.Text("ctl.output"))
	// The flag exists, so that marking it cannot fail.
	_ = cmd.MarkFlagRequired("output")
	return cmd
}

// errNoData is why corrections cannot be taken in: there is no data folder yet.
var errNoData = errors.New("no data folder yet; open the window once, or name one with --data")

func (c *control) targetsImportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE.json",
		Short: c.words.Text("ctl.targets.import.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			all, err := desk.ReadCorrections(args[0])
			if err != nil {
				return err
			}
			d, ok, err := c.keeping()
			if err != nil {
				return err
			}
			if !ok {
				return fmt.Errorf("targets import: %w", errNoData)
			}
			defer func() {
				if closed := d.Close(); err == nil {
					err = closed
				}
			}()
			fates, err := d.TakeCorrections(all)
			if err != nil {
				return err
			}
			if fates == nil {
				fates = []desk.Fated{}
			}
			return c.print(fates, func(w io.Writer) {
				for _, f := range fates {
					line(w, c.words.Text("targets.fate."+string(f.Fate))+"  "+c.words.Text("targets.ruling."+string(f.Ruling))+"  "+f.Quote)
				}
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
