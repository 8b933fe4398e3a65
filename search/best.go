package search

import (
	"cmp"
	"slices"
	"strings"

	"github.com/RoaringBitmap/roaring/v2"
)

// The first page without reading what cannot stand on it.
//
// The posting lists bound what a document can score (bound.go). Documents are
// read from the highest bound down, until the next one cannot come before the
// last of those that will be shown. The others are only counted: by their
// tokens where these leave no doubt, by looking for the printed word in their
// text where that is enough, and by reading up to maxCounted of them else.

// maxCounted and maxRead bound how many documents are looked through, and how
// many are made comparable and read, only to count them: a fifth of a
// millisecond each.
const (
	maxCounted = 500
	maxRead    = 30
)

// maxExact is how many are always read, so that the total is exact.
const maxExact = 150

// maxSimple is how many documents are simply read.
const maxSimple = 50

// slack is what a float32 may have lost.
const slack = 1.0001

// best returns the matches that may be shown, and false if there is no short
// way to them.
func (f *finder) best(root *node) ([]match, bool) {
	look := f.index()
	if f.quick || f.marking || f.plan || f.context || look == nil {
		return nil, false
	}
	s := sieve{lookup: look}
	docs := s.node(root)
	if docs == nil || f.index() == nil || docs.GetCardinality() <= uint64(max(f.limit, maxSimple)) {
		return nil, false
	}
	b := &ballot{finder: f, root: root, docs: docs, read: roaring.New(), others: otherwise(root)}
	for _, l := range f.lib.private {
		if f.scope == nil || f.scope(&l.doc) {
			b.take(l)
		}
	}
	if f.inOrder {
		b.inOrder()
	} else if !b.byScore(s) {
		return nil, false
	}
	if len(b.others) > 0 && len(b.found) == 0 {
		return nil, false
	}
	b.strictest(s)
	if f.stopped() || f.index() == nil {
		return nil, false
	}
	b.count(s)
	return b.found, true
}

// A ballot finds the best of docs that meet root.
type ballot struct {
	*finder
	root   *node
	docs   *roaring.Bitmap
	read   *roaring.Bitmap // of docs
	others []string        // see lone
	found  []match
	scores []float64 // the best final ones, highest first, at most limit
}

func (b *ballot) doc(doc uint32) *Doc { return &b.lib.public[b.lib.disk.place[doc]] }

// meets returns how l meets the question.
func (b *ballot) meets(l *leaf) (match, bool) {
	m, ok := b.finder.meets(b.root, l)
	if ok && len(b.others) > 0 {
		m.places = alone(m, b.others)
		ok = len(m.places) > 0
	}
	return m, ok
}

// take reads l.
func (b *ballot) take(l *leaf) {
	m, ok := b.meets(l)
	if !ok {
		return
	}
	b.found = append(b.found, m)
	score := m.score * b.worth(m, b.root)
	at, _ := slices.BinarySearchFunc(b.scores, score, func(a, b float64) int {
		if a >= b {
			return -1
		}
		return 1
	})
	if at < b.limit {
		b.scores = slices.Insert(b.scores, at, score)
		b.scores = b.scores[:min(len(b.scores), b.limit)]
	}
}

// takeDoc reads the leaf of doc, once.
func (b *ballot) takeDoc(doc uint32) {
	if b.read.CheckedAdd(doc) && (b.scope == nil || b.scope(b.doc(doc))) {
		b.take(b.lib.leaf(int(b.lib.disk.place[doc])))
	}
}

// inOrder reads from the first in reading order.
func (b *ballot) inOrder() {
	var order []uint64
	b.docs.Iterate(func(doc uint32) bool {
		order = append(order, uint64(b.lib.rank(int(b.lib.disk.place[doc])))<<32|uint64(doc))
		return true
	})
	slices.Sort(order)
	for i, o := range order {
		if len(b.found) >= b.limit+len(b.lib.private) || i%256 == 255 && b.stopped() {
			return
		}
		b.takeDoc(uint32(o))
	}
}

// buckets is into how many classes documents are divided by their bound, and
// portion how many are sorted at a time: the first are mostly enough.
const (
	buckets = 1024
	portion = 300
)

