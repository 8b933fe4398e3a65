package search

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"deputydesk/search/hanzi"
)

// A parser reads one query.
type parser struct {
	src   string
	at    int
	depth int
}

// maxDepth bounds nested brackets.
const maxDepth = 50

// parse reads src; a query without any word gives nil and no error.
func parse(src string) (*node, error) {
	if utf8.RuneCountInString(src) > maxQuery {
		return nil, &QueryError{At: 0, Why: TooLong}
	}
	p := &parser{src: src}
	n, err := p.either()
	if err != nil {
		return nil, err
	}
	if p.at < len(p.src) {
		return nil, &QueryError{At: p.at, Why: BadBracket}
	}
	return n, nil
}

// peek returns the next rune folded to half width, or 0 at the end.
func (p *parser) peek() (rune, int) {
	if p.at >= len(p.src) {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(p.src[p.at:])
	return halfWidth(r), n
}

// halfWidth maps the full-width operators; it leaves Chinese quotes alone.
func halfWidth(r rune) rune {
	if 0xFF01 <= r && r <= 0xFF5E {
		return r - 0xFF01 + 0x21
	}
	return r
}

func (p *parser) skip() {
	for {
		r, n := p.peek()
		if n == 0 || !unicode.IsSpace(r) && !separates(r) {
			return
		}
		p.at += n
	}
}

// separates reports whether r parts words of a query without meaning anything.
func separates(r rune) bool {
	return strings.ContainsRune(",;!?，。、；：？！…:", r)
}

// either reads alternatives.
func (p *parser) either() (*node, error) {
	var kids []*node
	for {
		start := p.at
		n, err := p.all()
		if err != nil {
			return nil, err
		}
		p.skip()
		or := p.or()
		if n == nil && (or || len(kids) > 0) {
			return nil, &QueryError{At: start, Why: Nothing}
		}
		if n != nil {
			kids = append(kids, n)
		}
		if !or {
			return join(opOr, kids), nil
		}
	}
}

// or takes 或 or | if it is next.
func (p *parser) or() bool {
	r, n := p.peek()
	if r == '|' || r == '或' && p.alone(n) {
		p.at += n
		if r2, n2 := p.peek(); r == '|' && r2 == '|' {
			p.at += n2
		}
		return true
	}
	return false
}

// alone reports whether the rune of n bytes at p stands between blanks or
// brackets, so that 或 inside a word is no operator.
func (p *parser) alone(n int) bool {
	before, _ := utf8.DecodeLastRuneInString(p.src[:p.at])
	after, _ := utf8.DecodeRuneInString(p.src[p.at+n:])
	free := func(r rune, edge bool) bool {
		return edge || unicode.IsSpace(r) || strings.ContainsRune("()（）\"“”「」/", r)
	}
	return free(before, p.at == 0) && free(after, p.at+n == len(p.src))
}

// all reads terms that must all hold.
func (p *parser) all() (*node, error) {
	var kids []*node
	for {
		p.skip()
		r, n := p.peek()
		if n == 0 || r == ')' || r == '|' || r == '或' && p.alone(n) {
			return join(opAnd, kids), nil
		}
		k, err := p.one()
		if err != nil {
			return nil, err
		}
		if k != nil {
			kids = append(kids, k)
		}
	}
}

func join(o op, kids []*node) *node {
	switch len(kids) {
	case 0:
		return nil
	case 1:
		return kids[0]
	}
	return &node{op: o, kids: kids}
}

// one reads a single term, group or negation.
func (p *parser) one() (*node, error) {
	start := p.at
	r, n := p.peek()
	switch {
	case r == '-' || r == '−':
		p.at += n
		next, m := p.peek()
		if m == 0 || unicode.IsSpace(next) || next == '-' || next == ')' || next == '|' {
			return nil, &QueryError{At: start, Why: Nothing}
		}
		k, err := p.one()
		if err != nil || k == nil {
			return nil, err
		}
		return &node{op: opNot, kids: []*node{k}}, nil
	case r == '(':
		if end, ok := p.ordinal(); ok {
			t := newPhrase(p.src[start:end])
			p.at = end
			return leafNode(t), nil
		}
		if p.depth == maxDepth {
			return nil, &QueryError{At: start, Why: BadBracket}
		}
		p.at += n
		p.depth++
		k, err := p.either()
		if err != nil {
			return nil, err
		}
		p.depth--
		if r, n = p.peek(); r != ')' {
			return nil, &QueryError{At: start, Why: BadBracket}
		}
		p.at += n
		return k, nil
	case quoteEnd(r) != 0:
		return leafNode(newPhrase(p.quoted())), nil
	case r == '/':
		return p.pattern()
	}
	return p.word()
}

// ordinal reports whether a heading number such as (八) is next, and its end.
func (p *parser) ordinal() (end int, ok bool) {
	rest := p.src[p.at:]
	runes := 0
	for i, r := range rest {
		switch {
		case i == 0:
		case halfWidth(r) == ')':
			return p.at + i + utf8.RuneLen(r), runes > 0
		case strings.ContainsRune("一二三四五六七八九十", r) && runes < 3:
			runes++
		default:
			return 0, false
		}
	}
	return 0, false
}

// quoteEnd returns what closes the quote r, or 0 if r opens none.
func quoteEnd(r rune) rune {
	switch r {
	case '"':
		return '"'
	case '“', '”':
		return '”'
	case '「':
		return '」'
	}
	return 0
}

// quoted reads a quoted phrase; the end of the query closes it too.
func (p *parser) quoted() string {
	r, n := p.peek()
	end := quoteEnd(r)
	p.at += n
	start := p.at
	for {
		r, n := p.peek()
		if n == 0 {
			return p.src[start:]
		}
		p.at += n
		if r == end || end == '”' && r == '“' {
			return p.src[start : p.at-n]
		}
	}
}

func (p *parser) pattern() (*node, error) {
	start := p.at
	close := strings.IndexByte(p.src[start+1:], '/')
	if close < 0 {
		return nil, &QueryError{At: start, Why: BadPattern}
	}
	body := p.src[start+1 : start+1+close]
	p.at = start + close + 2
	if body == "" {
		return nil, &QueryError{At: start, Why: BadPattern}
	}
	re, err := regexp.Compile("(?i)" + body)
	if err != nil {
		return nil, &QueryError{At: start, Why: BadPattern, cause: err}
	}
	return leafNode(&term{kind: patternTerm, text: body, re: re}), nil
}

// word reads a bare word, which may turn out to be a field, a number filter or
// two words with a distance.
func (p *parser) word() (*node, error) {
	start := p.at
	for {
		r, n := p.peek()
		if n == 0 || unicode.IsSpace(r) || r == ')' || r == '|' || quoteEnd(r) != 0 {
			break
		}
		if r == '(' {
			// A bracket inside a word belongs to it: 沙澧河(城区段).
			if end := strings.IndexAny(p.src[p.at:], ")）"); end >= 0 && !strings.ContainsAny(p.src[p.at:p.at+end], " \t\n|") {
				p.at += end
				_, m := p.peek()
				p.at += m
				continue
			}
			break
		}
		if r == ':' {
			if f, ok := fields[hanzi.Fold(p.src[start:p.at]).Text]; ok {
				p.at += n
				return p.field(f, start)
			}
		}
		if separates(r) && !p.insideNumber(start) {
			break
		}
		p.at += n
	}
	text := p.src[start:p.at]
	if text == "" {
		_, n := p.peek()
		p.at += n
		return nil, nil
	}
	if t, ok := newDue(text); ok {
		return leafNode(t), nil
	}
	if t, ok := newRange(text); ok {
		return leafNode(t), nil
	}
	if t, ok := newNear(text); ok {
		return leafNode(t), nil
	}
	if hanzi.Canon(text).Text == "" {
		return nil, nil
	}
	return leafNode(newWord(text)), nil
}

// insideNumber reports whether the comma at p is one of 12,345.
func (p *parser) insideNumber(start int) bool {
	if p.src[p.at] != ',' || p.at == start || p.at+1 == len(p.src) {
		return false
	}
	digit := func(b byte) bool { return '0' <= b && b <= '9' }
	return digit(p.src[p.at-1]) && digit(p.src[p.at+1])
}

func leafNode(t *term) *node { return &node{op: opTerm, term: t} }
