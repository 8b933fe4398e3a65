package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/export/docx"
	"deputydesk/export/pdf"
	"deputydesk/seeds/target"
)

// A StaffPaper names a paper that staff print of many proposals.
type StaffPaper string

// The papers, by the names that staff call them.
const (
	VolumePaper     StaffPaper = "汇编"
	RegisterPaper   StaffPaper = "目录"
	AssignPaper     StaffPaper = "交办单"
	MotionsPaper    StaffPaper = "议案处理意见报告"
	StatisticsPaper StaffPaper = "统计"
	ReceiptPaper    StaffPaper = "回执"
	LabelPaper      StaffPaper = "标签"
	AimsPaper       StaffPaper = "目标清单"
	BoardPaper      StaffPaper = "目标看板"
)

// StaffPapers lists them in the order they are offered.
var StaffPapers = []StaffPaper{VolumePaper, RegisterPaper, AssignPaper, MotionsPaper, StatisticsPaper, ReceiptPaper, LabelPaper, AimsPaper, BoardPaper}

// ErrStaffPaper is why a paper of an unknown name is not printed, and
// ErrNoProposals why none is printed of nothing.
var (
	ErrStaffPaper  = errors.New("no such paper")
	ErrNoProposals = errors.New("no proposals")
)

// An Order says which paper is wanted and how. The zero values are sensible.
type Order struct {
	Paper   StaffPaper
	Name    string // of its file, unless the user says otherwise; "" is that of the paper
	Staff   export.Staff
	Units   []string         // 交办单: only for these
	Labels  export.LabelKind // 标签; "" is 70x50
	Archive bool             // 归档版 instead of 签字版
}

// A Bound is a paper that was made of many proposals.
type Bound struct {
	File      string `json:"file"`
	Pages     int    `json:"pages"`
	Proposals int    `json:"proposals"`

	Missing string `json:"missing,omitempty"` // characters no font has; printed as 〓
	NoFang  bool   `json:"no_fang,omitempty"`
}

// Entries reads proposals from files (.toml, .dbz, .pdf) and folders of such
// files, in the order given; folders go by name. Of several revisions of one
// proposal the last is taken.
func (d *Desk) Entries(paths ...string) ([]registry.Entry, error) {
	var all []registry.Entry
	at := map[annotate.ProposalID]int{}
	for _, path := range paths {
		files, err := proposalFiles(path)
		if err != nil {
			return nil, err
		}
		for _, f := range files {
			items, packet, err := d.proposalsIn(f)
			if err != nil {
				return nil, err
			}
			for _, p := range items {
				e := registry.Entry{Proposal: p, Packet: packet}
				i, seen := at[p.ID]
				switch {
				case !seen:
					at[p.ID] = len(all)
					all = append(all, e)
				case all[i].Proposal.Revision <= p.Revision:
					all[i] = e
				}
			}
		}
	}
	if len(all) == 0 {
		return nil, ErrNoProposals
	}
	return all, nil
}

// proposalFiles is path, or the files with proposals below it.
func proposalFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	var files []string
	err = filepath.WalkDir(path, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && slices.Contains([]string{".toml", ".dbz", ".pdf"}, strings.ToLower(filepath.Ext(name))) {
			files = append(files, name)
		}
		return err
	})
	return files, err
}

// proposalsIn reads one file and says which packet it was.
func (d *Desk) proposalsIn(file string) (items []annotate.Proposal, packet string, err error) {
	if strings.EqualFold(filepath.Ext(file), ".toml") {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, "", err
		}
		p, err := annotate.ReadFile(file, data)
		if err != nil {
			return nil, "", err
		}
		d.Bind(&p)
		return []annotate.Proposal{p}, "", nil
	}
	k, err := d.ReadPacket(file)
	if err != nil {
		return nil, "", err
	}
	return k.Items, k.Manifest.ID, nil
}

