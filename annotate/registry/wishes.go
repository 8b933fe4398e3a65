package registry

import (
	"cmp"
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// unsaid are asks of which nobody can say that two are the same or opposite.
var unsaid = []annotate.Ask{"", "其他"}

// A wisher is an entry and what it wants of one place of a report.
type wisher struct {
	entry int // place in live
	check.Wish
}

// A spot is one place of a report and all that is wanted of it.
type spot struct {
	quote string // the longest of the quotes
	all   []wisher
}

// spots gathers the wishes of proposals by the place they are about: a target, or
// words that hold each other in one paragraph.
func spots(proposals []*annotate.Proposal) []*spot {
	type paragraph struct {
		report    report.ID
		paragraph report.ParagraphID
	}
	var all []*spot
	byTarget := map[report.ID]map[target.ID]*spot{}
	byParagraph := map[paragraph][]*spot{}
	put := func(s *spot, w wisher) {
		s.all = append(s.all, w)
		if len(w.Quote) > len(s.quote) {
			s.quote = w.Quote
		}
	}
	open := func(w wisher) *spot {
		s := &spot{}
		all = append(all, s)
		where := paragraph{w.Report, w.Paragraph}
		byParagraph[where] = append(byParagraph[where], s)
		return s
	}
	var bare []wisher // that name no target
	for i, p := range proposals {
		for _, wish := range check.Wishes(*p) {
			w := wisher{i, wish}
			if w.Target == "" {
				bare = append(bare, w)
				continue
			}
			if byTarget[w.Report] == nil {
				byTarget[w.Report] = map[target.ID]*spot{}
			}
			s := byTarget[w.Report][w.Target]
			if s == nil {
				s = open(w)
				byTarget[w.Report][w.Target] = s
			}
			put(s, w)
		}
	}
	for _, w := range bare {
		var best *spot
		for _, s := range byParagraph[paragraph{w.Report, w.Paragraph}] {
			if slices.ContainsFunc(s.all, func(o wisher) bool { return o.Folded == w.Folded }) {
				best = s
				break
			}
			if best == nil && check.SamePlace(s.all[0].Wish, w.Wish) {
				best = s
			}
		}
		if best == nil {
			best = open(w)
		}
		put(best, w)
	}
	return all
}

// wishes finds who asks the same of one place, and who the opposite.
func (f *finding) wishes() {
	var proposals []*annotate.Proposal
	for _, e := range f.live {
		proposals = append(proposals, &e.Proposal)
	}
	for _, s := range spots(proposals) {
		byWish := map[string][]wisher{}
		var order []string
		for _, w := range s.all {
			if slices.Contains(unsaid, w.Ask) && w.To == "" {
				continue
			}
			key := f.live[w.entry].series() + "\n" + string(w.Ask) + "\n" + annotate.Fold(w.To)
			if byWish[key] == nil {
				order = append(order, key)
			}
			byWish[key] = append(byWish[key], w)
		}
		for _, key := range order {
			f.sameWish(s, byWish[key])
		}
		f.contrary(s)
	}
}

// sameWish adds those who ask the same as a cluster, unless their texts have put
// all of them into one already.
func (f *finding) sameWish(s *spot, all []wisher) {
	var members []annotate.ProposalID
	var links []Link
	roots := map[int]bool{}
	first := all[0]
	for _, w := range all {
		id := f.live[f.lead[w.entry]].Proposal.ID
		if slices.Contains(members, id) {
			continue
		}
		if f.lead[w.entry] != f.lead[first.entry] {
			if f.live[f.lead[w.entry]].apart(f.live[f.lead[first.entry]], false) {
				continue
			}
			links = append(links, f.link(SameWish, s, first, w))
		}
		members = append(members, id)
		roots[f.root(w.entry)] = true
	}
	if len(roots) > 1 {
		f.order(members)
		f.add(members, links)
	}
}

// contrary adds those who want opposite things of one place.
func (f *finding) contrary(s *spot) {
	var members []annotate.ProposalID
	var links []Link
	for j, w := range s.all {
		for _, o := range s.all[:j] {
			a, b := f.live[o.entry], f.live[w.entry]
			against := check.Opposed(o.Ask, w.Ask) || o.To != "" && w.To != "" && annotate.Fold(o.To) != annotate.Fold(w.To) && o.Folded == w.Folded
			if o.entry == w.entry || !against || a.apart(b, true) {
				continue
			}
			links = append(links, f.link(Contrary, s, o, w))
			for _, e := range []*Entry{a, b} {
				if !slices.Contains(members, e.Proposal.ID) {
					members = append(members, e.Proposal.ID)
				}
			}
		}
	}
	if len(members) > 1 {
		f.order(members)
		f.add(members, links)
	}
}

func (f *finding) link(k Kind, s *spot, a, b wisher) Link {
	return Link{A: f.live[a.entry].Proposal.ID, B: f.live[b.entry].Proposal.ID, Kind: k, Score: 1, Quote: strings.TrimSpace(s.quote),
		AskA: a.Ask, AskB: b.Ask, ToA: a.To, ToB: b.To}
}

func (f *finding) order(ids []annotate.ProposalID) {
	slices.SortFunc(ids, func(x, y annotate.ProposalID) int { return cmp.Compare(f.at[x], f.at[y]) })
}
