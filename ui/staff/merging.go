package staff

import (
	"context"
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
)

// A doubles is what the office knows of entries that say the same.
type doubles struct {
	compared registry.Compared
	done     bool // compared at least once
	asked    bool // comparing is going on
	clusters []registry.Cluster
	of       *registry.Entry // the first entry of the book they were found in
	n        int             // and how many it has
}

// comparing is the name of the work of comparing, a key of the catalogue.
const comparing = "merging.comparing"

// Alike are the clusters of the register as it is now. All texts are compared
// here and now if somebody has handed in or revised one since the last time.
func (o *Office) Alike() []registry.Cluster {
	b := o.Book()
	if !o.doubles.done || o.doubles.compared.Stale(b) {
		o.doubles.compared, o.doubles.done, o.doubles.of = registry.Compare(b.Entries), true, nil
	}
	return o.clusters(b)
}

// Clusters are the clusters as far as the texts are compared; fresh is false while
// some are not. CompareTexts mends that.
func (o *Office) Clusters() (clusters []registry.Cluster, fresh bool) {
	b := o.Book()
	if !o.doubles.done {
		return nil, len(b.Entries) == 0
	}
	return o.clusters(b), !o.doubles.compared.Stale(b)
}

// clusters are found again after every decision, which changes the book.
func (o *Office) clusters(b registry.Book) []registry.Cluster {
	d := &o.doubles
	if len(b.Entries) == 0 {
		return nil
	}
	if d.of != &b.Entries[0] || d.n != len(b.Entries) {
		d.clusters, d.of, d.n = b.Clusters(d.compared), &b.Entries[0], len(b.Entries)
	}
	return d.clusters
}

// CompareTexts compares the texts in the background if that is not done yet.
// While other work is going on it waits to be asked again.
func (o *Office) CompareTexts() {
	b := o.Book()
	if _, busy := o.desk.Task(); busy || o.doubles.asked || o.doubles.done && !o.doubles.compared.Stale(b) || len(b.Entries) == 0 {
		return
	}
	o.doubles.asked = true
	entries := slices.Clone(b.Entries)
	o.desk.Begin(comparing, func(ctx context.Context, _ func(done, of int)) (func(), error) {
		compared := registry.Compare(entries)
		return func() {
			o.doubles.compared, o.doubles.done, o.doubles.of = compared, true, nil
		}, ctx.Err()
	})
	o.doubles.asked = false
}

// Merge 并案 handles others together with lead. All texts and authors stay.
func (o *Office) Merge(lead annotate.ProposalID, others ...annotate.ProposalID) error {
	if len(others) == 0 {
		return unchosen
	}
	return o.Change(func(b *registry.Book, by registry.Decision) error {
		return b.Merge(by, string(lead), names(others)...)
	})
}

// MergeCluster merges all of a cluster with lead, unless they want opposite things.
func (o *Office) MergeCluster(c registry.Cluster, lead annotate.ProposalID) error {
	if c.Kind == registry.Contrary {
		return registry.ErrContrary
	}
	return o.Merge(lead, slices.DeleteFunc(slices.Clone(c.Entries), func(id annotate.ProposalID) bool { return id == lead })...)
}

// Split 拆分 takes entries out of what they were merged with.
func (o *Office) Split(ids ...annotate.ProposalID) error {
	return o.each(ids, func(b *registry.Book, by registry.Decision, id string) error { return b.Split(by, id) })
}

// TellApart 不是重复 remembers that the entries of a cluster are not the same, or do
// not contradict each other, so that they are not offered again.
func (o *Office) TellApart(c registry.Cluster) error {
	return o.Change(func(b *registry.Book, by registry.Decision) error {
		return b.TellApart(by, c.Kind == registry.Contrary, names(c.Entries)...)
	})
}

// TellOneApart remembers that one entry of a cluster is none of the others.
func (o *Office) TellOneApart(c registry.Cluster, one annotate.ProposalID) error {
	return o.Change(func(b *registry.Book, by registry.Decision) error {
		for _, id := range c.Entries {
			if id == one {
				continue
			}
			if err := b.TellApart(by, c.Kind == registry.Contrary, string(one), string(id)); err != nil {
				return err
			}
		}
		return nil
	})
}

func names(ids []annotate.ProposalID) []string {
	var all []string
	for _, id := range ids {
		all = append(all, string(id))
	}
	return all
}

// A Union is entries that are handled together.
type Union struct {
	Lead    registry.Entry
	Members []registry.Entry // without Lead, in the order of the book
}

// Unions are all that was merged, in the order of the book.
func (o *Office) Unions() []Union {
	b := o.Book()
	below := map[annotate.ProposalID][]registry.Entry{}
	for _, e := range b.Entries {
		if e.Into != "" {
			below[e.Into] = append(below[e.Into], e)
		}
	}
	var all []Union
	for _, e := range b.Entries {
		if members := below[e.Proposal.ID]; len(members) > 0 {
			all = append(all, Union{Lead: e, Members: members})
		}
	}
	return all
}
