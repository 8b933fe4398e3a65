package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/seeds/report"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// A noteFlags asks for some of the notes, as the list in the window does.
type noteFlags struct {
	view                  desk.NoteView
	colour, kind, section string
}

func (c *control) noteFlags(cmd *cobra.Command) *noteFlags {
	f := &noteFlags{}
	flags := cmd.Flags()
	flags.StringVar(&f.view.Text, "text", "", c.words.Text("ctl.notes.view.text"))
	flags.StringVar(&f.colour, "colour", "", c.words.Text("ctl.notes.view.colour"))
	flags.StringVar(&f.kind, "kind", "", c.words.Text("ctl.notes.view.kind"))
	flags.StringVar(&f.view.Tag, "tag", "", c.words.Text("ctl.notes.view.tag"))
	flags.StringVar(&f.section, "section", "", c.words.Text("ctl.notes.view.section"))
	flags.StringVar(&f.view.Since, "since", "", c.words.Text("ctl.notes.view.since"))
	flags.StringVar(&f.view.Until, "until", "", c.words.Text("ctl.notes.view.until"))
	flags.BoolVar(&f.view.Shared, "shared", false, c.words.Text("ctl.notes.export.shared"))
	flags.BoolVar(&f.view.Lost, "lost", false, c.words.Text("ctl.notes.view.lost"))
	return f
}

// read is the view that the flags ask for; the section is one of the open
// report's unless it is REPORT:SECTION.
func (f *noteFlags) read(d *desk.Desk) (desk.NoteView, error) {
	v := f.view
	var err error
	if v.Colour, err = oneOf("--colour", f.colour, annotate.Colours); err != nil {
		return v, err
	}
	if v.Kind, err = oneOf("--kind", f.kind, desk.NoteKinds); err != nil {
		return v, err
	}
	for _, day := range []string{v.Since, v.Until} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return v, fmt.Errorf("%s: want a date like 2024-02-22", day)
		}
	}
	if f.section != "" {
		name, path, both := strings.Cut(f.section, ":")
		if !both {
			name, path = string(d.Report().ID), f.section
		}
		r, err := d.Resolve(name)
		if err != nil {
			return v, err
		}
		v.Section = desk.SectionKey{Report: r.ID, Path: report.Path(path)}
		if !slices.ContainsFunc(r.Sections, func(s report.Section) bool { return s.Path == v.Section.Path }) && path != "" {
			return v, fmt.Errorf("--section %s: %s has no such section", path, r.ID)
		}
	}
	return v, nil
}

// oneOf is the value called name, "" for none.
func oneOf[T ~string](flag, name string, all []T) (T, error) {
	if name == "" || slices.Contains(all, T(name)) {
		return T(name), nil
	}
	var known []string
	for _, v := range all {
		known = append(known, string(v))
	}
	return "", fmt.Errorf("%s %s: want one of %s", flag, name, strings.Join(known, ", "))
}

// noteJSON is a line of `notes list --json`.
type noteJSON struct {
	annotate.Annotation
	Locator string          `json:"locator"` // where its words stand; "" if they are not found
	Status  annotate.Status `json:"status"`  // what became of them
}

func (c *control) notesListCommand() *cobra.Command {
	var flags *noteFlags
	cmd := &cobra.Command{
		Use:   "list",
		Short: c.words.Text("ctl.notes.list.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return c.onNotes(func(d *desk.Desk) error {
				v, err := flags.read(d)
				if err != nil {
					return err
				}
				all := []noteJSON{}
				for _, r := range d.NoteRows(v) {
					all = append(all, noteJSON{r.Note, r.Locator, r.Status})
				}
				return c.print(all, func(w io.Writer) {
					for _, n := range all {
						line(w, strings.Join([]string{string(n.ID), string(n.Colour), string(n.Kind), n.Locator,
							"“" + oneLine(n.Anchor.Quote) + "”", oneLine(n.Text), strings.Join(n.Tags, " ")}, "\t"))
					}
				})
			})
		},
	}
	flags = c.noteFlags(cmd)
	cmd.Flags().BoolVar(&flags.view.ByDate, "by-date", false, c.words.Text("ctl.notes.list.bydate"))
	return cmd
}

