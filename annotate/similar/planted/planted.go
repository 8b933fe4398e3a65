// Package planted makes texts of which is known which of them are the same
// proposal in other words, so that it can be counted how many are found.
//
// A text is labelled with its matter, its place and what it asks. Two are the
// same if all three are: the same street light for another street is another
// proposal, and so is another wish about the same street. The texts behind it
// were written for this and no rule was written on them. The same seed makes the
// same texts.
package planted

import (
	_ "embed"
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode/utf8"
)

//go:embed held.txt
var held string

// A Kind is what was done to a text.
type Kind string

// The kinds. All but Elsewhere, ElsewhereToo, Otherwise and OtherwiseToo are the
// same proposal as the Original.
//
// Where the place stands neither in the title nor in what is asked, it is only an
// example: the same with another one is the same proposal.
const (
	Original     Kind = "original"
	Reworded     Kind = "reworded"      // other words here and there, sentences begun otherwise
	Reordered    Kind = "reordered"     // its sentences in another order, counted otherwise
	Shortened    Kind = "shortened"     // four sentences in ten left out
	Mixed        Kind = "mixed"         // all three
	OwnWords     Kind = "own-words"     // another person wrote the same without having seen it
	Example      Kind = "example"       // the same with another place as its example
	Elsewhere    Kind = "elsewhere"     // the same template for another place
	ElsewhereToo Kind = "elsewhere-too" // that one reworded
	Otherwise    Kind = "otherwise"     // the same background, something else is asked
	OtherwiseToo Kind = "otherwise-too" // that one reworded
)

// Kinds are all of them.
var Kinds = []Kind{Original, Reworded, Reordered, Shortened, Mixed, OwnWords, Example, Elsewhere, ElsewhereToo, Otherwise, OtherwiseToo}

// A Text is one proposal of which is known what it is about.
type Text struct {
	Title, Situation, Analysis, Proposal string

	Matter string // what it is about
	Place  int    // of several for which the matter was written, from 0
	Ask    int    // of several that were asked, from 0
	Kind   Kind
}

// Same reports whether two are the same proposal.
func Same(a, b Text) bool { return a.Matter == b.Matter && a.Place == b.Place && a.Ask == b.Ask }

// A source is one matter as it was written.
type source struct {
	name, title, situation, analysis, proposal string
	otherTitle, otherProposal                  string
	ownTitle, ownWords                         string
}

// Held makes the texts from what no rule was written on.
func Held(seed uint64) []Text { return grow(held, seed) }

// Of makes them from other sources, written as held.txt is.
func Of(sources string, seed uint64) []Text { return grow(sources, seed) }

func grow(sources string, seed uint64) []Text {
	random := rand.New(rand.NewPCG(seed, 8))
	var all []Text
	for _, s := range read(sources) {
		add := func(k Kind, place, ask int, t Text) {
			for _, part := range []*string{&t.Title, &t.Situation, &t.Analysis, &t.Proposal} {
				*part = at(*part, place)
			}
			if k == Example {
				place = 0
			}
			t.Matter, t.Place, t.Ask, t.Kind = s.name, place, ask, k
			all = append(all, t)
		}
		first := Text{Title: s.title, Situation: s.situation, Analysis: s.analysis, Proposal: s.proposal}
		add(Original, 0, 0, first)
		add(Reworded, 0, 0, reword(first, random))
		add(Reordered, 0, 0, reorder(first, random))
		add(Shortened, 0, 0, shorten(first, random, 0.6))
		add(Mixed, 0, 0, reorder(reword(shorten(first, random, 0.75), random), random))
		if s.ownTitle != "" {
			add(OwnWords, 0, 0, Text{Title: s.ownTitle, Proposal: s.ownWords})
		}
		switch {
		case strings.Contains(s.title+s.proposal, "〔"):
			add(Elsewhere, 1, 0, first)
			add(ElsewhereToo, 1, 0, reword(first, random))
		case strings.Contains(s.situation+s.analysis, "〔"):
			add(Example, 1, 0, first)
		}
		if s.otherTitle != "" {
			other := Text{Title: s.otherTitle, Situation: s.situation, Analysis: s.analysis, Proposal: s.otherProposal}
			add(Otherwise, 0, 1, other)
			add(OtherwiseToo, 0, 1, reword(other, random))
		}
	}
	return all
}

