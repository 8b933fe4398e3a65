package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"

	"github.com/spf13/cobra"
)

// resolveCommand decides about the conflicts in files.
func (c *control) resolveCommand(who *string) *cobra.Command {
	var choice string
	cmd := &cobra.Command{
		Use:   "resolve FILE...",
		Short: c.words.Text("ctl.intake.resolve.short"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if choice == "" {
				return registry.ErrNoChoice
			}
			return c.takeIn(args, intakeWish{who: *who, choice: registry.Choice(choice)})
		},
	}
	cmd.Flags().StringVar(&choice, "take", "", c.words.Text("ctl.intake.resolve.take"))
	return cmd
}

// A batchJSON is one line of intake batches.
type batchJSON struct {
	Batch   string   `json:"batch"`
	At      string   `json:"at"` // RFC 3339
	Who     string   `json:"who"`
	Added   int      `json:"added"`
	Revised int      `json:"revised"`
	Files   []string `json:"files"`
}

// batchesCommand lists the intakes so far.
func (c *control) batchesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "batches",
		Short: c.words.Text("ctl.intake.batches.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			all := []batchJSON{}
			for _, b := range staff.New(d).Batches() {
				all = append(all, batchJSON{b.ID, b.At.Format(time.RFC3339), b.Who, b.Added, b.Revised, append([]string{}, b.Files...)})
			}
			return c.print(all, func(w io.Writer) {
				for _, b := range all {
					line(w, c.words.Text("ctl.intake.batches.line", "batch", b.Batch, "at", b.At, "who", b.Who, "added", b.Added, "revised", b.Revised, "files", len(b.Files)))
				}
			})
		},
	}
}

// receiptCommand makes the receipts of an intake, one a page.
func (c *control) receiptCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "receipt BATCH -o OUT.pdf",
		Short: c.words.Text("ctl.intake.receipt.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			entries, err := staff.New(d).OfBatch(args[0])
			if err != nil {
				return err
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			defer stop()
			made, err := d.WritePaper(ctx, entries, staff.ReceiptOrder(""), out, nil)
			if err != nil {
				return err
			}
			return c.print(made, func(w io.Writer) {
				line(w, c.words.Text("ctl.intake.receipt.made", "file", made.File, "n", made.Proposals))
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", c.words.Text("ctl.intake.receipt.output"))
	if err := cmd.MarkFlagRequired("output"); err != nil {
		panic("intake receipt: " + err.Error()) // the flag was just defined
	}
	return cmd
}

// addCommand enters what stands on a paper that holds no data.
func (c *control) addCommand(who *string) *cobra.Command {
	var t desk.Typing
	var kind string
	cmd := &cobra.Command{
		Use:   "add",
		Short: c.words.Text("ctl.intake.add.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			t.Form, t.File = annotate.Form(strings.TrimSpace(kind)), c.words.Text("intakes.typed.paper")
			o := staff.New(d)
			if t.Deputy.Number == "" && t.Deputy.Delegation == "" {
				if all := o.OfferPeople(t.Deputy.Name); len(all) == 1 && all[0].Name == t.Deputy.Name {
					t.Deputy = all[0]
				}
			}
			if *who != "" {
				o.SetWho(*who)
			}
			e, row, err := o.TypeIn(t)
			if row.Verdict == "" {
				return err
			}
			in := desk.Intake{Rows: []registry.Row{row}, Book: o.Book()}
			if err == nil {
				in.Batch = o.Batches()[0].ID
				in.Rows[0].Proposal.ID = e.Proposal.ID
			}
			if said := c.print(c.intake(in), func(w io.Writer) { c.sayIntake(w, in, false) }); said != nil {
				return said
			}
			if err != nil {
				return errAnswer
			}
			return nil
		},
	}
	f := cmd.Flags()
	for _, flag := range []struct {
		to        *string
		name, key string
	}{
		{&t.Deputy.Name, "name", "name"}, {&t.Deputy.Number, "card", "card"}, {&t.Deputy.Delegation, "delegation", "delegation"},
		{&t.Title, "title", "title"}, {&kind, "kind", "kind"}, {&t.Category, "category", "category"},
		{&t.Cosigners, "cosigners", "cosigners"}, {&t.Code, "code", "code"}, {&t.Scan, "scan", "scan"},
	} {
		f.StringVar(flag.to, flag.name, "", c.words.Text("ctl.intake.add."+flag.key))
	}
	return cmd
}
