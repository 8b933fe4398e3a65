package intake

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// headingRunes is how long a heading may be. The longest in eleven national
// reports has 48 runes with its ordinal; the shortest paragraph that starts
// with an ordinal and is none has 60.
const headingRunes = 50

// leadRunes is how long a run-in heading ("提升企业创新能力。") may be, ordinal and
// full stop left out. Longer first sentences without a comma are sentences.
const leadRunes = 18

var (
	topMark = regexp.MustCompile(`^([一二三四五六七八九十]{1,3})[ \x{3000}]*[、．.][ \x{3000}]*`)
	subMark = regexp.MustCompile(`^[(（][ \x{3000}]*([一二三四五六七八九十]{1,3})[ \x{3000}]*[)）][ \x{3000}]*[、，.．]?`)
)

// A mark is the ordinal that a heading starts with.
type mark struct {
	level   int    // 1 for 一、, 2 for (一), 0 for none
	ordinal string // "三", "(四)"
	number  int    // 3, 4
	width   int    // bytes of the printed ordinal
}

// markOf returns the ordinal at the start of s.
func markOf(s string) mark {
	if m := topMark.FindStringSubmatch(s); m != nil {
		return mark{1, m[1], number(m[1]), len(m[0])}
	}
	if m := subMark.FindStringSubmatch(s); m != nil {
		return mark{2, "(" + m[1] + ")", number(m[1]), len(m[0])}
	}
	return mark{}
}

// isOrdinal reports whether s is the ordinal of a heading and nothing more.
func isOrdinal(s string) bool {
	if len(s) > 24 {
		return false
	}
	m := markOf(s)
	return m.level > 0 && m.width == len(s)
}

// number reads a Chinese numeral below 100: "十二" is 12.
func number(s string) int {
	tens, ones := 0, 0
	for _, r := range s {
		if r == '十' {
			tens = max(ones, 1)
			ones = 0
			continue
		}
		ones = strings.IndexRune("一二三四五六七八九", r)/3 + 1
	}
	return tens*10 + ones
}

// A heading is a unit that opens a section.
type heading struct {
	mark
	text  string // as printed, without the full stop of a run-in heading
	runIn bool   // the paragraph goes on behind it
}

// headingOf reads text as a heading: a short line with an ordinal, or a
// paragraph whose first sentence is one, or whose first words are, see
// inLine.
func headingOf(text string) (heading, bool) {
	m := markOf(text)
	if m.level == 0 {
		return heading{}, false
	}
	if h, _ := inLine(text); h != "" {
		return heading{m, h, true}, true
	}
	first := report.Sentences(text)[0]
	if first.End == len(text) {
		ok := utf8.RuneCountInString(text) <= headingRunes && !strings.HasSuffix(text, "；")
		return heading{m, text, false}, ok
	}
	h := strings.TrimSuffix(first.Of(text), "。")
	ok := h != first.Of(text) && utf8.RuneCountInString(h) <= headingRunes
	return heading{m, h, true}, ok
}

// leadOf returns the run-in heading at the start of text, with its full stop
// or colon: a short first sentence without a comma that more text follows, or
// what inLine finds.
func leadOf(text string) string {
	if h, mark := inLine(text); h != "" {
		return h + strings.TrimSpace(mark)
	}
	all := report.Sentences(text)
	if len(all) < 2 {
		return ""
	}
	lead := all[0].Of(text)
	words := lead[markOf(lead).width:]
	if !strings.HasSuffix(lead, "。") || strings.ContainsAny(words, "，：") ||
		utf8.RuneCountInString(words) > leadRunes+1 {
		return ""
	}
	return lead
}

// sections sorts units of src, the text of paper without its tail, under their
// headings.
//
// A unit that a person dropped is kept as a repair of the paragraph before it,
// or else of the first one.
func sections(paper *sheet, src string, units []span, fx fixes, p *proofs) []report.Section {
	heads := readHeads(src, units, fx)
	var (
		all   []report.Section
		top   string
		loose []report.Repair // what stood before the first paragraph
		open  = func(path report.Path, heading string) {
			all = append(all, report.Section{Path: path, Heading: heading})
		}
	)
	if len(heads.at) > 0 {
		top = heads.before
	}
	for i, u := range units {
		raw := src[u.start:u.end]
		if fx.drop[u.start] {
			loose = furnish(all, []report.Repair{{Kind: report.Dropped, Was: raw}}, loose)
			p.note(u, Piece{Kind: Dropped, Text: tidy(raw)}, nil)
			continue
		}
		h, isHead := heads.at[i]
		switch {
		case isHead && h.level == 1:
			top = h.ordinal
			open(report.Path(top), h.text)
		case isHead && top != "":
			open(report.Path(top+"/"+h.ordinal), h.text)
		case isHead:
			open(report.Path(h.ordinal), h.text)
		case heads.returns[i]:
			open(report.Path(top), "")
		case len(all) == 0:
			open("", "")
		}
		text, repairs, cuts := mendAt(raw)
		if isHead && !h.runIn {
			p.note(u, Piece{Kind: HeadLine, Level: h.level, Text: h.text, Heading: h.text, Repairs: repairs}, cuts)
			for _, r := range repairs {
				if r.Kind == report.Furniture {
					loose = append(loose, report.Repair{Kind: r.Kind, Was: r.Was})
				}
			}
			continue
		}
		s := &all[len(all)-1]
		if text == "" { // a page number on its own
			loose = furnish(all, repairs, loose)
			p.note(u, Piece{Kind: PrintOnly, Text: tidy(raw)}, nil)
			continue
		}
		piece := Piece{Kind: TextBlock, Text: text, Repairs: repairs}
		if isHead {
			piece.Level, piece.Heading = h.level, h.text
		}
		p.note(u, piece, cuts)
		repairs = append(loose, repairs...)
		loose = nil
		para := report.Paragraph{Text: text, Lead: leadOf(text), Repairs: repairs}
		paper.dress(&para, u)
		s.Paragraphs = append(s.Paragraphs, para)
	}
	furnish(all, loose, nil)
	return all
}

