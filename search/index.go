package search

import (
	"context"
	"sync"

	"deputydesk/search/hanzi"
)

// An Index answers queries. It is safe for concurrent use; Find may run while
// Replace builds.
type Index struct {
	mu    sync.RWMutex // guards lib and extra; held for reading as long as an answer is made
	lib   *library
	extra *hanzi.Synonyms // known words and the user's own; nil for the known ones

	replacing sync.Mutex // one Replace at a time
	dir       string     // where public Docs are indexed; "" for nowhere
}

// A library is what an Index knows at one time; it is replaced, never changed.
type library struct {
	public, private []*leaf
	disk            *disk // index of public, nil if they are scanned
}

// Scan returns an Index over docs that is searchable at once and never touches
// the disk.
func Scan(docs []Doc) *Index {
	return &Index{lib: &library{private: leaves(docs, nil)}}
}

// leaves takes up docs, with those of old that did not change.
func leaves(docs []Doc, old []*leaf) []*leaf {
	type key struct {
		kind Kind
		id   string
	}
	known := make(map[key]*leaf, len(old))
	for _, l := range old {
		known[key{l.doc.Kind, l.doc.ID}] = l
	}
	all := make([]*leaf, len(docs))
	for i, d := range docs {
		l, ok := known[key{d.Kind, d.ID}]
		if !ok || l.doc != d {
			l = &leaf{doc: d}
		}
		all[i] = l
	}
	return all
}

// Learn makes x search for the words of more as well as for those it knows.
// Each call replaces what was learned before.
func (x *Index) Learn(more hanzi.Synonyms) {
	all := hanzi.Known().With(more)
	x.mu.Lock()
	defer x.mu.Unlock()
	x.extra = &all
}

// words must be called with mu held.
func (x *Index) words() hanzi.Synonyms {
	if x.extra != nil {
		return *x.extra
	}
	return hanzi.Known()
}

// candidates returns the leaves that may meet root, private ones included. A
// nil root means all.
func (lib *library) candidates(ctx context.Context, root *node) []*leaf {
	public := lib.public
	if lib.disk != nil && root != nil {
		if some, ok := lib.disk.candidates(ctx, root); ok {
			public = make([]*leaf, 0, len(some))
			for _, i := range some {
				public = append(public, lib.public[i])
			}
		}
	}
	if len(lib.private) == 0 {
		return public
	}
	return append(public[:len(public):len(public)], lib.private...)
}

// Open returns an Index that keeps what it builds for public Docs under dir.
// It holds no Docs until Replace is called. An index there that is damaged,
// locked, older or newer is replaced without a question.
func Open(dir string) (*Index, error) {
	return &Index{lib: &library{}, dir: dir}, nil
}

// Replace makes x know exactly these Docs. Public ones may be written to disk;
// private ones never leave memory. Find answers from the new Docs at once, by
// reading through them, until the index is built. Progress, which may be nil,
// is told how many of the public Docs are indexed.
func (x *Index) Replace(ctx context.Context, public, private []Doc, progress func(done, total int)) error {
	x.replacing.Lock()
	defer x.replacing.Unlock()
	x.mu.Lock()
	x.lib = &library{public: leaves(public, x.lib.public), private: leaves(private, x.lib.private)}
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
	x.lib = &library{public: x.lib.public, disk: x.lib.disk, private: leaves(docs, x.lib.private)}
	return nil
}

// Close gives back what x holds open. Find must not be called after it.
func (x *Index) Close() error { return nil }
