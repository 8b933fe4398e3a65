package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"strings"

	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"

	"github.com/spf13/cobra"
)

// staffFlags are the flags that the papers of the staff share.
type staffFlags struct {
	order  desk.Order
	choice staff.Choice // which proposals
	out    string
	local  bool // 使用本机字体
}

// narrowFlags are the flags that say of which proposals a paper is made.
func (c *control) narrowFlags(cmd *cobra.Command, choice *staff.Choice) {
	flags := cmd.Flags()
	flags.StringVar((*string)(&choice.Side), "side", "", c.words.Text("ctl.papers.side"))
	flags.StringVar(&choice.Delegation, "delegation", "", c.words.Text("ctl.papers.delegation"))
	flags.StringVar(&choice.Unit, "for-unit", "", c.words.Text("ctl.papers.forunit"))
}

func (c *control) staffFlags(cmd *cobra.Command, f *staffFlags, out string) {
	flags, s := cmd.Flags(), &f.order.Staff
	flags.StringVarP(&f.out, "output", "o", out, c.words.Text("ctl.output"))
	flags.StringVar(&s.Session, "session", "", c.words.Text("ctl.papers.session"))
	flags.StringVar(&s.Maker, "maker", "", c.words.Text("ctl.papers.maker"))
	flags.StringVar(&s.Until, "until", "", c.words.Text("ctl.papers.until"))
	flags.StringVar(&s.Category, "category", "", c.words.Text("ctl.papers.category"))
	flags.BoolVar(&s.Public, "public", false, c.words.Text("ctl.papers.public"))
	flags.BoolVar(&s.Duplex, "duplex", false, c.words.Text("ctl.papers.duplex"))
	flags.BoolVar(&s.NoIndex, "no-index", false, c.words.Text("ctl.papers.noindex"))
	flags.BoolVar(&f.local, "local-fonts", false, c.words.Text("ctl.papers.local"))
	flags.BoolVar(&f.order.Archive, "archive", false, c.words.Text("ctl.papers.archive"))
	c.narrowFlags(cmd, &f.choice)
}

// entries are the proposals in paths, or without any those of the register, as
// far as a job is made of them.
func (c *control) entries(job staff.Job, choice staff.Choice, paths []string) (*desk.Desk, []registry.Entry, error) {
	if len(paths) > 0 {
		d, err := c.opening()
		if err != nil {
			return nil, nil, err
		}
		all, err := d.Entries(paths...)
		if err != nil {
			return nil, nil, errors.Join(err, d.Close())
		}
		return d, choice.Narrow(job, all), nil
	}
	d, err := c.owning()
	if err != nil {
		return nil, nil, err
	}
	b, err := d.Book()
	if err != nil {
		return nil, nil, errors.Join(err, d.Close())
	}
	return d, choice.Narrow(job, b.Entries), nil
}

// bind prints one paper of the proposals in paths. Ctrl-C ends it with nothing
// written.
func (c *control) bind(f *staffFlags, paths []string) (err error) {
	job := staff.Job(f.order.Paper)
	if job == "" {
		job = staff.Job(desk.VolumePaper)
	}
	d, entries, err := c.entries(job, f.choice, paths)
	if err != nil {
		return err
	}
	defer closing(d, &err)
	if f.local {
		if _, err := d.UseLocalFonts(true); err != nil {
			return err
		}
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	b, err := d.WritePaper(ctx, entries, f.order, f.out, nil)
	if err != nil {
		return err
	}
	return c.print(b, func(w io.Writer) {
		line(w, c.words.Text("ctl.papers.done", "file", b.File, "pages", b.Pages, "n", b.Proposals))
		if b.Missing != "" {
			line(w, c.words.Text("ctl.sheet.missing", "characters", b.Missing))
		}
	})
}

func (c *control) volumeCommand() *cobra.Command {
	f := &staffFlags{}
	cmd := &cobra.Command{
		Use:   "volume FILE/DIR...",
		Short: c.words.Text("ctl.volume.short"),
		Args:  cobra.ArbitraryArgs,
		RunE:  func(_ *cobra.Command, args []string) error { return c.bind(f, args) },
	}
	c.staffFlags(cmd, f, "volume.pdf")
	return cmd
}

func (c *control) listsCommand() *cobra.Command {
	f := &staffFlags{}
	cmd := &cobra.Command{
		Use:   "lists FILE/DIR...",
		Short: c.words.Text("ctl.lists.short"),
		Args:  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, entries, err := c.entries(staff.ListsJob, f.choice, args)
			if err != nil {
				return err
			}
			defer closing(d, &err)
			b, err := d.WriteLists(c.words, entries, f.order.Staff, f.out)
			if err != nil {
				return err
			}
			return c.print(b, func(w io.Writer) {
				line(w, c.words.Text("ctl.lists.done", "file", b.File, "sheets", b.Pages, "n", b.Proposals))
			})
		},
	}
	flags, s := cmd.Flags(), &f.order.Staff
	flags.StringVarP(&f.out, "output", "o", "lists.xlsx", c.words.Text("ctl.output"))
	flags.StringVar(&s.Session, "session", "", c.words.Text("ctl.papers.session"))
	flags.StringVar(&s.Category, "category", "", c.words.Text("ctl.papers.category"))
	flags.BoolVar(&s.Public, "public", false, c.words.Text("ctl.papers.public"))
	c.narrowFlags(cmd, &f.choice)
	return cmd
}

func (c *control) papersCommand() *cobra.Command {
	f := &staffFlags{}
	var kind, labels string
	names := make([]string, 0, len(desk.StaffPapers))
	for _, p := range desk.StaffPapers {
		names = append(names, string(p))
	}
	cmd := &cobra.Command{
		Use:   "papers --kind KIND FILE/DIR...",
		Short: c.words.Text("ctl.papers.short"),
		Args:  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			f.order.Paper, f.order.Labels = desk.StaffPaper(kind), export.LabelKind(labels)
			return c.bind(f, args)
		},
	}
	c.staffFlags(cmd, f, "papers.pdf")
	cmd.Flags().StringVar(&kind, "kind", string(desk.RegisterPaper), c.words.Text("ctl.papers.kind", "kinds", strings.Join(names, " ")))
	cmd.Flags().StringVar(&labels, "labels", string(export.LargeLabels), c.words.Text("ctl.papers.labels"))
	cmd.Flags().StringArrayVar(&f.order.Units, "unit", nil, c.words.Text("ctl.papers.unit"))
	return cmd
}
