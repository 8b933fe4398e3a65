package widgets

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// A spot is a place in a manuscript: before rune number rune of paragraph
// number para.
type spot struct{ para, rune int }

// before says whether s comes earlier than o.
func (s spot) before(o spot) bool {
	return s.para < o.para || s.para == o.para && s.rune < o.rune
}

// A manuscript is a plain text that is being written: paragraphs laid out in
// one column, a caret, a selection, and what can be undone. It knows no pixels
// and no keys. Only the paragraph that is touched is measured again.
type manuscript struct {
	paras  []*para
	tops   []int // number of lines above each paragraph, and above the end
	caret  spot
	anchor spot // the other end of the selection; equal to caret: none
	trail  bool // the caret, at a soft line break, is shown behind the earlier line

	done, undone []edit

	face  *face
	width float32 // em
	text  string  // the whole text, if fresh
	fresh bool
}

// newManuscript returns an empty manuscript written in f.
func newManuscript(f *face) *manuscript {
	m := &manuscript{face: f, width: 40}
	m.setText("")
	return m
}

// setText replaces everything and forgets what could be undone.
func (m *manuscript) setText(text string) {
	m.paras = m.paras[:0]
	for _, t := range strings.Split(plain(text), "\n") {
		m.paras = append(m.paras, m.paragraph(t))
	}
	m.caret, m.anchor, m.trail = spot{}, spot{}, false
	m.done, m.undone = nil, nil
	m.count(0)
}

// plain makes line ends uniform and drops what cannot be written.
func plain(text string) string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n").Replace(text)
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == 0xfeff {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

func (m *manuscript) paragraph(text string) *para {
	p := &para{}
	m.write(p, text)
	return p
}

func (m *manuscript) write(p *para, text string) {
	p.set(text, 0, m.face, m.face)
	p.flow(m.width, true)
}

// count renews the sums of lines from paragraph first on.
func (m *manuscript) count(first int) {
	m.fresh = false
	if cap(m.tops) < len(m.paras)+1 {
		m.tops = append(make([]int, 0, len(m.paras)*5/4+8), m.tops...)
	}
	m.tops = m.tops[:len(m.paras)+1]
	for i := first; i < len(m.paras); i++ {
		m.tops[i+1] = m.tops[i] + len(m.paras[i].lines)
	}
}

// fit lays everything out for a column of width em in f.
func (m *manuscript) fit(width float32, f *face) {
	if f != m.face {
		m.face = f
		for _, p := range m.paras {
			p.set(p.text, 0, f, f)
		}
	} else if width == m.width {
		return
	}
	m.width = width
	for _, p := range m.paras {
		p.flow(width, true)
	}
	m.count(0)
}

// lines is how many lines the text takes.
func (m *manuscript) lines() int { return m.tops[len(m.paras)] }

// string returns the whole text.
func (m *manuscript) string() string {
	if !m.fresh {
		var s strings.Builder
		for i, p := range m.paras {
			if i > 0 {
				s.WriteByte('\n')
			}
			s.WriteString(p.text)
		}
		m.text, m.fresh = s.String(), true
	}
	return m.text
}

// selection returns its ends in order.
func (m *manuscript) selection() (from, to spot) {
	if m.anchor.before(m.caret) {
		return m.anchor, m.caret
	}
	return m.caret, m.anchor
}

// between returns the text from one spot to a later one.
func (m *manuscript) between(from, to spot) string {
	a, b := m.paras[from.para], m.paras[to.para]
	if from.para == to.para {
		return a.text[a.offset(from.rune):a.offset(to.rune)]
	}
	var s strings.Builder
	s.WriteString(a.text[a.offset(from.rune):])
	for _, p := range m.paras[from.para+1 : to.para] {
		s.WriteByte('\n')
		s.WriteString(p.text)
	}
	s.WriteByte('\n')
	s.WriteString(b.text[:b.offset(to.rune)])
	return s.String()
}

// splice puts text in the place of what stands from one spot to a later one and
// returns the spot behind it.
func (m *manuscript) splice(from, to spot, text string) spot {
	a, b := m.paras[from.para], m.paras[to.para]
	head, tail := a.text[:a.offset(from.rune)], b.text[b.offset(to.rune):]
	parts := strings.Split(text, "\n")
	end := after(from, text)
	parts[0] = head + parts[0]
	parts[len(parts)-1] += tail
	if old := to.para - from.para + 1; old != len(parts) {
		rest := m.paras[to.para+1:]
		grown := make([]*para, 0, len(m.paras)-old+len(parts)+8)
		grown = append(grown, m.paras[:from.para+1]...)
		for range parts[1:] {
			grown = append(grown, &para{})
		}
		m.paras = append(grown, rest...)
	} else {
		for i := 1; i < len(parts); i++ {
			m.paras[from.para+i] = &para{}
		}
	}
	for i, t := range parts {
		m.write(m.paras[from.para+i], t)
	}
	m.count(from.para)
	return end
}

// after returns the spot behind text that begins at from.
func after(from spot, text string) spot {
	n := strings.Count(text, "\n")
	last := utf8.RuneCountInString(text[strings.LastIndexByte(text, '\n')+1:])
	if n == 0 {
		return spot{from.para, from.rune + last}
	}
	return spot{from.para + n, last}
}

// clamp returns the nearest spot there is.
func (m *manuscript) clamp(s spot) spot {
	s.para = min(max(s.para, 0), len(m.paras)-1)
	s.rune = min(max(s.rune, 0), len(m.paras[s.para].adv))
	return s
}

// offset returns the byte offset of s in the whole text.
func (m *manuscript) offset(s spot) int {
	n := 0
	for _, p := range m.paras[:s.para] {
		n += len(p.text) + 1
	}
	return n + m.paras[s.para].offset(s.rune)
}

// spotAt returns the spot at a byte offset of the whole text.
func (m *manuscript) spotAt(offset int) spot {
	offset = max(offset, 0)
	for i, p := range m.paras {
		if offset <= len(p.text) {
			return spot{i, p.rune(offset)}
		}
		offset -= len(p.text) + 1
	}
	last := len(m.paras) - 1
	return spot{last, len(m.paras[last].adv)}
}

// lineOf returns the paragraph and line that line number n of the text is.
func (m *manuscript) lineOf(n int) (pi, ln int) {
	n = min(max(n, 0), m.lines()-1)
	pi = sort.Search(len(m.paras), func(i int) bool { return m.tops[i+1] > n })
	return pi, n - m.tops[pi]
}

// caretLine returns the line of its paragraph the caret is shown in.
func (m *manuscript) caretLine() int {
	p := m.paras[m.caret.para]
	ln := p.lineOf(m.caret.rune)
	if m.trail && ln > 0 && int(p.lines[ln].start) == m.caret.rune {
		ln--
	}
	return ln
}
