package main

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/disk"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"

	"github.com/spf13/cobra"
)

func (c *control) sheetCommand() *cobra.Command {
	var out string
	var signers, archive, local bool
	cmd := &cobra.Command{
		Use:   "sheet FILE.toml",
		Short: c.words.Text("ctl.sheet.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			d := c.bare()
			p, err := readProposal(d, args[0])
			if err != nil {
				return err
			}
			if out == "" {
				out = desk.FileName(p)
			}
			if _, err := d.UseLocalFonts(local); err != nil {
				return err
			}
			make := d.Sheet
			switch {
			case signers:
				make = d.Signers
			case archive:
				make = d.Archive
			}
			paper, err := make(p, out)
			if err != nil {
				return err
			}
			guarded := []string{}
			for _, f := range d.Guard(p) {
				guarded = append(guarded, desk.Say(c.words, f))
			}
			v := struct {
				desk.Paper
				Findings []string `json:"findings"` // words, figures and characters to look at once more
			}{paper, guarded}
			return c.print(v, func(w io.Writer) {
				line(w, c.words.Text("ctl.sheet.done", "file", paper.File, "pages", paper.Pages))
				for _, said := range guarded {
					line(w, said)
				}
				if len(paper.Missing) > 0 {
					line(w, c.words.Text("ctl.sheet.missing", "characters", paper.Missing))
				}
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", c.words.Text("ctl.output"))
	cmd.Flags().BoolVar(&archive, "archive", false, c.words.Text("ctl.papers.archive"))
	cmd.Flags().BoolVar(&local, "local-fonts", false, c.words.Text("ctl.papers.local"))
	cmd.Flags().BoolVar(&signers, "signers", false, c.words.Text("ctl.sheet.signers"))
	return cmd
}

func (c *control) packCommand() *cobra.Command {
	var out string
	var sign bool
	cmd := &cobra.Command{
		Use:   "pack FILE.toml...",
		Short: c.words.Text("ctl.pack.short"),
		Args:  cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d := c.bare() // the same bytes on every machine
			if sign {
				d, err = c.owning()
			}
			if err != nil {
				return err
			}
			defer closing(d, &err)
			var items []annotate.Proposal
			for _, name := range args {
				p, err := readProposal(d, name)
				if err != nil {
					return err
				}
				items = append(items, p)
			}
			data, err := d.PackProposals(items[0].Deputy.Name, items)
			if err != nil {
				return err
			}
			if err := disk.Write(out, data, 0o644); err != nil {
				return err
			}
			packet, err := d.ReadPacket(out)
			if err != nil {
				return err
			}
			return c.print(packet, func(w io.Writer) {
				line(w, c.words.Text("ctl.pack.done", "file", out, "n", len(items)))
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "proposals.dbz", c.words.Text("ctl.output"))
	cmd.Flags().BoolVar(&sign, "sign", false, c.words.Text("ctl.pack.sign"))
	return cmd
}

func (c *control) unpackCommand() *cobra.Command {
	var identity string
	cmd := &cobra.Command{
		Use:   "unpack FILE.dbz",
		Short: c.words.Text("ctl.unpack.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.opening()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			if identity != "" {
				secret, err := c.secret(identity)
				if err != nil {
					return err
				}
				if err := d.UseKey(secret); err != nil {
					return err
				}
			}
			packet, err := d.ReadPacket(args[0])
			if err != nil {
				return err
			}
			return c.print(packet, func(w io.Writer) {
				for _, p := range packet.Items {
					line(w, fmt.Sprintf("%s  %s  %s", p.ID, p.Title, p.Deputy.Name))
				}
			})
		},
	}
	cmd.Flags().StringVar(&identity, "identity", "", c.words.Text("ctl.unpack.identity"))
	return cmd
}

func (c *control) demoCommand() *cobra.Command {
	office := false
	cmd := &cobra.Command{
		Use:   "demo DIR",
		Short: c.words.Text("ctl.demo.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if office {
				return c.demoStaff(args[0])
			}
			did, err := desk.Demo(args[0])
			if err != nil {
				return err
			}
			return c.print(did, func(w io.Writer) {
				for _, step := range []string{
					c.words.Text("ctl.demo.search", "query", did.Query, "n", did.Hits),
					c.words.Text("ctl.demo.note", "sentence", did.Sentence, "note", did.Note),
					c.words.Text("ctl.demo.draft", "title", did.Title, "target", did.Target),
					c.words.Text("ctl.demo.check", "n", did.Findings),
					c.words.Text("ctl.demo.sheet", "file", absolute(did.Sheet.File), "pages", did.Sheet.Pages),
					c.words.Text("ctl.demo.packet", "file", absolute(did.Packet), "n", did.Back),
				} {
					line(w, strings.TrimSpace(step))
				}
			})
		},
	}
	cmd.Flags().BoolVar(&office, "staff", false, c.words.Text("ctl.demo.staff"))
	return cmd
}

// demoStaff does the staff's job on made-up proposals.
func (c *control) demoStaff(dir string) error {
	did, err := staff.Demo(c.words, dir)
	if err != nil {
		return err
	}
	return c.print(did, func(w io.Writer) {
		line(w, desk.SaySummary(c.words, did.Rows()))
		line(w, c.words.Text("ctl.demo.registered", "numbered", did.Numbered, "filed", did.Filed, "assigned", did.Assigned))
		if did.Merged != "" {
			line(w, c.words.Text("ctl.demo.merged", "n", did.Alike, "title", did.Merged))
		}
		for _, m := range did.Papers {
			line(w, c.words.Text("ctl.demo.paper", "name", string(m.Job), "n", m.Proposals, "file", absolute(m.Path)))
		}
		line(w, c.words.Text("ctl.demo.window", "folder", absolute(did.Data)))
	})
}

func absolute(name string) string {
	if abs, err := filepath.Abs(name); err == nil {
		return abs
	}
	return name
}
