package search

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"

	drive "deputydesk/annotate/disk"
)

// On disk, under the directory given to Open:
//
//	catalogue-<hash>      one finished index, named by what it was built from
//	catalogue-<hash>-2    the same, built anew because the first was of no use
//	building-<random>     one that is being built
//
// An index is never changed once it has its name. It is opened for reading
// only, so two programs may share it, and Windows may keep the files of an old
// one mapped while a new one takes over; old ones are removed at the next
// start. Beside bleve's own files lies manifest.json with the size and SHA-256
// of each of them, because bleve itself notices damage late or never.
const (
	finished = "catalogue-"
	building = "building-"
	manifest = "manifest.json"
)

// format names the shape of the index: fields, tokens, bleve's file version.
// Any change of these needs a new one, so that old indexes are built anew.
const format = "deputydesk-catalogue/2 bleve-2.6"

// lockTimeout is how long bleve waits for a file that another program holds.
// Without it, it would wait for ever.
const lockTimeout = "300ms"

// stale is when a building directory must have been left by a program that
// died.
const stale = 24 * time.Hour

// maxAttempts is how many names are tried for an index of the same hash.
const maxAttempts = 9

// A manifestFile says what an index was built from and what its files are.
type manifestFile struct {
	Format string            `json:"format"`
	Hash   string            `json:"hash"`
	Leaves int               `json:"leaves"`
	Files  map[string]string `json:"files"` // path below the index, with slashes: SHA-256
}

// hashOf names what is filed of docs, and in which format.
func hashOf(docs []Doc) string {
	h := sha256.New()
	var b []byte
	put := func(s string) {
		b = strconv.AppendInt(b[:0], int64(len(s)), 10)
		b = append(append(b, ':'), s...)
		_, _ = h.Write(b) // a hash never fails
	}
	put(format)
	for i := range docs {
		put(docs[i].Text)
		put(docs[i].Heading)
	}
	return hex.EncodeToString(h.Sum(nil))[:24]
}

// shelve returns an open index of docs under dir: the one that is there, if
// it is sound, or a new one. A new one is tried twice, since another program
// may tidy the same directory.
func shelve(ctx context.Context, dir string, docs []Doc, progress func(done, total int)) (*disk, error) {
	hash := hashOf(docs)
	var errs []error
	for attempt := 1; attempt <= maxAttempts; attempt++ {
		path := filepath.Join(dir, finished+hash)
		if attempt > 1 {
			path += "-" + strconv.Itoa(attempt)
		}
		if _, err := os.Stat(path); err == nil {
			d, err := openShelved(path, hash, len(docs))
			if err == nil {
				tidy(dir, path)
				return d, nil
			}
			errs = append(errs, err)
			if os.RemoveAll(path) != nil {
				continue // held by another program: take the next name
			}
		}
		if err := build(ctx, dir, path, hash, docs, progress); err != nil {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			errs = append(errs, err)
			if len(errs) > 3 {
				break
			}
			continue
		}
		d, err := openShelved(path, hash, len(docs))
		if err == nil {
			tidy(dir, path)
			return d, nil
		}
		errs = append(errs, err)
	}
	return nil, errors.Join(errs...)
}

// openShelved opens the index at path if every file of it is as it was built.
func openShelved(path, hash string, leaves int) (d *disk, err error) {
	defer func() {
		if p := recover(); p != nil {
			d, err = nil, fmt.Errorf("index %s: panic: %v", path, p)
		}
	}()
	raw, err := os.ReadFile(filepath.Join(path, manifest))
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	var m manifestFile
	if err := json.Unmarshal(raw, &m); err != nil {
		return nil, fmt.Errorf("index %s: manifest: %w", path, err)
	}
	if m.Format != format || m.Hash != hash || m.Leaves != leaves {
		return nil, fmt.Errorf("index %s: built from something else", path)
	}
	files, err := sums(path)
	if err != nil {
		return nil, fmt.Errorf("index: %w", err)
	}
	for name, sum := range m.Files {
		if files[name] != sum {
			return nil, fmt.Errorf("index %s: %s is damaged", path, name)
		}
	}
	return newDisk(path, leaves)
}

// sums returns the SHA-256 of every file below path but the manifest.
func sums(path string) (map[string]string, error) {
	all := make(map[string]string)
	err := filepath.WalkDir(path, func(name string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() || e.Name() == manifest {
			return err
		}
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		h := sha256.New()
		_, err = io.Copy(h, f)
		if err := errors.Join(err, f.Close()); err != nil {
			return err
		}
		below, err := filepath.Rel(path, name)
		if err != nil {
			return err
		}
		all[filepath.ToSlash(below)] = hex.EncodeToString(h.Sum(nil))
		return nil
	})
	return all, err
}

// batchSize is how many leaves bleve takes at a time. Fewer have to be merged
// more often, more take more memory: 4000 paragraphs 150 MB for a moment.
const batchSize = 4000

// build makes an index of docs and gives it its name once it is complete.
func build(ctx context.Context, dir, path, hash string, docs []Doc, progress func(done, total int)) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("build index: panic: %v", p)
		}
	}()
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	work, err := os.MkdirTemp(dir, building)
	if err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(work)) }()
	target := filepath.Join(work, "index")
	b, err := bleve.NewBuilder(target, newShape(), map[string]interface{}{"batchSize": batchSize, "buildPathPrefix": work})
	if err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	sizes, filer := make([]uint32, len(docs)), newFiler()
	for i := range docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		l := filer.file(&docs[i])
		sizes[i] = uint32(l.canonical)
		if err := b.Index(strconv.Itoa(i), l); err != nil {
			return fmt.Errorf("build index: document %d: %w", i, err)
		}
		if progress != nil && (i+1)%100 == 0 {
			progress(i+1, len(docs))
		}
	}
	if err := b.Close(); err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	if err := writeRoll(target, sizes); err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	files, err := sums(target)
	if err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	raw, err := json.MarshalIndent(manifestFile{format, hash, len(docs), files}, "", "\t")
	if err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	if err := os.WriteFile(filepath.Join(target, manifest), raw, 0o600); err != nil {
		return fmt.Errorf("build index: %w", err)
	}
	if err := drive.Rename(target, path); err != nil {
		if _, there := os.Stat(path); there == nil {
			return nil // another program was faster; what it built is checked like any other
		}
		return fmt.Errorf("build index: %w", err)
	}
	return nil
}

// tidy removes every index under dir but keep, and what a program that died
// left behind. What cannot be removed now will be at another start.
func tidy(dir, keep string) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		old := strings.HasPrefix(e.Name(), finished) && path != keep
		if info, err := e.Info(); err == nil && strings.HasPrefix(e.Name(), building) {
			old = time.Since(info.ModTime()) > stale
		}
		if old {
			_ = os.RemoveAll(path)
		}
	}
}
