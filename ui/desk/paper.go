package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"deputydesk/annotate"
	"deputydesk/export"
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

// Sheet makes the paper of a proposal and saves it at path. The same proposal
// gives the same bytes.
func (d *Desk) Sheet(p annotate.Proposal, path string) (Paper, error) {
	data, paper, err := d.sheet(p)
	if err != nil {
		return Paper{}, fmt.Errorf("%s: %w", path, err)
	}
	if err := pdf.Save(path, data); err != nil {
		return Paper{}, err
	}
	paper.File = path
	return paper, nil
}

func (d *Desk) sheet(p annotate.Proposal) ([]byte, Paper, error) {
	packet, err := export.Pack(p.Deputy.Name, []annotate.Proposal{p})
	if err != nil {
		return nil, Paper{}, err
	}
	data, info, err := pdf.Write(export.Sheet(p, d.Find, nil), pdf.Options{Data: packet})
	if err != nil {
		return nil, Paper{}, err
	}
	sum := sha256.Sum256(data)
	paper := Paper{Pages: info.Pages, SHA256: hex.EncodeToString(sum[:]), NoFang: info.NoFang}
	for _, m := range info.Missing {
		paper.Missing += string(m.Rune)
	}
	return data, paper, nil
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
	p := *d.draft
	d.set.Background(func() {
		paper, err := d.Sheet(p, path)
		d.set.Post(func() {
			if err != nil {
				d.tell(err)
				return
			}
			d.tell(d.store.Revise(p.ID, "printed"))
			d.written = paper
			d.changed(Edited)
		})
	})
}

// Written is the last paper made of the open draft; its File is "" if none.
func (d *Desk) Written() Paper { return d.written }

// SaveElsewhere writes the open draft as a text file, for when the data folder
// cannot be written any more.
func (d *Desk) SaveElsewhere(path string) error {
	if d.draft == nil {
		return ErrNoDraft
	}
	return os.WriteFile(path, annotate.WriteFile(*d.draft), 0o600)
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
