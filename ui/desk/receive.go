package desk

import (
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
	"deputydesk/export"
	"deputydesk/export/pdf"
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

// receive reads what lies in files and folders. keep keeps the attachments that
// came along.
func (d *Desk) receive(paths []string) (all []registry.Received, keep func() error, err error) {
	files, err := d.listed(paths)
	if err != nil {
		return nil, nil, err
	}
	var packets []export.Packet
	for _, path := range files {
		got, packet := d.readReceived(path)
		all = append(all, got...)
		if packet != nil {
			packets = append(packets, *packet)
		}
	}
	return all, func() error {
		for _, p := range packets {
			for _, item := range p.Items {
				for _, f := range item.Files {
					if data := p.Attachment(f.SHA256); data != nil {
						if err := d.keepFile(f.SHA256, data); err != nil {
							return err
						}
					}
				}
			}
		}
		return nil
	}, nil
}

// listed names the files that paths mean, those of a folder in the order of
// their names; hidden ones are left out.
func (d *Desk) listed(paths []string) ([]string, error) {
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

// readReceived reads one file: a packet, a paper with one inside, or a proposal
// as text. What cannot be read is a row that says so.
func (d *Desk) readReceived(path string) ([]registry.Received, *export.Packet) {
	name := filepath.Base(path)
	bad := func(err error) ([]registry.Received, *export.Packet) {
		return []registry.Received{{File: name, Err: err}}, nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return bad(err)
	case !info.Mode().IsRegular():
		return bad(ErrNoData)
	case info.Size() > mostFile:
		return bad(ErrLargeFile)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return bad(err)
	}
	if strings.EqualFold(filepath.Ext(path), ".toml") {
		p, err := annotate.ReadFile(name, data)
		if err != nil {
			return bad(err)
		}
		d.Bind(&p)
		return []registry.Received{d.received(name, p, "", "")}, nil
	}
	if inside, ok := pdf.Data(data); ok {
		data = inside
	} else if export.Carried(data) != export.PacketFile {
		return bad(ErrNoData)
	}
	packet, err := unpack(name, data, d.secrets())
	if err != nil {
		return bad(err)
	}
	sum := sha256.Sum256(data)
	key := ""
	if packet.Seal != nil {
		key = hex.EncodeToString(packet.Seal.Key)
	}
	var all []registry.Received
	for _, p := range packet.Items {
		all = append(all, d.received(name, p, hex.EncodeToString(sum[:]), key))
	}
	if len(all) == 0 {
		return bad(ErrNoData)
	}
	return all, &packet
}

// received is a proposal with what a clerk wants to know first.
func (d *Desk) received(name string, p annotate.Proposal, packet, key string) registry.Received {
	r := registry.Received{File: name, Proposal: p.Bare(), Digest: export.Digest(p), Packet: packet, Key: key}
	for name, text := range map[string]string{"title": p.Title, "deputy.name": p.Deputy.Name, "deputy.number": p.Deputy.Number, "deputy.delegation": p.Deputy.Delegation} {
		if registry.Unseen(text) {
			r.Hidden = append(r.Hidden, name)
		}
	}
	slices.Sort(r.Hidden)
	for _, f := range check.Proposal(p, d.pack, nil, nil) {
		if f.Severity == check.Error && f.Field != "" {
			r.Lacks = append(r.Lacks, f.Field)
		}
	}
	return r
}