// onNotes opens the data folder, or an empty desk if nothing was ever kept.
func (c *control) onNotes(do func(*desk.Desk) error) (err error) {
	d, ok, err := c.keeping()
	if err != nil {
		return err
	}
	if !ok {
		d = c.bare()
	}
	defer closing(d, &err)
	return do(d)
}

// notesSetCommand changes many notes at once, as 选多条 in the window does.
func (c *control) notesSetCommand() *cobra.Command {
	var flags *noteFlags
	var ids, add []string
	var colour, kind, drop string
	var every, share, unshare, outline, remove bool
	cmd := &cobra.Command{
		Use:   "set",
		Short: c.words.Text("ctl.notes.set.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return c.onNotes(func(d *desk.Desk) error {
				v, err := flags.read(d)
				if err != nil {
					return err
				}
				to, err := oneOf("--to-colour", colour, annotate.Colours)
				if err != nil {
					return err
				}
				meant, err := oneOf("--to-kind", kind, desk.NoteKinds)
				if err != nil {
					return err
				}
				if v.All() && len(ids) == 0 && !every {
					return fmt.Errorf("set: say which notes, or --all")
				}
				chosen := []annotate.NoteID{}
				for _, r := range d.NoteRows(v) {
					if len(ids) == 0 || slices.Contains(ids, string(r.Note.ID)) {
						chosen = append(chosen, r.Note.ID)
					}
				}
				changes := []struct {
					asked bool
					do    func() desk.Action
				}{
					{to != "", func() desk.Action { return d.ColourNotes(chosen, to) }},
					{meant != "", func() desk.Action { return d.KindNotes(chosen, meant) }},
					{len(add) > 0, func() desk.Action { return d.TagNotes(chosen, desk.ReadTags(strings.Join(add, " "))) }},
					{drop != "", func() desk.Action { return d.UntagNotes(chosen, drop) }},
					{share || unshare, func() desk.Action { return d.ShareNotes(chosen, share) }},
					{outline, func() desk.Action { return d.ChoosePoints(chosen) }},
					{remove, func() desk.Action { return d.DeleteNotes(chosen) }},
				}
				asked := false
				for _, t := range changes {
					if !t.asked {
						continue
					}
					asked = true
					if len(chosen) > 0 {
						if d.Press(t.do()); d.Notice() != nil {
							return d.Notice()
						}
					}
				}
				if !asked {
					return fmt.Errorf("set: say what to change, such as --to-kind 疑问")
				}
				return c.print(map[string]int{"notes": len(chosen)}, func(w io.Writer) {
					line(w, c.words.Text("ctl.notes.set.done", "n", len(chosen)))
				})
			})
		},
	}
	flags = c.noteFlags(cmd)
	set := cmd.Flags()
	set.StringSliceVar(&ids, "id", nil, c.words.Text("ctl.notes.set.id"))
	set.BoolVar(&every, "all", false, c.words.Text("ctl.notes.set.all"))
	set.StringVar(&colour, "to-colour", "", c.words.Text("ctl.notes.view.colour"))
	set.StringVar(&kind, "to-kind", "", c.words.Text("ctl.notes.view.kind"))
	set.StringSliceVar(&add, "add-tag", nil, c.words.Text("ctl.notes.set.addtag"))
	set.StringVar(&drop, "drop-tag", "", c.words.Text("ctl.notes.set.droptag"))
	set.BoolVar(&share, "share", false, c.words.Text("ctl.notes.set.share"))
	set.BoolVar(&unshare, "unshare", false, c.words.Text("ctl.notes.set.unshare"))
	set.BoolVar(&outline, "outline", false, c.words.Text("ctl.notes.set.outline"))
	set.BoolVar(&remove, "delete", false, c.words.Text("ctl.notes.set.delete"))
	return cmd
}
