package staff

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"deputydesk/annotate/disk"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/ui/desk"
)

// A Bill is a job with everything that it needs, so that it can be done away
// from the desk's goroutine.
type Bill struct {
	Job     Job
	Choice  Choice
	Order   desk.Order
	Entries []registry.Entry
	Past    []desk.Past // 上届对照: what is compared with
}

// Bill is a job as it is chosen now.
func (o *Office) Bill(j Job) Bill {
	return Bill{j, o.Choice(j), o.Order(j), o.Issued(j), o.desk.Past()}
}

// A Made is what a job has left on disk.
type Made struct {
	Job       Job    `json:"job"`
	Path      string `json:"file"`  // of the file or the folder
	Files     int    `json:"files"` // in the folder; 1 for a file
	Pages     int    `json:"pages,omitempty"`
	Proposals int    `json:"proposals"`
	Missing   string `json:"missing,omitempty"` // characters no font has; printed as 〓
}

// Make does a job at path. A folder is whole or not there; one of that name
// stays as it is and the new one is called "… (2)". step hears how far it is and
// may be nil; when ctx is cancelled nothing is left.
func (o *Office) Make(ctx context.Context, w assets.Words, b Bill, path string, step func(done, of int)) (Made, error) {
	if step == nil {
		step = func(int, int) {}
	}
	if len(b.Entries) == 0 {
		return Made{}, desk.ErrNoProposals
	}
	m := maker{o.desk, ctx, w, assets.Language(assets.Chinese), b, step, 0}
	switch {
	case b.Job.Folder():
		return m.folder(path)
	case b.Job == BeforeJob:
		all, err := desk.Recurrences(ctx, b.Past, b.Entries, step)
		if err != nil {
			return Made{}, err
		}
		bound, err := o.desk.WriteRecurrences(w, all, path)
		return Made{b.Job, bound.File, 1, bound.Pages, bound.Proposals, ""}, err
	case b.Job == ListsJob:
		bound, err := o.desk.WriteLists(w, b.Entries, b.Order.Staff, path)
		return Made{b.Job, bound.File, 1, bound.Pages, bound.Proposals, ""}, err
	}
	bound, err := o.desk.WritePaper(ctx, b.Entries, b.Order, path, func(pages int) { step(pages, 0) })
	return Made{b.Job, bound.File, 1, bound.Pages, bound.Proposals, bound.Missing}, err
}

// A maker makes the files of one folder.
type maker struct {
	desk  *desk.Desk
	ctx   context.Context
	words assets.Words
	names assets.Words // of files: those who get them read Chinese
	Bill
	step  func(done, of int)
	files int
}

// folder makes the folder of a job beside path and puts it there when it is
// whole.
func (m *maker) folder(path string) (Made, error) {
	for n, name := 2, path; ; n++ {
		if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
			break
		} else if err != nil {
			return Made{}, err
		}
		path = fmt.Sprintf("%s (%d)", name, n)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return Made{}, err
	}
	part, err := os.MkdirTemp(filepath.Dir(path), ".part-")
	if err != nil {
		return Made{}, err
	}
	switch m.Job {
	case UnitsJob:
		err = m.units(part)
	case EachJob:
		err = m.each(part, m.Entries, m.ending(), func(i int) { m.step(i, len(m.Entries)) })
	case PublicJob:
		err = m.public(part)
	}
	if err == nil {
		err = m.ctx.Err()
	}
	if err == nil {
		err = disk.Rename(part, path)
	}
	if err != nil {
		return Made{}, errors.Join(err, os.RemoveAll(part))
	}
	return Made{Job: m.Job, Path: path, Files: m.files, Proposals: len(m.Entries)}, nil
}

// units makes a folder for each unit: what it is asked to do, the texts, a list.
func (m *maker) units(dir string) error {
	names := export.Units(m.Entries)
	if m.Choice.Unit != "" {
		names = []string{m.Choice.Unit}
	}
	for i, unit := range names {
		m.step(i, len(names))
		mine := Choice{Unit: unit}.Narrow(m.Job, m.Entries)
		sub := filepath.Join(dir, export.SafeName(fmt.Sprintf("%02d_%s", i+1, unit)))
		if err := os.Mkdir(sub, 0o700); err != nil {
			return err
		}
		assign, volume := m.Order, m.Order
		assign.Paper, assign.Units = desk.AssignPaper, []string{unit}
		volume.Paper, volume.Staff.NoIndex = desk.VolumePaper, true
		if err := errors.Join(
			m.paper(mine, assign, filepath.Join(sub, m.names.Text("issue.file.assign")+m.ending())),
			m.paper(mine, volume, filepath.Join(sub, m.names.Text("issue.file.texts")+m.ending())),
			m.lists(mine, m.Order.Staff, filepath.Join(sub, m.names.Text("issue.file.list")+".xlsx"))); err != nil {
			return err
		}
		if m.Choice.Texts {
			each := filepath.Join(sub, m.names.Text("issue.file.each"))
			if err := os.Mkdir(each, 0o700); err != nil {
				return err
			}
			if err := m.each(each, mine, ".docx", func(int) {}); err != nil {
				return err
			}
		}
	}
	return nil
}

