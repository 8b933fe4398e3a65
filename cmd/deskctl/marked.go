package main

import (
	"io"

	"github.com/spf13/cobra"
)

// markedCommand makes a copy of a report with what the user marked on it.
func (c *control) markedCommand() *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "print REPORT -o OUT.pdf|OUT.docx",
		Short: c.words.Text("ctl.report.print.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, ok, err := c.keeping()
			if err != nil {
				return err
			}
			if !ok {
				d = c.bare() // nothing was ever marked
			}
			defer closing(d, &err)
			r, err := d.Resolve(args[0])
			if err != nil {
				return err
			}
			paper, err := d.PrintMarked(r, output)
			if err != nil {
				return err
			}
			return c.print(paper, func(w io.Writer) {
				line(w, c.words.Text("ctl.sheet.done", "file", paper.File, "pages", paper.Pages))
				if paper.Missing != "" {
					line(w, c.words.Text("ctl.sheet.missing", "characters", paper.Missing))
				}
			})
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", c.words.Text("ctl.output"))
	// The flag exists, so that marking it cannot fail.
	_ = cmd.MarkFlagRequired("output")
	return cmd
}
