package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// An entryJSON is one line of registry list; the contract of scripts.
type entryJSON struct {
	ID         annotate.ProposalID `json:"id"`
	Revision   int                 `json:"revision"`
	Number     string              `json:"number"` // as printed; "" if none
	Kind       annotate.Form       `json:"kind"`
	Title      string              `json:"title"`
	State      registry.State      `json:"state"`
	Category   string              `json:"category"`
	Host       string              `json:"host"`
	Cohosts    []string            `json:"cohosts"`
	Deputy     string              `json:"deputy"`
	Delegation string              `json:"delegation"`
	Cosigners  []string            `json:"cosigners"`
	Received   string              `json:"received"` // RFC 3339
	Into       annotate.ProposalID `json:"into,omitempty"`
	Signature  registry.Signature  `json:"signature"`
	Review     bool                `json:"review"`
	Changes    int                 `json:"changes"` // lines of the journal
}

func entries(b registry.Book) []entryJSON {
	all := []entryJSON{}
	for _, e := range b.Entries {
		host, _ := e.MainUnit()
		row := entryJSON{ID: e.Proposal.ID, Revision: e.Proposal.Revision, Number: e.NumberText(), Kind: e.Proposal.Form, Title: e.Proposal.Title,
			State: e.State, Category: e.Class(), Host: host, Cohosts: append([]string{}, e.SideUnits()...), Deputy: e.Proposal.Deputy.Name,
			Delegation: e.Proposal.Deputy.Delegation, Cosigners: []string{}, Received: e.Received.Format(time.RFC3339), Into: e.Into,
			Signature: e.Signature, Review: e.Review, Changes: len(e.Journal)}
		for _, s := range e.Proposal.Cosigners {
			row.Cosigners = append(row.Cosigners, s.Name)
		}
		all = append(all, row)
	}
	return all
}

func (c *control) registryCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "registry", Short: c.words.Text("ctl.registry.short")}
	who := ""
	cmd.PersistentFlags().StringVar(&who, "as", "", c.words.Text("ctl.as"))

	// decide is a command that changes the book and then prints it.
	decide := func(use, short string, args cobra.PositionalArgs, do func(b *registry.Book, d registry.Decision, args []string) error) *cobra.Command {
		return &cobra.Command{Use: use, Short: c.words.Text("ctl.registry." + short), Args: args, RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			b, err := d.Register(func(b *registry.Book) error { return do(b, d.Decides(who), args) })
			if err != nil {
				return err
			}
			return c.printBook(b)
		}}
	}

	var host, cohosts, day, due string
	assign := decide("assign ID...", "assign", cobra.MinimumNArgs(1), func(b *registry.Book, by registry.Decision, args []string) error {
		for _, date := range []string{day, due} {
			if err := desk.CheckDay(date); err != nil {
				return err
			}
		}
		for _, name := range args {
			if err := b.Assign(by, name, host, desk.Names(cohosts), day, due); err != nil {
				return err
			}
		}
		return nil
	})
	assign.Flags().StringVar(&host, "host", "", c.words.Text("ctl.registry.host"))
	assign.Flags().StringVar(&cohosts, "cohosts", "", c.words.Text("ctl.registry.cohosts"))
	assign.Flags().StringVar(&day, "date", "", c.words.Text("ctl.registry.date"))
	assign.Flags().StringVar(&due, "due", "", c.words.Text("ctl.registry.due"))

	cmd.AddCommand(c.folderCommands()...)
	cmd.AddCommand(c.scrubCommand())
	opposite := false
	apart := decide("apart ID ID...", "apart", cobra.MinimumNArgs(2), func(b *registry.Book, by registry.Decision, args []string) error {
		return b.TellApart(by, opposite, args...)
	})
	apart.Flags().BoolVar(&opposite, "contrary", false, c.words.Text("ctl.registry.opposite"))

	cmd.AddCommand(c.registryExportCommand(), c.registryReturnCommand(&who), c.registryFocusCommand(decide), c.registryDivideCommand(decide), c.registryMendCommand(decide))
	cmd.AddCommand(c.registryNumberCommand(&who), assign, apart, c.alikeCommand(), c.boardCommand(),
		decide("together ID ID...", "together", cobra.MinimumNArgs(2), func(b *registry.Book, by registry.Decision, args []string) error {
			return b.TellTogether(by, args...)
		}),
		&cobra.Command{Use: "list", Short: c.words.Text("ctl.registry.list"), Args: cobra.NoArgs, RunE: func(*cobra.Command, []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			b, err := d.Book()
			if err != nil {
				return err
			}
			return c.printBook(b)
		}},
		decide("classify CATEGORY ID...", "classify", cobra.MinimumNArgs(2), func(b *registry.Book, by registry.Decision, args []string) error {
			for _, name := range args[1:] {
				if err := b.Classify(by, name, args[0]); err != nil {
					return err
				}
			}
			return nil
		}),
		decide("merge LEAD ID...", "merge", cobra.MinimumNArgs(2), func(b *registry.Book, by registry.Decision, args []string) error {
			return b.Merge(by, args[0], args[1:]...)
		}),
		decide("split ID", "split", cobra.ExactArgs(1), func(b *registry.Book, by registry.Decision, args []string) error {
			return b.Split(by, args[0])
		}),
		decide("state STATE ID...", "state", cobra.MinimumNArgs(2), func(b *registry.Book, by registry.Decision, args []string) error {
			for _, name := range args[1:] {
				if err := b.SetState(by, name, registry.State(args[0])); err != nil {
					return err
				}
			}
			return nil
		}),
		decide("settle ID...", "settle", cobra.MinimumNArgs(1), func(b *registry.Book, by registry.Decision, args []string) error {
			for _, name := range args {
				if err := b.Settle(by, name); err != nil {
					return err
				}
			}
			return nil
		}))
	return cmd
}

func (c *control) printBook(b registry.Book) error {
	return c.print(entries(b), func(w io.Writer) {
		for _, e := range entries(b) {
			line(w, strings.Join([]string{e.Number, string(e.ID)[:8], string(e.Kind), e.Title, string(e.State), e.Category, e.Host, e.Deputy, e.Delegation}, "  "))
		}
		line(w, fmt.Sprint(c.words.Text("ctl.registry.count", "n", len(b.Entries))))
	})
}