// bind makes the book that o orders.
func (d *Desk) bind(entries []registry.Entry, o Order) (export.Book, error) {
	s := o.Staff
	if s.Find == nil {
		s.Find = d.Find
	}
	if s.Words == nil {
		s.Words = d.wording
	}
	if s.Categories == nil {
		for _, c := range d.Pack().Categories {
			s.Categories = append(s.Categories, c.Name)
		}
	}
	if s.Until == "" {
		for _, e := range entries {
			s.Until = max(s.Until, e.Proposal.Date)
		}
	}
	if past := d.Past(); o.Paper == StatisticsPaper && len(s.Last.Entries) == 0 && len(past) > 0 {
		s.Last = export.Last{Session: past[0].Session, Entries: past[0].Proposals}
	}
	switch o.Paper {
	case VolumePaper, "":
		return export.Volume(entries, s), nil
	case RegisterPaper:
		return export.Register(entries, s), nil
	case AssignPaper:
		return export.Assign(entries, o.Units, s), nil
	case MotionsPaper:
		return export.Motions(entries, s), nil
	case StatisticsPaper:
		return export.Statistics(entries, s), nil
	case ReceiptPaper:
		return export.Receipts(entries, s), nil
	case LabelPaper:
		kind := o.Labels
		if kind == "" {
			kind = export.LargeLabels
		}
		return export.Labels(entries, kind, s)
	case AimsPaper:
		return d.aimsPaper(entries, s), nil
	case BoardPaper:
		b := registry.Book{Entries: entries}
		return export.Board(d.open, b.Board(d.open.ID, d.Targets(d.open)), s), nil
	}
	return export.Book{}, fmt.Errorf("%s: %w", o.Paper, ErrStaffPaper)
}

// aimsPaper is the targets of the open report, and how many of entries rest on
// each.
func (d *Desk) aimsPaper(entries []registry.Entry, s export.Staff) export.Book {
	used := map[target.ID]int{}
	for _, e := range entries {
		cited := map[target.ID]bool{}
		for _, c := range e.Proposal.Cites {
			if c.Target != "" && !cited[c.Target] {
				cited[c.Target] = true
				used[c.Target]++
			}
		}
	}
	return export.AimList(d.open, d.Targets(d.open), func(id target.ID) int { return used[id] }, s)
}

// WritePaper makes the paper that o orders of entries and saves it at path: a PDF, or
// a file for Word and WPS when path ends in .docx. progress hears how many
// pages are laid; it may be nil. When ctx is cancelled nothing is written.
func (d *Desk) WritePaper(ctx context.Context, entries []registry.Entry, o Order, path string, progress func(pages int)) (Bound, error) {
	if len(entries) == 0 {
		return Bound{}, ErrNoProposals
	}
	book, err := d.bind(entries, o)
	if err != nil {
		return Bound{}, err
	}
	fonts, err := d.paperFonts()
	if err != nil {
		return Bound{}, err
	}
	options := pdf.Options{Fonts: fonts}
	if o.Archive {
		options.Preset = pdf.ForArchive
	}
	data, info, err := pdf.WriteBook(book, options, func(pages int) error {
		if progress != nil {
			progress(pages)
		}
		return ctx.Err()
	})
	if err == nil && strings.EqualFold(filepath.Ext(path), ".docx") {
		data, err = docx.WriteBook(book, info.Places)
	}
	if err != nil {
		return Bound{}, fmt.Errorf("%s: %w", path, err)
	}
	b := Bound{Pages: info.Pages, Proposals: len(entries), NoFang: info.NoFang}
	for _, m := range info.Missing {
		b.Missing += string(m.Rune)
	}
	b.File, err = save(path, data)
	return b, err
}

// WriteCopy saves one received proposal at path, by its ending: its paper as a
// PDF (with archive as 归档版) or for Word and WPS, or as a data file, unsigned
// and open, so that whoever gets it can read it.
func (d *Desk) WriteCopy(p annotate.Proposal, path string, archive bool) error {
	if !strings.EqualFold(filepath.Ext(path), ".dbz") {
		_, err := d.sheet(p, path, archive)
		return err
	}
	packet, err := export.NewPacketFiles(p.Deputy.Name, []annotate.Proposal{p}, d.FileBytes)
	if err != nil {
		return err
	}
	data, err := packet.Bytes()
	if err != nil {
		return err
	}
	_, err = save(path, data)
	return err
}
