package search

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"deputydesk/search/hanzi"
)

// A piece is a part of a question that was taken apart.
type piece struct {
	text   string
	group  []needle // what meets it; nil if it is left out
	loose  bool     // met by related words only
	weight hanzi.Weight
	year   int
}

// Costs of taking a question apart: the cheapest way wins. Known words are
// better than words that merely happen to stand in the text; a word that
// belongs to asking costs least, so that 今年 is never looked for.
const (
	askingCost  = 0.3
	knownCost   = 1.0
	weakCost    = 1.1
	literalCost = 1.3
)

// maxPiece is the longest piece in characters.
const maxPiece = 12

// pieces takes the word of t apart (今年要建多少个充电桩: 充电桩) and returns
// the way on which all that matters stands in one sentence, or else in one
// paragraph. It returns nil if some character is left that nothing accounts
// for.
func (f *finder) pieces(t *term) *way {
	parts, ok := f.takeApart(atoms(t.needle.canon))
	if !ok {
		return nil
	}
	var strong, every [][]needle
	loose, year := false, 0
	for _, p := range parts {
		switch {
		case p.year != 0:
			year = p.year
		case p.weight == hanzi.Asking:
			f.plan = f.plan || asksPlan[p.text]
			continue
		case p.weight == hanzi.Weak:
			f.plan = f.plan || asksPlan[p.text]
			if len(p.group) > 0 && !asksPlan[p.text] {
				every = append(every, p.group)
			}
			continue
		default:
			strong = append(strong, p.group)
			every = append(every, p.group)
		}
		loose = loose || p.loose
	}
	if len(strong) == 0 {
		return nil
	}
	tries := [][][]needle{every, strong}
	if loose || len(every) == len(strong) {
		tries = tries[1:]
	}
	w := way{stage: Tokens, weight: tokensWeight, year: year}
	if loose {
		w.stage, w.weight = Synonym, relatedWeight
	}
	for _, w.groups = range tries {
		for _, w.wide = range []bool{false, true} {
			if f.any(&term{kind: wordTerm, ways: []way{w}}) {
				return &w
			}
			if len(w.groups) == 1 {
				break
			}
		}
	}
	return nil
}

// asksPlan are the words of a question that ask for what is to come.
var asksPlan = map[string]bool{"目标": true, "任务": true, "指标": true, "计划": true, "今年": true, "明年": true, "将要": true, "打算": true, "准备": true}

// atoms cuts canonical text into characters, Latin words and whole numbers.
func atoms(canon string) []string {
	var all []string
	for i := 0; i < len(canon); {
		r, n := utf8.DecodeRuneInString(canon[i:])
		switch {
		case r == hanzi.Open:
			if end := strings.IndexByte(canon[i:], hanzi.Close); end > 0 {
				n = end + 1
			}
		case isWord(r):
			for i+n < len(canon) && isWord(rune(canon[i+n])) {
				n++
			}
		}
		all = append(all, canon[i:i+n])
		i += n
	}
	return all
}

// takeApart finds the cheapest sequence of pieces that accounts for all atoms.
func (f *finder) takeApart(all []string) ([]piece, bool) {
	if len(all) > 60 {
		return nil, false
	}
	cost := make([]float64, len(all)+1)
	last := make([]piece, len(all)+1)
	from := make([]int, len(all)+1)
	for j := range cost[1:] {
		cost[j+1] = math.Inf(1)
	}
	for i := range all {
		if math.IsInf(cost[i], 1) {
			continue
		}
		absent := false // a pair that is not in the library is in no longer piece
		for j := i + 1; j <= len(all) && j-i <= maxPiece; j++ {
			p, c := f.piece(all[i:j], &absent)
			if cost[i]+c < cost[j] {
				cost[j], last[j], from[j] = cost[i]+c, p, i
			}
		}
	}
	if math.IsInf(cost[len(all)], 1) {
		return nil, false
	}
	var parts []piece
	for j := len(all); j > 0; j = from[j] {
		parts = append(parts, last[j])
	}
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return parts, true
}

// piece judges the atoms as one piece and returns its cost, +Inf if it is
// none.
func (f *finder) piece(all []string, absent *bool) (piece, float64) {
	canon := strings.Join(all, "")
	p := piece{text: canon, weight: hanzi.WeightOf(canon)}
	if len(all) == 1 && utf8.RuneCountInString(canon) == 1 && strings.ContainsAny(canon, "，、。：；！？") {
		p.weight = hanzi.Asking
	}
	if p.weight == hanzi.Asking {
		return p, askingCost
	}
	if len(all) == 2 && all[1] == "年" && all[0][0] == hanzi.Open {
		if year, err := strconv.Atoi(strings.Trim(all[0], "\x01\x02")); err == nil && 1949 <= year && year < 2200 {
			p.year = year
			return p, askingCost
		}
	}
	n := needle{plain: canon, canon: canon}
	there := false
	if !*absent {
		there = f.has(n)
		*absent = !there && len(all) > 1
	}
	single := len(all) == 1 && !isWord(rune(canon[0])) && canon[0] != hanzi.Open
	if p.weight == hanzi.Weak {
		if there && !single {
			p.group = []needle{n}
		}
		return p, weakCost
	}
	if single {
		return p, math.Inf(1)
	}
	if there {
		p.group = append(p.group, n)
	}
	if f.words.Knows(canon) {
		for _, s := range needles(f.words.Same(canon)) {
			if f.has(s) {
				p.group = append(p.group, s)
				there = true
			}
		}
		means := needles(f.words.Means(canon))
		for _, s := range means {
			if f.has(s) {
				p.loose = p.loose || !there
				p.group = append(p.group, s)
			}
		}
		if len(p.group) > 0 {
			return p, knownCost
		}
	}
	if !there {
		return p, math.Inf(1)
	}
	if hanzi.Words()[canon] {
		return p, knownCost
	}
	return p, literalCost
}
