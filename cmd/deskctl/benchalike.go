package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/annotate/similar/planted"
)

// The shape of `bench alike --json`.
type (
	alikeBenchJSON struct {
		Texts  int           `json:"texts"` // of one round
		Rounds int           `json:"rounds"`
		Script alikeShares   `json:"script"` // pairs that a script made
		Own    alikeShares   `json:"own"`    // pairs with what somebody wrote in words of their own
		All    alikeShares   `json:"all"`
		Kinds  []alikeKind   `json:"kinds"` // each with its original
		Speed  alikeSpeed    `json:"speed"`
		Wrong  []alikeFailed `json:"wrong"`
	}
	alikeShares struct {
		Same      int     `json:"same"`  // pairs that are the same proposal
		Found     int     `json:"found"` // of them
		False     int     `json:"false"` // pairs shown that are not
		Precision float64 `json:"precision"`
		Recall    float64 `json:"recall"`
	}
	alikeKind struct {
		Kind  planted.Kind `json:"kind"`
		Same  bool         `json:"same"`  // whether it is the same proposal as its original
		Shown int          `json:"shown"` // as the same
		Of    int          `json:"of"`
	}
	alikeSpeed struct {
		Entries    int     `json:"entries"`
		CompareMS  float64 `json:"compare_ms"`  // CPU time, all with each other
		ClustersMS float64 `json:"clusters_ms"` // CPU time, after a decision
		Clusters   int     `json:"clusters"`
	}
	alikeFailed struct {
		Shown bool   `json:"shown"` // false: missed
		One   string `json:"one"`
		Other string `json:"other"`
	}
)

func (s *alikeShares) count(same, shown bool) {
	switch {
	case same && shown:
		s.Found++
	case shown:
		s.False++
	}
	if same {
		s.Same++
	}
	s.Precision, s.Recall = 1, 1
	if n := s.Found + s.False; n > 0 {
		s.Precision = float64(s.Found) / float64(n)
	}
	if s.Same > 0 {
		s.Recall = float64(s.Found) / float64(s.Same)
	}
}

// errBelow is why a measurement ends badly.
var errBelow = errors.New("bench alike: precision or recall is below what was asked")

// benchAlikeCommand measures how many of planted double proposals are found, how
// many others are shown, and how long it takes among thousands.
func (c *control) benchAlikeCommand() *cobra.Command {
	rounds, seed, entries, list, precision, recall := 5, uint64(1), 3000, false, 0.0, 0.0
	cmd := &cobra.Command{
		Use:   "alike",
		Short: c.words.Text("ctl.bench.alike.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if rounds < 1 || rounds > 100 {
				return fmt.Errorf("--rounds %d: want 1 to 100", rounds)
			}
			if entries < 0 || entries > 100000 {
				return fmt.Errorf("--entries %d: want 0 to 100000", entries)
			}
			result := benchAlike(seed, rounds)
			if entries > 0 {
				result.Speed = benchAlikeSpeed(entries, seed)
			}
			err := c.print(result, func(w io.Writer) { c.printAlikeBench(w, result, list) })
			if err == nil && (result.All.Precision < precision || result.Script.Recall < recall) {
				return errBelow
			}
			return err
		},
	}
	cmd.Flags().IntVar(&rounds, "rounds", rounds, c.words.Text("ctl.bench.alike.rounds"))
	cmd.Flags().Uint64Var(&seed, "seed", seed, c.words.Text("ctl.bench.anchor.seed"))
	cmd.Flags().IntVar(&entries, "entries", entries, c.words.Text("ctl.bench.alike.entries"))
	cmd.Flags().BoolVar(&list, "list", list, c.words.Text("ctl.bench.alike.list"))
	cmd.Flags().Float64Var(&precision, "precision", precision, c.words.Text("ctl.bench.alike.precision"))
	cmd.Flags().Float64Var(&recall, "recall", recall, c.words.Text("ctl.bench.alike.recall"))
	return cmd
}

