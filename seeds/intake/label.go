package intake

// Headings that a person made may have no ordinal. They go on counting where
// the print left a number out (三 between 二 and 四); where the print counts on
// without them they are counted after the heading before them, as laws count
// what was put between two articles: 二之一.

// labels gives such headings their place in the outline.
type labels struct {
	texts []string // of all units
	roles []FixOp
	parts bool // sub-sections are counted 一、 or （一）, whichever comes
	used  map[string]bool
	top   string // the top section it has come to
	last  int    // number of the last heading given
}

// took remembers a heading that was found.
func (l *labels) took(d heading) {
	if d.level == 1 {
		l.top = d.ordinal
	}
	l.used[l.name(d.level, d.ordinal)] = true
}

// name tells sub-sections of different sections apart.
func (l *labels) name(level int, ordinal string) string {
	if level == 1 {
		return ordinal
	}
	return l.top + "/" + ordinal
}

// give makes unit i a heading of a level, count being the number of the one
// before it on that level.
func (l *labels) give(i, level, count int) heading {
	d := asked(l.texts[i], level)
	switch {
	case d.number > 0: // as printed
		l.last = d.number
		d.ordinal = counted(level, d.number)
	case l.ahead(i, level, count+1):
		l.last = count
		d.ordinal = l.between(level, count)
	default:
		l.last = count + 1
		d.ordinal = counted(level, count+1)
	}
	if l.used[l.name(level, d.ordinal)] {
		d.ordinal = l.between(level, l.last)
	}
	d.number = l.last
	l.took(d)
	return d
}

// counted is the ordinal of the n-th heading of a level: "三", "(三)".
func counted(level, n int) string {
	if level == 1 {
		return numeral(n)
	}
	return "(" + numeral(n) + ")"
}

// between is an ordinal behind that of the n-th heading: "三之一".
func (l *labels) between(level, n int) string {
	base := preamble
	if n > 0 {
		base = counted(level, n)
	}
	for k := 1; ; k++ {
		if o := base + "之" + numeral(k); !l.used[l.name(level, o)] {
			return o
		}
	}
}

// ahead reports whether the print has a heading numbered n on this level behind
// unit i, before the next section ends the count.
func (l *labels) ahead(i, level, n int) bool {
	for j := i + 1; j < len(l.texts); j++ {
		d, ok := headingOf(l.texts[j])
		ends := l.roles[j] == AsHeading1 || l.parts && partHere(l.texts[j], l.roles[j])
		switch {
		case level > 1 && ends:
			return false
		case !ok || l.roles[j] == AsText:
		case level > 1 && !l.parts && d.level == 1:
			return false
		case (d.level == level || l.parts) && d.number == n:
			return true
		}
	}
	return false
}
