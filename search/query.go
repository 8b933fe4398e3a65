package search

import "fmt"

// The query language.
//
//	充电桩 停车          both (AND)
//	充电桩 或 停车       either; also |
//	"高质量发展"         these characters and no others; also “…” and 「…」
//	-港澳                not this
//	(a 或 b) c           groups
//	标题:营商环境        in a heading; also title:
//	章:三  章:三/(四)    in a section; also section:
//	年:2024  年:2023..2024
//	类:目标              报告 目标 批注 建议; also kind:
//	≥20%  <5万人  3%..8% a number of that size and unit
//	6月前                due by the end of that month: 5月底前, 上半年
//	充电桩~20小区        at most 20 characters apart
//	/第.届/              a regular expression over the folded text
//
// Half and full width are the same everywhere. Other punctuation parts words.
// A quote left open ends with the query, so that typing never fails on it.

// A Why says what is wrong with a query.
type Why string

// What may be wrong with a query.
const (
	BadBracket Why = "bracket" // ( without ) or the reverse
	BadPattern Why = "pattern" // no regular expression, or no closing /
	BadYear    Why = "year"    // 年: without a year
	BadKind    Why = "kind"    // 类: with an unknown kind
	Nothing    Why = "nothing" // an operator without a word: -, 或, 标题:
	TooLong    Why = "long"    // more than 1000 characters
)

// A QueryError says where a query cannot be understood, and why.
type QueryError struct {
	At        int // byte offset into the query
	Character int // the same for people: which character it is, from 1
	Why       Why
	cause     error
}

func (e *QueryError) Error() string {
	if e.cause != nil {
		return fmt.Sprintf("query: at byte %d: %s: %v", e.At, e.Why, e.cause)
	}
	return fmt.Sprintf("query: at byte %d: %s", e.At, e.Why)
}

func (e *QueryError) Unwrap() error { return e.cause }

// maxQuery is the longest query in runes: a pasted paragraph is fine, a pasted
// report is a mistake that would only cost time.
const maxQuery = 1000

// A node is a part of a parsed query: an operator over kids, or a term.
type node struct {
	op   op
	kids []*node
	term *term // for opTerm
}

type op int

const (
	opTerm op = iota
	opAnd
	opOr
	opNot
)
