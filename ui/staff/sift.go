package staff

import (
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/ui/desk"
)

// An Offer is one line of the page 并案: a cluster to be decided about, or entries
// that were merged.
type Offer struct {
	Cluster registry.Cluster // zero if Merged
	Merged  bool
	Entries []annotate.ProposalID // of the cluster, or the lead of the union and its members
}

// A sifting is where the page 并案 stands.
type sifting struct {
	at          int // number of the offer in hand
	left, right annotate.ProposalID
}

// Offers are the clusters still to be decided about and behind them what was
// merged; fresh is false while texts are still to be compared.
func (o *Office) Offers() (all []Offer, waiting int, fresh bool) {
	clusters, fresh := o.Clusters()
	for _, c := range clusters {
		all = append(all, Offer{Cluster: c, Entries: c.Entries})
	}
	for _, u := range o.Unions() {
		one := Offer{Merged: true, Entries: []annotate.ProposalID{u.Lead.Proposal.ID}}
		for _, e := range u.Members {
			one.Entries = append(one.Entries, e.Proposal.ID)
		}
		all = append(all, one)
	}
	return all, len(clusters), fresh
}

// A Sight is the offer in hand: two of its entries side by side.
type Sight struct {
	Offer
	At, Of      int // number of the offer, from 0, and how many there are
	Left, Right annotate.ProposalID
}

// Sight is what the page 并案 shows; ok is false if there is nothing.
func (o *Office) Sight() (s Sight, ok bool) {
	all, _, _ := o.Offers()
	if len(all) == 0 {
		return Sight{}, false
	}
	o.sift.at = min(max(0, o.sift.at), len(all)-1)
	offer := all[o.sift.at]
	left, right := o.sift.left, o.sift.right
	if !slices.Contains(offer.Entries, left) || offer.Merged {
		left = offer.Entries[0]
		if !offer.Merged {
			left = offer.Cluster.Lead
		}
	}
	if !slices.Contains(offer.Entries, right) || right == left {
		right = offer.Entries[0]
		if right == left {
			right = offer.Entries[1]
		}
	}
	return Sight{Offer: offer, At: o.sift.at, Of: len(all), Left: left, Right: right}, true
}

// TakeOffer turns to an offer by its number.
func (o *Office) TakeOffer(at int) {
	if at == o.sift.at {
		return
	}
	o.sift = sifting{at: at}
	o.desk.Notify(desk.Booked)
}

// NextOffer turns to the next offer, or with -1 to the one before.
func (o *Office) NextOffer(by int) {
	if s, ok := o.Sight(); ok && s.At+by >= 0 && s.At+by < s.Of {
		o.TakeOffer(s.At + by)
	}
}

// Put shows two entries of the offer in hand, left the one that leads.
func (o *Office) Put(left, right annotate.ProposalID) {
	o.sift.left, o.sift.right = left, right
	o.desk.Notify(desk.Booked)
}

// Swap makes the entry at the right the one that leads.
func (o *Office) Swap() {
	if s, ok := o.Sight(); ok && !s.Merged {
		o.Put(s.Right, s.Left)
	}
}

// NextRight shows the next entry of the offer at the right.
func (o *Office) NextRight() {
	s, ok := o.Sight()
	if !ok || len(s.Entries) < 3 {
		return
	}
	at := slices.Index(s.Entries, s.Right)
	for {
		at = (at + 1) % len(s.Entries)
		if s.Entries[at] != s.Left {
			o.Put(s.Left, s.Entries[at])
			return
		}
	}
}

// MergeInHand merges the offer in hand under the entry at the left: all of it, or
// the two in sight alone.
func (o *Office) MergeInHand(all bool) desk.Action {
	s, ok := o.Sight()
	switch {
	case !ok || s.Merged:
		return desk.Action{Off: unchosen}
	case s.Cluster.Kind == registry.Contrary:
		return desk.Action{Off: registry.ErrContrary}
	}
	return desk.Action{Do: func() {
		n, err := len(s.Entries), error(nil)
		if all {
			err = o.MergeCluster(s.Cluster, s.Left)
		} else {
			n, err = 2, o.Merge(s.Left, s.Right)
		}
		o.tell(err, "merging.done", "n", n, "title", o.title(s.Left))
	}}
}

// ApartInHand says of the offer in hand that it is not the same, or not
// contrary: of all its entries, or of the one at the right alone.
func (o *Office) ApartInHand(all bool) desk.Action {
	s, ok := o.Sight()
	if !ok || s.Merged {
		return desk.Action{Off: unchosen}
	}
	return desk.Action{Do: func() {
		key := "merging.apart.done"
		if s.Cluster.Kind == registry.Contrary {
			key = "merging.known.done"
		}
		if all {
			o.tell(o.TellApart(s.Cluster), key)
		} else {
			o.tell(o.TellOneApart(s.Cluster, s.Right), key)
		}
	}}
}

// SplitInHand takes the entry at the right out of what it was merged with.
func (o *Office) SplitInHand() desk.Action {
	s, ok := o.Sight()
	if !ok || !s.Merged {
		return desk.Action{Off: registry.ErrNotMerged}
	}
	return desk.Action{Do: func() { o.tell(o.Split(s.Right), "merging.split.done", "title", o.title(s.Right)) }}
}

// tell says what was done, or why it was not.
func (o *Office) tell(err error, key string, args ...any) {
	if err == nil {
		err = &desk.Outcome{Key: key, Args: args}
	}
	o.desk.Tell(err)
}

func (o *Office) title(id annotate.ProposalID) string {
	e, _ := o.Entry(id)
	return e.Sheet().Title
}
