package intake

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// What stands at the same place of many pages is of the page and not of the
// text: the title in the head, the number at the foot.

// edgeRows is how many lines at the top and at the bottom of a page are looked
// at.
const edgeRows = 3

// pageMark is a number of a page and nothing else: 3, — 3 —, 第3页, 3/12.
var pageMark = regexp.MustCompile(`^[-—–－―·•.|第\s]*[0-9０-９]{1,4}[-—–－―·•.|页\s]*(?:[/共第of\s]*[0-9０-９]{1,4}[页\s]*)?$`)

// An edgeRow is a line at the top or bottom of a page.
type edgeRow struct {
	page, group int // group: place among the baselines of the page
	key         string
	y           float64
	row         row
	alone       bool // more than the usual space between it and the text
}

// takeFurniture takes headers, footers and page numbers off the pages. It returns,
// page by page, the pieces that are left and the lines that were taken off.
func takeFurniture(pages [][]piece) (left [][]piece, taken [][]string) {
	var candidates []edgeRow
	groups := make([][][]piece, len(pages))
	for i, page := range pages {
		groups[i] = baselines(page)
		candidates = append(candidates, edgesOf(i, groups[i])...)
	}
	off := map[[2]int]bool{}
	for _, c := range candidates {
		if c.row.pagination || isRunning(c, candidates, len(pages)) {
			off[[2]int{c.page, c.group}] = true
		}
	}
	left, taken = make([][]piece, len(pages)), make([][]string, len(pages))
	for i, all := range groups {
		for _, middle := range [2][2]int{{0, 1}, {len(all) - 1, -1}} { // only from the edge inwards
			seen := 0
			for k := middle[0]; k >= 0 && k < len(all); k += middle[1] {
				if !off[[2]int{i, k}] {
					break
				}
				seen++
			}
			for k := seen; k < edgeRows && k < len(all); k++ {
				if at := middle[0] + k*middle[1]; at >= 0 && at < len(all) && !rowOf(all[at]).pagination {
					delete(off, [2]int{i, at})
				}
			}
		}
		for k, same := range all {
			r := rowOf(same)
			if off[[2]int{i, k}] || r.pagination {
				taken[i] = append(taken[i], r.text)
				continue
			}
			left[i] = append(left[i], same...)
		}
	}
	return left, taken
}

// edgesOf returns the lines at the top and bottom of a page.
func edgesOf(page int, groups [][]piece) []edgeRow {
	var all []edgeRow
	pitch := pitchOf(groups)
	for k := range groups {
		if k >= edgeRows && k < len(groups)-edgeRows {
			continue
		}
		r := rowOf(groups[k])
		e := edgeRow{page: page, group: k, key: keyOf(r.text), y: r.y, row: r}
		switch { // towards the text
		case len(groups) == 1:
		case k < len(groups)/2:
			e.alone = r.y-groups[k+1][0].y > 1.4*pitch
		default:
			e.alone = groups[k-1][0].y-r.y > 1.4*pitch
		}
		all = append(all, e)
	}
	return all
}

// pitchOf returns the usual distance of two lines, 0 if there are none.
func pitchOf(groups [][]piece) float64 {
	var all []float64
	for i := 1; i < len(groups); i++ {
		all = append(all, groups[i-1][0].y-groups[i][0].y)
	}
	slices.Sort(all)
	if len(all) == 0 {
		return 0
	}
	return all[(len(all)-1)/3] // the spaces around the text are larger
}

// keyOf is what the same line has in common on different pages.
func keyOf(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case blank(r):
			return -1
		case unicode.IsDigit(r):
			return '#'
		}
		return r
	}, text)
}

// isRunning reports whether e stands at the same place of other pages too: on
// a fifth of them, and of a short file set off from the text as well. A page
// number counts with the pages: one that is as far from the number of its page
// as another's is from its own, or, where there is one page, is its number.
func isRunning(e edgeRow, all []edgeRow, pages int) bool {
	number, isNumber := numberOf(e.row.text)
	same := 0
	for _, o := range all {
		near := math.Abs(o.y-e.y) < e.row.size
		n, also := numberOf(o.row.text)
		switch {
		case o.page == e.page || !near:
		case isNumber && (!also || n-o.page != number-e.page):
		case isNumber, o.key == e.key:
			same++
		}
	}
	switch {
	case isNumber:
		return same > 0 || pages < 3 && e.alone && number == e.page+1
	case pages > 3:
		return same >= 1 && (same+1)*5 >= pages
	}
	return same > 0 && e.alone
}

// numberOf reads the page number that text is.
func numberOf(text string) (int, bool) {
	if !pageMark.MatchString(text) {
		return 0, false
	}
	first := anyNumber.FindString(wide.Replace(text))
	return atoi(first), first != ""
}

var anyNumber = regexp.MustCompile(`[0-9]+`)
