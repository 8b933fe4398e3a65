package main

import (
	"errors"
	"io"

	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

func (c *control) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup OUT",
		Short: c.words.Text("ctl.backup.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			if err := d.Backup(args[0]); err != nil {
				return err
			}
			return c.print(map[string]any{"file": args[0], "sealed": d.Sealed()}, func(w io.Writer) {
				line(w, c.words.Text("ctl.backup.done", "file", args[0]))
			})
		},
	}
}

func (c *control) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "restore IN",
		Short: c.words.Text("ctl.restore.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			folder, err := c.folder()
			if err != nil {
				return err
			}
			secret, err := c.secret(c.pass)
			if err != nil {
				return err
			}
			kept, err := desk.Restore(folder, args[0], secret)
			if err != nil {
				return err
			}
			return c.print(map[string]string{"folder": folder, "kept": kept}, func(w io.Writer) {
				line(w, c.words.Text("ctl.restore.done", "folder", folder))
				if kept != "" {
					line(w, c.words.Text("ctl.restore.kept", "file", kept))
				}
			})
		},
	}
}

func (c *control) purgeCommand() *cobra.Command {
	yes := false
	cmd := &cobra.Command{
		Use:   "purge --yes",
		Short: c.words.Text("ctl.purge.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			folder, err := c.folder()
			if err != nil {
				return err
			}
			if !yes {
				return errors.New(c.words.Text("ctl.purge.sure", "folder", folder))
			}
			secret, err := c.secret(c.pass)
			if err != nil {
				return err
			}
			left, err := desk.Purge(folder, secret)
			if err != nil {
				return err
			}
			return c.print(map[string]any{"folder": folder, "left": append([]string{}, left...)}, func(w io.Writer) {
				line(w, c.words.Text("ctl.purge.done", "folder", folder))
				for _, path := range left {
					line(w, c.words.Text("ctl.purge.left", "file", path))
				}
			})
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, c.words.Text("ctl.purge.yes"))
	return cmd
}

func (c *control) passphraseCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "passphrase", Short: c.words.Text("ctl.pass.short")}
	var sheet string
	set := &cobra.Command{
		Use:   "set NEWFILE",
		Short: c.words.Text("ctl.pass.set.short"),
		Args:  cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) (err error) {
			fresh, err := c.secret(args[0])
			if err != nil {
				return err
			}
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			code, err := d.Seal(fresh)
			if err != nil {
				return err
			}
			if sheet != "" {
				if _, err = d.RecoverySheet(code, sheet); err != nil {
					// The code is still said: without it only the passphrase opens the desk.
					err = errors.Join(err, c.sayCode(code, ""))
					return err
				}
			}
			return c.sayCode(code, sheet)
		},
	}
	set.Flags().StringVarP(&sheet, "output", "o", "", c.words.Text("ctl.pass.sheet"))
	remove := &cobra.Command{
		Use:   "remove",
		Short: c.words.Text("ctl.pass.remove.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) (err error) {
			d, err := c.owning()
			if err != nil {
				return err
			}
			defer closing(d, &err)
			if err := d.Unseal(); err != nil {
				return err
			}
			return c.print(map[string]bool{"sealed": false}, func(w io.Writer) { line(w, c.words.Text("ctl.pass.removed")) })
		},
	}
	cmd.AddCommand(set, remove)
	return cmd
}

func (c *control) sayCode(code, sheet string) error {
	said := map[string]any{"sealed": true, "recovery_code": code}
	if sheet != "" {
		said["sheet"] = sheet
	}
	return c.print(said, func(w io.Writer) { line(w, c.words.Text("ctl.pass.done", "code", code)) })
}