// each makes a file of every entry, called by its number; at hears of each
// before it is made.
func (m *maker) each(dir string, entries []registry.Entry, ending string, at func(i int)) error {
	used := map[string]bool{}
	for i, e := range entries {
		at(i)
		if err := m.ctx.Err(); err != nil {
			return err
		}
		if err := m.desk.WriteCopy(e.Proposal, filepath.Join(dir, copyName(m.names, e, used)+ending), m.Choice.Archive); err != nil {
			return err
		}
		m.files++
	}
	return nil
}

// copyName is what the file of an entry is called, without its ending; used are
// the names that are taken, in lower case since some systems do not tell.
func copyName(w assets.Words, e registry.Entry, used map[string]bool) string {
	number := e.NumberText()
	if number == "" {
		number = w.Text("issue.file.unnumbered")
	}
	if e.Motion() {
		number = w.Text("issue.file.motion") + number
	}
	name := export.SafeName(number + "_" + e.Proposal.Title)
	if used[strings.ToLower(name)] {
		name += "_" + strings.ReplaceAll(export.Code(e.Proposal), "/", "-")
	}
	used[strings.ToLower(name)] = true
	return name
}

// ending is that of the files of a job.
func (m *maker) ending() string {
	switch {
	case m.Choice.Packet && m.Job == EachJob:
		return ".dbz"
	case m.Choice.Word:
		return ".docx"
	}
	return ".pdf"
}

func (m *maker) paper(entries []registry.Entry, o desk.Order, path string) error {
	if err := m.ctx.Err(); err != nil {
		return err
	}
	m.files++
	_, err := m.desk.WritePaper(m.ctx, entries, o, path, nil)
	return err
}

func (m *maker) lists(entries []registry.Entry, s export.Staff, path string) error {
	m.files++
	_, err := m.desk.WriteLists(m.words, entries, s, path)
	return err
}

// public makes what may be published, and apart from it what staff keep: which
// proposals are left out, and why.
func (m *maker) public(dir string) error {
	open, inside := filepath.Join(dir, m.names.Text("issue.file.open")), filepath.Join(dir, m.names.Text("issue.file.inside"))
	if err := errors.Join(os.Mkdir(open, 0o700), os.Mkdir(inside, 0o700)); err != nil {
		return err
	}
	o := m.Order
	o.Staff.Public, o.Archive = true, true
	m.files++
	if err := m.desk.WriteWithheld(m.words, m.Entries, o.Staff, filepath.Join(inside, m.names.Text("issue.file.withheld")+".xlsx")); err != nil {
		return err
	}
	for i, paper := range []desk.StaffPaper{desk.VolumePaper, desk.RegisterPaper, desk.StatisticsPaper} {
		m.step(i, 4)
		o.Paper = paper
		err := m.paper(m.Entries, o, filepath.Join(open, m.names.Text("issue.file.public", "paper", string(paper))+".pdf"))
		if err != nil {
			return err
		}
	}
	m.step(3, 4)
	err := m.lists(m.Entries, o.Staff, filepath.Join(open, m.names.Text("issue.file.public", "paper", m.names.Text("press.list.register"))+".xlsx"))
	if errors.Is(err, desk.ErrNoProposals) {
		return nil // nobody agreed to anything: the papers say so
	}
	return err
}

// Save does the job in hand at path, in the background; Made is then what came
// of it.
func (o *Office) Save(w assets.Words, path string, then func(Made)) {
	b := o.Bill(o.Job())
	o.issue().made = Made{}
	if b.Job == ArchiveJob {
		o.archive(w, path, then)
		return
	}
	o.desk.Begin("issue.task", func(ctx context.Context, step func(done, of int)) (func(), error) {
		made, err := o.Make(ctx, w, b, path, step)
		return func() {
			o.issue().made = made
			o.NoteIssued(made)
			o.desk.Notify(desk.Booked)
			if then != nil {
				then(made)
			}
		}, err
	})
}

// Made is what the job in hand has left on disk, if it was done last.
func (o *Office) Made() (Made, bool) {
	m := o.issue().made
	return m, m.Path != "" && m.Job == o.Job()
}

// Preview lays the job in hand out to be looked at; of a folder its main paper.
func (o *Office) Preview() desk.Action {
	b := o.Bill(o.Job())
	switch b.Job {
	case UnitsJob:
		b.Order.Paper = desk.AssignPaper
	case PublicJob:
		b.Order.Paper, b.Order.Staff.Public, b.Order.Archive = desk.VolumePaper, true, true
	}
	if b.Order.Paper == "" {
		return desk.Action{Off: desk.ErrStaffPaper}
	}
	return o.desk.PreviewPaper(b.Entries, b.Order)
}

// Previews reports whether a job has a paper to be looked at.
func (j Job) Previews() bool { return j.Paper() != "" || j == UnitsJob || j == PublicJob }
