package main

import (
	"errors"
	"io"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// The shapes of `report show --json`. Offsets are in runes.
type (
	reportJSON struct {
		ID       report.ID      `json:"id"`
		Title    string         `json:"title"`
		Edition  report.Edition `json:"edition"`
		Fragment *fragmentJSON  `json:"fragment"` // null for a whole report
		Front    []string       `json:"front"`
		Sections []sectionJSON  `json:"sections"`
		Doubts   []doubtJSON    `json:"doubts"`
	}
	doubtJSON struct {
		Paragraph  report.ParagraphID `json:"paragraph"`
		Start      int                `json:"start"`
		End        int                `json:"end"`
		Text       string             `json:"text"`
		Suggestion string             `json:"suggestion"`
		Why        intake.DoubtKind   `json:"why"`
		Heading    report.Path        `json:"heading,omitempty"` // text stands in the heading of this section
	}
	fragmentJSON struct {
		Before string `json:"before"`
		After  string `json:"after"`
	}
	sectionJSON struct {
		Path       report.Path     `json:"path"`
		Heading    string          `json:"heading"`
		Paragraphs []paragraphJSON `json:"paragraphs"`
	}
	paragraphJSON struct {
		ID        report.ParagraphID `json:"id"`
		Text      string             `json:"text"`
		Lead      string             `json:"lead"`
		Repairs   []repairJSON       `json:"repairs"`
		Sentences [][2]int           `json:"sentences"`
	}
	repairJSON struct {
		Kind report.RepairKind `json:"kind"`
		At   int               `json:"at"`
		Was  string            `json:"was"`
	}
)

func (c *control) reportCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "report", Short: c.words.Text("ctl.report.short")}
	cmd.AddCommand(&cobra.Command{
		Use:   "show REPORT",
		Short: c.words.Text("ctl.report.show.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return c.onReport(args[0], func(_ *desk.Desk, r *report.Report) error {
				return c.print(show(r), func(w io.Writer) { c.read(w, r) })
			})
		},
	})
	cmd.AddCommand(c.markedCommand(), c.importCommand(), c.diffCommand(), c.fixCommand())
	return cmd
}

// importCommand takes a report into the library of the data folder.
func (c *control) importCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE",
		Short: c.words.Text("ctl.report.import.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, d.Close()) }()
			d.ImportFile(args[0])
			if told := d.Notice(); !desk.GoodNews(told) {
				return told
			}
			r := d.Report()
			v := struct {
				ID         report.ID `json:"id"`
				Title      string    `json:"title"`
				Paragraphs int       `json:"paragraphs"`
				Doubts     int       `json:"doubts"`
				Warnings   []string  `json:"warnings"`
			}{r.ID, r.Title, len(r.Paragraphs()), len(d.Doubts()), d.Warnings(c.words)}
			return c.print(v, func(w io.Writer) {
				what, _ := desk.Explain(c.words, d.Notice())
				line(w, string(r.ID)+": "+what)
				for _, warning := range v.Warnings {
					line(w, warning)
				}
			})
		},
	}
}

// show is r as other programs get it.
func show(r *report.Report) reportJSON {
	v := reportJSON{
		ID: r.ID, Title: r.Title, Edition: r.Edition,
		Front: append([]string{}, r.Front...), Sections: []sectionJSON{}, Doubts: []doubtJSON{},
	}
	for _, d := range intake.Doubts(r) {
		v.Doubts = append(v.Doubts, showDoubt(r, d))
	}
	if r.Fragment.Missing() {
		v.Fragment = &fragmentJSON{Before: r.Fragment.Before, After: r.Fragment.After}
	}
	for _, s := range r.Sections {
		section := sectionJSON{Path: s.Path, Heading: s.Heading, Paragraphs: []paragraphJSON{}}
		for _, p := range s.Paragraphs {
			section.Paragraphs = append(section.Paragraphs, showParagraph(p))
		}
		v.Sections = append(v.Sections, section)
	}
	return v
}

func showDoubt(r *report.Report, d intake.Doubt) doubtJSON {
	p, _ := r.Paragraph(d.Paragraph)
	at := d.Span.Runes(p.Text)
	return doubtJSON{d.Paragraph, at[0], at[1], d.Text, d.Suggestion, d.Why, d.Heading}
}

func showParagraph(p report.Paragraph) paragraphJSON {
	v := paragraphJSON{ID: p.ID, Text: p.Text, Lead: p.Lead, Repairs: []repairJSON{}, Sentences: [][2]int{}}
	for _, r := range p.Repairs {
		at := report.Span{Start: 0, End: r.At}.Runes(p.Text)[1]
		v.Repairs = append(v.Repairs, repairJSON{Kind: r.Kind, At: at, Was: r.Was})
	}
	for _, s := range p.Sentences() {
		v.Sentences = append(v.Sentences, s.Runes(p.Text))
	}
	return v
}

// read writes r for a person at a terminal.
func (c *control) read(w io.Writer, r *report.Report) {
	for _, f := range r.Front {
		line(w, f)
	}
	if r.Fragment.Missing() {
		line(w, desk.Missing(c.words, r))
	}
	for _, s := range r.Sections {
		if s.Heading != "" {
			line(w)
			line(w, s.Heading)
		}
		for _, p := range s.Paragraphs {
			line(w)
			line(w, "["+string(p.ID)+"]")
			line(w, p.Text)
		}
	}
	if after := desk.MissingAfter(c.words, r); after != "" {
		line(w)
		line(w, after)
	}
}
