package main

import (
	"io"
	"strings"

	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

func (c *control) notesCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "notes", Short: c.words.Text("ctl.notes.short")}
	cmd.AddCommand(c.notesListCommand(), c.notesSetCommand(), c.notesExportCommand(), c.notesImportCommand())
	return cmd
}

func (c *control) notesExportCommand() *cobra.Command {
	var output, name string
	var flags *noteFlags
	cmd := &cobra.Command{
		Use:   "export -o OUT.md|OUT.json|OUT.docx",
		Short: c.words.Text("ctl.notes.export.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return c.onNotes(func(d *desk.Desk) error {
				v, err := flags.read(d)
				if err != nil {
					return err
				}
				choice := desk.NoteChoice{View: v}
				if name != "" {
					if choice.Report, err = d.Resolve(name); err != nil {
						return err
					}
				}
				file, n, err := d.WriteNotes(choice, output)
				if err != nil {
					return err
				}
				return c.wrote(file, n, "ctl.notes.exported")
			})
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", c.words.Text("ctl.output"))
	cmd.Flags().StringVar(&name, "report", "", c.words.Text("ctl.notes.export.report"))
	flags = c.noteFlags(cmd)
	// The flag exists, so that marking it cannot fail.
	_ = cmd.MarkFlagRequired("output")
	return cmd
}

func (c *control) notesImportCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "import FILE.json",
		Short: c.words.Text("ctl.notes.import.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			all, err := desk.ReadNotes(args[0])
			if err != nil {
				return err
			}
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			taken, err := d.TakeNotes(all)
			if err != nil {
				return err
			}
			return c.print(taken, func(w io.Writer) {
				for _, t := range taken {
					line(w, c.words.Text("desk.notes."+string(t.Outcome))+"  "+strings.Join(strings.Fields(t.Quote), " "))
				}
			})
		},
	}
}

// closing closes d; what went wrong before counts for more.
func closing(d *desk.Desk, err *error) {
	if closed := d.Close(); *err == nil {
		*err = closed
	}
}
