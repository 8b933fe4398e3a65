package search

import (
	"context"
	"errors"
	"slices"
	"sync"

	"deputydesk/search/hanzi"
)

// An Index answers queries. It is safe for concurrent use; Find may run while
// Replace builds.
type Index struct {
	mu      sync.RWMutex // guards what follows; held for reading as long as an answer is made
	lib     *library
	extra   *hanzi.Synonyms // known words and the user's own; nil for the known ones
	trouble error

	replacing sync.Mutex // one Replace at a time
	dir       string     // where public Docs are indexed; "" for nowhere
}

// A library is what an Index knows at one time; it is replaced, never changed.
type library struct {
	public  []Doc
	recent  recent
	private []*leaf
	disk    *disk // index of public, nil if they are scanned

	ranking sync.Once
	ranks   []int32 // of public in reading order, see rank
}

// scanLimit is how many public leaves are scanned even though an index is
// there: reading through so few takes a quarter of a millisecond, and the index
// no less.
var scanLimit = 200

// Scan returns an Index over docs that is searchable at once and never touches
// the disk. Notes and proposals among them are the private ones.
func Scan(docs []Doc) *Index {
	var public, private []Doc
	for _, d := range docs {
		if d.Kind == Notes || d.Kind == Proposals {
			private = append(private, d)
		} else {
			public = append(public, d)
		}
	}
	return &Index{lib: &library{public: public, private: leaves(private, nil)}}
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

// leaf returns public leaf i, made comparable at the latest when somebody
// looks into it.
func (lib *library) leaf(i int) *leaf {
	most := maxScanned
	if lib.disk != nil && len(lib.public) > scanLimit {
		most = maxRecent
	}
	return lib.recent.leaf(lib.public, i, most)
}

// rank returns where public leaf i stands in reading order.
func (lib *library) rank(i int) int {
	lib.ranking.Do(func() {
		order := make([]int32, len(lib.public))
		for i := range order {
			order[i] = int32(i)
		}
		slices.SortStableFunc(order, func(a, b int32) int { return docOrder(&lib.public[a], &lib.public[b]) })
		lib.ranks = make([]int32, len(order))
		for rank, i := range order {
			lib.ranks[i] = int32(rank)
		}
	})
	return int(lib.ranks[i])
}

// Open returns an Index that keeps what it builds for public Docs under dir,
// which belongs to it alone. It holds no Docs until Replace is called. It
// always succeeds: an index there that is damaged, locked, older or newer is
// replaced without a question, and where none can be kept, Find does without;
// see Trouble.
func Open(dir string) (*Index, error) {
	if dir == "" {
		return nil, errors.New("open index: no directory")
	}
	return &Index{lib: &library{}, dir: dir}, nil
}

// Trouble returns why there is no index on disk, or nil. It concerns speed
// only, never what is found.
func (x *Index) Trouble() error {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.trouble
}

// Replace makes x know exactly these Docs. Public ones may be written to disk;
// private ones never leave memory. Find answers from the new Docs at once, by
// reading through them, until the index is built. Progress, which may be nil,
// is told how many of the public Docs are indexed. The only error is that of
// ctx; the new Docs are known even then. It keeps both lists, which nobody may
// change any more.
func (x *Index) Replace(ctx context.Context, public, private []Doc, progress func(done, total int)) error {
	x.replacing.Lock()
	defer x.replacing.Unlock()
	x.mu.Lock()
	old := x.lib
	lib := &library{public: public, private: leaves(private, old.private)}
	x.lib = lib
	x.mu.Unlock()
	err := old.close()
	if x.dir != "" && len(public) > 0 {
		d, trouble := shelve(ctx, x.dir, public, progress)
		err = errors.Join(err, trouble)
		x.mu.Lock()
		if d != nil {
			x.lib = &library{public: public, private: x.lib.private, disk: d}
		}
		x.trouble = err
		x.mu.Unlock()
	}
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
	x.lib = x.lib.with(leaves(docs, x.lib.private))
	return nil
}

// with returns lib with other private leaves.
func (lib *library) with(private []*leaf) *library {
	return &library{public: lib.public, disk: lib.disk, private: private}
}

// Close gives back what x holds open. Find still answers afterwards, by
// reading through the Docs.
func (x *Index) Close() error {
	x.replacing.Lock()
	defer x.replacing.Unlock()
	x.mu.Lock()
	old := x.lib
	x.lib = &library{public: old.public, private: old.private}
	x.mu.Unlock()
	return old.close()
}

// close closes the index on disk, if there is one. Nobody may be reading lib.
func (lib *library) close() error {
	if lib.disk == nil {
		return nil
	}
	return lib.disk.close()
}
