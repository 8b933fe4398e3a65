package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
)

// mostSource is how many bytes one entry of a session package may have, unpacked:
// a report as PDF with pictures has some 10 MB. The other limits of unpack.go
// hold as well.
const mostSource = 48 << 20

// sessionCritical lists the names that this reader knows; so far there are none.
var sessionCritical []string

// ReadSession reads a session package; name stands in its errors, which are
// ErrSession, ErrAltered, ErrTooLarge or ErrCritical. A package that it returns
// is whole, and everything in it can be used.
func ReadSession(name string, data []byte) (SessionPackage, error) {
	p, err := readSession(data)
	if err != nil {
		return SessionPackage{}, fmt.Errorf("%s: %w", name, err)
	}
	return p, nil
}

func readSession(data []byte) (SessionPackage, error) {
	entries, err := unzip(data, mostSource, ErrSession)
	if err != nil {
		return SessionPackage{}, err
	}
	var p SessionPackage
	p.manifest = entries[manifestName]
	if p.manifest == nil || entries[sessionName] == nil {
		return p, fmt.Errorf("no %s or no %s: %w", manifestName, sessionName, ErrSession)
	}
	if err := json.Unmarshal(p.manifest, &p.Manifest); err != nil {
		return p, fmt.Errorf("%s: %w: %w", manifestName, ErrSession, err)
	}
	for _, name := range p.Manifest.Critical {
		if !slices.Contains(sessionCritical, name) {
			return p, fmt.Errorf("critical %q: %w", name, ErrCritical)
		}
	}
	if p.Manifest.Schema < 1 {
		return p, fmt.Errorf("schema %d: %w", p.Manifest.Schema, ErrSession)
	}
	delete(entries, manifestName)
	p.raw = entries
	if err := p.whole(); err != nil {
		return p, err
	}
	if err := p.content(); err != nil {
		return p, err
	}
	m, s := p.Manifest, p.Session
	if m.Session != s.Name || m.Issued != s.Issued.Format(time.RFC3339) || m.Fingerprint != Fingerprint(s.Key) {
		return p, fmt.Errorf("%s and %s differ: %w", manifestName, sessionName, ErrAltered)
	}
	err = s.check()
	if err == nil && s.Report != nil {
		err = s.Report.checkFile()
	}
	if err != nil {
		return p, fmt.Errorf("%w: %w", err, ErrSession)
	}
	return p, nil
}

// whole sees that the entries are those that the manifest names.
func (p SessionPackage) whole() error {
	named := map[string]bool{}
	for _, f := range p.Manifest.Files {
		data, ok := p.raw[f.Name]
		switch {
		case named[f.Name]:
			return fmt.Errorf("%s: named twice: %w", f.Name, ErrSession)
		case !ok:
			return fmt.Errorf("%s: missing: %w", f.Name, ErrAltered)
		case len(data) != f.Size || digest(data) != f.SHA256:
			return fmt.Errorf("%s: %w", f.Name, ErrAltered)
		}
		named[f.Name] = true
	}
	for name := range p.raw {
		if !named[name] {
			return fmt.Errorf("%s: not in the manifest: %w", name, ErrAltered)
		}
	}
	if p.Manifest.hash() != p.Manifest.ID {
		return fmt.Errorf("id: %w", ErrAltered)
	}
	return nil
}

// content reads the entries into p.Session.
func (p *SessionPackage) content() error {
	s := &p.Session
	for _, e := range []struct {
		name string
		into any
	}{{sessionName, s}, {rosterName, &s.Roster}, {doubtsName, &s.Doubts}} {
		data, ok := p.raw[e.name]
		if !ok {
			continue
		}
		if err := json.Unmarshal(data, e.into); err != nil {
			return fmt.Errorf("%s: %w: %w", e.name, ErrSession, err)
		}
	}
	// A column that only another program knows must not bring numbers in.
	if data := p.raw[rosterName]; telephone.MatchString(unwide(string(data))) {
		return fmt.Errorf("%s: a telephone or identity number: %w", rosterName, ErrSession)
	}
	s.Rules, s.Corrections = p.raw[rulesName], p.raw[correctionsName]
	if s.Report == nil {
		return nil
	}
	data, ok := p.raw[reportFolder+s.Report.File]
	if !ok {
		return fmt.Errorf("%s%s: missing: %w", reportFolder, s.Report.File, ErrAltered)
	}
	s.Report.Data = data
	return nil
}

// A Carrier is a kind of file that carries data between machines.
type Carrier int

// The kinds.
const (
	NoCarrier      Carrier = iota
	PacketFile             // .dbz, proposals
	SessionArchive         // .dbs, a session package
)

// Carried says by its content, not its name, what kind of file data is; whether
// it can be read is another question.
func Carried(data []byte) Carrier {
	if IsLetter(data) {
		return PacketFile // nothing else of ours is encrypted
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return NoCarrier
	}
	manifest, session := false, false
	for _, f := range z.File {
		manifest = manifest || f.Name == manifestName
		session = session || f.Name == sessionName
	}
	switch {
	case manifest && session:
		return SessionArchive
	case manifest:
		return PacketFile
	}
	return NoCarrier
}
