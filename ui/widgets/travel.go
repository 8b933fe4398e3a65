package widgets

// How the caret of a manuscript travels. A step may be a character, a word, a
// line or a paragraph; every method returns where the caret would be.

// moveTo sets the caret; with extend the other end of the selection stays.
func (m *manuscript) moveTo(s spot, extend bool) {
	m.caret, m.trail = m.clamp(s), false
	if !extend {
		m.anchor = m.caret
	}
	m.seal()
}

// previous returns the spot one character before s.
func (m *manuscript) previous(s spot) spot {
	p := m.paras[s.para]
	i := s.rune - 1
	for i > 0 && p.adv[i] == 0 {
		i-- // an accent goes with its letter
	}
	if i >= 0 {
		return spot{s.para, i}
	}
	if s.para == 0 {
		return s
	}
	return spot{s.para - 1, len(m.paras[s.para-1].adv)}
}

// next returns the spot one character behind s.
func (m *manuscript) next(s spot) spot {
	p := m.paras[s.para]
	i := s.rune + 1
	for i < len(p.adv) && p.adv[i] == 0 {
		i++
	}
	if i <= len(p.adv) {
		return spot{s.para, i}
	}
	if s.para == len(m.paras)-1 {
		return s
	}
	return spot{s.para + 1, 0}
}

// A runeSort is a sort of rune: moving by words stops where it changes. Chinese has no
// spaces, so that a word of Han characters is what stands between two signs.
type runeSort int

const (
	sortHan runeSort = iota
	sortWord
	sortSign
	sortBlank
)

func (p *para) sortOf(i int) runeSort {
	k := p.kinds[i]
	switch {
	case k&(blank|newline) != 0:
		return sortBlank
	case k&word != 0 && k&(noStart|noEnd) == 0:
		return sortWord
	case k&(noStart|noEnd|pair|hangs) != 0:
		return sortSign
	}
	return sortHan
}

// wordBefore returns the beginning of the word before rune i, of a blank or two
// and the word before them.
func (p *para) wordBefore(i int) int {
	for i > 0 && p.sortOf(i-1) == sortBlank {
		i--
	}
	if i > 0 {
		for is := p.sortOf(i - 1); i > 0 && p.sortOf(i-1) == is; {
			i--
		}
	}
	return i
}

// wordAfter returns the end of the word at rune i and of the blanks behind it.
func (p *para) wordAfter(i int) int {
	if i < len(p.adv) {
		for is := p.sortOf(i); i < len(p.adv) && p.sortOf(i) == is; {
			i++
		}
	}
	for i < len(p.adv) && p.sortOf(i) == sortBlank {
		i++
	}
	return i
}

// lineStart and lineEnd return the ends of the line rune i stands in. The end
// of a line that goes on is the start of the next, and belongs to that.
func (p *para) lineStart(i int) int { return int(p.lines[p.lineOf(i)].start) }
func (p *para) lineEnd(i int) int   { return int(p.lines[p.lineOf(i)].end) }

// wordBefore returns the beginning of the word before s.
func (m *manuscript) wordBefore(s spot) spot {
	if s.rune == 0 {
		return m.previous(s)
	}
	return spot{s.para, m.paras[s.para].wordBefore(s.rune)}
}

// wordAfter returns the end of the word behind s.
func (m *manuscript) wordAfter(s spot) spot {
	p := m.paras[s.para]
	if s.rune == len(p.adv) {
		return m.next(s)
	}
	return spot{s.para, p.wordAfter(s.rune)}
}

// wordAround returns the word at s, for a double click.
func (m *manuscript) wordAround(s spot) (from, to spot) {
	p := m.paras[s.para]
	if len(p.adv) == 0 {
		return s, s
	}
	i := min(s.rune, len(p.adv)-1)
	a, z := i, i+1
	for is := p.sortOf(i); a > 0 && p.sortOf(a-1) == is; {
		a--
	}
	for is := p.sortOf(i); z < len(p.adv) && p.sortOf(z) == is; {
		z++
	}
	return spot{s.para, a}, spot{s.para, z}
}

// paraBefore returns the start of the paragraph, or of the one before it.
func (m *manuscript) paraBefore(s spot) spot {
	if s.rune > 0 || s.para == 0 {
		return spot{s.para, 0}
	}
	return spot{s.para - 1, 0}
}

// paraAfter returns the end of the paragraph, or of the one behind it.
func (m *manuscript) paraAfter(s spot) spot {
	if n := len(m.paras[s.para].adv); s.rune < n || s.para == len(m.paras)-1 {
		return spot{s.para, n}
	}
	return spot{s.para + 1, len(m.paras[s.para+1].adv)}
}

// end returns the end of the text.
func (m *manuscript) end() spot {
	last := len(m.paras) - 1
	return spot{last, len(m.paras[last].adv)}
}

// lineStart returns the start of the line the caret is shown in.
func (m *manuscript) lineStart() spot {
	p := m.paras[m.caret.para]
	return spot{m.caret.para, int(p.lines[m.caretLine()].start)}
}

// toLineEnd moves the caret behind the last character of its line, and shows it
// there even where the next line begins with the same place.
func (m *manuscript) toLineEnd(extend bool) {
	p, ln := m.paras[m.caret.para], m.caretLine()
	m.moveTo(spot{m.caret.para, int(p.lines[ln].end)}, extend)
	m.trail = ln+1 < len(p.lines)
}

// caretX returns how many em from the left the caret is shown.
func (m *manuscript) caretX() float32 {
	return m.paras[m.caret.para].x(m.caretLine(), m.caret.rune)
}

// near returns the place in a line nearest to x (em), and whether it is at the
// line's end rather than at the start of the next.
func (m *manuscript) near(pi, ln int, x float32) (s spot, trail bool) {
	p := m.paras[pi]
	i, right := p.under(ln, x)
	end := int(p.lines[ln].end)
	if right && i < end {
		for i++; i < end && p.adv[i] == 0; {
			i++
		}
	}
	for i > int(p.lines[ln].start) && i < len(p.adv) && p.adv[i] == 0 {
		i-- // never between a letter and its accent
	}
	return spot{pi, i}, i == end && ln+1 < len(p.lines)
}

// moveLines moves the caret n lines down (up, if negative), as near as can be
// to x em from the left.
func (m *manuscript) moveLines(n int, x float32, extend bool) {
	at := m.tops[m.caret.para] + m.caretLine() + n
	switch {
	case at < 0:
		m.moveTo(spot{}, extend)
	case at >= m.lines():
		m.moveTo(m.end(), extend)
	default:
		pi, ln := m.lineOf(at)
		s, trail := m.near(pi, ln, x)
		m.moveTo(s, extend)
		m.trail = trail
	}
}