// planting is a register of planted texts; the number of each is its place.
func planting(texts []planted.Text) registry.Book {
	var b registry.Book
	for i, x := range texts {
		p := annotate.New(annotate.ProposalID(fmt.Sprintf("%08d-0000-4000-8000-000000000000", i)), annotate.Suggestion)
		p.Title = x.Title
		p.Body = annotate.Body{Situation: x.Situation, Analysis: x.Analysis, Proposal: x.Proposal}
		b.Entries = append(b.Entries, registry.Entry{Proposal: p, State: registry.Registered})
	}
	return b
}

func benchAlike(seed uint64, rounds int) alikeBenchJSON {
	r := alikeBenchJSON{Rounds: rounds, Wrong: []alikeFailed{}}
	at := map[planted.Kind]int{}
	for _, k := range planted.Kinds {
		at[k] = len(r.Kinds)
		r.Kinds = append(r.Kinds, alikeKind{Kind: k})
	}
	for n := range rounds {
		texts := planted.Held(seed + uint64(n))
		r.Texts = len(texts)
		b := planting(texts)
		cluster := map[annotate.ProposalID]int{}
		for i, c := range b.Alike() {
			for _, id := range c.Entries {
				cluster[id] = i + 1
			}
		}
		for i, x := range texts {
			for j, y := range texts[:i] {
				one, other := cluster[b.Entries[i].Proposal.ID], cluster[b.Entries[j].Proposal.ID]
				same, shown := planted.Same(x, y), one == other && one > 0
				part := &r.Script
				if x.Kind == planted.OwnWords || y.Kind == planted.OwnWords {
					part = &r.Own
				}
				part.count(same, shown)
				r.All.count(same, shown)
				if same != shown {
					r.Wrong = append(r.Wrong, alikeFailed{shown, string(y.Kind) + " " + y.Title, string(x.Kind) + " " + x.Title})
				}
				if y.Kind != planted.Original || x.Matter != y.Matter {
					continue
				}
				k := &r.Kinds[at[x.Kind]]
				k.Same = same
				k.Of++
				if shown {
					k.Shown++
				}
			}
		}
	}
	r.Kinds = r.Kinds[1:] // of the original with itself there is nothing to say
	return r
}

func benchAlikeSpeed(entries int, seed uint64) alikeSpeed {
	b := planting(planted.Many(entries, seed))
	began := cpuTime()
	compared := registry.Compare(b.Entries)
	read := cpuTime()
	clusters := b.Clusters(compared)
	done := cpuTime()
	return alikeSpeed{Entries: entries, CompareMS: milliseconds(read - began), ClustersMS: milliseconds(done - read), Clusters: len(clusters)}
}

func (c *control) printAlikeBench(w io.Writer, r alikeBenchJSON, list bool) {
	percent := func(x float64) string { return fmt.Sprintf("%.1f", 100*x) }
	line(w, c.words.Text("ctl.bench.alike.head", "n", r.Texts, "rounds", r.Rounds))
	for _, row := range []struct {
		key string
		s   alikeShares
	}{{"script", r.Script}, {"own", r.Own}, {"all", r.All}} {
		line(w, c.words.Text("ctl.bench.alike."+row.key, "precision", percent(row.s.Precision), "recall", percent(row.s.Recall), "same", row.s.Same, "found", row.s.Found, "false", row.s.False))
	}
	for _, k := range r.Kinds {
		what := "differs"
		if k.Same {
			what = "same"
		}
		line(w, "  "+c.words.Text("ctl.bench.alike."+what, "kind", c.words.Text("ctl.bench.alike.kind."+string(k.Kind)), "shown", k.Shown, "of", k.Of))
	}
	if r.Speed.Entries > 0 {
		line(w, c.words.Text("ctl.bench.alike.speed", "n", r.Speed.Entries, "compare", fmt.Sprintf("%.2f", r.Speed.CompareMS/1000), "clusters", fmt.Sprintf("%.0f", r.Speed.ClustersMS), "found", r.Speed.Clusters))
	}
	if list {
		for _, x := range r.Wrong {
			mark := "–"
			if x.Shown {
				mark = "+"
			}
			line(w, "    "+mark+" "+x.One+" / "+x.Other)
		}
	}
}
