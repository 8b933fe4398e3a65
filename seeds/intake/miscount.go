package intake

import "strings"

// A heading whose number does not follow the one before it is still a heading:
// the print miscounted. It is shown as printed. In the outline it takes its
// printed number if no other heading of its section has that, and else the
// place it stands at, so that the headings behind it keep theirs.

// miscounted returns unit i, which reads as the heading d but does not follow
// the count-th of its level, with its place in the outline; false if it is no
// heading but an item of a list or a sentence.
//
// A line of its own without a full stop is a heading. So is a run-in heading of
// the second level that does not start a count anew. Any other is one if it
// stands where a number is missing.
func (l *labels) miscounted(i int, d heading, count int) (heading, bool) {
	next := l.next(i, d.level)
	hole := next == count+2 && d.number != next
	switch {
	case strings.HasPrefix(d.text[d.width:], "月"): // 四、五月份
		return heading{}, false
	case !d.runIn && !finished(d.text), hole:
	case d.level == 2 && (d.number > 1 || count == 1 && next != 3):
	default:
		return heading{}, false
	}
	return l.placed(i, d, count), true
}

// placed gives unit i, the heading d, a place in the outline that no other has.
func (l *labels) placed(i int, d heading, count int) heading {
	switch {
	case !l.used[l.name(d.level, d.ordinal)] && !l.ahead(i, d.level, d.number):
		l.last = d.number
	case !l.used[l.name(d.level, counted(d.level, count+1))] && !l.ahead(i, d.level, count+1):
		l.last = count + 1
		d.ordinal = counted(d.level, l.last)
	default:
		l.last = count
		d.ordinal = l.between(d.level, count)
	}
	d.number = l.last
	l.took(d)
	return d
}

// next is the number that the print gives the heading of a level behind unit i,
// 0 if its section ends before one.
func (l *labels) next(i, level int) int {
	for j := i + 1; j < len(l.texts); j++ {
		d, ok := headingOf(l.texts[j])
		switch {
		case l.roles[j] == AsText || !ok:
		case l.roles[j] == AsHeading1 && level > 1, d.level < level:
			return 0
		case d.level == level:
			return d.number
		}
	}
	return 0
}
