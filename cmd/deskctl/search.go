package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"deputydesk/search"
	"deputydesk/ui/desk"

	"deputydesk/seeds/report"

	"github.com/spf13/cobra"
)

// The shapes of `search --json`. Spans count runes of text.
type (
	answerJSON struct {
		Query  string       `json:"query"`
		Stage  search.Stage `json:"stage"`
		Note   string       `json:"note"`
		Total  int          `json:"total"`
		TookMS float64      `json:"took_ms"`
		Hits   []hitJSON    `json:"hits"`
	}
	hitJSON struct {
		Kind    search.Kind `json:"kind"`
		ID      string      `json:"id"`
		Report  string      `json:"report"`
		Section string      `json:"section"`
		Text    string      `json:"text"`
		Spans   [][2]int    `json:"spans"`
		Score   float64     `json:"score"`
	}
)

// kinds are what --in accepts.
var kinds = []search.Kind{search.Reports, search.Targets, search.Notes, search.Proposals}

func (c *control) searchCommand() *cobra.Command {
	var in []string
	var limit int
	cmd := &cobra.Command{
		Use:   "search QUERY",
		Short: c.words.Text("ctl.search.short"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			q := search.Query{Text: strings.Join(args, " "), Limit: limit}
			for _, name := range in {
				k := search.Kind(name)
				if !slices.Contains(kinds, k) {
					return fmt.Errorf("--in %s: want report, target, note or proposal", name)
				}
				q.Kinds = append(q.Kinds, k)
			}
			return c.search(q)
		},
	}
	cmd.Flags().StringSliceVar(&in, "in", nil, c.words.Text("ctl.search.in"))
	cmd.Flags().IntVar(&limit, "limit", 20, c.words.Text("ctl.search.limit"))
	return cmd
}

func (c *control) search(q search.Query) (err error) {
	d, err := c.searching(q.Kinds)
	if err != nil {
		return err
	}
	defer func() {
		if closed := d.Close(); err == nil {
			err = closed
		}
	}()
	answer, err := d.Ask(q)
	if err != nil {
		return err
	}
	note := desk.Stage(c.words, answer)
	v := answerJSON{
		Query: answer.Query, Stage: answer.Stage, Note: note, Total: answer.Total,
		TookMS: float64(answer.Took.Microseconds()) / 1000, Hits: []hitJSON{},
	}
	for _, h := range answer.Hits {
		v.Hits = append(v.Hits, showHit(h))
	}
	err = c.print(v, func(w io.Writer) {
		for _, h := range answer.Hits {
			line(w, fmt.Sprintf("%-8s %s  %s", h.Kind, h.ID, h.Section))
			line(w, "    "+bracket(h))
		}
		line(w, note)
	})
	if err == nil && len(answer.Hits) == 0 {
		return errAnswer
	}
	return err
}

// searching is the desk to search on. What only the user wrote is opened only
// if it is asked for.
func (c *control) searching(in []search.Kind) (*desk.Desk, error) {
	private := len(in) == 0 || slices.Contains(in, search.Notes) || slices.Contains(in, search.Proposals)
	if private {
		d, ok, err := c.keeping()
		if err != nil || ok {
			return d, err
		}
	}
	return c.bare(), nil
}

func showHit(h search.Hit) hitJSON {
	v := hitJSON{
		Kind: h.Kind, ID: h.ID, Report: h.Report, Section: h.Section, Text: h.Text,
		Spans: [][2]int{}, Score: h.Score,
	}
	for _, s := range h.Spans {
		v.Spans = append(v.Spans, report.Span(s).Runes(h.Text))
	}
	return v
}

// bracket is the part of a hit's text around its first match, matches in 【】.
func bracket(h search.Hit) string {
	var b strings.Builder
	at := 0
	for _, s := range h.Spans {
		b.WriteString(h.Text[at:s.Start] + "【" + h.Text[s.Start:s.End] + "】")
		at = s.End
	}
	b.WriteString(h.Text[at:])
	text := []rune(b.String())
	first := slices.Index(text, '【')
	start := max(0, first-20)
	end := min(len(text), start+80)
	return string(text[start:end])
}
