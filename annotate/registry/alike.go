package registry

import (
	"cmp"
	"slices"
	"strings"

	"deputydesk/annotate"
)

// A Kind says why entries are offered together.
type Kind string

// The kinds, the surest first.
const (
	Identical Kind = "identical" // the same letters; signs and white space aside
	Near      Kind = "near"      // one text was made from the other
	OwnWords  Kind = "own-words" // written apart, the same is asked
	SameWish  Kind = "same-wish" // the same is asked of one place of the report
	Contrary  Kind = "contrary"  // opposite things are asked of one place: not to be merged
)

// Kinds lists them in the order in which clusters are offered.
var Kinds = []Kind{Identical, Near, OwnWords, SameWish, Contrary}

// A Link is why two entries of a cluster are in it.
type Link struct {
	A, B  annotate.ProposalID
	Kind  Kind
	Score float64      // of texts: see similar.Twin
	Quote string       // of a place of the report: its words
	AskA  annotate.Ask // what each asks of it
	AskB  annotate.Ask
	ToA   string // the wording each wants there, of an amendment
	ToB   string
}

// A Cluster is entries to be looked at together: such as say the same, or with
// the kind Contrary such as want opposite things.
type Cluster struct {
	Kind    Kind                  // the least sure of the links that it takes to lead to all
	Entries []annotate.ProposalID // in the order of the book; none is merged into another
	Lead    annotate.ProposalID   // whose text says most; offered as the lead of 并案
	Links   []Link                // the surest first; enough to lead from each to all others
}

// Alike finds the clusters among the live entries of a book, by kind, size and the
// order of the book. What is merged already is not offered again, nor what was
// told apart; but a new entry near to a merged one is, with the lead of that.
// Motions, proposals and amendments are kept apart: they cannot be handled as one.
func (b *Book) Alike() []Cluster { return b.Clusters(Compare(b.Entries)) }

// Clusters is Alike when the texts are compared already.
func (b *Book) Clusters(c Compared) []Cluster {
	f := newFinding(b)
	f.texts(c.links)
	f.wishes(c.spots)
	slices.SortStableFunc(f.found, func(x, y Cluster) int {
		return cmp.Or(slices.Index(Kinds, x.Kind)-slices.Index(Kinds, y.Kind), len(y.Entries)-len(x.Entries),
			f.at[x.Entries[0]]-f.at[y.Entries[0]])
	})
	return f.found
}

// A finding is the work of Alike. Entries are known by their place in live.
type finding struct {
	live  []*Entry
	at    map[annotate.ProposalID]int // place in live
	lead  []int                       // the entry that each is merged into, itself if none
	group []int                       // up the tree of those that are one by their texts
	links map[int][]Link              // by the root of group
	found []Cluster
}

func newFinding(b *Book) *finding {
	f := &finding{at: map[annotate.ProposalID]int{}}
	for i := range b.Entries {
		if e := &b.Entries[i]; e.Live() {
			f.at[e.Proposal.ID] = len(f.live)
			f.live = append(f.live, e)
		}
	}
	for i, e := range f.live {
		lead := i
		if into, ok := f.at[e.Into]; ok && e.Into != "" {
			lead = into
		}
		f.lead = append(f.lead, lead)
		f.group = append(f.group, i)
	}
	return f
}

// root is the entry that stands for all with which the one at i is one.
func (f *finding) root(i int) int {
	i = f.lead[i]
	for f.group[i] != i {
		f.group[i] = f.group[f.group[i]]
		i = f.group[i]
	}
	return i
}

// texts finds what is one by its texts.
func (f *finding) texts(links []Link) {
	var own []Link
	for _, l := range links {
		_, a := f.at[l.A]
		_, b := f.at[l.B]
		switch {
		case !a || !b: // withdrawn since
		case l.Kind == OwnWords:
			own = append(own, l)
		default:
			f.join(l)
		}
	}
	f.joinOwn(own)
	members := map[int][]annotate.ProposalID{}
	for i, e := range f.live {
		if f.lead[i] == i {
			members[f.root(i)] = append(members[f.root(i)], e.Proposal.ID)
		}
	}
	for i := range f.live {
		if links := f.links[i]; f.root(i) == i && len(members[i]) > 1 {
			slices.SortStableFunc(links, surer)
			f.add(members[i], links)
		}
	}
}

// surer orders links by how sure they are.
func surer(x, y Link) int {
	return cmp.Or(slices.Index(Kinds, x.Kind)-slices.Index(Kinds, y.Kind), cmp.Compare(y.Score, x.Score))
}

// join makes one of the groups of a link; a pair that was told apart does not.
func (f *finding) join(l Link) bool {
	a, b := f.at[l.A], f.at[l.B]
	x, y := f.root(a), f.root(b)
	if f.live[a].apart(f.live[b], false) || f.live[f.lead[a]].apart(f.live[f.lead[b]], false) || f.lead[a] == f.lead[b] {
		return false
	}
	if f.links == nil {
		f.links = map[int][]Link{}
	}
	all := append(f.links[x], l)
	if x != y {
		all = append(all, f.links[y]...)
		if y < x {
			x, y = y, x
		}
		f.group[y] = x
		delete(f.links, y)
	}
	f.links[x] = all
	return true
}

// joinOwn joins what was written apart, the likeliest first: two groups become one
// only if each of the texts that were compared is like each of the other's, for
// else one matter would lead to the next.
func (f *finding) joinOwn(own []Link) {
	slices.SortStableFunc(own, surer)
	like := map[[2]int]bool{}
	part := map[int][]int{} // what was compared of each root
	for _, l := range own {
		a, b := f.at[l.A], f.at[l.B]
		like[[2]int{a, b}], like[[2]int{b, a}] = true, true
		for _, i := range []int{a, b} {
			if r := f.root(i); !slices.Contains(part[r], i) {
				part[r] = append(part[r], i)
			}
		}
	}
	for _, l := range own {
		x, y := f.root(f.at[l.A]), f.root(f.at[l.B])
		all := true
		for _, i := range part[x] {
			for _, j := range part[y] {
				all = all && (x == y || like[[2]int{i, j}])
			}
		}
		if !all {
			continue
		}
		both := append(slices.Clone(part[x]), part[y]...)
		if f.join(l) && x != y {
			part[f.root(x)] = both
		}
	}
}

func (f *finding) add(members []annotate.ProposalID, links []Link) {
	c := Cluster{Kind: f.least(links), Entries: members, Links: links}
	most := -1
	for _, id := range members {
		if n := len(strings.Join(parts(f.live[f.at[id]].Proposal), "")); n > most {
			c.Lead, most = id, n
		}
	}
	f.found = append(f.found, c)
}

// least is the kind of the last of the links, the surest first, that brings two
// together which those before it had not.
func (f *finding) least(links []Link) Kind {
	kind := links[0].Kind
	up := map[int]int{}
	root := func(i int) int {
		for up[i] != i {
			i = up[i]
		}
		return i
	}
	for _, l := range links {
		a, b := f.lead[f.at[l.A]], f.lead[f.at[l.B]]
		for _, i := range []int{a, b} {
			if _, known := up[i]; !known {
				up[i] = i
			}
		}
		if x, y := root(a), root(b); x != y {
			up[x], kind = y, l.Kind
		}
	}
	return kind
}

// parts are the texts of a proposal, in the order of the paper.
func parts(p annotate.Proposal) []string {
	all := []string{p.Body.Situation, p.Body.Analysis, p.Body.Proposal}
	for _, a := range p.Amends {
		all = append(all, a.Anchor.Quote, a.To, a.Reason)
	}
	return all
}
