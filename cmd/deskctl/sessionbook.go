package main

import (
	"fmt"
	"io"

	"deputydesk/ui/desk"
	"deputydesk/ui/staff"

	"github.com/spf13/cobra"
)

// sessionTemplateCommand writes the spreadsheet in which a session is set up.
func (c *control) sessionTemplateCommand() *cobra.Command {
	return &cobra.Command{Use: "template OUT.xlsx", Short: c.words.Text("ctl.session.template.short"), Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			if err := staff.New(d).SaveTemplate(args[0]); err != nil {
				return err
			}
			return c.print(map[string]string{"file": args[0]}, func(w io.Writer) { line(w, args[0]) })
		}}
}

// sessionTakeCommand puts the session of a filled-in spreadsheet in force.
func (c *control) sessionTakeCommand() *cobra.Command {
	return &cobra.Command{Use: "take FILE.xlsx", Short: c.words.Text("ctl.session.take.short"), Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			if err := staff.New(d).TakeSession(args[0]); err != nil {
				text := ""
				for _, f := range staff.FaultsOf(err) {
					text += "\n" + desk.FaultText(c.words, f)
				}
				if text == "" {
					return err
				}
				return fmt.Errorf("%s:%s", args[0], text)
			}
			if told := d.Notice(); told != nil && !desk.GoodNews(told) {
				return told
			}
			return c.print(showSession(d.Meeting()), func(w io.Writer) { line(w, d.Meeting().Session.Name) })
		}}
}

// sessionIssueCommand makes the session package of the session in force.
func (c *control) sessionIssueCommand() *cobra.Command {
	return &cobra.Command{Use: "issue OUT.dbs", Short: c.words.Text("ctl.session.issue.short"), Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			done, err := d.IssueMeeting(args[0])
			if err != nil {
				return err
			}
			return c.print(showSession(&done.Meeting), func(w io.Writer) { line(w, done.File) })
		}}
}
