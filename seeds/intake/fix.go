package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// A Fix is a person's word on the layout of a source (核对版式): where a
// paragraph begins, what is a heading, what is left out. It never touches a
// character.
//
// Its place is counted in characters that are not blank, so that it is the same
// however the lines are broken. Words tell whether it still is that place: when
// a newer reader counts otherwise, or the text is a new one, the nearest place
// where they stand is meant; where they stand nowhere the fix is passed over.
type Fix struct {
	Op    FixOp  `json:"op"`
	At    int    `json:"at"`    // runes of the source before the place, blank ones left out
	Words string `json:"words"` // the runes that begin there, without blanks, at most fixWords
}

// FixOp says what a Fix does with the paragraph, heading or line of the front
// that begins at its place.
type FixOp string

// The fixes. Of merge and split one counts at a place, the last; so of the two
// headings and plain text.
const (
	MergeUp    FixOp = "merge"    // 并入上段: it goes on what stands before it
	SplitHere  FixOp = "split"    // 在此断开: a paragraph begins here
	AsHeading1 FixOp = "heading1" // 设为一级标题
	AsHeading2 FixOp = "heading2" // 设为二级标题
	AsText     FixOp = "text"     // 改为正文
	DropHere   FixOp = "drop"     // 略去此段: kept, and not shown
)

// fixWords is how many runes a Fix keeps of what begins at its place. In the
// bundled report no two paragraphs begin with the same sixteen.
const fixWords = 16

// slot says which fixes take the place of each other.
func (op FixOp) slot() int {
	switch op {
	case MergeUp, SplitHere:
		return 1
	case DropHere:
		return 2
	}
	return 0
}

// Known reports whether op is one of the fixes.
func (op FixOp) Known() bool {
	return slices.Contains([]FixOp{MergeUp, SplitHere, AsHeading1, AsHeading2, AsText, DropHere}, op)
}

// ErrFixes is wrapped by every error of ReadFixes.
var ErrFixes = errors.New("not a list of fixes of a layout")

// ReadFixes reads fixes as JSON: a list of them, or an object that has one
// called fixes.
func ReadFixes(data []byte) ([]Fix, error) {
	var all []Fix
	var in struct {
		Fixes *[]Fix `json:"fixes"`
	}
	if err := json.Unmarshal(data, &in); err == nil && in.Fixes != nil {
		all = *in.Fixes
	} else if err := json.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrFixes, err)
	}
	for i, f := range all {
		if !f.Op.Known() || f.At < 0 {
			return nil, fmt.Errorf("fix %d: %q at %d: %w", i+1, f.Op, f.At, ErrFixes)
		}
	}
	return all, nil
}

// AddFix returns all with f, in place of what f takes the place of.
func AddFix(all []Fix, f Fix) []Fix {
	return append(WithoutFix(all, f.At, f.Op), f)
}

// WithoutFix returns all without the fix at a place that op would take the place
// of.
func WithoutFix(all []Fix, at int, op FixOp) []Fix {
	return slices.DeleteFunc(slices.Clone(all), func(f Fix) bool { return f.At == at && f.Op.slot() == op.slot() })
}

// fixes are fixes by the byte of the source where each does its work.
type fixes struct {
	cuts []int // to split at, in order
	join map[int]bool
	role map[int]FixOp // AsHeading1, AsHeading2, AsText
	drop map[int]bool
}

// place finds the places of all in src.
func place(all []Fix, src string) fixes {
	var fx fixes
	if len(all) == 0 {
		return fx
	}
	fx = fixes{join: map[int]bool{}, role: map[int]FixOp{}, drop: map[int]bool{}}
	ink := inkOf(src)
	for _, f := range all {
		at, ok := ink.find(f)
		if !ok {
			continue
		}
		switch f.Op {
		case SplitHere:
			fx.cuts = append(fx.cuts, at)
		case MergeUp:
			fx.join[at] = true
		case DropHere:
			fx.drop[at] = true
		default:
			fx.role[at] = f.Op
		}
	}
	slices.Sort(fx.cuts)
	return fx
}

