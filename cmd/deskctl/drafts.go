package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"

	"deputydesk/annotate"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// draftsCommands are those that work on the drafts that are kept, which are
// called by their id, its beginning, or the code on the paper.
func (c *control) draftsCommands() []*cobra.Command {
	var out string
	show := c.onDraft("show ID", 1, 1, func(d *desk.Desk, _ []string) error {
		if err := writeNew(out, annotate.WriteFile(*d.Draft())); err != nil {
			return err
		}
		return c.print(map[string]string{"file": out}, func(w io.Writer) { line(w, out) })
	})
	show.Flags().StringVarP(&out, "output", "o", "draft.toml", c.words.Text("ctl.output"))
	var withdraw bool
	sign := c.onDraft("sign ID NAME|NUMBER", 2, 2, func(d *desk.Desk, args []string) error {
		at := slices.IndexFunc(d.Cosigners(), func(s desk.Cosigner) bool { return s.Name == args[0] || s.Number == args[0] })
		if at < 0 {
			return fmt.Errorf("%s: not on the list of those who sign", args[0])
		}
		if d.Sign(at); withdraw {
			d.Withdraw(at)
		}
		return c.sayState(d)
	})
	sign.Flags().BoolVar(&withdraw, "withdraw", false, c.words.Text("ctl.draft.withdraw"))
	return []*cobra.Command{
		c.draftList(), c.draftAdd(), show, sign, c.draftCompare(),
		c.onDraft("state ID STATE", 2, 2, func(d *desk.Desk, args []string) error { return c.setState(d, annotate.State(args[0])) }),
		c.onDraft("finalise ID", 1, 1, func(d *desk.Desk, _ []string) error { return c.setState(d, annotate.Final) }),
		c.onDraft("attach ID FILE", 2, 2, func(d *desk.Desk, args []string) error {
			d.Attach(args[0])
			return c.sayState(d)
		}),
		c.onDraft("copy ID", 1, 1, func(d *desk.Desk, _ []string) error {
			d.Press(d.CopyDraft(d.Draft().ID))
			return c.sayState(d)
		}),
		c.onDraft("check ID", 1, 1, func(d *desk.Desk, _ []string) error {
			return c.printFindings(d, []string{string(d.Draft().ID)}, []annotate.Proposal{*d.Draft()})
		}),
	}
}

// onDraft is a command on one draft that is kept: do gets the desk with that
// draft open, and what stands behind its name.
func (c *control) onDraft(use string, least, most int, do func(d *desk.Desk, args []string) error) *cobra.Command {
	cmd := &cobra.Command{
		Use:  use,
		Args: cobra.RangeArgs(least, most),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			p, ok := d.DraftCalled(args[0])
			if !ok {
				return fmt.Errorf("draft %s: no such draft, or more than one", args[0])
			}
			d.OpenDraft(p.ID)
			return do(d, args[1:])
		},
	}
	cmd.Short = c.words.Text("ctl.draft." + cmd.Name() + ".short")
	return cmd
}

// A draftRow is a draft as it is listed.
type draftRow struct {
	ID       string `json:"id"`
	Revision int    `json:"revision"`
	Form     string `json:"kind"`
	Title    string `json:"title"`
	State    string `json:"state"`
	Digest   string `json:"digest,omitempty"` // of a finalised draft, as on its sheet
	Signers  int    `json:"signers"`          // listed, the author included
	Signed   int    `json:"signed"`
}

func rowOf(d *desk.Desk) draftRow {
	p, n := d.Draft(), d.Count()
	return draftRow{string(p.ID), p.Revision, string(p.Form), p.Title, string(d.State()), p.Frozen, n.Listed, n.Signed}
}

// sayState says how far the open draft has come, or what went wrong.
func (c *control) sayState(d *desk.Desk) error {
	if err := d.Notice(); err != nil && !desk.GoodNews(err) {
		return err
	}
	r := rowOf(d)
	return c.print(r, func(w io.Writer) {
		line(w, c.words.Text("ctl.draft.row", "id", r.ID[:8], "revision", r.Revision, "kind", r.Form, "state", r.State, "title", r.Title, "signed", r.Signed, "signers", r.Signers))
		if r.Digest != "" {
			line(w, c.words.Text("ctl.draft.digest", "digest", r.Digest))
		}
		if names := d.SignersToTell(); names != "" {
			line(w, c.words.Text("drafts.cosign.tell", "names", names))
		}
	})
}

// setState brings the open draft to a state, and says what is grave: it advises.
func (c *control) setState(d *desk.Desk, to annotate.State) error {
	grave := d.Grave()
	a := d.SetState(to)
	if a.Off != nil {
		return a.Off
	}
	a.Do()
	if !c.json && to == annotate.Final {
		for _, f := range grave {
			line(c.out, c.words.Text("check.severity."+string(f.Severity))+": "+desk.Say(c.words, f))
		}
	}
	return c.sayState(d)
}

func (c *control) draftList() *cobra.Command {
	return &cobra.Command{
		Use:   "list",
		Short: c.words.Text("ctl.draft.list.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			rows := []draftRow{}
			for _, p := range d.Drafts() {
				d.OpenDraft(p.ID)
				rows = append(rows, rowOf(d))
			}
			return c.print(rows, func(w io.Writer) {
				for _, r := range rows {
					line(w, c.words.Text("ctl.draft.row", "id", r.ID[:8], "revision", r.Revision, "kind", r.Form, "state", r.State, "title", r.Title, "signed", r.Signed, "signers", r.Signers))
				}
			})
		},
	}
}

func (c *control) draftAdd() *cobra.Command {
	return &cobra.Command{
		Use:   "add FILE",
		Short: c.words.Text("ctl.draft.add.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			if _, err := d.AddDraft(args[0]); err != nil {
				return err
			}
			return c.sayState(d)
		},
	}
}

func (c *control) draftCompare() *cobra.Command {
	return c.onDraft("compare ID [FROM [TO]]", 1, 3, func(d *desk.Desk, args []string) error {
		all := d.Revisions()
		if len(all) == 0 {
			return fmt.Errorf("draft %s: there is one version only", d.Draft().ID)
		}
		versions := []int{all[len(all)-1].N, desk.Current}
		for i, arg := range args {
			n, err := strconv.Atoi(arg)
			if err != nil {
				return fmt.Errorf("%s: not the number of a version", arg)
			}
			versions[i] = n
		}
		type row struct {
			Field string `json:"field"`
			Was   string `json:"was"`
			Now   string `json:"now"`
		}
		rows := []row{}
		differences := d.CompareRevisions(versions[0], versions[1])
		for _, one := range differences {
			rows = append(rows, row{one.Field, one.Was, one.Now})
		}
		return c.print(rows, func(w io.Writer) {
			for _, one := range differences {
				said := c.words.Text("check.field."+one.Field) + ": "
				for _, s := range one.Spans {
					switch s.Mark {
					case desk.Struck:
						said += "[-" + s.Text + "-]"
					case desk.Under:
						said += "{+" + s.Text + "+}"
					default:
						said += s.Text
					}
				}
				line(w, said)
			}
		})
	})
}
