package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
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
	if err != nil || root == nil {
		return answer, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	f := &finder{ctx: ctx, lib: x.lib, words: x.words(), quick: q.Quick, limit: q.Limit, scope: scope(q)}
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

// scope returns which leaves q asks about.
func scope(q Query) func(*leaf) bool {
	return func(l *leaf) bool {
		return (len(q.Kinds) == 0 || slices.Contains(q.Kinds, l.doc.Kind)) &&
			(q.Report == "" || l.doc.Report == q.Report)
	}
}

// A finder answers one query and is then thrown away.
type finder struct {
	ctx   context.Context // may be nil
	lib   *library
	words hanzi.Synonyms
	quick bool
	limit int
	scope func(*leaf) bool

	context bool // a word may stand in the headings, if another stands in the text
	plan    bool // the question is about what is to come
	known   map[string]bool

	stage Stage
	shown string
	also  []string
	near  []string
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
	if f.quick || f.stopped() {
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

// widen adds, for every word that is printed nowhere in scope, what else it may
// mean. It reports whether there was anything to add.
func (f *finder) widen(terms []*term) bool {
	added := false
	for _, t := range terms {
		if f.has(t.needle) {
			continue
		}
		if _, short := f.same(t); len(short) > 0 {
			t.ways = append(t.ways, way{stage: Synonym, weight: synonymWeight, groups: [][]needle{short}})
			added = true
		}
		for _, w := range []*way{f.related(t.text), f.expand(t.needle.plain)} {
			if w != nil {
				t.ways = append(t.ways, *w)
				added = true
				break
			}
		}
	}
	return added
}

// dropPast leaves out the review of last year, unless nothing else is there.
func dropPast(found []match) []match {
	var plan []match
	for _, m := range found {
		if !m.leaf.doc.Past {
			plan = append(plan, m)
		}
	}
	if len(plan) == 0 {
		return found
	}
	return plan
}

// printed are the strictest ways of a word: as it is, and what is the very
// same.
func (f *finder) printed(t *term) []way {
	ways := []way{{stage: Exact, weight: exactWeight, groups: [][]needle{{t.needle}}}}
	if long, _ := f.same(t); len(long) > 0 {
		ways = append(ways, way{stage: Synonym, weight: synonymWeight, groups: [][]needle{long}})
	}
	if !f.quick {
		ways = append(ways, stretches(t.needle.canon)...)
	}
	return ways
}

// same returns the other ways to write t, those of two characters apart: as an
// abbreviation of a longer word they may stand across two others, 工投 in
// 化工投资, and are looked for only if the longer word is not printed.
func (f *finder) same(t *term) (long, short []needle) {
	for _, n := range needles(f.words.Same(t.text)) {
		if utf8.RuneCountInString(n.plain) == 2 && utf8.RuneCountInString(t.needle.plain) > 2 {
			short = append(short, n)
		} else {
			long = append(long, n)
		}
	}
	return long, short
}

// maxGap is how many characters may stand inside a word that is printed in two
// parts. With more, 经济增长 would be found in every other sentence.
const maxGap = 4

// stretches are the ways of a word that is printed in two parts: 贾湖遗址 as
// 贾湖考古遗址. Each part has two characters or is a number.
func stretches(canon string) []way {
	all := atoms(canon)
	if len(all) < 2 || len(all) > 8 {
		return nil
	}
	var ways []way
	solid := func(part []string) bool {
		return len(part) > 1 || part[0][0] == hanzi.Open
	}
	for k := 1; k < len(all); k++ {
		if !solid(all[:k]) || !solid(all[k:]) {
			continue
		}
		a, b := strings.Join(all[:k], ""), strings.Join(all[k:], "")
		if hanzi.WeightOf(a) == hanzi.Asking || hanzi.WeightOf(b) == hanzi.Asking {
			continue
		}
		ways = append(ways, way{stage: Tokens, weight: stretchWeight, gap: maxGap, groups: [][]needle{{{plain: a, canon: a}}, {{plain: b, canon: b}}}})
	}
	return ways
}

func needles(words []string) []needle {
	all := make([]needle, len(words))
	for i, w := range words {
		all[i] = newNeedle(w, false)
	}
	return all
}

// approach finds a looser way for a word that is nowhere in scope, nor anything
// it may mean, or nil. The first kind of way that finds anything is taken.
func (f *finder) approach(t *term) []way {
	if w := f.sounds(t); w != nil {
		return []way{*w}
	}
	if w := f.pieces(t); w != nil {
		return []way{*w}
	}
	if f.quick {
		return nil
	}
	if w := f.repair(t); w != nil {
		return append([]way{*w}, stretches(w.groups[0][0].canon)...)
	}
	return nil
}

// related is the way through words that who asks for word also means.
func (f *finder) related(word string) *way {
	var there []needle
	for _, n := range needles(f.words.Means(word)) {
		if f.has(n) {
			there = append(there, n)
		}
	}
	if len(there) == 0 {
		return nil
	}
	return &way{stage: Synonym, weight: relatedWeight, groups: [][]needle{there}}
}

// maxExpansions bounds how many official words one abbreviation stands for.
const maxExpansions = 3

// expand is the way through the known words that word may abbreviate: they
// begin with its first character and hold the others in order, as 文保 stands
// for 文物保护. Only words of the list count, so that nothing is invented.
func (f *finder) expand(word string) *way {
	short := []rune(word)
	if len(short) < 2 || len(short) > 4 {
		return nil
	}
	var long []string
	for w := range hanzi.Words() {
		if abbreviates(short, []rune(w)) {
			long = append(long, w)
		}
	}
	slices.SortFunc(long, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	var there []needle
	for _, n := range needles(long) {
		if len(there) < maxExpansions && f.has(n) {
			there = append(there, n)
		}
	}
	if len(there) == 0 {
		return nil
	}
	return &way{stage: Synonym, weight: relatedWeight, groups: [][]needle{there}}
}

// abbreviates reports whether short begins like long, holds nothing but
// characters of long in their order, and leaves out at least two.
func abbreviates(short, long []rune) bool {
	if len(long) < len(short)+2 || short[0] != long[0] || !hanzi.IsHan(short[0]) {
		return false
	}
	k := 0
	for _, r := range long {
		if k < len(short) && short[k] == r {
			k++
		}
	}
	return k == len(short)
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

// all returns every leaf in scope that meets root; in quick mode the first
// few.
func (f *finder) all(root *node) []match {
	var found []match
	f.each(root, func(l *leaf) bool {
		m := match{leaf: l, stage: Exact, context: f.context}
		if meet(root, l, &m) && (len(m.places) > 0 || !m.headed && !m.sought) {
			found = append(found, m)
		}
		return !f.quick || len(found) < f.limit
	})
	return f.lone(root, found)
}

// each calls f with the leaves in scope that may meet root, until it returns
// false.
func (f *finder) each(root *node, do func(*leaf) bool) {
	n := 0
	f.lib.each(f.ctx, root, f.context, func(l *leaf) bool {
		if n++; n%256 == 0 && f.stopped() {
			return false
		}
		return !f.scope(l) || do(l)
	})
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