// furnish adds to the last paragraph the furniture that stood behind it. Before
// the first paragraph it is kept for the start of that.
func furnish(all []report.Section, repairs, loose []report.Repair) []report.Repair {
	for i := len(all) - 1; i >= 0; i-- {
		if n := len(all[i].Paragraphs); n > 0 {
			p := &all[i].Paragraphs[n-1]
			for _, r := range repairs {
				r.At = len(p.Text)
				p.Repairs = append(p.Repairs, r)
			}
			return loose
		}
	}
	for _, r := range repairs {
		r.At = 0
		loose = append(loose, r)
	}
	return loose
}

// heads says what each unit is to the structure.
type heads struct {
	at      map[int]heading // units that open a section
	returns map[int]bool    // units at which the text returns to the top section
	before  string          // ordinal of the top section that a fragment starts in
}

// readHeads finds the headings among units. An ordinal counts if it goes on from
// the one before it, the first of a fragment being any; if it does not, only
// what cannot be an item of a list is one, see miscounted.
//
// A paragraph that starts with 各位代表 after the last sub-section of a top
// section speaks for the whole section again: the text returns to it.
//
// What a person said of a unit counts before all that.
func readHeads(src string, units []span, fx fixes) heads {
	texts, roles := make([]string, len(units)), make([]FixOp, len(units))
	for i, u := range units {
		texts[i], _ = mend(src[u.start:u.end])
		if texts[i] != "" {
			roles[i] = fx.role[u.start]
		}
	}
	end := glossary(texts, roles)
	h := readCount(texts[:end], roles[:end], units, fx)
	if end < len(texts) {
		h.at[end] = heading{mark{1, glossaryPath, 0, 0}, texts[end], false}
	}
	return fx.shown(units, h)
}

// readCount finds the headings by how they are counted.
func readCount(texts []string, roles []FixOp, units []span, fx fixes) heads {
	if inParts(texts, roles) {
		return readParts(texts, roles)
	}
	h := heads{map[int]heading{}, map[int]bool{}, ""}
	top, sub := 0, 0
	l := labels{texts: texts, roles: roles, used: map[string]bool{}}
	addressed := -1 // first unit since the last heading that starts with 各位代表
	back := func() {
		if addressed >= 0 && sub > 0 {
			h.returns[addressed] = true
		}
		addressed = -1
	}
	for i, text := range texts {
		d, ok := headingOf(text)
		switch {
		case roles[i] == AsHeading1 || closing(text, roles[i]):
			back()
			d, top, sub = l.give(i, 1, top), l.last, 0
			h.at[i] = d
		case roles[i] == AsHeading2:
			addressed = -1
			d, sub = l.give(i, 2, sub), l.last
			h.at[i] = d
		case roles[i] == AsText:
		case ok && d.level == 1 && (d.number == top+1 || top == 0 || !d.runIn && d.number > top && d.number < top+3):
			if top == 0 && sub > 0 && d.number > 1 {
				h.before = numeral(d.number - 1)
			}
			back()
			if l.used[d.ordinal] {
				d = l.placed(i, d, top)
			}
			top, sub = d.number, 0
			l.took(d)
			h.at[i] = d
		case ok && d.level == 2 && (d.number == sub+1 || d.number == 1 && !d.runIn || sub == 0 && top == 0):
			addressed = -1
			if l.used[l.name(2, d.ordinal)] { // one starts the count anew
				d = l.placed(i, d, sub)
			}
			sub = d.number
			l.took(d)
			h.at[i] = d
		case ok && top > 0 && d.level == 1:
			if d, is := l.miscounted(i, d, top); is {
				back()
				top, sub = d.number, 0
				h.at[i] = d
			}
		case ok && d.level == 2:
			if d, is := l.miscounted(i, d, sub); is {
				addressed = -1
				sub = d.number
				h.at[i] = d
			}
		case addressed < 0 && !fx.drop[units[i].start] && strings.HasPrefix(text, "各位代表"):
			addressed = i
		}
	}
	back()
	return h
}

// shown is h without the headings that were dropped. They have been counted: the
// third is still the third when the second is left out.
func (fx fixes) shown(units []span, h heads) heads {
	for i, u := range units {
		if fx.drop[u.start] {
			delete(h.at, i)
		}
	}
	return h
}

// numeral writes n as a Chinese numeral, from 100 on in digits.
func numeral(n int) string {
	if n >= 100 {
		return strconv.Itoa(n)
	}
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case n < 10:
		return digits[n]
	case n < 20:
		return "十" + digits[n-10]
	}
	return digits[n/10] + "十" + digits[n%10]
}
