package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/disk"
	"deputydesk/export"
	"deputydesk/export/docx"
	"deputydesk/export/pdf"
)

// A Paper is a file that was made to be printed or handed on.
type Paper struct {
	File   string `json:"file"`
	Pages  int    `json:"pages"`
	SHA256 string `json:"sha256"` // of the file, lower-case hex

	Missing string `json:"missing,omitempty"` // characters no font has; printed as 〓
	NoFang  bool   `json:"no_fang,omitempty"` // 仿宋 was not found: the body is in another face
}

// Sheet makes the paper of a proposal and saves it at path: a PDF with the data
// inside, or, when path ends in .docx, a file for Word and WPS. The same
// proposal gives the same bytes.
func (d *Desk) Sheet(p annotate.Proposal, path string) (Paper, error) {
	return d.sheet(p, path, false)
}

// Archive is Sheet as 归档版: PDF/A-1b, without the data.
func (d *Desk) Archive(p annotate.Proposal, path string) (Paper, error) {
	return d.sheet(p, path, true)
}

func (d *Desk) sheet(p annotate.Proposal, path string, archive bool) (Paper, error) {
	p = d.Ordered(p)
	doc := export.Sheet(p, d.Find, d.wording)
	data, paper, err := d.write(doc, p, archive, strings.EqualFold(filepath.Ext(path), ".docx"))
	if err != nil {
		return Paper{}, fmt.Errorf("%s: %w", path, err)
	}
	if paper.File, err = save(path, data); err != nil {
		return Paper{}, err
	}
	sum := sha256.Sum256(data)
	paper.SHA256 = hex.EncodeToString(sum[:])
	return paper, nil
}

// Signers makes the sheet on which those who sign p with its author sign, and
// saves it at path.
func (d *Desk) Signers(p annotate.Proposal, path string) (Paper, error) {
	fonts, err := d.paperFonts()
	if err != nil {
		return Paper{}, err
	}
	data, info, err := pdf.Write(export.SignatureSheet(p, d.Find, d.wording), pdf.Options{Fonts: fonts})
	if err != nil {
		return Paper{}, fmt.Errorf("%s: %w", path, err)
	}
	paper := Paper{Pages: info.Pages, NoFang: info.NoFang}
	if paper.File, err = save(path, data); err != nil {
		return Paper{}, err
	}
	sum := sha256.Sum256(data)
	paper.SHA256 = hex.EncodeToString(sum[:])
	return paper, nil
}

// PrintSigners makes that sheet for the open draft and says where it is.
func (d *Desk) PrintSigners(path string) {
	if d.draft == nil {
		d.tell(ErrNoDraft)
		return
	}
	if err := d.Flush(); err != nil {
		d.tell(err)
		return
	}
	if err := d.revise("printed"); err != nil { // what is signed stays known
		d.tell(err)
		return
	}
	p := *d.draft
	d.set.Background(func() {
		paper, err := d.Signers(p, path)
		d.set.Post(func() {
			if err == nil {
				err = &Outcome{"desk.draft.signers", []any{"file", paper.File, "pages", paper.Pages}}
			}
			d.tell(err)
		})
	})
}

// wording is how the place words the form where it does so otherwise.
func (d *Desk) wording(key string, args ...any) string {
	if len(args) > 0 {
		return ""
	}
	c := d.pack.Choices
	for field, own := range map[string][]string{
		"when": c.When, "motion_type": c.MotionType, "open": c.Open, "formed": c.Formed,
		"repeated": c.Repeated, "contact": c.Contact, "reply": c.Reply,
	} {
		if key == export.ChoiceKey(field) {
			return strings.Join(own, "\n")
		}
	}
	return d.pack.Label(key)
}

// write sets doc as a file. Both kinds are laid out as a PDF first, which counts
// the pages and finds the characters that no font has.
func (d *Desk) write(doc export.Document, p annotate.Proposal, archive, word bool) ([]byte, Paper, error) {
	fonts, err := d.paperFonts()
	if err != nil {
		return nil, Paper{}, err
	}
	o := pdf.Options{Fonts: fonts, Preset: pdf.ForArchive}
	if !archive {
		o.Preset = pdf.ForSigning
		if o.Data, err = d.PackProposals(p.Deputy.Name, []annotate.Proposal{p}); err != nil {
			return nil, Paper{}, err
		}
	}
	data, info, err := pdf.Write(doc, o)
	if err != nil {
		return nil, Paper{}, err
	}
	paper := Paper{Pages: info.Pages, NoFang: info.NoFang}
	for _, m := range info.Missing {
		paper.Missing += string(m.Rune)
	}
	if word {
		data, err = docx.Write(doc)
	}
	return data, paper, err
}

// SaveFile saves data at path, whole or not at all, and returns where: beside it
// if another program holds the file.
func SaveFile(path string, data []byte) (string, error) { return save(path, data) }

// save writes data at path, or beside it as "name (2).pdf" when the file of
// that name cannot be replaced because a viewer has it open.
func save(path string, data []byte) (string, error) {
	err := pdf.Save(path, data)
	if err == nil || !disk.Is(err, disk.ErrHeld) && !held(path) {
		return path, err
	}
	ext := filepath.Ext(path)
	beside := strings.TrimSuffix(path, ext) + " (2)" + ext
	return beside, pdf.Save(beside, data)
}

// held reports whether there is a file at path that may not be written to,
// although its folder may be.
func held(path string) bool {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return !os.IsNotExist(err)
	}
	return f.Close() != nil
}

// FileName is what the paper of p is called unless the user says otherwise.
func FileName(p annotate.Proposal) string { return export.FileName(p) }

// Print makes the paper of the open draft at path; Written is then what was
// made.
func (d *Desk) Print(path string) {
	if d.draft == nil {
		d.tell(ErrNoDraft)
		return
	}
	if err := d.Flush(); err != nil {
		d.tell(err)
		return
	}
	if err := d.revise("printed"); err != nil { // the paper bears its number
		d.tell(err)
		return
	}
	p := *d.draft
	guarded := d.Guard(p)
	d.set.Background(func() {
		paper, err := d.Sheet(p, path)
		d.set.Post(func() {
			if err != nil {
				d.tell(err)
				return
			}
			d.written = paper
			d.changed(Edited)
			if len(guarded) > 0 {
				d.tell(&Guarded{filepath.Base(paper.File), guarded})
			}
		})
	})
}

// Written is the last paper made of the open draft; its File is "" if none.
func (d *Desk) Written() Paper { return d.written }

// SaveAll writes everything that was typed to disk now.
func (d *Desk) SaveAll() error { return errors.Join(d.endJotting(), d.endOutline(), d.Flush()) }

// SaveElsewhere writes what could not be saved as text files: the open draft at
// path, the note being typed beside it.
func (d *Desk) SaveElsewhere(path string) error {
	var err error
	if d.draft != nil {
		err = disk.Write(path, annotate.WriteFile(*d.draft), 0o600)
	}
	if j := d.jotting; j != nil && j.dirty {
		text := "“" + j.note.Anchor.Quote + "”\n\n" + j.note.Text + "\n"
		err = errors.Join(err, disk.Write(path+".txt", []byte(text), 0o600))
	}
	return err
}

// Folder is where everything is kept, "" if nowhere.
func (d *Desk) Folder() string {
	if d.set.Folder == "" {
		return ""
	}
	if abs, err := filepath.Abs(d.set.Folder); err == nil {
		return abs
	}
	return d.set.Folder
}
