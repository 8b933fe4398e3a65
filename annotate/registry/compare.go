package registry

import (
	"slices"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/similar"
)

// Compared is what comparing the texts and the wishes of entries has found: the
// slow part of Alike. It stays true while nobody hands in or revises anything.
type Compared struct {
	links []Link                         // by their texts
	spots []*spot                        // of reports
	texts map[annotate.ProposalID]spoken // what was compared
}

// spoken is which text of an entry was compared.
type spoken struct {
	revision int
	digest   string
}

// Compare compares the texts of the live entries.
func Compare(entries []Entry) Compared {
	c := Compared{spots: spots(entries), texts: map[annotate.ProposalID]spoken{}}
	var known []string // places, by the names of delegations
	bySeries := map[string][]*Entry{}
	for i := range entries {
		e := &entries[i]
		if !e.Live() {
			continue
		}
		c.texts[e.Proposal.ID] = spoken{e.Proposal.Revision, e.Digest}
		bySeries[e.series()] = append(bySeries[e.series()], e)
		if name := placeOf(e.Proposal.Deputy.Delegation); name != "" && !slices.Contains(known, name) {
			known = append(known, name)
		}
	}
	for _, series := range []string{string(annotate.Motion), string(annotate.Suggestion), string(annotate.Revision)} {
		members := bySeries[series]
		var drafts []similar.Draft
		for _, e := range members {
			drafts = append(drafts, draftOf(e.Proposal))
		}
		for _, t := range similar.Twins(drafts, known) {
			// Amendments are a line long: what each wants to stand there tells.
			if series != string(annotate.Revision) || t.Like == similar.Identical {
				c.links = append(c.links, Link{A: members[t.A].Proposal.ID, B: members[t.B].Proposal.ID, Kind: Kind(t.Like), Score: t.Score})
			}
		}
	}
	return c
}

// Stale reports whether the book has live entries that were not compared as they
// are now.
func (c Compared) Stale(b Book) bool {
	for i := range b.Entries {
		e := &b.Entries[i]
		if was, ok := c.texts[e.Proposal.ID]; e.Live() && (!ok || was != spoken{e.Proposal.Revision, e.Digest}) {
			return true
		}
	}
	return false
}

// series is what can be handled as one.
func (e *Entry) series() string {
	if e.Proposal.Form == annotate.Revision {
		return string(annotate.Revision)
	}
	return e.Series()
}

// placeOf is the place that a delegation is named for: 柳湾县代表团 is of 柳湾.
func placeOf(delegation string) string {
	name := strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(delegation), "代表团"))
	for _, end := range []string{"县", "区", "市", "乡", "镇"} {
		if short, ok := strings.CutSuffix(name, end); ok && len([]rune(short)) >= 2 {
			return short
		}
	}
	return ""
}

// draftOf is what of a proposal is compared.
func draftOf(p annotate.Proposal) similar.Draft {
	d := similar.Draft{Title: p.Title, Ground: p.Body.Situation + "\n" + p.Body.Analysis, Wish: p.Body.Proposal}
	for _, a := range p.Amends {
		d.Ground += "\n" + a.Anchor.Quote + "\n" + a.Reason
		d.Wish += "\n" + a.To
	}
	d.Ground, d.Wish = strings.TrimSpace(d.Ground), strings.TrimSpace(d.Wish)
	return d
}
