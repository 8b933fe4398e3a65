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
	id annotate.ProposalID
	check.Wish
	key string // the same in all that ask the same of the place; "" if nobody can say
}

// A spot is one place of a report and all that is wanted of it.
type spot struct {
	quote string // the longest of the quotes
	all   []wisher
}

// spots gathers the wishes of live entries by the place they are about: a target,
// or words that hold each other in one paragraph.
func spots(entries []Entry) []*spot {
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
	for i := range entries {
		e := &entries[i]
		if !e.Live() {
			continue
		}
		for _, wish := range check.Wishes(e.Proposal) {
			w := wisher{id: e.Proposal.ID, Wish: wish}
			if !slices.Contains(unsaid, w.Ask) || w.To != "" {
				w.key = e.series() + "\n" + string(w.Ask) + "\n" + annotate.Fold(w.To)
			}
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
func (f *finding) wishes(spots []*spot) {
	for _, s := range spots {
		byWish := map[string][]wisher{}
		var order []string
		var live []wisher
		for _, w := range s.all {
			if _, ok := f.at[w.id]; !ok {
				continue // withdrawn since
			}
			live = append(live, w)
			if w.key == "" {
				continue
			}
			if byWish[w.key] == nil {
				order = append(order, w.key)
			}
			byWish[w.key] = append(byWish[w.key], w)
		}
		for _, key := range order {
			f.sameWish(s.quote, byWish[key])
		}
		f.contrary(s.quote, live)
	}
}

// sameWish adds those who ask the same as a cluster, unless their texts have put
// all of them into one already.
func (f *finding) sameWish(quote string, all []wisher) {
	var members []annotate.ProposalID
	var links []Link
	roots := map[int]bool{}
	lead := f.lead[f.at[all[0].id]]
	for _, w := range all {
		mine := f.lead[f.at[w.id]]
		id := f.live[mine].Proposal.ID
		if slices.Contains(members, id) {
			continue
		}
		if mine != lead {
			if f.live[mine].apart(f.live[lead], false) {
				continue
			}
			links = append(links, link(SameWish, quote, all[0], w))
		}
		members = append(members, id)
		roots[f.root(mine)] = true
	}
	if len(roots) > 1 {
		f.order(members)
		f.add(members, links)
	}
}

// contrary adds those who want opposite things of one place.
func (f *finding) contrary(quote string, all []wisher) {
	var members []annotate.ProposalID
	var links []Link
	for j, w := range all {
		for _, o := range all[:j] {
			a, b := f.live[f.at[o.id]], f.live[f.at[w.id]]
			against := check.Opposed(o.Ask, w.Ask) || o.To != "" && w.To != "" && o.key != w.key && o.Folded == w.Folded
			if a == b || !against || a.apart(b, true) {
				continue
			}
			links = append(links, link(Contrary, quote, o, w))
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

func link(k Kind, quote string, a, b wisher) Link {
	return Link{A: a.id, B: b.id, Kind: k, Score: 1, Quote: strings.TrimSpace(quote), AskA: a.Ask, AskB: b.Ask, ToA: a.To, ToB: b.To}
}

func (f *finding) order(ids []annotate.ProposalID) {
	slices.SortFunc(ids, func(x, y annotate.ProposalID) int { return cmp.Compare(f.at[x], f.at[y]) })
}
