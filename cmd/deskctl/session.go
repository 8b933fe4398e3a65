package main

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/export"
	"deputydesk/seeds/intake"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// The shapes of `session … --json`.
type (
	sessionJSON struct {
		ID          string                 `json:"id"`
		Session     string                 `json:"session"`
		Issued      string                 `json:"issued"` // RFC 3339
		Begins      string                 `json:"begins"`
		Ends        string                 `json:"ends"`
		Deadlines   deadlinesJSON          `json:"deadlines"`
		Key         string                 `json:"key"`
		Fingerprint string                 `json:"fingerprint"`
		Report      *export.SessionReport  `json:"report"` // null: none
		Rules       bool                   `json:"rules"`  // whether it has a rule pack of its own
		Delegations []string               `json:"delegations"`
		Units       []export.SessionUnit   `json:"units"`
		Categories  []export.SessionMatter `json:"categories"`
		Roster      []export.Member        `json:"roster"`
		Doubts      int                    `json:"doubts"`
		Corrections bool                   `json:"corrections"`
	}
	deadlinesJSON struct {
		Motion     string `json:"motion"` // local time "2024-02-22 12:00"; "": none
		Suggestion string `json:"suggestion"`
	}
	packedJSON struct {
		File        string           `json:"file"`
		ID          string           `json:"id"`
		Session     string           `json:"session"`
		Issued      string           `json:"issued"`
		Fingerprint string           `json:"fingerprint"`
		Paragraphs  int              `json:"paragraphs"`
		Roster      int              `json:"roster"`
		Dropped     []string         `json:"dropped"` // columns of the roster that were left out
		Warnings    []intake.Warning `json:"warnings"`
	}
	openedJSON struct {
		sessionJSON
		Message string `json:"message"`
	}
)

func showSession(m *desk.Meeting) sessionJSON {
	s := m.Session
	return sessionJSON{
		ID: m.ID, Session: s.Name, Issued: s.Issued.Format(time.RFC3339), Begins: s.Begins, Ends: s.Ends,
		Deadlines: deadlinesJSON{s.Motion, s.Suggestion}, Key: s.Key, Fingerprint: m.Fingerprint(), Report: s.Report,
		Rules: len(s.Rules) > 0, Delegations: append([]string{}, s.Delegations...), Units: append([]export.SessionUnit{}, s.Units...),
		Categories: append([]export.SessionMatter{}, s.Categories...), Roster: append([]export.Member{}, s.Roster...),
		Doubts: len(s.Doubts), Corrections: len(s.Corrections) > 0,
	}
}

func (c *control) sessionCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "session", Short: c.words.Text("ctl.session.short")}
	cmd.AddCommand(c.sessionNewCommand(), c.sessionPackCommand(), c.sessionOpenCommand(), c.sessionShowCommand(), c.sessionKeyCommand(),
		c.sessionTemplateCommand(), c.sessionTakeCommand(), c.sessionIssueCommand())
	return cmd
}

func (c *control) sessionNewCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "new DIR",
		Short: c.words.Text("ctl.session.new.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			files, err := desk.NewSessionFolder(args[0])
			if err != nil {
				return err
			}
			v := struct {
				Files []string `json:"files"`
			}{files}
			return c.print(v, func(w io.Writer) {
				for _, f := range files {
					line(w, f)
				}
			})
		},
	}
}

func (c *control) sessionKeyCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "key OUT",
		Short: c.words.Text("ctl.session.makekey.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			public, err := desk.NewCommitteeKey(args[0])
			if err != nil {
				return err
			}
			return c.print(map[string]string{"file": args[0], "public": public}, func(w io.Writer) {
				line(w, c.words.Text("ctl.session.makekey.done", "file", args[0], "key", public))
			})
		},
	}
}