// refit cuts and joins units, of src, as a person said.
func (fx fixes) refit(src string, units []span) []span {
	if len(fx.cuts) == 0 && len(fx.join) == 0 {
		return units
	}
	var cut []span
	cuts := fx.cuts
	for _, u := range units {
		for len(cuts) > 0 && cuts[0] <= u.start {
			cuts = cuts[1:]
		}
		for len(cuts) > 0 && cuts[0] < u.end {
			end := u.start + len(strings.TrimRightFunc(src[u.start:cuts[0]], blank))
			cut = append(cut, span{u.start, end})
			u.start = cuts[0]
			cuts = cuts[1:]
		}
		cut = append(cut, u)
	}
	var all []span
	for _, u := range cut {
		if n := len(all); n > 0 && fx.join[u.start] {
			all[n-1].end = u.end
			continue
		}
		all = append(all, u)
	}
	return all
}

// An ink counts the characters of a text that are not blank.
type ink struct {
	text string // they alone
	at   []int  // byte of the source at which each stands
	own  []int  // byte of text at which each stands
}

func inkOf(src string) ink {
	var k ink
	var b strings.Builder
	for i, r := range src {
		if !blank(r) {
			k.at = append(k.at, i)
			k.own = append(k.own, b.Len())
			b.WriteRune(r)
		}
	}
	k.text = b.String()
	return k
}

// before is how many characters stand before byte i of the source.
func (k ink) before(i int) int {
	n, _ := slices.BinarySearch(k.at, i)
	return n
}

// words are the first characters from the n-th on.
func (k ink) words(n int) string {
	if n >= len(k.own) {
		return ""
	}
	rest := k.text[k.own[n]:]
	end := 0
	for range fixWords {
		_, size := utf8.DecodeRuneInString(rest[end:])
		end += size
	}
	return rest[:end]
}

// find returns the byte of the source at which f does its work: its place, else
// the nearest one with its words, else, not far away, with the first of them.
func (k ink) find(f Fix) (byteAt int, ok bool) {
	if f.At >= 0 && f.At < len(k.at) && strings.HasPrefix(k.text[k.own[f.At]:], f.Words) {
		return k.at[f.At], true
	}
	words := []rune(f.Words)
	for n := len(words); n >= min(leastWords, max(len(words), 1)); n /= 2 {
		best := k.nearest(string(words[:n]), f.At)
		if best >= 0 && (n == len(words) || max(best-f.At, f.At-best) <= drift) {
			return k.at[best], true
		}
	}
	return 0, false
}

// When the words at a place have changed, as in a new text of a report, the
// first half or quarter of them tells it, within a page of where it was.
const (
	leastWords = 4
	drift      = 600 // characters
)

// nearest is the character nearest to the n-th at which words begin; -1 for none.
func (k ink) nearest(words string, n int) int {
	best := -1
	for from := 0; ; {
		i := strings.Index(k.text[from:], words)
		if i < 0 {
			return best
		}
		at, _ := slices.BinarySearch(k.own, from+i)
		if best < 0 || max(at-n, n-at) < max(best-n, n-best) {
			best = at
		}
		from += i + len(words)
	}
}

// asked is the heading of a level that a person makes of text: all of it, or
// its first sentence if more follows, or what stands before its colon (inLine).
func asked(text string, level int) heading {
	h := heading{mark: markOf(text), text: text}
	h.level = level
	if head, _ := inLine(text); head != "" {
		h.text, h.runIn = head, true
	} else if first := report.Sentences(text)[0]; first.End < len(text) && strings.HasSuffix(first.Of(text), "。") {
		h.text, h.runIn = strings.TrimSuffix(first.Of(text), "。"), true
	}
	return h
}
