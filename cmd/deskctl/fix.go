package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// The shapes of `report fix --json`. A place counts the characters of the
// source before it, blank ones left out; offsets are in runes.
type (
	fixedJSON struct {
		ID      report.ID      `json:"id"`
		Edition report.Edition `json:"edition"`
		Fixes   []intake.Fix   `json:"fixes"`
		Pieces  []pieceJSON    `json:"pieces"`
	}
	pieceJSON struct {
		At        int                `json:"at"`
		Kind      intake.PieceKind   `json:"kind"`
		Level     int                `json:"level"` // of a heading; 0 if it is none
		Paragraph report.ParagraphID `json:"paragraph"`
		Section   report.Path        `json:"section"`
		Page      int                `json:"page"` // 0 if unknown
		Text      string             `json:"text"`
		Fixed     []intake.FixOp     `json:"fixed"`
	}
)

// errPiece is why a piece that was named cannot be found.
var errPiece = errors.New("no such paragraph, section or @place; see report fix --list")

// An act is what the flags of `report fix` ask for.
type act struct {
	merge, split, heading, text, drop, restore string
	list, undo, reset                          bool
}

func (c *control) fixCommand() *cobra.Command {
	var a act
	cmd := &cobra.Command{
		Use:   "fix REPORT",
		Short: c.words.Text("ctl.report.fix.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, ok, err := c.keeping()
			if err != nil {
				return err
			}
			if !ok {
				return fmt.Errorf("report fix: %w", errNoData)
			}
			defer func() { err = errors.Join(err, d.Close()) }()
			if d.Find(report.ID(args[0])) == nil {
				return fmt.Errorf("%s: %w", args[0], desk.ErrNoReport)
			}
			d.OpenReport(report.ID(args[0]))
			p, err := d.Proof()
			if err != nil {
				return err
			}
			if !a.list {
				do, err := a.on(d, p)
				if err != nil {
					return err
				}
				d.Press(do)
				if err := d.Notice(); err != nil {
					return err
				}
				if p, err = d.Proof(); err != nil {
					return err
				}
			}
			return c.print(showProof(p), func(w io.Writer) { c.listPieces(w, p, a.list) })
		},
	}
	for flag, at := range map[string]*string{
		"merge": &a.merge, "split": &a.split, "heading": &a.heading, "text": &a.text, "drop": &a.drop, "restore": &a.restore,
	} {
		cmd.Flags().StringVar(at, flag, "", c.words.Text("ctl.report.fix."+flag))
	}
	for flag, at := range map[string]*bool{"list": &a.list, "undo": &a.undo, "reset": &a.reset} {
		cmd.Flags().BoolVar(at, flag, false, c.words.Text("ctl.report.fix."+flag))
	}
	all := []string{"merge", "split", "heading", "text", "drop", "restore", "list", "undo", "reset"}
	cmd.MarkFlagsMutuallyExclusive(all...)
	cmd.MarkFlagsOneRequired(all...)
	return cmd
}

// on is the one thing that a asks for.
func (a act) on(d *desk.Desk, p *intake.Proof) (desk.Action, error) {
	switch {
	case a.undo:
		return d.LastFix(), nil
	case a.reset:
		return d.AsPrinted(), nil
	case a.restore != "":
		i, err := pieceNamed(p, a.restore)
		return d.RestorePiece(i), err
	}
	for _, each := range []struct {
		name string
		op   intake.FixOp
	}{{a.merge, intake.MergeUp}, {a.text, intake.AsText}, {a.drop, intake.DropHere}} {
		if each.name != "" {
			i, err := pieceNamed(p, each.name)
			return d.FixLayout(each.op, i, 0), err
		}
	}
	named := a.split + a.heading
	name, number, _ := cutLast(named)
	n, err := strconv.Atoi(number)
	if err != nil {
		return desk.Action{}, fmt.Errorf("%s: want a name and a number, as luohe-2024/一/3:12", named)
	}
	i, err := pieceNamed(p, name)
	switch {
	case err != nil:
		return desk.Action{}, err
	case a.split != "":
		runes := []rune(p.Pieces[i].Text)
		return d.FixLayout(intake.SplitHere, i, len(string(runes[:min(max(n, 0), len(runes))]))), nil
	case n == 1:
		return d.FixLayout(intake.AsHeading1, i, 0), nil
	case n == 2:
		return d.FixLayout(intake.AsHeading2, i, 0), nil
	}
	return desk.Action{}, fmt.Errorf("%s: a heading is of level 1 or 2", named)
}

// cutLast cuts s at its last colon.
func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, ':')
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+1:], true
}

// pieceNamed is the piece that a paragraph's id, a heading's section or "@" and
// a place name.
func pieceNamed(p *intake.Proof, name string) (int, error) {
	i := -1
	if place, ok := strings.CutPrefix(name, "@"); ok {
		if n, err := strconv.Atoi(place); err == nil {
			i = p.PieceOf(n)
		}
	} else {
		i = slices.IndexFunc(p.Pieces, func(piece intake.Piece) bool {
			return string(piece.Paragraph) == name || piece.Kind == intake.HeadLine && string(piece.Section) == name
		})
	}
	if i < 0 {
		return 0, fmt.Errorf("%s: %w", name, errPiece)
	}
	return i, nil
}

// showProof is p as other programs get it.
func showProof(p *intake.Proof) fixedJSON {
	v := fixedJSON{p.Report.ID, p.Report.Edition, append([]intake.Fix{}, p.Meta().Fixes...), []pieceJSON{}}
	for _, piece := range p.Pieces {
		v.Pieces = append(v.Pieces, pieceJSON{
			piece.At, piece.Kind, piece.Level, piece.Paragraph, piece.Section, piece.Page, piece.Text, append([]intake.FixOp{}, piece.Fixed...),
		})
	}
	return v
}

// listPieces writes the pieces for a person, or only how many fixes there are.
func (c *control) listPieces(w io.Writer, p *intake.Proof, all bool) {
	if all {
		for _, piece := range p.Pieces {
			name := string(piece.Paragraph)
			if name == "" {
				name = string(piece.Section)
			}
			kind := c.words.Text("proof.kind." + string(piece.Kind))
			if piece.Level > 0 {
				kind = c.words.Text("proof.level", "n", piece.Level)
			}
			line(w, fmt.Sprintf("@%d\t%s\t%s\t%s", piece.At, kind, name, oneLine(piece.Text)))
		}
	}
	line(w, c.words.Text("ctl.report.fix.count", "n", len(p.Meta().Fixes)))
}
