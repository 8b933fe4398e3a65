// Package target reads off a report what it commits to (目标).
//
// A Target is a commitment for the coming year that could be checked at the
// year's end: quantified (a number to reach) or a milestone (a state of
// completion). A Result is the same thing said of the year that has passed.
// Both are derived from the text by rules; what a person says about one is
// kept elsewhere and never changes the text.
package target

import (
	"strings"
	"unicode/utf8"

	"deputydesk/seeds/report"
)

// ID names a target: the hash of its quote and of its ordinal among equal
// quotes of the same report, so that it survives a change of anything else.
type ID string

// Kind is quantified or milestone.
type Kind string

// The kinds of target.
const (
	Quantified Kind = "quantified" // 有数值
	Milestone  Kind = "milestone"  // 节点
)

// A Comparator says how the value is to be reached.
type Comparator string

// The comparators.
const (
	AtLeast Comparator = ">=" // 以上 不少于 超过 突破 余
	AtMost  Comparator = "<=" // 以内 前N名 压缩至
	Below   Comparator = "<"  // 低于
	About   Comparator = "≈"  // 左右
	Exactly Comparator = "="  // otherwise
)

// A Measure says whether the value is a level or a growth.
type Measure string

// The measures.
const (
	Level  Measure = "level"
	Growth Measure = "growth" // 增长 提高 涨幅 翻番
)

// A Tone is how firmly the report commits itself.
type Tone string

// The tones.
const (
	Binding  Tone = "binding"  // 约束: 确保 必须 坚决
	Expected Tone = "expected" // 预期: nothing said
	Striving Tone = "striving" // 力争 争取
)

// A Target is one commitment of a report.
type Target struct {
	ID         ID
	Paragraph  report.ParagraphID
	Section    report.Path
	Span       report.Span // of Quote in the paragraph
	Quote      string      // exact text of the clause
	Kind       Kind
	Subject    string      // what is measured: "公共充电桩"
	Comparator Comparator  // "" for a milestone
	Measure    Measure     // "" for a milestone
	Value      float64     // in the base unit: 3万人 is 30000; 0 for a milestone
	Unit       string      // "%", "人", "元"; "" for a milestone
	Figure     report.Span // of the printed number with its unit; empty for a milestone
	Deadline   string      // as printed: "6月底前"; "" if none
	Due        string      // civil date "2024-06-30"; "" if it cannot be told
	Tone       Tone
	Past       bool // a result: what was reached, not what is promised
}

// Falls reports whether t is a growth downwards: 能耗下降3%. The last word of
// change before the figure decides.
func (t Target) Falls() bool {
	if t.Measure != Growth {
		return false
	}
	head := t.Quote
	if at := t.Figure.Start - t.Span.Start; at >= 0 && at <= len(head) {
		head = head[:at]
	}
	falls := strings.HasSuffix(head, "低")
	for i := 0; i < len(head); {
		if w, ok := change.prefix(head[i:]); ok {
			falls = w.field(1) == "down"
			i += len(w.text)
			continue
		}
		_, n := utf8.DecodeRuneInString(head[i:])
		i += n
	}
	return falls || strings.HasSuffix(head, "低")
}
