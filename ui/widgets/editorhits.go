package widgets

import "sort"

// A stretch is what lies between two spots of a text.
type stretch struct{ from, to spot }

// Replace puts text in the place of bytes [start, end), as one step that can be
// undone, and selects it. OnChanged is called.
func (e *Editor) Replace(start, end int, text string) {
	from := e.m.spotAt(start)
	e.m.moveTo(from, false)
	e.m.moveTo(e.m.spotAt(end), true)
	e.m.insert(text)
	e.m.anchor = from
	e.changed()
}

// Highlight shows ranges of bytes [start, end) as hits of a search, in place of
// those shown before; nil shows none. They are in order and do not overlap. The
// next change of the text takes them away: OnChanged is the place to say anew
// what is found. The one the person is at is shown by selecting it.
func (e *Editor) Highlight(ranges [][2]int) {
	if len(ranges) == 0 && len(e.hits) == 0 {
		return
	}
	e.hits = e.hits[:0]
	at, passed := spot{}, 0 // a spot, and the bytes before its paragraph
	spotAt := func(offset int) spot {
		for at.para < len(e.m.paras)-1 && offset > passed+len(e.m.paras[at.para].text) {
			passed += len(e.m.paras[at.para].text) + 1
			at.para++
		}
		return spot{at.para, e.m.paras[at.para].rune(offset - passed)}
	}
	for _, r := range ranges {
		if from, to := spotAt(r[0]), spotAt(r[1]); from.before(to) {
			e.hits = append(e.hits, stretch{from, to})
		}
	}
	e.Refresh()
}

// hitsIn returns the hits that begin before the end of line ln of paragraph pi
// and end behind its start.
func (e *Editor) hitsIn(pi, ln int) []stretch {
	l := e.m.paras[pi].lines[ln]
	start, end := spot{pi, int(l.start)}, spot{pi, int(l.end)}
	a := sort.Search(len(e.hits), func(i int) bool { return start.before(e.hits[i].to) })
	z := a
	for z < len(e.hits) && e.hits[z].from.before(end) {
		z++
	}
	return e.hits[a:z]
}
