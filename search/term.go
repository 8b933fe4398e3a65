package search

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"deputydesk/search/hanzi"
)

type termKind int

const (
	wordTerm    termKind = iota // bare word: the cascade applies
	phraseTerm                  // quoted: these characters
	patternTerm                 // /…/
	rangeTerm                   // ≥20%
	dueTerm                     // 6月前
	nearTerm                    // x~5y
	headingTerm                 // 标题:
	sectionTerm                 // 章:
	yearTerm                    // 年:
	kindTerm                    // 类:
)

// A term is one condition of a query.
type term struct {
	kind   termKind
	text   string // as typed, without operators; folded for fields
	needle needle // what is looked for, for words, phrases and headings
	ways   []way  // wordTerm: how it may be met, set by the cascade
	other  needle // nearTerm: the second word
	gap    int    // nearTerm: most characters between the two
	re     *regexp.Regexp
	lo, hi float64 // rangeTerm, yearTerm: bounds; dueTerm: the month
	open   [2]bool // rangeTerm: whether the bound itself is excluded
	sign   string  // rangeTerm: "%", "‰" or ""
	unit   string  // rangeTerm: what must follow the number, "人"
}

func newWord(text string) *term {
	return &term{kind: wordTerm, text: text, needle: newNeedle(text, false)}
}

func newPhrase(text string) *term {
	return &term{kind: phraseTerm, text: text, needle: newNeedle(text, true)}
}

// newNear reads 充电桩~20小区; without a number the distance is 10.
func newNear(text string) (*term, bool) {
	a, rest, ok := strings.Cut(strings.ReplaceAll(text, "～", "~"), "~")
	if !ok {
		return nil, false
	}
	b := strings.TrimLeft(rest, "0123456789")
	gap := 10
	if digits := rest[:len(rest)-len(b)]; digits != "" {
		n, err := strconv.Atoi(digits)
		if err != nil || n > 1000 {
			return nil, false
		}
		gap = n
	}
	if hanzi.Canon(a).Text == "" || hanzi.Canon(b).Text == "" {
		return nil, false
	}
	return &term{kind: nearTerm, text: text, needle: newNeedle(a, false), other: newNeedle(b, false), gap: gap}, true
}

// newRange reads a number filter: ≥20%, <5万人, 3%..8%.
func newRange(text string) (*term, bool) {
	t := &term{kind: rangeTerm, text: text, lo: math.Inf(-1), hi: math.Inf(1)}
	folded := hanzi.Fold(text).Text
	for _, o := range []struct {
		mark  string
		upper bool
		open  bool
	}{
		{">=", false, false}, {"≥", false, false}, {"⩾", false, false}, {"<=", true, false}, {"≤", true, false}, {"⩽", true, false},
		{">", false, true}, {"<", true, true},
	} {
		rest, ok := strings.CutPrefix(folded, o.mark)
		if !ok {
			continue
		}
		f, ok := hanzi.ReadFigure(rest)
		if !ok {
			return nil, false
		}
		t.sign, t.unit = f.Sign, f.Unit
		if o.upper {
			t.hi, t.open[1] = f.Value, o.open
		} else {
			t.lo, t.open[0] = f.Value, o.open
		}
		return t, true
	}
	from, to, ok := strings.Cut(strings.ReplaceAll(folded, "~", ".."), "..")
	if !ok {
		return nil, false
	}
	a, okA := hanzi.ReadFigure(from)
	b, okB := hanzi.ReadFigure(to)
	if !okA || !okB || a.Sign != "" && a.Sign != b.Sign || a.Unit != "" && a.Unit != b.Unit || a.Value > b.Value {
		return nil, false
	}
	t.lo, t.hi, t.sign, t.unit = a.Value, b.Value, b.Sign, b.Unit
	return t, true
}

// admits reports whether figure f is in the range of t. A unit must be the
// same word, less what the text adds after it: ≥5万人 admits 6.8万人次.
func (t *term) admits(f hanzi.Figure) bool {
	if f.Sign != t.sign || !strings.HasPrefix(f.Unit, t.unit) {
		return false
	}
	if f.Value < t.lo || f.Value == t.lo && t.open[0] {
		return false
	}
	return f.Value < t.hi || f.Value == t.hi && !t.open[1]
}