// byScore reads from the highest bound down. It returns false if there is no
// bound.
func (b *ballot) byScore(s sieve) bool {
	bound := newBound(s, b.lib.public, b.docs)
	defer bound.free()
	if !bound.node(b.root) {
		return false
	}
	disk, aimed := b.lib.disk, asksNumber(b.root)
	highest := float32(0)
	bound.each(b.docs, func(docs []uint32) {
		for _, doc := range docs {
			v := bound.sum[doc] * disk.factor[doc] * (firstFactor * slack)
			if aimed && b.doc(doc).Kind == Targets {
				v *= targetFactor
			}
			bound.sum[doc] = v
			highest = max(highest, v)
		}
	})
	scale := float32(buckets-1) / max(highest, 1e-9)
	bucket := func(doc uint32) int { return buckets - 1 - int(bound.sum[doc]*scale) }
	var sizes [buckets]int
	for _, doc := range bound.all {
		sizes[bucket(doc)]++
	}
	var some []uint32
	for from, to := 0, 0; from < buckets; from = to {
		for size := 0; to < buckets && size < portion; to++ {
			size += sizes[to]
		}
		some = some[:0]
		for _, doc := range bound.all {
			if k := bucket(doc); from <= k && k < to {
				some = append(some, doc)
			}
		}
		slices.SortFunc(some, func(x, y uint32) int { return cmp.Or(cmp.Compare(bound.sum[y], bound.sum[x]), cmp.Compare(x, y)) })
		for i, doc := range some {
			if len(b.scores) == b.limit && float64(bound.sum[doc]) < b.scores[b.limit-1] || i%256 == 255 && b.stopped() {
				return true // and so are all after it
			}
			b.takeDoc(doc)
		}
	}
	return true
}

// strictest adds a match of every stage stricter than that of what was found,
// down to the first: it names the stage of the answer, though it may stand on
// a later page.
func (b *ballot) strictest(s sieve) {
	have := bestStage(b.found)
	for _, stage := range []Stage{Exact, Synonym, Pinyin, Tokens, Repair} {
		if stageRank[stage] >= stageRank[have] {
			return
		}
		root := onlyWithin(b.root, stage)
		if root == nil {
			continue
		}
		docs := s.node(root)
		if docs == nil {
			docs = b.docs
		}
		for all := roaring.And(docs, b.docs).Iterator(); all.HasNext(); {
			doc := all.Next()
			if b.read.Contains(doc) {
				continue
			}
			before := len(b.found)
			b.takeDoc(doc)
			if len(b.found) > before && stageRank[b.found[before].stage] <= stageRank[stage] {
				return
			}
		}
	}
}

// onlyWithin is n with only those ways of its words that belong to stage or a
// stricter one; nil if that leaves nothing.
func onlyWithin(n *node, stage Stage) *node {
	switch n.op {
	case opTerm:
		if n.term.kind != wordTerm {
			return n
		}
		t := *n.term
		t.ways = nil
		for _, w := range n.term.ways {
			if stageRank[w.stage] <= stageRank[stage] {
				t.ways = append(t.ways, w)
			}
		}
		if len(t.ways) == 0 {
			return nil
		}
		return leafNode(&t)
	case opNot:
		return n
	}
	var kids []*node
	for _, k := range n.kids {
		if k := onlyWithin(k, stage); k != nil {
			kids = append(kids, k)
		} else if n.op == opAnd {
			return nil
		}
	}
	if len(kids) == 0 {
		return nil
	}
	return &node{op: n.op, kids: kids}
}

// count counts the matches among the documents that were not read.
func (b *ballot) count(s sieve) {
	left := roaring.AndNot(b.docs, b.read)
	if len(b.others) == 0 {
		sure := roaring.And(left, s.sure(b.root))
		if b.scope == nil {
			b.rest += int(sure.GetCardinality())
		} else {
			sure.Iterate(func(doc uint32) bool {
				if b.scope(b.doc(doc)) {
					b.rest++
				}
				return true
			})
		}
		left.AndNot(sure)
	}
	counted, read, mayRead := 0, 0, maxRead
	if left.GetCardinality() <= maxExact || len(b.lib.public) <= maxRecent {
		mayRead = len(b.lib.public) // they stay comparable, or are few
	}
	left.Iterate(func(doc uint32) bool {
		d := b.doc(doc)
		if b.scope != nil && !b.scope(d) {
			return true
		}
		if counted++; counted > max(maxCounted, mayRead) || counted%256 == 0 && b.stopped() {
			b.least = true
			return false
		}
		if len(b.others) == 0 && stands(b.root, d.Text) {
			b.rest++
			return true
		}
		if read++; read > mayRead {
			b.least = true
			return true
		}
		if _, ok := b.meets(b.lib.leaf(int(b.lib.disk.place[doc]))); ok {
			b.rest++
		}
		return true
	})
}

// stands reports whether text as it was printed leaves no doubt that it meets
// n.
func stands(n *node, text string) bool {
	switch n.op {
	case opTerm:
		return n.term.kind == wordTerm && n.term.printed() && strings.Contains(text, n.term.needle.plain)
	case opAnd:
		for _, k := range n.kids {
			if !stands(k, text) {
				return false
			}
		}
		return true
	case opOr:
		return slices.ContainsFunc(n.kids, func(k *node) bool { return stands(k, text) })
	}
	return false
}
