package staff

import (
	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/seeds/report"
)

// A boarding is the board as it was last made, and how it is looked at.
type boarding struct {
	board   registry.Board
	of      *registry.Entry // the first entry of the book it was made of
	n       int             // and how many it has
	report  report.ID
	edition report.Edition
	ruled   int // how many targets there were
	show    Showing
}

// A Showing is which rows of the board are shown.
type Showing string

// The showings.
const (
	Hot     Showing = ""         // those that somebody wants something of, most wanted first
	Whole   Showing = "whole"    // all, in the order of the report
	Cold    Showing = "cold"     // those of which nobody wants anything
	Against Showing = "contrary" // those of which opposite things are wanted
)

// Showings are all of them in the order they are offered.
var Showings = []Showing{Hot, Whole, Cold, Against}

// Board is what the register wants of the targets of the open report.
func (o *Office) Board() registry.Board {
	b, r := o.Book(), o.desk.Report()
	targets := o.desk.Targets(r)
	var first *registry.Entry
	if len(b.Entries) > 0 {
		first = &b.Entries[0]
	}
	x := &o.boarding
	if x.of != first || x.n != len(b.Entries) || x.report != r.ID || x.edition != r.Edition || x.ruled != len(targets) || x.board.Asks == nil {
		x.board = b.Board(r.ID, targets)
		x.of, x.n, x.report, x.edition, x.ruled = first, len(b.Entries), r.ID, r.Edition, len(targets)
	}
	return x.board
}

// Showing is which rows are shown.
func (o *Office) Showing() Showing { return o.boarding.show }

// Show shows other rows.
func (o *Office) Show(s Showing) { o.boarding.show = s }

// Rows are the numbers of the rows of b that s shows.
func (s Showing) Rows(b registry.Board) []int {
	switch s {
	case Cold:
		return b.Uncovered()
	case Against:
		return b.Contrary()
	case Whole:
		all := make([]int, len(b.Rows))
		for i := range all {
			all[i] = i
		}
		return all
	}
	return b.Hottest()
}

// LookAt turns to the register and shows the entries ids there; because says in
// words why.
func (o *Office) LookAt(ids []annotate.ProposalID, because string) {
	if len(ids) > 0 {
		o.Look(Filter{Only: ids, Because: because})
	}
}
