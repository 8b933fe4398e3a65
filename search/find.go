package search

import (
	"cmp"
	"context"
	"slices"
	"time"
)

// defaultLimit is Query.Limit when it is not set.
const defaultLimit = 50

// Find answers q from all Docs that x knows. A malformed query gives a
// *QueryError; an empty one gives an empty answer.
func (x *Index) Find(ctx context.Context, q Query) (Answer, error) {
	began := time.Now()
	answer := Answer{Query: q.Text, Stage: None}
	root, err := parse(q.Text)
	if err != nil || root == nil {
		return answer, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	f := &finder{ctx: ctx, lib: x.lib, quick: q.Quick, limit: q.Limit, scope: scope(q)}
	if f.limit <= 0 {
		f.limit = defaultLimit
	}
	found := f.cascade(root)
	if err := ctx.Err(); err != nil {
		return answer, err
	}
	f.fill(&answer, found, q)
	answer.Took = time.Since(began)
	return answer, nil
}

// scope returns which leaves q asks about.
func scope(q Query) func(*leaf) bool {
	return func(l *leaf) bool {
		return (len(q.Kinds) == 0 || slices.Contains(q.Kinds, l.doc.Kind)) &&
			(q.Report == "" || l.doc.Report == q.Report)
	}
}

// A finder answers one query.
type finder struct {
	ctx   context.Context
	lib   *library
	quick bool
	limit int
	scope func(*leaf) bool

	stage Stage
	shown string
	also  []string
	near  []string
}

// cascade tries the stages in turn and returns what the first successful one
// found, unordered.
func (f *finder) cascade(root *node) []match {
	for _, t := range words(root, nil) {
		t.ways = []way{{stage: Exact, weight: exactWeight, groups: [][]needle{{t.needle}}}}
	}
	if found := f.all(root); len(found) > 0 {
		f.stage = Exact
		return found
	}
	f.stage = None
	return nil
}

// words returns the bare words under n that must be met, in order.
func words(n *node, all []*term) []*term {
	if n.op == opTerm {
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

// all returns every leaf in scope that meets root.
func (f *finder) all(root *node) []match {
	var found []match
	for _, l := range f.lib.leaves {
		if f.ctx != nil && f.ctx.Err() != nil {
			return nil
		}
		if !f.scope(l) {
			continue
		}
		m := match{leaf: l, stage: Exact}
		if meet(root, l, &m) {
			found = append(found, m)
			if f.quick && len(found) >= f.limit {
				break
			}
		}
	}
	return found
}

// fill orders found and writes it into answer.
func (f *finder) fill(answer *Answer, found []match, q Query) {
	answer.Stage, answer.Shown, answer.Also, answer.Near = f.stage, f.shown, f.also, f.near
	answer.Total = len(found)
	if q.InOrder {
		slices.SortStableFunc(found, readingOrder)
	} else {
		slices.SortStableFunc(found, func(a, b match) int {
			return cmp.Or(cmp.Compare(b.score, a.score), readingOrder(a, b))
		})
	}
	for _, m := range found[:min(len(found), f.limit)] {
		answer.Hits = append(answer.Hits, Hit{Doc: m.leaf.doc, Score: m.score, Spans: m.leaf.spans(m.places)})
	}
}

// readingOrder puts newer reports first, then the order of the text.
func readingOrder(a, b match) int {
	x, y := a.leaf.doc, b.leaf.doc
	return cmp.Or(cmp.Compare(y.Year, x.Year), cmp.Compare(x.Report, y.Report), cmp.Compare(x.Order, y.Order),
		cmp.Compare(x.Kind, y.Kind), cmp.Compare(x.ID, y.ID))
}
