package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"time"

	"deputydesk/annotate"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"

	"github.com/spf13/cobra"
)

// archiveCommand keeps a session's register in one file, and compares with one.
func (c *control) archiveCommand() *cobra.Command {
	var out string
	var head staff.Head
	cmd := &cobra.Command{
		Use:   "archive -o FILE",
		Short: c.words.Text("ctl.archive.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			o := staff.New(d)
			if head != (staff.Head{}) {
				o.SetHead(head)
			}
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			defer stop()
			a, err := o.Archive(ctx, c.words, out)
			if err != nil {
				return err
			}
			return c.sayArchive(a)
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "session.dba", c.words.Text("ctl.output"))
	cmd.Flags().StringVar(&head.Session, "session", "", c.words.Text("ctl.papers.session"))
	cmd.Flags().StringVar(&head.Maker, "maker", "", c.words.Text("ctl.papers.maker"))
	cmd.AddCommand(
		&cobra.Command{Use: "show FILE", Short: c.words.Text("ctl.archive.show"), Args: cobra.ExactArgs(1), RunE: func(_ *cobra.Command, args []string) error {
			a, err := desk.ReadArchive(args[0])
			if err != nil {
				return err
			}
			return c.sayArchive(a)
		}},
		&cobra.Command{Use: "use FILE", Short: c.words.Text("ctl.archive.use"), Args: cobra.ExactArgs(1), RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			a, err := d.UsePast(args[0])
			if err != nil {
				return err
			}
			return c.sayArchive(a)
		}},
		c.beforeCommand())
	return cmd
}

func (c *control) sayArchive(a desk.Archived) error {
	return c.print(a, func(w io.Writer) {
		line(w, c.words.Text("ctl.archive.row", "file", a.File, "session", a.Session, "n", a.Entries, "files", a.Files, "made", a.Made.In(annotate.Beijing).Format(time.DateOnly)))
		if a.Signed != "" {
			line(w, c.words.Text("ctl.archive.signed", "key", a.Signed))
		}
		for _, name := range a.Missing {
			line(w, c.words.Text("ctl.archive.missing", "file", name))
		}
	})
}

// beforeCommand lists what was proposed in an archived session already.
func (c *control) beforeCommand() *cobra.Command {
	var choice staff.Choice
	cmd := &cobra.Command{
		Use:   "before",
		Short: c.words.Text("ctl.archive.before"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			all, err := desk.Recurrences(context.Background(), d.Past(), choice.Narrow(staff.BeforeJob, staff.New(d).Book().Entries), nil)
			if err != nil {
				return err
			}
			type rowJSON struct {
				ID     annotate.ProposalID `json:"id"`
				Number string              `json:"number"`
				Title  string              `json:"title"`
				Before []desk.Similar      `json:"before"`
			}
			rows := []rowJSON{}
			for _, r := range all {
				rows = append(rows, rowJSON{r.Entry.Proposal.ID, r.Entry.NumberText(), r.Entry.Proposal.Title, r.Before})
			}
			return c.print(rows, func(w io.Writer) {
				for _, r := range rows {
					for _, s := range r.Before {
						line(w, r.Number+"  "+r.Title+"  "+desk.SaySource(c.words, s)+"  "+s.Title+"  "+c.words.Text("suggest.percent", "n", s.Percent()))
					}
				}
				line(w, c.words.Text("ctl.archive.found", "n", len(rows)))
			})
		},
	}
	c.narrowFlags(cmd, &choice)
	return cmd
}

// scrubCommand takes what leads to a person out of the register.
func (c *control) scrubCommand() *cobra.Command {
	yes, who := false, ""
	cmd := &cobra.Command{
		Use:   "scrub --yes",
		Short: c.words.Text("ctl.registry.scrub"),
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			say := func(s desk.Scrubbed, what string) error {
				return c.print(s, func(w io.Writer) {
					line(w, c.words.Text("issue.scrub."+what, "n", s.Entries, "deputies", s.Deputies, "files", s.Files, "earlier", s.Earlier, "texts", s.Texts,
						"named", s.Named, "left", len(s.Left)))
				})
			}
			if !yes {
				s, err := d.Scrubbing()
				if err != nil {
					return err
				}
				if _, current := d.ArchivedLast(); !current {
					err = errors.New(c.words.Text("ctl.registry.scrub.archive"))
				} else {
					err = errors.New(c.words.Text("ctl.registry.scrub.sure"))
				}
				return errors.Join(say(s, "goes"), err)
			}
			s, err := d.ScrubRegister(who)
			if err != nil {
				return err
			}
			return say(s, "done")
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, c.words.Text("ctl.purge.yes"))
	cmd.Flags().StringVar(&who, "as", "", c.words.Text("ctl.as"))
	return cmd
}
