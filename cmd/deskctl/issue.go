package main

import (
	"context"
	"io"
	"os"
	"os/signal"

	"deputydesk/ui/staff"

	"github.com/spf13/cobra"
)

// folderCommands are the jobs of the page 印发 that make a folder.
func (c *control) folderCommands() []*cobra.Command {
	folder := func(use, short string, job staff.Job, more func(*cobra.Command, *staff.Choice)) *cobra.Command {
		var choice staff.Choice
		var head staff.Head
		cmd := &cobra.Command{
			Use:   use + " DIR",
			Short: c.words.Text("ctl.registry." + short),
			Args:  cobra.ExactArgs(1),
			RunE: func(_ *cobra.Command, args []string) (err error) {
				d, err := c.owning()
				if err != nil {
					return err
				}
				defer closing(d, &err)
				o := staff.New(d)
				b := staff.Bill{Job: job, Choice: choice, Order: o.OrderOf(job, choice, head), Entries: choice.Narrow(job, o.Book().Entries)}
				ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
				defer stop()
				made, err := o.Make(ctx, c.words, b, args[0], nil)
				if err != nil {
					return err
				}
				return c.print(made, func(w io.Writer) {
					line(w, c.words.Text("issue.made.folder", "file", made.Path, "files", made.Files, "n", made.Proposals))
				})
			},
		}
		flags := cmd.Flags()
		c.narrowFlags(cmd, &choice)
		flags.StringVar(&choice.Category, "category", "", c.words.Text("ctl.papers.category"))
		flags.StringVar(&head.Session, "session", "", c.words.Text("ctl.papers.session"))
		flags.StringVar(&head.Maker, "maker", "", c.words.Text("ctl.papers.maker"))
		flags.StringVar(&head.Until, "until", "", c.words.Text("ctl.papers.until"))
		if more != nil {
			more(cmd, &choice)
		}
		return cmd
	}
	return []*cobra.Command{
		folder("issue", "issue", staff.UnitsJob, func(cmd *cobra.Command, choice *staff.Choice) {
			cmd.Flags().BoolVar(&choice.Word, "word", false, c.words.Text("ctl.registry.word"))
			cmd.Flags().BoolVar(&choice.Texts, "texts", false, c.words.Text("ctl.registry.texts"))
		}),
		folder("copies", "copies", staff.EachJob, func(cmd *cobra.Command, choice *staff.Choice) {
			cmd.Flags().BoolVar(&choice.Word, "word", false, c.words.Text("ctl.registry.word"))
			cmd.Flags().BoolVar(&choice.Packet, "packet", false, c.words.Text("ctl.registry.packet"))
			cmd.Flags().BoolVar(&choice.Archive, "archive", false, c.words.Text("ctl.papers.archive"))
		}),
		folder("publish", "publish", staff.PublicJob, nil),
	}
}
