package export

import (
	"archive/zip"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"deputydesk/annotate/registry"
)

// Limits of an archive that is read: ten thousand proposals with their scans
// stay far below.
const (
	maxArchived      = 60_000   // entries of the zip
	maxArchivedEntry = 64 << 20 // bytes of one, unpacked
	maxArchivedAll   = 8 << 30  // bytes of all, unpacked
)

// ReadArchive reads and verifies a whole archive of so many bytes; name stands
// in its errors. What it returns is what was written: every entry is there, none
// was changed, and a signature, if there is one, is right.
func ReadArchive(name string, in io.ReaderAt, size int64) (Archive, error) {
	a, err := readArchive(in, size)
	if err != nil {
		return Archive{}, fmt.Errorf("%s: %w", name, err)
	}
	return a, nil
}

func readArchive(in io.ReaderAt, size int64) (Archive, error) {
	z, err := zip.NewReader(in, size)
	if err != nil {
		return Archive{}, fmt.Errorf("%w: %w", ErrArchive, err)
	}
	if len(z.File) > maxArchived {
		return Archive{}, fmt.Errorf("%d entries: %w", len(z.File), ErrTooLarge)
	}
	there, lower := map[string]*zip.File{}, map[string]bool{}
	for _, f := range z.File {
		if !properName(f.Name) || lower[strings.ToLower(f.Name)] {
			return Archive{}, fmt.Errorf("entry %q: %w", f.Name, ErrArchive)
		}
		lower[strings.ToLower(f.Name)] = true
		there[f.Name] = f
	}
	a, err := readManifest(there)
	if err != nil {
		return a, err
	}
	a.Files = func(hash string) ([]byte, error) {
		f := there[attachments+hash]
		if f == nil {
			return nil, fmt.Errorf("attachment %s: %w", hash, errNoAttachment)
		}
		return readEntry(f, maxArchivedEntry, ErrArchive)
	}
	return a, a.readAll(there)
}

// readManifest reads the manifest and checks the signature over it.
func readManifest(there map[string]*zip.File) (Archive, error) {
	var a Archive
	if there["manifest.json"] == nil {
		return a, fmt.Errorf("no manifest.json: %w", ErrArchive)
	}
	data, err := readEntry(there["manifest.json"], maxArchivedEntry, ErrArchive)
	if err != nil {
		return a, fmt.Errorf("manifest.json: %w", err)
	}
	if err := json.Unmarshal(data, &a.Manifest); err != nil {
		return a, fmt.Errorf("manifest.json: %w: %w", ErrArchive, err)
	}
	m := a.Manifest
	if len(m.Critical) > 0 {
		return a, fmt.Errorf("critical %q: %w", m.Critical[0], ErrCritical)
	}
	if m.Schema < 1 {
		return a, fmt.Errorf("schema %d: %w", m.Schema, ErrArchive)
	}
	if archiveID(m.Files) != m.ID {
		return a, fmt.Errorf("id: %w", ErrAltered)
	}
	if f := there["signature"]; f != nil {
		sealed, err := readEntry(f, maxEntry, ErrArchive)
		if err != nil {
			return a, fmt.Errorf("signature: %w", err)
		}
		s := new(Seal)
		switch err := json.Unmarshal(sealed, s); {
		case err != nil:
			return a, fmt.Errorf("signature: %w: %w", ErrArchive, err)
		case s.Algorithm != "ed25519" || len(s.Key) != ed25519.PublicKeySize:
			return a, fmt.Errorf("signature: unknown kind %q: %w", s.Algorithm, ErrArchive)
		case !ed25519.Verify(s.Key, data, s.Value):
			return a, fmt.Errorf("signature: %w", ErrAltered)
		}
		a.Seal = s
	}
	return a, nil
}

// readAll reads every entry that the manifest names, and sees that there are no
// others.
func (a *Archive) readAll(there map[string]*zip.File) error {
	total := int64(0)
	entries, named := map[string]registry.Entry{}, map[string]bool{}
	for _, f := range a.Manifest.Files {
		z := there[f.Name]
		if z == nil {
			return fmt.Errorf("%s: missing: %w", f.Name, ErrAltered)
		}
		if total += f.Size; f.Size < 0 || f.Size > maxArchivedEntry || total > maxArchivedAll {
			return fmt.Errorf("%s: %w", f.Name, ErrTooLarge)
		}
		data, err := readEntry(z, int(f.Size), ErrArchive)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		sum := sha256.Sum256(data)
		if int64(len(data)) != f.Size || hex.EncodeToString(sum[:]) != f.SHA256 {
			return fmt.Errorf("%s: %w", f.Name, ErrAltered)
		}
		switch {
		case strings.HasPrefix(f.Name, "entries/"):
			var e registry.Entry
			if err := json.Unmarshal(data, &e); err != nil {
				return fmt.Errorf("%s: %w: %w", f.Name, ErrArchive, err)
			}
			if entryName(e.Proposal.ID) != f.Name {
				return fmt.Errorf("%s: holds %q: %w", f.Name, e.Proposal.ID, ErrAltered)
			}
			entries[string(e.Proposal.ID)] = e
		case f.Name == "papers.json":
			if err := json.Unmarshal(data, &a.Issued); err != nil {
				return fmt.Errorf("%s: %w: %w", f.Name, ErrArchive, err)
			}
		}
		named[f.Name] = true
	}
	for name := range there {
		if name != "manifest.json" && name != "signature" && !named[name] {
			return fmt.Errorf("%s: not in the manifest: %w", name, ErrAltered)
		}
	}
	for _, id := range a.Manifest.Order {
		e, ok := entries[id]
		if !ok {
			return fmt.Errorf("entry %s: missing: %w", id, ErrAltered)
		}
		a.Entries = append(a.Entries, e)
		delete(entries, id)
	}
	if len(entries) > 0 {
		return fmt.Errorf("%d entries without a place: %w", len(entries), ErrAltered)
	}
	return nil
}
