package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"deputydesk/seeds/intake"
	"deputydesk/seeds/misprint"
	"deputydesk/seeds/report"
)

// The shape of `bench doubts --json`, one for each report.
type doubtsJSON struct {
	Report     report.ID      `json:"report"`
	Characters int            `json:"characters"`
	Doubts     int            `json:"doubts"`   // in the text as it is
	PerTwo     float64        `json:"per_2000"` // of them, among 2000 characters
	Planted    int            `json:"planted"`  // misprints, over all rounds
	Found      int            `json:"found"`    // of them
	Kinds      []misprint.Row `json:"kinds"`    // the same by kind
	Places     []doubtJSON    `json:"places"`   // the doubts of the text as it is
	Missed     []missedJSON   `json:"missed"`   // misprints that were not found
	shown      []intake.Doubt // places, for people
}

type missedJSON struct {
	Kind   misprint.Kind `json:"kind"`
	Was    string        `json:"was"`
	Is     string        `json:"is"`
	Around string        `json:"around"`
}

// benchDoubtsCommand measures on any report how many planted misprints are
// shown as doubtful, and how many places are doubtful in the text as it is.
func (c *control) benchDoubtsCommand() *cobra.Command {
	rounds, seed, list, least, most := 5, uint64(1), false, 0.0, 0.0
	cmd := &cobra.Command{
		Use:   "doubts [R…]",
		Short: c.words.Text("ctl.bench.doubts.short"),
		RunE: func(_ *cobra.Command, args []string) error {
			if rounds < 1 || rounds > 1000 {
				return fmt.Errorf("--rounds %d: want 1 to 1000", rounds)
			}
			if len(args) == 0 {
				args = []string{string(c.bare().Report().ID)}
			}
			all := []doubtsJSON{}
			for _, name := range args {
				r, err := c.bare().Resolve(name)
				if err != nil {
					return err
				}
				one, err := benchDoubts(r, seed, rounds)
				if err != nil {
					return err
				}
				all = append(all, one)
			}
			sum := sumDoubts(all)
			err := c.print(all, func(w io.Writer) {
				for _, one := range all {
					c.printDoubts(w, one, list)
				}
				if len(all) > 1 {
					c.printDoubts(w, sum, false)
				}
			})
			if err == nil && (least > 0 && float64(sum.Found) < least*float64(sum.Planted) || most > 0 && sum.PerTwo > most) {
				return errAnswer
			}
			return err
		},
	}
	cmd.Flags().IntVar(&rounds, "rounds", rounds, c.words.Text("ctl.bench.doubts.rounds"))
	cmd.Flags().Uint64Var(&seed, "seed", seed, c.words.Text("ctl.bench.anchor.seed"))
	cmd.Flags().BoolVar(&list, "list", list, c.words.Text("ctl.bench.doubts.list"))
	cmd.Flags().Float64Var(&least, "least", least, c.words.Text("ctl.bench.doubts.least"))
	cmd.Flags().Float64Var(&most, "most", most, c.words.Text("ctl.bench.doubts.most"))
	return cmd
}

// misprintsEach is how many misprints of each kind are planted in a round.
const misprintsEach = 10

// benchDoubts plants misprints into r, as often as rounds.
func benchDoubts(r *report.Report, seed uint64, rounds int) (doubtsJSON, error) {
	one := doubtsJSON{Report: r.ID, Places: []doubtJSON{}, Missed: []missedJSON{}}
	for n := range rounds {
		s, err := misprint.Run(r, seed+uint64(n), misprintsEach)
		if err != nil {
			return doubtsJSON{}, fmt.Errorf("%s: %w", r.ID, err)
		}
		if n == 0 {
			one.Characters, one.Doubts, one.shown = s.Characters, len(s.Doubts), s.Doubts
			one.Kinds = make([]misprint.Row, len(s.Rows))
			for _, d := range s.Doubts {
				one.Places = append(one.Places, showDoubt(r, d))
			}
		}
		for i, row := range s.Rows {
			one.Kinds[i].Kind = row.Kind
			one.Kinds[i].Planted += row.Planted
			one.Kinds[i].Found += row.Found
			one.Planted += row.Planted
			one.Found += row.Found
		}
		for _, m := range s.Missed {
			one.Missed = append(one.Missed, missedJSON{m.Kind, m.Was, m.Is, m.Around})
		}
	}
	one.PerTwo = perTwoThousand(one.Doubts, one.Characters)
	return one, nil
}

func perTwoThousand(n, characters int) float64 {
	if characters == 0 {
		return 0
	}
	return 2000 * float64(n) / float64(characters)
}

// sumDoubts is all reports together.
func sumDoubts(all []doubtsJSON) doubtsJSON {
	sum := doubtsJSON{}
	for _, one := range all {
		sum.Characters += one.Characters
		sum.Doubts += one.Doubts
		sum.Planted += one.Planted
		sum.Found += one.Found
		for i, row := range one.Kinds {
			if i == len(sum.Kinds) {
				sum.Kinds = append(sum.Kinds, misprint.Row{Kind: row.Kind})
			}
			sum.Kinds[i].Planted += row.Planted
			sum.Kinds[i].Found += row.Found
		}
	}
	sum.PerTwo = perTwoThousand(sum.Doubts, sum.Characters)
	return sum
}

// printDoubts writes what was measured on one report, or, without a name, on all.
func (c *control) printDoubts(w io.Writer, one doubtsJSON, list bool) {
	name := string(one.Report)
	if name == "" {
		name = c.words.Text("ctl.bench.doubts.all")
	}
	share := 0.0
	if one.Planted > 0 {
		share = 100 * float64(one.Found) / float64(one.Planted)
	}
	line(w, c.words.Text("ctl.bench.doubts.row", "report", name, "chars", one.Characters, "n", one.Doubts,
		"per", fmt.Sprintf("%.2f", one.PerTwo), "planted", one.Planted, "found", one.Found, "share", fmt.Sprintf("%.0f", share)))
	kinds := ""
	for _, k := range one.Kinds {
		kinds += fmt.Sprintf("  %s %d/%d", c.words.Text("ctl.bench.doubts."+string(k.Kind)), k.Found, k.Planted)
	}
	line(w, kinds)
	if !list {
		return
	}
	for _, d := range one.shown {
		line(w, "    ? "+d.Text+" → "+d.Suggestion+"  "+string(d.Why)+"  "+string(d.Paragraph))
	}
	for _, m := range one.Missed {
		line(w, "    – "+string(m.Kind)+"  "+m.Was+" → "+m.Is+"  "+m.Around)
	}
}
