package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/staff"
)

// The shape of `registry alike --json`: the contract of scripts.
type (
	clusterJSON struct {
		Kind    registry.Kind       `json:"kind"`
		Lead    annotate.ProposalID `json:"lead"` // whose text says most
		Entries []memberJSON        `json:"entries"`
		Links   []linkJSON          `json:"links"` // the surest first
		Differ  []differJSON        `json:"differ"`
	}
	memberJSON struct {
		ID         annotate.ProposalID `json:"id"`
		Number     string              `json:"number"`
		Title      string              `json:"title"`
		Deputy     string              `json:"deputy"`
		Delegation string              `json:"delegation"`
	}
	linkJSON struct {
		A        annotate.ProposalID `json:"a"`
		B        annotate.ProposalID `json:"b"`
		Kind     registry.Kind       `json:"kind"`
		Score    float64             `json:"score"` // from 0 to 1
		Reason   string              `json:"reason"`
		Quote    string              `json:"quote,omitempty"` // of the report
		Asks     []annotate.Ask      `json:"asks,omitempty"`  // of a and b
		Wordings []string            `json:"wordings,omitempty"`
	}
	differJSON struct {
		ID       annotate.ProposalID `json:"id"`        // compared with the lead
		OnlyLead []string            `json:"only_lead"` // the first passages that only the lead has
		OnlyHere []string            `json:"only_here"`
	}
)

func (c *control) clusters(o *staff.Office, kind string) []clusterJSON {
	b := o.Book()
	at := map[annotate.ProposalID]*registry.Entry{}
	for i := range b.Entries {
		at[b.Entries[i].Proposal.ID] = &b.Entries[i]
	}
	all := []clusterJSON{}
	for _, cluster := range o.Alike() {
		if kind != "" && string(cluster.Kind) != kind {
			continue
		}
		one := clusterJSON{Kind: cluster.Kind, Lead: cluster.Lead, Differ: []differJSON{}}
		for _, id := range cluster.Entries {
			e := at[id]
			p := e.Proposal
			one.Entries = append(one.Entries, memberJSON{id, e.NumberText(), p.Title, p.Deputy.Name, p.Deputy.Delegation})
			if id != cluster.Lead && (cluster.Kind == registry.Near || cluster.Kind == registry.OwnWords) {
				lead, here, legend := staff.Beside(at[cluster.Lead].Proposal, p)
				if legend == staff.OfOne {
					one.Differ = append(one.Differ, differJSON{id, append([]string{}, staff.OnlyHere(lead)...), append([]string{}, staff.OnlyHere(here)...)})
				}
			}
		}
		for _, l := range cluster.Links {
			link := linkJSON{A: l.A, B: l.B, Kind: l.Kind, Score: l.Score, Reason: staff.SayLink(c.words, l), Quote: l.Quote}
			if l.AskA != "" || l.AskB != "" {
				link.Asks = []annotate.Ask{l.AskA, l.AskB}
			}
			if l.ToA != "" || l.ToB != "" {
				link.Wordings = []string{l.ToA, l.ToB}
			}
			one.Links = append(one.Links, link)
		}
		all = append(all, one)
	}
	return all
}

// mostReasons is how many reasons of one cluster are printed.
const mostReasons = 3

func (c *control) printClusters(w io.Writer, o *staff.Office, all []clusterJSON) {
	for i, one := range all {
		line(w, fmt.Sprintf("%d  %s  %s", i+1, c.words.Text("merging.kind."+string(one.Kind)), c.words.Text("ctl.registry.count", "n", len(one.Entries))))
		for _, e := range one.Entries {
			mark := " "
			if e.ID == one.Lead {
				mark = "*"
			}
			line(w, "  "+mark, strings.Join([]string{e.Number, string(e.ID)[:8], e.Title, e.Deputy, e.Delegation}, "  "))
		}
		told := []string{}
		for _, l := range one.Links {
			if !slices.Contains(told, l.Reason) {
				told = append(told, l.Reason)
			}
		}
		for _, reason := range told[:min(len(told), mostReasons)] {
			line(w, "    "+reason)
		}
		for _, d := range one.Differ {
			for _, side := range []struct {
				id   annotate.ProposalID
				only []string
			}{{one.Lead, d.OnlyLead}, {d.ID, d.OnlyHere}} {
				if len(side.only) > 0 {
					line(w, "    "+c.words.Text("ctl.alike.only", "id", string(side.id)[:8], "text", strings.Join(side.only, " / ")))
				}
			}
		}
	}
	line(w, c.words.Text("ctl.alike.count", "n", len(all), "merged", len(o.Unions())))
}

// alikeCommand lists what says the same and what wants opposite things.
func (c *control) alikeCommand() *cobra.Command {
	kind := ""
	cmd := &cobra.Command{Use: "alike", Short: c.words.Text("ctl.alike.short"), Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) (err error) {
		if kind != "" && !slices.Contains(registry.Kinds, registry.Kind(kind)) {
			return fmt.Errorf("--kind %s: want one of %v", kind, registry.Kinds)
		}
		d, err := c.owning()
		if err != nil {
			return err
		}
		defer closing(d, &err)
		o := staff.New(d)
		all := c.clusters(o, kind)
		return c.print(all, func(w io.Writer) { c.printClusters(w, o, all) })
	}}
	cmd.Flags().StringVar(&kind, "kind", "", c.words.Text("ctl.alike.kind"))
	return cmd
}