func (c *control) sessionPackCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "pack DIR",
		Short: c.words.Text("ctl.session.pack.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			done, err := desk.PackSession(args[0], out, time.Now())
			if err != nil {
				return err
			}
			m := done.Meeting
			v := packedJSON{
				File: done.File, ID: m.ID, Session: m.Session.Name, Issued: m.Session.Issued.Format(time.RFC3339),
				Fingerprint: m.Fingerprint(), Roster: len(m.Session.Roster), Dropped: append([]string{}, done.Dropped...),
				Warnings: append([]intake.Warning{}, done.Warnings...),
			}
			if done.Report != nil {
				v.Paragraphs = len(done.Report.Paragraphs())
			}
			return c.print(v, func(w io.Writer) {
				line(w, c.words.Text("ctl.session.pack.done", "file", v.File, "session", v.Session, "paragraphs", v.Paragraphs, "deputies", v.Roster))
				if len(v.Dropped) > 0 {
					line(w, c.words.Text("ctl.session.pack.dropped", "columns", strings.Join(v.Dropped, " ")))
				}
				if v.Fingerprint != "" {
					line(w, c.words.Text("ctl.session.key", "key", v.Fingerprint))
				}
				for _, warning := range v.Warnings {
					line(w, c.words.Text("desk.warning."+string(warning.Kind), "n", warning.Count))
				}
			})
		},
	}
	cmd.Flags().StringVarP(&out, "output", "o", "session.dbs", c.words.Text("ctl.output"))
	return cmd
}

func (c *control) sessionOpenCommand() *cobra.Command {
	var accept string
	cmd := &cobra.Command{
		Use:   "open FILE.dbs",
		Short: c.words.Text("ctl.session.open.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			d, err := c.owning()
			if err != nil {
				return err
			}
			err = c.openSession(d, args[0], accept)
			return errors.Join(err, d.Close())
		},
	}
	cmd.Flags().StringVar(&accept, "accept-key", "", c.words.Text("ctl.session.accept"))
	return cmd
}

func (c *control) openSession(d *desk.Desk, path, accept string) error {
	d.OpenSession(path)
	if offered, ok := d.KeyOffered(); ok && accept != "" {
		if bare(accept) != bare(offered) {
			return fmt.Errorf("--accept-key %s: the package has %s", accept, offered)
		}
		d.Press(d.AcceptKey())
	}
	if !desk.GoodNews(d.Notice()) {
		return d.Notice()
	}
	said, _ := desk.Explain(c.words, d.Notice())
	return c.print(openedJSON{showSession(d.Meeting()), said}, func(w io.Writer) {
		line(w, said)
		c.tellSession(w, d)
	})
}

// bare is a fingerprint as it is compared: however it was typed.
func bare(fingerprint string) string {
	return strings.ToLower(strings.Join(strings.Fields(fingerprint), ""))
}

// tellSession writes what a deputy wants to know at once.
func (c *control) tellSession(w io.Writer, d *desk.Desk) {
	if f := d.Meeting().Fingerprint(); f != "" {
		line(w, c.words.Text("ctl.session.key", "key", f))
	}
	if key, args := d.Deadline(time.Now().In(annotate.Beijing)); key != "" {
		line(w, c.words.Text(key, args...))
	}
}

func (c *control) sessionShowCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "show [FILE.dbs]",
		Short: c.words.Text("ctl.session.show.short"),
		Args:  cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				m, err := desk.ShowSession(args[0])
				if err != nil {
					return err
				}
				return c.print(showSession(m), func(w io.Writer) { c.readSession(w, m) })
			}
			d, ok, err := c.keeping()
			if err != nil {
				return err
			}
			if !ok {
				return errors.New("session show: " + c.words.Text("ctl.session.none"))
			}
			m := d.Meeting()
			if m == nil {
				return errors.Join(errors.New("session show: "+c.words.Text("ctl.session.none")), d.Close())
			}
			err = c.print(showSession(m), func(w io.Writer) { c.readSession(w, m) })
			return errors.Join(err, d.Close())
		},
	}
}

// readSession writes m for a person at a terminal.
func (c *control) readSession(w io.Writer, m *desk.Meeting) {
	s := m.Session
	report, motion, suggestion := "-", s.Motion, s.Suggestion
	if s.Report != nil {
		report = fmt.Sprintf("%s (%s, %s)", s.Report.Title, s.Report.ID, s.Report.File)
	}
	for _, row := range []struct{ key, value string }{
		{"session", s.Name},
		{"issued", s.Issued.In(annotate.Beijing).Format("2006-01-02 15:04")},
		{"days", strings.Trim(s.Begins+" – "+s.Ends, " –")},
		{"motion", motion},
		{"suggestion", suggestion},
		{"report", report},
		{"delegations", strings.Join(s.Delegations, " ")},
		{"deputies", fmt.Sprint(len(s.Roster))},
		{"fingerprint", m.Fingerprint()},
	} {
		if row.value == "" {
			row.value = "-"
		}
		line(w, c.words.Text("ctl.session.row."+row.key, "value", row.value))
	}
}
