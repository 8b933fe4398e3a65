package main

import (
	"io"

	"deputydesk/assets/manual"

	"github.com/spf13/cobra"
)

// manualCommand lists the documents that the window shows on F1, and makes a
// paper of one.
func (c *control) manualCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "manual [NAME]",
		Short: c.words.Text("ctl.manual.short"),
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			if len(args) == 0 {
				return c.print(manual.Names(), func(w io.Writer) {
					for _, name := range manual.Names() {
						line(w, name)
					}
				})
			}
			d := c.bare()
			defer closing(d, &err)
			if out == "" {
				out = args[0] + ".pdf"
			}
			paper, err := d.PrintManual(args[0], out)
			if err != nil {
				return err
			}
			v := struct {
				File   string `json:"file"`
				Pages  int    `json:"pages"`
				SHA256 string `json:"sha256"`
			}{paper.File, paper.Pages, paper.SHA256}
			return c.print(v, func(w io.Writer) { line(w, c.words.Text("ctl.manual.done", "file", paper.File, "pages", paper.Pages)) })
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", c.words.Text("ctl.output"))
	return cmd
}
