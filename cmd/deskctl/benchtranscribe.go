package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"deputydesk/annotate/transcribe/specimen"
	"deputydesk/seeds/rules"
)

// The shape of `bench transcribe --json`.
type transcribeJSON struct {
	Papers  int              `json:"papers"`
	Before  transcribedJSON  `json:"before"` // those written before the rules
	After   transcribedJSON  `json:"after"`  // those written after them
	All     transcribedJSON  `json:"all"`
	Wrong   []transcribeMiss `json:"wrong"`
	Enough  bool             `json:"enough"` // 90 % right, and nothing wrong in silence
	Percent float64          `json:"percent"`
}

type transcribedJSON struct {
	Files  int `json:"files"`
	Fields int `json:"fields"`
	Right  int `json:"right"`
	Silent int `json:"silent"` // wrong, and nobody is asked to look
}

type transcribeMiss struct {
	Paper string `json:"paper"`
	Kind  string `json:"kind"`
	Field string `json:"field"`
	Want  string `json:"want"`
	Got   string `json:"got"`
	Sure  bool   `json:"sure"`
}

// leastTranscribed is how many of a hundred fields are read right at least.
const leastTranscribed = 90

// benchTranscribeCommand reads the made-up papers, drawn as office files, PDF and
// text, and says how many fields were read as a clerk would copy them.
func (c *control) benchTranscribeCommand() *cobra.Command {
	list := false
	cmd := &cobra.Command{
		Use:   "transcribe",
		Short: c.words.Text("ctl.bench.transcribe.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			papers, err := specimen.All()
			if err != nil {
				return err
			}
			marks, err := specimen.Try(papers, rules.Default())
			if err != nil {
				return err
			}
			var parts [2][]specimen.Mark
			out := transcribeJSON{Papers: len(papers), All: transcribedJSON(specimen.Tell(marks)), Wrong: []transcribeMiss{}}
			for _, m := range marks {
				after := 0
				if m.Blind {
					after = 1
				}
				parts[after] = append(parts[after], m)
				if !m.Right() {
					out.Wrong = append(out.Wrong, transcribeMiss{m.Paper, m.Kind, m.Field, m.Want, m.Got, m.Sure})
				}
			}
			out.Before, out.After = transcribedJSON(specimen.Tell(parts[0])), transcribedJSON(specimen.Tell(parts[1]))
			out.Percent = 100 * float64(out.All.Right) / float64(max(1, out.All.Fields))
			out.Enough = out.Percent >= leastTranscribed && out.All.Silent == 0
			if err := c.print(out, func(w io.Writer) { c.sayTranscribed(w, out, list) }); err != nil || out.Enough {
				return err
			}
			return errAnswer
		},
	}
	cmd.Flags().BoolVar(&list, "list", false, c.words.Text("ctl.bench.transcribe.list"))
	return cmd
}

func (c *control) sayTranscribed(w io.Writer, out transcribeJSON, list bool) {
	for _, part := range []struct {
		key string
		n   transcribedJSON
	}{{"before", out.Before}, {"after", out.After}, {"all", out.All}} {
		line(w, c.words.Text("ctl.bench.transcribe.row", "part", c.words.Text("ctl.bench.transcribe."+part.key), "files", part.n.Files,
			"fields", part.n.Fields, "right", part.n.Right, "share", fmt.Sprintf("%.1f", 100*float64(part.n.Right)/float64(max(1, part.n.Fields))), "silent", part.n.Silent))
	}
	if list {
		for _, m := range out.Wrong {
			line(w, fmt.Sprintf("%s.%s  %s  %q  %q", m.Paper, m.Kind, m.Field, m.Got, m.Want))
		}
	}
}
