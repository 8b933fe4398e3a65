package export

import (
	"math"
	"strings"
)

// balance breaks a title into as few lines as room allows, of about equal
// length, preferably where the words allow it.
func balance(all []piece, room float64) []line {
	total := 0.0
	for _, p := range all {
		total += p.width()
	}
	n := max(1, int(math.Ceil((total-slop)/room)))
	best, cuts := math.Inf(1), []int(nil)
	for _, count := range []int{n, n + 1} {
		cost, c := bestCuts(all, count, room, total/float64(count))
		if cost += float64(count-n) * 1e4; cost < best {
			best, cuts = cost, c
		}
	}
	if cuts == nil {
		return breakLines(all, 0, room)
	}
	var lines []line
	start := 0
	for _, end := range cuts {
		lines = append(lines, line{pieces: all[start:end:end], last: true})
		start = end
	}
	return lines
}

// bestCuts returns the ends of count lines with the least cost; nil and +Inf
// if there is no way.
func bestCuts(all []piece, count int, room, aim float64) (float64, []int) {
	type state struct {
		cost float64
		from int
	}
	n := len(all)
	table := make([][]state, count+1)
	for i := range table {
		table[i] = make([]state, n+1)
		for j := range table[i] {
			table[i][j].cost = math.Inf(1)
		}
	}
	table[0][0].cost = 0
	for k := 1; k <= count; k++ {
		for start := range n {
			if math.IsInf(table[k-1][start].cost, 1) {
				continue
			}
			w := 0.0
			for end := start + 1; end <= n; end++ {
				w += all[end-1].width()
				if w > room+slop {
					break
				}
				c := table[k-1][start].cost + (w-aim)*(w-aim)/aim
				if end < n {
					if !mayPart(all[end-1].last(), all[end].first()) {
						continue
					}
					c += seam(all, end, aim)
				}
				if c < table[k][end].cost {
					table[k][end] = state{c, start}
				}
			}
		}
	}
	if math.IsInf(table[count][n].cost, 1) {
		return math.Inf(1), nil
	}
	cuts := make([]int, count)
	for k, at := count, n; k > 0; k-- {
		cuts[k-1] = at
		at = table[k][at].from
	}
	return table[count][n].cost, cuts
}

// seam says how bad it is to begin a line of a title with piece at. Words are
// not known here; what follows a comma or a "的" reads best, and "的" itself or
// the last two characters never begin a line.
func seam(all []piece, at int, aim float64) float64 {
	before, after := all[at-1].last(), all[at].first()
	switch {
	case strings.ContainsRune("的地得了和与及等性化", after) || len(all)-at < 3:
		return aim * 4
	case strings.ContainsRune("，、；：》”）·—", before) || strings.ContainsRune("《“（", after):
		return 0
	case strings.ContainsRune("的和与及等在对", before):
		return aim * 0.05
	}
	return aim * 0.15
}
