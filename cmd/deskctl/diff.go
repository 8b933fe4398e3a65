package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

func (c *control) diffCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "diff OLD NEW",
		Short: c.words.Text("ctl.report.diff.short"),
		Args:  cobra.ExactArgs(2),
		RunE: func(_ *cobra.Command, args []string) error {
			d := c.bare()
			old, err := d.Resolve(args[0])
			if err != nil {
				return err
			}
			new, err := d.Resolve(args[1])
			if err != nil {
				return err
			}
			changes := d.CompareTexts(old, new)
			err = c.print(changesJSON{changes.Changes, showTargets(changes.TargetsRemoved), showTargets(changes.TargetsAdded)}, func(w io.Writer) {
				for _, n := range changes.Numbers {
					line(w, c.words.Text("ctl.diff.number", "old", n.Old, "new", n.New, "text", n.NewText))
				}
				for _, t := range changes.TargetsRemoved {
					line(w, c.words.Text("ctl.diff.target.removed", "text", t.Quote))
				}
				for _, t := range changes.TargetsAdded {
					line(w, c.words.Text("ctl.diff.target.added", "text", t.Quote))
				}
				for _, p := range changes.Removed {
					line(w, c.words.Text("ctl.diff.removed", "text", p.Text))
				}
				for _, p := range changes.Added {
					line(w, c.words.Text("ctl.diff.added", "text", p.Text))
				}
				for _, m := range changes.Changed {
					line(w, c.words.Text("ctl.diff.changed", "old", m.OldText, "new", m.NewText))
				}
				for _, m := range changes.Moved {
					line(w, c.words.Text("ctl.diff.moved", "text", m.NewText, "place", m.NewPlace))
				}
			})
			if err == nil && !changes.None() {
				return errAnswer
			}
			return err
		},
	}
}

// changesJSON is what `report diff --json` says.
type changesJSON struct {
	annotate.Changes
	TargetsRemoved []targetJSON `json:"targets_removed"` // of the old text
	TargetsAdded   []targetJSON `json:"targets_added"`   // of the new one
}

func showTargets(all []target.Target) []targetJSON {
	shown := []targetJSON{}
	for _, t := range all {
		one := showTarget(t)
		one.State = desk.AsRead
		shown = append(shown, one)
	}
	return shown
}

// editions reads two editions of a report.
func (c *control) editions(old, new string) (a, b *report.Report, err error) {
	d, err := c.reading()
	if err != nil {
		return nil, nil, err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	if a, err = d.Resolve(old); err != nil {
		return nil, nil, err
	}
	b, err = d.Resolve(new)
	return a, b, err
}

// foundJSON is what became of one quote.
type foundJSON struct {
	Quote     string             `json:"quote"`
	Status    annotate.Status    `json:"status"`
	Score     float64            `json:"score"`
	Paragraph report.ParagraphID `json:"paragraph"`
	Found     string             `json:"found"`
}

func (c *control) anchorCommand() *cobra.Command {
	var old, new string
	cmd := &cobra.Command{
		Use:   "anchor --old OLD --new NEW",
		Short: c.words.Text("ctl.anchor.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			a, b, err := c.editions(old, new)
			if err != nil {
				return err
			}
			return c.anchor(a, b)
		},
	}
	cmd.Flags().StringVar(&old, "old", "", c.words.Text("ctl.anchor.old"))
	cmd.Flags().StringVar(&new, "new", "", c.words.Text("ctl.anchor.new"))
	return cmd
}

// worst is what became of the place that fared worst: words that stand several
// times are told as changed if they changed anywhere.
func worst(finder *annotate.Finder, places []annotate.Anchor) annotate.Found {
	var f annotate.Found
	for i, a := range places {
		now := finder.Locate(a)
		if i == 0 || slices.Index(desk.NoteOutcomes, now.Status) < slices.Index(desk.NoteOutcomes, f.Status) {
			f = now
		}
	}
	return f
}

// anchor reads one quote a line, finds it in a, and says what became of it in b.
func (c *control) anchor(a, b *report.Report) error {
	finder := annotate.NewFinder(b)
	finder.Knows(annotate.NewFinder(a))
	differs := false
	out := json.NewEncoder(c.out)
	out.SetEscapeHTML(false)
	lines := bufio.NewScanner(c.in)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		quote := strings.TrimSpace(lines.Text())
		if quote == "" {
			continue
		}
		places := annotate.AnchorsOf(a, quote)
		if len(places) == 0 {
			return fmt.Errorf("stdin: line %d: these words are not in the old text", n)
		}
		f := worst(finder, places)
		differs = differs || f.Status != annotate.Attached
		v := foundJSON{Quote: quote, Status: f.Status, Score: f.Score, Paragraph: f.Paragraph, Found: f.Text}
		if !c.json {
			line(c.out, fmt.Sprintf("%-14s %.2f  %s → %s", v.Status, v.Score, v.Quote, v.Found))
			continue
		}
		if err := out.Encode(v); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("stdin: %w", err)
	}
	if differs {
		return errAnswer
	}
	return nil
}
