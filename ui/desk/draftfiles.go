package desk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/export"
)

// Limits of attachments. A sheet names three; a file that is larger than a scan
// of some pages does not go through the mail of an office.
const (
	MostFiles    = 3
	MostFileSize = 5 << 20 // bytes
)

// What keeps a file from being attached.
var (
	ErrFileTwice = errors.New("attached already")
	ErrFileSize  = errors.New("too large to attach")
	ErrFileCount = errors.New("three files are attached")
	ErrNoBytes   = errors.New("the file is not kept here")
)

const fileRecord = "attachment"

// A keptFile is an attachment as the store keeps it, under its hash.
type keptFile struct {
	SHA256 string `json:"sha256"`
	Data   []byte `json:"data"`
}

// Attach adds the file at path to the open draft; Undo takes it away. A copy is
// kept, so that the file may be moved afterwards.
func (d *Desk) Attach(path string) {
	if d.draft == nil {
		d.tell(ErrNoDraft)
		return
	}
	f, data, err := d.readFile(*d.draft, path)
	if err == nil {
		err = d.keepFile(f.SHA256, data)
	}
	if err != nil {
		d.tell(err)
		return
	}
	d.change(func(p *annotate.Proposal) { attach(p, f) })
}

// attach adds f to p.
func attach(p *annotate.Proposal, f annotate.File) {
	p.Attachments = append(slices.Clone(p.Attachments), f.Name)
	p.Files = append(slices.Clone(p.Files), f)
}

// Attachments are the files of p in the order of the sheet. One that p only
// names has no hash.
func Attachments(p annotate.Proposal) []annotate.File {
	var all []annotate.File
	for _, name := range p.Attachments {
		f := annotate.File{Name: name}
		if at := slices.IndexFunc(p.Files, func(f annotate.File) bool { return f.Name == name }); at >= 0 {
			f = p.Files[at]
		}
		all = append(all, f)
	}
	return all
}

// Detach takes attachment i off the open draft; Undo puts it back.
func (d *Desk) Detach(i int) {
	if d.draft == nil || i < 0 || i >= len(d.draft.Attachments) {
		return
	}
	name := d.draft.Attachments[i]
	d.change(func(p *annotate.Proposal) {
		p.Attachments = slices.Delete(slices.Clone(p.Attachments), i, i+1)
		p.Files = slices.DeleteFunc(slices.Clone(p.Files), func(f annotate.File) bool { return f.Name == name })
	})
}

// readFile reads a file that is to be attached to p and refuses, in one
// sentence, what cannot be.
func (d *Desk) readFile(p annotate.Proposal, path string) (annotate.File, []byte, error) {
	shown := filepath.Base(path)
	refuse := func(key string, why error) error {
		return &Refusal{"desk.draft.attach." + key, []any{"file", shown, "most", MostFiles, "size", MostFileSize >> 20, "detail", why}, why}
	}
	if len(p.Attachments) >= MostFiles {
		return annotate.File{}, nil, refuse("count", ErrFileCount)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return annotate.File{}, nil, refuse("read", err)
	case info.IsDir():
		return annotate.File{}, nil, refuse("folder", errors.New("a folder"))
	case info.Size() > MostFileSize:
		return annotate.File{}, nil, refuse("size", ErrFileSize)
	case info.Size() == 0:
		return annotate.File{}, nil, refuse("empty", errors.New("an empty file"))
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return annotate.File{}, nil, refuse("read", err)
	}
	sum := sha256.Sum256(data)
	f := annotate.File{Name: export.SafeName(shown), Size: len(data), SHA256: hex.EncodeToString(sum[:])}
	if slices.ContainsFunc(p.Files, func(o annotate.File) bool { return o.SHA256 == f.SHA256 }) {
		return annotate.File{}, nil, refuse("twice", ErrFileTwice)
	}
	ext := filepath.Ext(f.Name)
	for n, stem := 2, strings.TrimSuffix(f.Name, ext); slices.Contains(p.Attachments, f.Name); n++ {
		f.Name = fmt.Sprintf("%s (%d)%s", stem, n, ext)
	}
	return f, data, nil
}

// keepFile keeps the bytes of an attachment: in the store, or, on a desk that
// keeps nothing, as long as the desk stands.
func (d *Desk) keepFile(hash string, data []byte) error {
	if d.store == nil {
		if d.attached == nil {
			d.attached = map[string][]byte{}
		}
		d.attached[hash] = data
		return nil
	}
	return d.store.SaveRecords(store.Record{Kind: fileRecord, ID: hash, Value: keptFile{hash, data}})
}

// FileBytes are the bytes of an attachment, called by their hash.
func (d *Desk) FileBytes(hash string) ([]byte, error) {
	if data, ok := d.attached[hash]; ok {
		return data, nil
	}
	if d.store == nil {
		return nil, ErrNoBytes
	}
	kept, ok, err := store.RecordOf[keptFile](d.store, fileRecord, hash)
	switch {
	case err != nil:
		return nil, err
	case !ok:
		return nil, ErrNoBytes
	}
	return kept.Data, nil
}

// AttachBeside finds the attachments that a FILE.toml names among the files
// beside it. A name without a file stays a name: the paper goes along with it.
func (d *Desk) AttachBeside(p *annotate.Proposal, folder string) error {
	names := p.Attachments
	p.Attachments, p.Files = nil, nil
	for _, name := range names {
		path := filepath.Join(folder, filepath.Base(name))
		if _, err := os.Stat(path); err != nil || name != filepath.Base(name) {
			p.Attachments = append(slices.Clone(p.Attachments), name)
			continue
		}
		f, data, err := d.readFile(*p, path)
		if err != nil {
			return err
		}
		if err := d.keepFile(f.SHA256, data); err != nil {
			return err
		}
		attach(p, f)
	}
	return nil
}
