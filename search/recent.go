package search

import "sync"

// maxRecent is how many leaves are kept comparable beside an index, twice at
// most: what is typed letter by letter is met by the same ones again. They take
// two kilobytes each.
const maxRecent = 2000

// maxScanned is the same where every question reads through all of them. A
// library that is larger is made comparable anew each time, for the minute
// until its index is built.
const maxScanned = 20000

// recent keeps the leaves that were looked into last. It is safe for
// concurrent use.
type recent struct {
	mu       sync.Mutex
	now, old map[int]*leaf
}

// leaf returns the leaf of docs[i] and keeps most of them, or twice as many.
func (r *recent) leaf(docs []Doc, i, most int) *leaf {
	r.mu.Lock()
	defer r.mu.Unlock()
	if l := r.now[i]; l != nil {
		return l
	}
	l := r.old[i]
	if l == nil {
		l = &leaf{doc: docs[i]}
	}
	if r.now == nil || len(r.now) >= most {
		r.now, r.old = make(map[int]*leaf), r.now
	}
	r.now[i] = l
	return l
}
