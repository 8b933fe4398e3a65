package desk

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/annotate/registry"
	"deputydesk/annotate/store"
	"deputydesk/export"
	"deputydesk/export/pdf"
	"deputydesk/seeds/rules"
)

// Limits of one intake. A large session has 1,300 proposals; what is more than
// ten times that was dropped on the window by mistake.
const (
	mostReceived = 20_000
	mostFile     = 64 << 20 // bytes
)

// What keeps an intake, or one of its files, from being read.
var (
	ErrManyFiles = errors.New("too many files at once")
	ErrNoData    = errors.New("there is no data inside")
	ErrLargeFile = errors.New("larger than any packet")
)

// An Arrival 来件 is what stood in files that were handed in: read, and nothing
// of it kept.
type Arrival struct {
	Files    int // so many were read
	Received []registry.Received

	packets []export.Packet // those with attachments
	papers  []paper         // the files that copies were made from
	texts   []int           // of Received: those that were FILE.toml and are not bound to the report yet
}

// A receiver reads what was handed in. It holds what it needs, so that it may
// work away from the desk's goroutine.
type receiver struct {
	pack    *rules.Pack
	secrets []string
}

func (d *Desk) receiver() receiver {
	return receiver{pack: d.pack, secrets: slices.Clone(d.secrets())}
}

// Arrive begins to read what lies in files and folders. read may run away from
// the desk's goroutine; settle finishes on it what it has read.
func (d *Desk) Arrive(paths []string) (read func(ctx context.Context, step func(done, of int)) (*Arrival, error), settle func(*Arrival)) {
	r := d.receiver()
	read = func(ctx context.Context, step func(done, of int)) (*Arrival, error) {
		files, err := filesIn(paths)
		if err != nil {
			return nil, err
		}
		a := &Arrival{Files: len(files)}
		for i, path := range files {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			step(i, len(files))
			got, came := r.read(path)
			a.add(got, came)
		}
		step(len(files), len(files))
		return a, nil
	}
	return read, func(a *Arrival) {
		for _, i := range a.texts {
			p := a.Received[i].Proposal
			d.Bind(&p)
			a.Received[i] = r.received(a.Received[i].File, p, "", "")
		}
		a.texts = nil
	}
}

// came is what a file brought beside proposals.
type came struct {
	packet *export.Packet
	paper  *paper
	text   bool // it was a FILE.toml, which is bound to the report on the desk
}

// add takes up what came of one file.
func (a *Arrival) add(got []registry.Received, c came) {
	if c.text {
		a.texts = append(a.texts, len(a.Received))
	}
	a.Received = append(a.Received, got...)
	if c.packet != nil && slices.ContainsFunc(c.packet.Items, func(p annotate.Proposal) bool { return len(p.Files) > 0 }) {
		a.packets = append(a.packets, *c.packet)
	}
	if c.paper != nil {
		a.papers = append(a.papers, *c.paper)
	}
}

// Join puts what arrived earlier before it.
func (a *Arrival) Join(earlier *Arrival) {
	a.Files += earlier.Files
	a.Received = append(slices.Clone(earlier.Received), a.Received...)
	a.packets = append(slices.Clone(earlier.packets), a.packets...)
	a.papers = append(slices.Clone(earlier.papers), a.papers...)
}

// attachments are the records of the files that came with rows that enter.
func (a *Arrival) attachments(rows []registry.Row) []store.Record {
	of, papers := map[annotate.ProposalID]bool{}, map[string]bool{}
	for _, row := range rows {
		if row.Enters() {
			of[row.Proposal.ID] = true
			for _, f := range row.Files {
				papers[f.SHA256] = true
			}
		}
	}
	var all []store.Record
	seen := map[string]bool{}
	keep := func(hash string, data []byte) {
		if data != nil && !seen[hash] {
			seen[hash] = true
			all = append(all, store.Record{Kind: fileRecord, ID: hash, Value: keptFile{hash, data}})
		}
	}
	for _, p := range a.packets {
		for _, item := range p.Items {
			for _, f := range item.Files {
				if of[item.ID] {
					keep(f.SHA256, p.Attachment(f.SHA256))
				}
			}
		}
	}
	for _, p := range a.papers {
		if papers[p.file.SHA256] {
			keep(p.file.SHA256, p.data)
		}
	}
	return all
}

// filesIn names the files that paths mean, those of a folder in the order of
// their names; hidden ones are left out.
func filesIn(paths []string) ([]string, error) {
	var files []string
	for _, path := range paths {
		err := filepath.WalkDir(path, func(name string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case name != path && strings.HasPrefix(e.Name(), "."):
				if e.IsDir() {
					return filepath.SkipDir
				}
			case e.IsDir():
			default:
				files = append(files, name)
			}
			if len(files) > mostReceived {
				return fmt.Errorf("%s: more than %d: %w", path, mostReceived, ErrManyFiles)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

// readWhole reads a file that is handed in, and says the name people know it by.
func readWhole(path string) (name string, data []byte, err error) {
	name = filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return name, nil, err
	case !info.Mode().IsRegular():
		return name, nil, ErrNoData
	case info.Size() > mostFile:
		return name, nil, ErrLargeFile
	}
	data, err = os.ReadFile(path)
	return name, data, err
}

// read reads one file: a packet, a paper with one inside, or a proposal as text;
// anything else is copied from what stands on it. What cannot be read is a row
// that says so.
func (r receiver) read(path string) (all []registry.Received, c came) {
	name, data, err := readWhole(path)
	bad := func(err error) ([]registry.Received, came) {
		return []registry.Received{{File: name, Err: err}}, came{}
	}
	if err != nil {
		return bad(err)
	}
	if strings.EqualFold(filepath.Ext(path), ".toml") {
		p, err := annotate.ReadFile(name, data)
		if err != nil {
			return bad(err)
		}
		return []registry.Received{{File: name, Proposal: p}}, came{text: true}
	}
	if inside, ok := pdf.Data(data); ok {
		data = inside
	} else if carrier := export.Carried(data); carrier == export.NoCarrier {
		return r.copy(name, data)
	} else if carrier != export.PacketFile {
		return bad(ErrNoData)
	}
	unpacked, err := unpack(name, data, r.secrets)
	if err != nil {
		return bad(err)
	}
	sum := sha256.Sum256(data)
	key := ""
	if unpacked.Seal != nil {
		key = hex.EncodeToString(unpacked.Seal.Key)
	}
	for _, p := range unpacked.Items {
		all = append(all, r.received(name, p, hex.EncodeToString(sum[:]), key))
	}
	if len(all) == 0 {
		return bad(ErrNoData)
	}
	return all, came{packet: &unpacked}
}

// received is a proposal with what a clerk wants to know first.
func (r receiver) received(name string, p annotate.Proposal, packet, key string) registry.Received {
	got := registry.Received{File: name, Proposal: p.Bare(), Digest: export.Digest(p), Packet: packet, Key: key}
	for name, text := range map[string]string{"title": p.Title, "deputy.name": p.Deputy.Name, "deputy.number": p.Deputy.Number, "deputy.delegation": p.Deputy.Delegation} {
		if registry.Unseen(text) {
			got.Hidden = append(got.Hidden, name)
		}
	}
	slices.Sort(got.Hidden)
	for _, f := range check.Proposal(p, r.pack, nil, nil) {
		if f.Severity == check.Error && f.Field != "" {
			got.Lacks = append(got.Lacks, f.Field)
		}
	}
	return got
}
