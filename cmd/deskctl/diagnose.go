package main

import (
	"encoding/json"
	"io"
	"os"

	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// diagnoseCommand prints what the window shows under 诊断报告, less graphics and
// screens. A data folder that another program has, or that is sealed, is no
// reason to say nothing of it.
func (c *control) diagnoseCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "diagnose",
		Short: c.words.Text("ctl.diagnose.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			folder, err := c.folder()
			if err != nil {
				return err
			}
			if _, err := os.Stat(folder); err != nil {
				folder = "" // nothing was ever saved; looking begins nothing
			}
			secret, err := c.secret(c.pass)
			if err != nil {
				return err
			}
			d := desk.Open(desk.Settings{Folder: folder, Secret: secret})
			defer closing(d, &err)
			g := d.Diagnose()
			if out == "" {
				return c.print(g, func(w io.Writer) { _, _ = io.WriteString(w, g.Text(c.words)) }) // a broken stdout ends the program anyway
			}
			text := []byte(g.Text(c.words))
			if c.json {
				if text, err = json.MarshalIndent(g, "", " "); err != nil {
					return err
				}
			}
			if out, err = desk.SaveFile(out, text); err != nil {
				return err
			}
			line(c.out, c.words.Text("ctl.diagnose.done", "file", out))
			return nil
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "", c.words.Text("ctl.output"))
	return cmd
}
