package search

import (
	"context"
	"errors"
	"slices"
	"time"
	"unicode/utf8"

	"deputydesk/search/hanzi"
)

// defaultLimit is Query.Limit when it is not set.
const defaultLimit = 50

// Find answers q from all Docs that x knows. A malformed query gives a
// *QueryError; an empty one gives an empty answer.
func (x *Index) Find(ctx context.Context, q Query) (Answer, error) {
	began := time.Now()
	answer := Answer{Query: q.Text, Stage: None}
	root, err := parse(q.Text)
	var wrong *QueryError
	if errors.As(err, &wrong) {
		wrong.Character = utf8.RuneCountInString(q.Text[:min(wrong.At, len(q.Text))]) + 1
	}
	if err != nil || root == nil {
		return answer, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	f := &finder{ctx: ctx, lib: x.lib, words: x.words(), quick: q.Quick, inOrder: q.InOrder, limit: q.Limit, scope: scope(q)}
	if f.limit <= 0 {
		f.limit = defaultLimit
	}
	found := f.cascade(root)
	if err := ctx.Err(); err != nil {
		return answer, err
	}
	f.fill(&answer, root, found, q)
	answer.Took = time.Since(began)
	return answer, nil
}

// scope returns which Docs q asks about, nil for all.
func scope(q Query) func(*Doc) bool {
	if len(q.Kinds) == 0 && len(q.Reports) == 0 {
		return nil
	}
	return func(d *Doc) bool {
		return (len(q.Kinds) == 0 || slices.Contains(q.Kinds, d.Kind)) &&
			(len(q.Reports) == 0 || slices.Contains(q.Reports, d.Report))
	}
}

// A finder answers one query and is then thrown away.
type finder struct {
	ctx     context.Context // may be nil
	lib     *library
	words   hanzi.Synonyms
	quick   bool
	inOrder bool
	limit   int
	scope   func(*Doc) bool // nil for all
	look    *lookup         // into the index; nil if there is none or it failed
	looked  bool

	marking bool // only for marks in one text: nothing is met in part, nothing suggested
	context bool // a word may stand in the headings, if another stands in the text
	plan    bool // the question is about what is to come
	known   map[string]bool

	stage Stage
	shown string
	near  []string

	rest  int  // of the last call of all: matches that it did not return
	least bool // and that there may be more
}

func (f *finder) stopped() bool { return f.ctx != nil && f.ctx.Err() != nil }

// cascade tries the stages in turn and returns what the first successful one
// found, unordered.
func (f *finder) cascade(root *node) []match {
	f.stage = None
	terms := words(root, nil)
	for _, t := range terms {
		t.ways = f.printed(t)
	}
	found := f.all(root)
	if bestStage(found) != Exact && f.widen(terms) {
		found = f.all(root)
	}
	if len(found) > 0 {
		return f.done(found)
	}
	if joined := joinLatin(root); joined {
		terms = words(root, nil)
		for _, t := range terms {
			t.ways = f.printed(t)
		}
	}
	open := 0 // words that nothing was found for
	for _, t := range terms {
		if f.stopped() {
			return nil
		}
		if f.any(t) {
			continue
		}
		ways := f.approach(t)
		if ways == nil {
			open++
			continue
		}
		t.ways = ways
	}
	if found := f.all(root); len(found) > 0 {
		return f.done(found)
	}
	if f.quick || f.marking || f.stopped() {
		return nil
	}
	f.context = true
	if found := f.all(root); len(found) > 0 {
		return f.done(found)
	}
	f.context = false
	if found := f.partly(root, terms, open); len(found) > 0 {
		f.stage = Partial
		return found
	}
	f.near = f.nearest(terms)
	return nil
}

// done names the stage that found answers: that of the best of them.
func (f *finder) done(found []match) []match {
	if f.plan {
		found = dropPast(found)
	}
	f.stage = bestStage(found)
	return found
}

// bestStage returns the strictest stage among found.
func bestStage(found []match) Stage {
	best := None
	for _, m := range found {
		if stageRank[m.stage] < stageRank[best] {
			best = m.stage
		}
	}
	return best
}

// words returns the bare words under n that must be met, in order.
func words(n *node, all []*term) []*term {
	switch n.op {
	case opNot:
		markExact(n)
		return all
	case opTerm:
		if n.term.kind == wordTerm {
			all = append(all, n.term)
		}
		return all
	}
	for _, k := range n.kids {
		all = words(k, all)
	}
	return all
}

// markExact makes the words under n mean just what is printed: what is to be
// left out is never guessed.
func markExact(n *node) {
	if n.op == opTerm && n.term.kind == wordTerm {
		n.term.ways = []way{{stage: Exact, weight: exactWeight, groups: [][]needle{{n.term.needle}}}}
	}
	for _, k := range n.kids {
		markExact(k)
	}
}

// all returns the leaves in scope that meet root; in quick mode the first few,
// and where an index bounds what the others can score, only those that may be
// shown: f.rest and f.least count the others.
func (f *finder) all(root *node) []match {
	f.rest, f.least = 0, false
	if found, ok := f.best(root); ok {
		return found
	}
	f.rest, f.least = 0, false
	var found []match
	f.each(root, func(l *leaf) bool {
		if m, ok := f.meets(root, l); ok {
			found = append(found, m)
		}
		return !f.quick || len(found) < f.limit
	})
	return f.lone(root, found)
}

// meets returns how l meets root. What only headings and conditions meet is no
// match.
func (f *finder) meets(root *node, l *leaf) (match, bool) {
	m := match{leaf: l, stage: Exact, context: f.context}
	ok := meet(root, l, &m) && (len(m.places) > 0 || !m.headed && !m.sought)
	return m, ok
}

// any reports whether some leaf in scope meets t alone.
func (f *finder) any(t *term) bool {
	found := false
	f.each(leafNode(t), func(l *leaf) bool {
		found = t.meet(l, &match{leaf: l})
		return !found
	})
	return found
}

// has reports whether n stands in some leaf in scope.
func (f *finder) has(n needle) bool {
	key := n.plain
	if known, ok := f.known[key]; ok {
		return known
	}
	if f.known == nil {
		f.known = make(map[string]bool)
	}
	found := f.any(&term{kind: phraseTerm, needle: n})
	f.known[key] = found
	return found
}
