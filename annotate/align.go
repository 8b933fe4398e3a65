package annotate

// An alignment pairs tokens of an old text with tokens of a new one.
type alignment struct {
	pair  []int // for each old token the new one that stands in its place, or -1
	start int   // first and one past the last new token that is paired
	end   int
}

// Scores of aligning. A pair of equal tokens gains, one of two different
// numbers a little less, since "580个" and "600个" say the same of another
// number; everything else costs, so that an alignment stays together instead of
// collecting single characters from far away.
const (
	gainSame   = 4
	gainNumber = 2
	costOther  = -2
	costGap    = -2
	costFirst  = -1 // more for the first token of a gap: one long gap is likelier than many
)

// align finds the best local alignment of old with new.
func align(old, new []token) alignment {
	a := alignment{pair: make([]int, len(old))}
	for i := range a.pair {
		a.pair[i] = -1
	}
	width := len(new) + 1
	const none = -1 << 30
	// Three ways to reach a cell, as usual with gaps that cost more to open:
	// by a pair, by leaving out an old token, by leaving out a new one.
	best := make([]int32, width)
	drop := make([]int32, width) // leaving out old tokens, by column
	from := make([]byte, (len(old)+1)*width)
	for j := range drop {
		drop[j] = none
	}
	top, ti, tj := int32(0), 0, 0
	for i := 1; i <= len(old); i++ {
		diagonal := best[0]
		skip := int32(none)
		row := from[i*width:]
		for j := 1; j < width; j++ {
			up, left := best[j], best[j-1]
			var way byte
			if opened := up + costGap + costFirst; opened >= drop[j]+costGap {
				drop[j] = opened
				way |= openDrop
			} else {
				drop[j] += costGap
			}
			if opened := left + costGap + costFirst; opened >= skip+costGap {
				skip = opened
				way |= openSkip
			} else {
				skip += costGap
			}
			score, step := int32(0), byte(stop)
			if s := diagonal + likeness(old[i-1], new[j-1]); s > score {
				score, step = s, byPair
			}
			if drop[j] > score {
				score, step = drop[j], byDrop
			}
			if skip > score {
				score, step = skip, bySkip
			}
			diagonal = best[j]
			best[j] = score
			row[j] = way | step
			if score > top {
				top, ti, tj = score, i, j
			}
		}
	}
	a.start, a.end = tj, tj
	for i, j := ti, tj; i > 0 && j > 0; {
		way := from[i*width+j]
		switch way & steps {
		case byPair:
			i, j = i-1, j-1
			a.pair[i] = j
			a.start = j
		case byDrop:
			for from[i*width+j]&openDrop == 0 {
				i--
			}
			i--
		case bySkip:
			for from[i*width+j]&openSkip == 0 {
				j--
			}
			j--
		default:
			return a
		}
	}
	return a
}

// How a cell of the table was reached, and where its gaps began.
const (
	stop     = 0
	byPair   = 1
	byDrop   = 2
	bySkip   = 3
	steps    = 3
	openDrop = 4
	openSkip = 8
)

func likeness(a, b token) int32 {
	switch {
	case a.id == b.id:
		return gainSame
	case a.numeral && b.numeral:
		return gainNumber
	}
	return costOther
}

// A pageIndex finds pairs of neighbouring tokens in a page.
type pageIndex struct {
	*page
	pairs map[uint64][]int32
}

func indexPage(p *page) *pageIndex {
	x := &pageIndex{p, make(map[uint64][]int32, len(p.tokens))}
	for i := 0; i+1 < len(p.tokens); i++ {
		for _, k := range pairKeys(p.tokens[i], p.tokens[i+1]) {
			x.pairs[k] = append(x.pairs[k], int32(i))
		}
	}
	return x
}

// pairKeys returns the keys under which two neighbours are found: one in which
// any number will do, since a changed one must not hide its place, and if there
// is a number one in which it counts, since the same one is the better place.
func pairKeys(a, b token) []uint64 {
	x, y := a.id, b.id
	if !a.number && !b.number {
		return []uint64{x<<32 | y}
	}
	exact := x*0x9E3779B97F4A7C15 ^ y | 1<<63
	if a.number {
		x = '#'
	}
	if b.number {
		y = '#'
	}
	return []uint64{x<<32 | y, exact}
}

// candidates returns the places where much of old may stand, the likeliest
// first: every pair of neighbouring tokens that both texts have is a vote for
// how far apart they stand.
func (x *pageIndex) candidates(old []token, most int) []int {
	votes := make([]float32, (len(x.tokens)+len(old))/drift+2)
	for i := 0; i+1 < len(old); i++ {
		for _, k := range pairKeys(old[i], old[i+1]) {
			places := x.pairs[k]
			for _, j := range places {
				d := (int(j) - i + len(old)) / drift
				weight := 1 / float32(len(places)) // what stands everywhere says little
				votes[d] += weight
				votes[d+1] += weight // so that no place falls between two boxes
			}
		}
	}
	var starts []int
	for len(starts) < most {
		best := 0
		for d := range votes {
			if votes[d] > votes[best] {
				best = d
			}
		}
		if votes[best] == 0 {
			break
		}
		starts = append(starts, (best-1)*drift-len(old))
		for d := max(0, best-1); d <= min(best+1, len(votes)-1); d++ {
			votes[d] = 0
		}
	}
	return starts
}

// drift is how many tokens may have been put in or taken out before the votes
// of one place fall into boxes too far apart.
const drift = 24

func abs(n int) int { return max(n, -n) }
