package staff

import (
	"context"
	"path/filepath"

	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/ui/desk"
)

// session is the name of the session for what is handed on: as it was set, else
// as the proposals say.
func (o *Office) session() string {
	if h := o.Head(); h.Session != "" {
		return h.Session
	}
	if all := o.Book().Entries; len(all) > 0 {
		return all[0].Proposal.Session
	}
	return o.Session()
}

// NoteIssued writes down what was made, for the archive.
func (o *Office) NoteIssued(m Made) {
	o.desk.NoteIssued(export.Issue{Who: o.who, Job: string(m.Job), Name: filepath.Base(m.Path), Pages: m.Pages, Files: m.Files, Proposals: m.Proposals})
}

// Archive 归档 writes the whole register to one file at path and reads it back.
func (o *Office) Archive(ctx context.Context, w assets.Words, path string) (desk.Archived, error) {
	k, err := o.desk.Keepsake(w, o.session(), o.Head().Maker)
	if err != nil {
		return desk.Archived{}, err
	}
	a, err := k.Write(ctx, path, nil)
	if err == nil {
		o.desk.KeepArchived(a)
	}
	return a, err
}

// archive is Archive in the background.
func (o *Office) archive(w assets.Words, path string, then func(Made)) {
	k, err := o.desk.Keepsake(w, o.session(), o.Head().Maker)
	if err != nil {
		o.desk.Tell(err)
		return
	}
	o.desk.Begin("issue.task.archive", func(ctx context.Context, step func(done, of int)) (func(), error) {
		a, err := k.Write(ctx, path, step)
		return func() {
			o.desk.KeepArchived(a)
			o.issue().made = Made{Job: ArchiveJob, Path: a.File, Files: a.Files, Proposals: a.Entries}
			o.desk.Notify(desk.Booked)
			if then != nil {
				then(o.issue().made)
			}
		}, err
	})
}

// UsePast takes the archive of an earlier session in to compare with, and tells.
func (o *Office) UsePast(path string) {
	a, err := o.desk.UsePast(path)
	if err == nil {
		err = &desk.Outcome{Key: "issue.past.used", Args: []any{"session", a.Session, "n", a.Entries}}
	}
	o.desk.Tell(err)
	o.desk.Notify(desk.Booked)
}

// Scrub 清除本届个人信息 takes what leads to a person out of the register, for good,
// and tells.
func (o *Office) Scrub() {
	s, err := o.desk.ScrubRegister(o.who)
	if err == nil {
		o.issue().made, o.look = Made{}, Filter{}
		err = &desk.Outcome{Key: "issue.scrub.done", Args: []any{"n", s.Entries, "left", len(s.Left)}}
	}
	o.desk.Tell(err)
}