// read parses sources; the head of held.txt says how they are written.
func read(sources string) []source {
	var all []source
	for l := range strings.Lines(sources) {
		l = strings.TrimSpace(l)
		if name, ok := strings.CutPrefix(l, "= "); ok {
			all = append(all, source{name: name})
			continue
		}
		mark, text, ok := strings.Cut(l, " ")
		if !ok || strings.HasPrefix(l, "#") || len(all) == 0 {
			continue
		}
		s := &all[len(all)-1]
		for known, field := range map[string]*string{"题": &s.title, "情": &s.situation, "析": &s.analysis, "建": &s.proposal,
			"他": &s.otherTitle, "他建": &s.otherProposal, "述": &s.ownTitle, "述文": &s.ownWords} {
			if mark == known {
				*field = text
			}
		}
	}
	return all
}

// at is text for the place with that number.
func at(text string, place int) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(text, "〔")
		b.WriteString(before)
		if !ok {
			return b.String()
		}
		names, after, _ := strings.Cut(rest, "〕")
		b.WriteString(strings.Split(names, "|")[place])
		text = after
	}
}

// swaps are words and others that a hasty hand puts in their place.
var swaps = [][2]string{{"建议", "希望"}, {"关于", "关于做好"}, {"加强", "强化"}, {"完善", "健全"}, {"推进", "推动"}, {"提高", "提升"}, {"居民", "群众"}, {"问题", "情况"},
	{"不足", "不够"}, {"明确", "确定"}, {"没有", "未"}, {"增加", "增设"}, {"解决", "化解"}, {"建立", "设立"}, {"开展", "组织"}, {"支持", "扶持"}, {"落实", "压实"},
	{"由", "请"}, {"老人", "老年人"}, {"孩子", "学生"}, {"去年", "上一年"}, {"改造", "整治"}, {"补贴", "补助"}, {"配备", "配置"}, {"附近", "周边"}, {"有的", "个别"},
	{"列入", "纳入"}, {"按", "按照"}, {"可以", "可"}, {"不愿", "不肯"}, {"设置", "安排"}, {"公布", "公开"}, {"一般", "通常"}, {"一半以上", "大半"}, {"和", "以及"}}

// openings are what a sentence may begin with.
var openings = []string{"目前，", "据了解，", "同时，", "此外，", "应当", "从走访看，", "需要", "经与有关单位沟通，"}

func reword(t Text, random *rand.Rand) Text {
	word := func(text string) string {
		for _, s := range swaps {
			if random.IntN(10) < 6 {
				text = strings.ReplaceAll(text, s[0], s[1])
			}
		}
		return text
	}
	body := func(text string) string {
		var b strings.Builder
		for _, s := range sentences(text) {
			s = word(s)
			if random.IntN(10) < 3 && !counted(s) {
				s = openings[random.IntN(len(openings))] + s
			}
			if parts := strings.Split(s, "，"); len(parts) == 3 && random.IntN(10) < 3 {
				s = parts[1] + "，" + parts[0] + "，" + parts[2]
			}
			b.WriteString(s + "。")
		}
		return b.String()
	}
	return Text{Title: word(t.Title), Situation: body(t.Situation), Analysis: body(t.Analysis), Proposal: body(t.Proposal)}
}

func reorder(t Text, random *rand.Rand) Text {
	part := func(text string) string {
		all := sentences(text)
		random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		var b strings.Builder
		for i, s := range all {
			if counted(s) {
				s = fmt.Sprintf("%d．", i+1) + bare(s)
			}
			b.WriteString(s + "。\n")
		}
		return strings.TrimSpace(b.String())
	}
	return Text{Title: t.Title, Situation: part(t.Situation), Analysis: part(t.Analysis), Proposal: part(t.Proposal)}
}

// shorten keeps so much of each part, at least one sentence.
func shorten(t Text, random *rand.Rand, keep float64) Text {
	part := func(text string) string {
		all := sentences(text)
		for len(all) > 1 && float64(len(all)) > keep*float64(len(sentences(text)))+0.5 {
			at := random.IntN(len(all))
			all = append(all[:at:at], all[at+1:]...)
		}
		return strings.Join(all, "。") + "。"
	}
	return Text{Title: t.Title, Situation: part(t.Situation), Analysis: part(t.Analysis), Proposal: part(t.Proposal)}
}

func sentences(text string) []string {
	var all []string
	for _, s := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("。；\n", r) }) {
		if s = strings.TrimSpace(s); s != "" {
			all = append(all, s)
		}
	}
	return all
}

// counted reports whether a sentence begins with a number of its own: 一是.
func counted(s string) bool { return bare(s) != s }

// bare is a sentence without that number.
func bare(s string) string {
	rest := strings.TrimLeft(s, "（(第")
	r, size := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("一二三四五六123456", r) {
		return s
	}
	rest = rest[size:]
	for _, end := range []string{"）", ")", "、", "．", "是", "，"} {
		if after, ok := strings.CutPrefix(rest, end); ok {
			return after
		}
	}
	return s
}
