package registry

import (
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/seeds/report"
	"deputydesk/seeds/target"
)

// Rewording is what an amendment asks that changes words and no single number.
const Rewording annotate.Ask = "改写"

// A BoardRow is one target of a report and who asks what of it.
type BoardRow struct {
	Target target.Target
	Asked  map[annotate.Ask][]annotate.ProposalID // by ask, "" for none; in the order of the book, each once
	All    []annotate.ProposalID                  // everybody, each once
}

// A Board 看板 is what the live entries of a book want of the targets of a report.
type Board struct {
	Rows    []BoardRow            // every target, in the order of the report
	Asks    []annotate.Ask        // the columns: what can be asked, and what else was
	Touched []annotate.ProposalID // entries that want something of a target
	Apart   []annotate.ProposalID // entries that rest on words of the report that state no target
	Without []annotate.ProposalID // entries that do not rest on the report
}

// Board looks through the live entries for what they want of the targets of r.
func (b *Book) Board(r report.ID, targets []target.Target) Board {
	board := Board{Asks: slices.Clone(annotate.Asks)}
	byID := map[target.ID]int{}
	byParagraph := map[report.ParagraphID][]int{}
	wishOf := make([]check.Wish, len(targets)) // what a wish would be that names the target's words
	for i, t := range targets {
		board.Rows = append(board.Rows, BoardRow{Target: t, Asked: map[annotate.Ask][]annotate.ProposalID{}})
		byID[t.ID] = i
		byParagraph[t.Paragraph] = append(byParagraph[t.Paragraph], i)
		wishOf[i] = check.Wish{Report: r, Folded: annotate.Fold(t.Quote)}
	}
	everywhere := make([]int, len(targets))
	for i := range everywhere {
		everywhere[i] = i
	}
	rowOf := func(w check.Wish) int {
		if i, ok := byID[w.Target]; ok && w.Target != "" {
			return i
		}
		among := byParagraph[w.Paragraph]
		if w.Paragraph == "" {
			among = everywhere
		}
		w.Target = ""
		for _, i := range among {
			if check.SamePlace(wishOf[i], w) {
				return i
			}
		}
		return -1
	}
	for i := range b.Entries {
		e := &b.Entries[i]
		if !e.Live() {
			continue
		}
		id := e.Proposal.ID
		of, on := false, false // a target; the report
		for _, w := range check.Wishes(e.Proposal) {
			if w.Report != r {
				continue
			}
			on = true
			at := rowOf(w)
			if at < 0 {
				continue
			}
			of = true
			ask := w.Ask
			if e.Proposal.Form == annotate.Revision && ask == "" {
				ask = Rewording
			}
			if !slices.Contains(board.Asks, ask) && ask != "" {
				board.Asks = append(board.Asks, ask)
			}
			row := &board.Rows[at]
			row.Asked[ask] = once(row.Asked[ask], id)
			row.All = once(row.All, id)
		}
		switch {
		case of:
			board.Touched = append(board.Touched, id)
		case on:
			board.Apart = append(board.Apart, id)
		default:
			board.Without = append(board.Without, id)
		}
	}
	return board
}

// once appends id to ids, to which it was the last to be appended if it is there.
func once(ids []annotate.ProposalID, id annotate.ProposalID) []annotate.ProposalID {
	if n := len(ids); n > 0 && ids[n-1] == id {
		return ids
	}
	return append(ids, id)
}

// Hottest are the numbers of the rows that most entries want something of, those
// most wanted first; rows that nobody wants anything of are left out.
func (b Board) Hottest() []int {
	var all []int
	for i, r := range b.Rows {
		if len(r.All) > 0 {
			all = append(all, i)
		}
	}
	slices.SortStableFunc(all, func(x, y int) int { return len(b.Rows[y].All) - len(b.Rows[x].All) })
	return all
}

// Uncovered are the numbers of the rows that nobody wants anything of.
func (b Board) Uncovered() []int {
	var all []int
	for i, r := range b.Rows {
		if len(r.All) == 0 {
			all = append(all, i)
		}
	}
	return all
}

// Contrary are the numbers of the rows of which entries want opposite things.
func (b Board) Contrary() []int {
	var all []int
	for i, r := range b.Rows {
		found := false
		for a := range r.Asked {
			for o := range r.Asked {
				found = found || check.Opposed(a, o)
			}
		}
		if found {
			all = append(all, i)
		}
	}
	return all
}
